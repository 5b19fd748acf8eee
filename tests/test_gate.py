"""What lets a gate stand on faults that are already there: baselines and written suppressions."""

import json
from pathlib import Path

import pytest

from project import Run, write_sample


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Give a pack with a wrong total and a misspelt principle."""
    file = write_sample(tmp_path)
    _change(file, "total: 19", "total: 20")
    _change(file, "principle: ownership", "principle: ownershp")
    return file


def _change(file: Path, old: str, new: str) -> None:
    content = file.read_bytes()
    assert old.encode() in content
    file.write_bytes(content.replace(old.encode(), new.encode(), 1))


def test_baseline_lets_only_new_faults_fail(lpkit: Run, pack: Path) -> None:
    assert lpkit("check", "--write-baseline", "base.json").returncode == 0
    result = lpkit("check", "--baseline", "base.json")
    assert (result.returncode, result.stdout) == (0, "")
    assert "2 known from the baseline" in result.stderr
    _change(pack, "verdict: no-hire", "verdict: hire")
    result = lpkit("check", "--baseline", "base.json")
    assert result.returncode == 1
    assert "LP205" in result.stdout
    assert "LP204" not in result.stdout


def test_stale_entries_are_named(lpkit: Run, pack: Path) -> None:
    lpkit("check", "--write-baseline", "base.json")
    _change(pack, "total: 20", "total: 19")
    result = lpkit("check", "--baseline", "base.json")
    assert result.returncode == 0
    assert "no longer found" in result.stderr
    assert "LP204" in result.stderr


def test_another_value_is_another_fault(lpkit: Run, pack: Path) -> None:
    lpkit("check", "--write-baseline", "base.json")
    _change(pack, "total: 20", "total: 21")
    assert lpkit("check", "--baseline", "base.json").returncode == 1


def test_baseline_is_sorted_and_stable(lpkit: Run, pack: Path, tmp_path: Path) -> None:
    del pack
    lpkit("check", "--write-baseline", "one.json")
    lpkit("check", "--write-baseline", "two.json", PYTHONHASHSEED="7")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert len(json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))["faults"]) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot read base.json"),
        ("{", "is not a baseline"),
        ("[]", "is not a baseline"),
        ('{"version": 2, "faults": []}', "has version 2"),
        ('{"version": 1, "faults": [{}]}', "is not a baseline"),
    ],
)
def test_broken_baseline(lpkit: Run, pack: Path, tmp_path: Path, content: str | None, said: str) -> None:
    del pack
    if content is not None:
        (tmp_path / "base.json").write_text(content, encoding="utf-8")
    result = lpkit("check", "--baseline", "base.json")
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_added_ignores_silence_all_and_change_nothing_else(lpkit: Run, pack: Path) -> None:
    _change(pack, "before: In spring my manager asked me to look into it", "before: >-\n      In spring my boss asked")
    _change(pack, "quote: my manager asked me to look into it", 'quote: "my boss\n            asked"')
    assert lpkit("check").stdout.count("error") == 4
    before = pack.read_text(encoding="utf-8").splitlines()
    result = lpkit("check", "--add-ignores", "kept until autumn")
    assert result.returncode == 0
    assert result.stderr == "4 faults silenced in 1 file\n"
    assert lpkit("check", "--fail-on", "error").returncode == 0
    after = pack.read_text(encoding="utf-8").splitlines()
    plain = [line.partition("  # lpkit")[0] for line in after if not line.lstrip().startswith("# lpkit")]
    assert plain == before


def test_added_ignores_keep_line_ends(lpkit: Run, pack: Path) -> None:
    pack.write_bytes(b"\xef\xbb\xbf" + pack.read_bytes().replace(b"\n", b"\r\n"))
    assert lpkit("check", "--add-ignores", "kept").returncode == 0
    content = pack.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf#")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert lpkit("check").returncode == 0


def test_added_ignores_join_those_that_are_there(lpkit: Run, pack: Path) -> None:
    _change(pack, "total: 20", "total: 20  # lpkit: ignore[LP999] odd")
    lpkit("check", "--add-ignores", "kept")
    assert "# lpkit: ignore[LP999,LP204] odd" in pack.read_text(encoding="utf-8")


def test_added_ignores_find_their_line_and_leave_texts_alone(lpkit: Run, pack: Path) -> None:
    """Python takes U+2028 for a line end, and editors and reports do not."""
    _change(pack, "level: sde-1", 'level: "sde\u2028-1"')
    _change(pack, "principle: ownershp", 'principle: "owner # lpkit: ignore[LP999] shp"')
    lpkit("check", "--add-ignores", "kept")
    result = lpkit("check", "--ignore", "LP020")
    assert (result.returncode, result.stdout) == (0, "")


def test_added_ignores_go_into_all_files_or_none(lpkit: Run, pack: Path) -> None:
    other = pack.with_name("a.yaml")
    other.write_bytes(pack.read_bytes().replace(b"noisy-alarm", b"a"))
    _change(pack, "format: 1", '? "a key\n  on two lines"\n: 1\nformat: 1')
    before = [pack.read_bytes(), other.read_bytes()]
    result = lpkit("check", "--add-ignores", "kept")
    assert (result.returncode, [pack.read_bytes(), other.read_bytes()]) == (2, before)


@pytest.mark.parametrize("reason", ["", "  ", "two\nlines"])
def test_ignores_need_a_reason(lpkit: Run, pack: Path, reason: str) -> None:
    before = pack.read_bytes()
    assert lpkit("check", "--add-ignores", reason).returncode == 2
    assert pack.read_bytes() == before


HOUSE = {
    "required": ["tags"],
    "properties": {
        "title": {"pattern": "^[A-Z]", "maxLength": 12, "description": "Short titles that begin with a capital."},
        "tags": {"contains": {"enum": ["onsite", "phone"]}},
        "evaluate": {"properties": {"candidates": {"items": {"properties": {"answer": {"maxLength": 200}}}}}},
    },
}


def _with_house(folder: Path, schema: object) -> None:
    (folder / "lpkit.toml").write_text('schemas = ["house.schema.json"]\n', encoding="utf-8")
    text = schema if isinstance(schema, str) else json.dumps(schema)
    (folder / "house.schema.json").write_text(text, encoding="utf-8")


def test_house_schema_has_positions_and_suppressions(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    _with_house(tmp_path, HOUSE)
    found = json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"]
    assert {(entry["code"], entry["pointer"]) for entry in found} == {
        ("LP015", ""),
        ("LP015", "/title"),
        ("LP015", "/evaluate/candidates/0/answer"),
        ("LP015", "/evaluate/candidates/1/answer"),
    }
    by_pointer = {entry["pointer"]: entry for entry in found}
    assert by_pointer["/title"]["help"] == "Short titles that begin with a capital."
    assert (by_pointer["/title"]["line"], by_pointer["/title"]["column"]) == (4, 8)
    _change(pack, "prompt:", "tags: [onsite]\nprompt:")
    _change(pack, "title: Quiet a Noisy Alarm", "title: Alarm  # lpkit: ignore[LP204] x")
    _change(pack, "evaluate:", "# lpkit: ignore[house-schema] long stories are wanted here\nevaluate:")
    result = lpkit("check", "-f", "concise")
    assert [line.split()[2] for line in result.stdout.splitlines()] == ["LP020"]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("{", "is not JSON"),
        ({"type": 3}, "is not a JSON Schema"),
        ({"properties": {"title": {"$ref": "https://example.org/title.json"}}}, "leads nowhere"),
        ({"properties": {"title": {"$ref": "#/$defs/none"}}}, "leads nowhere"),
        (5, "is not a JSON Schema: "),
        ({"$schema": "http://[x"}, "is not a JSON Schema: "),
        ({"$schema": ["x"]}, "is not a JSON Schema: "),
        ({"$id": "http://[bad", "$ref": "x"}, "house.schema.json cannot be applied: "),
        ({"$ref": "#/allOf/x", "allOf": [{}]}, "house.schema.json cannot be applied: "),
        ({"$ref": "#/required/0", "required": ["id"]}, "house.schema.json cannot be applied: "),
        ({"$ref": "http://[x"}, "house.schema.json"),
        ({"$dynamicRef": "#/required/0", "required": ["id"]}, "house.schema.json"),
    ],
)
def test_broken_house_schema(lpkit: Run, tmp_path: Path, schema: object, said: str) -> None:
    write_sample(tmp_path)
    _with_house(tmp_path, schema)
    result = lpkit("check")
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_missing_house_schema(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text('schemas = ["none.json"]\n', encoding="utf-8")
    assert "cannot read" in lpkit("check").stderr
