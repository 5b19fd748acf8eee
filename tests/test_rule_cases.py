"""Edge cases of rules as data: one file per rule in `tests/rules`, each with cases that fail and cases that pass.

A case has the sample library and pack with some values `set`, and perhaps more `packs`, made from the sample too. A
value is named by its path with dots; `a`, `b`, `q`, `fix`, `model` and `library` stand for the longer paths below;
the value `~` takes a key away. `at` names the values at which the fault is expected, in another pack after its name.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.rules import all_rules
from project import LIBRARY, PACK, base_of, check_folder, read_yaml

CASES = Path(__file__).parent / "rules"
SHORT = {
    "a": "evaluate.candidates.0",
    "b": "evaluate.candidates.1",
    "q": "questions.0",
    "r": "questions.1",
    "fix": "fix_its.0",
    "model": "model_answer",
}


def _load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def _cases() -> list[Any]:
    return [
        pytest.param(file.stem, case, outcome == "fail", id=f"{file.stem}-{outcome}-{number}")
        for file in sorted(CASES.glob("*.yaml"))
        for outcome, cases in read_yaml(file).items()
        for number, case in enumerate(cases)
    ]


def _steps(name: str) -> list[str | int]:
    head, _, rest = name.partition(".")
    path = ".".join(part for part in (SHORT.get(head, head), rest) if part)
    return [int(step) if step.isdigit() else step for step in path.split(".")]


def _set(data: Any, name: str, value: Any) -> None:
    *parents, last = _steps(name)
    for step in parents:
        data = data[step]
    if value is None:
        del data[last]
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


@cache
def _base(name: str) -> str:
    """Give the sample's file of a name as JSON: it is read from YAML once, and anew from JSON for each case."""
    return json.dumps(_load(base_of(name)), ensure_ascii=False)


def _write(folder: Path, name: str, values: dict[str, Any]) -> None:
    data = json.loads(_base(name))
    for path, value in values.items():
        _set(data, path, value)
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def _expected(site: str) -> tuple[str, str]:
    pack, _, name = site.rpartition(" ")
    return pack or Path(PACK).stem, "".join(f"/{step}" for step in _steps(name))


@pytest.mark.parametrize(("code", "case", "fails"), _cases())
def test_case(code: str, case: dict[str, Any], fails: bool, tmp_path: Path) -> None:
    values: dict[str, Any] = case.get("set", {})
    own = {name: value for name, value in values.items() if not name.startswith("library.")}
    shared = {name.removeprefix("library."): value for name, value in values.items() if name not in own}
    _write(tmp_path, LIBRARY, shared)
    for name, more in {PACK: own, **case.get("packs", {})}.items():
        _write(tmp_path, name, more or {})
    report = check_folder(tmp_path)
    misshapen = [entry.message for entry in report.diagnostics if entry.code < "LP100"]
    assert not misshapen or case.get("broken"), "a case must have the shape of the format"
    found = [entry for entry in report.diagnostics if entry.code == code]
    expected = sorted(map(_expected, case["at"])) if fails else []
    assert sorted((Path(entry.path).stem, entry.pointer) for entry in found) == expected
    assert all(part in found[0].message for part in case.get("message", []))


def test_every_text_rule_has_cases() -> None:
    families = {"evidence", "quiz", "wording"}
    older = {"LP301", "LP302", "LP401", "LP402", "LP404"}
    wanted = {rule.code for rule in all_rules() if rule.module.split(".")[2] in families} - older
    assert wanted <= {file.stem for file in CASES.glob("*.yaml")}


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_cases_are_balanced(file: Path) -> None:
    cases = read_yaml(file)
    assert set(cases) == {"fail", "pass"}
    assert min(len(cases["fail"]), len(cases["pass"])) >= (3 if file.stem > "LP800" else 6)
