"""Every rule's documentation is true: Bad gives just the faults that it marks, Good gives none."""

import re
from pathlib import Path

import pytest

from lpkit.house import HouseSchema, load_house_schemas
from lpkit.rule import Rule
from lpkit.rules import all_rules
from project import LIBRARY, PACK, base_of, check_folder, fix_folder, patched

_FENCE = re.compile(r"^```yaml ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"\s*# error: (LP[0-9]{3}(?:, LP[0-9]{3})*)$", re.MULTILINE)
_RULES = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in all_rules()]

Fault = tuple[str, int]


def _write(folder: Path, example: str, code: str) -> list[Fault]:
    """Write the files of an example into a folder; give path and line of every marked fault."""
    marked: list[Fault] = []
    for name in (LIBRARY, PACK):
        _put(folder / "library" / name, base_of(name), "utf-8")
    blocks = _FENCE.findall(example)
    named = {info for info, _ in blocks}
    if any(info.endswith(".yaml") and info != LIBRARY for info in named):
        (folder / "library" / PACK).unlink()
    for info, body in blocks:
        encoding = info.removeprefix("encoding=") if info.startswith("encoding=") else "utf-8"
        name = info if info.endswith((".yaml", ".lock")) else PACK
        text, before = patched(base_of(name), _MARK.sub("", body))
        _put(folder / "library" / name, text, encoding)
        for number, line in enumerate(body.splitlines(), start=1):
            match = _MARK.search(line)
            hits = match.group(1).split(", ").count(code) if match else 0
            marked += [(Path("library", name).as_posix(), before + number)] * hits
    return [(_normal(path), line) for path, line in marked]


def _put(file: Path, text: str, encoding: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode(encoding))


def _normal(path: str) -> str:
    return re.sub(r"^library/\.\./", "", path)


def _house_schema(folder: Path, rule: Rule) -> list[HouseSchema]:
    """Load the JSON Schema that a rule's documentation shows, if any."""
    shown = re.search(r"^```json\n(.*?)^```$", rule.documentation, re.MULTILINE | re.DOTALL)
    if shown is None:
        return []
    file = folder / "house.schema.json"
    file.write_text(shown.group(1), encoding="utf-8")
    return load_house_schemas([file])


def _faults(folder: Path, rule: Rule) -> list[Fault]:
    report = check_folder(folder, house=_house_schema(folder, rule))
    broken = {entry.code for entry in report.diagnostics if entry.code < "LP100"} - {rule.code}
    assert not broken, "an example must have the shape of the format"
    return [(entry.path, entry.span.line) for entry in report.diagnostics if entry.code == rule.code]


@pytest.mark.parametrize("rule", _RULES)
def test_documentation_has_its_parts(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.fullmatch(r"LP[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.module.rpartition(".")[2] == rule.name.replace("-", "_")
    for title in ("Why", "Bad", "Good"):
        assert rule.section(title), f"no section {title}"
    assert "# error" not in rule.manual()


@pytest.mark.parametrize("rule", _RULES)
def test_bad_gives_the_marked_faults(rule: Rule, tmp_path: Path) -> None:
    marked = _write(tmp_path, rule.section("Bad"), rule.code)
    assert marked
    assert sorted(_faults(tmp_path, rule)) == sorted(marked)


@pytest.mark.parametrize("rule", _RULES)
def test_good_gives_none(rule: Rule, tmp_path: Path) -> None:
    _write(tmp_path, rule.section("Good"), rule.code)
    assert _faults(tmp_path, rule) == []


_FIXING = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in all_rules() if rule.section("Fix")]


@pytest.mark.parametrize("rule", _FIXING)
def test_fixing_bad_gives_good(rule: Rule, tmp_path: Path) -> None:
    """The Fix section shows a pair of its own where not all that is in Bad can be fixed."""
    pair = _FENCE.findall(rule.section("Fix"))
    bad, good = [f"```yaml\n{body}```\n" for _, body in pair] if pair else (rule.section("Bad"), rule.section("Good"))
    _write(tmp_path / "bad", bad, rule.code)
    _write(tmp_path / "good", good, rule.code)
    assert _faults(tmp_path / "bad", rule)
    assert fix_folder(tmp_path / "bad", select=(rule.code,)).fixed
    for file in sorted((tmp_path / "good").rglob("*.yaml")):
        fixed = tmp_path / "bad" / file.relative_to(tmp_path / "good")
        assert fixed.read_bytes() == file.read_bytes()


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)
