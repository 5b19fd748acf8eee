"""Arguments that are no UTF-8: names of files may be so, and texts that go into files may not."""

import os
from pathlib import Path

import pytest

from lpkit.report import format_names
from project import PACK, Run, write_sample

GOLDEN = Path(__file__).parent / "report/golden"
ODD = os.fsdecode(b"a\xff")


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "question", f"packs/{PACK}", "--stem", ODD),
        ("new", "question", f"packs/{PACK}", "--option", "a", "--option", ODD),
        ("new", "candidate", f"packs/{PACK}", "--answer", ODD),
        ("new", "fix-it", f"packs/{PACK}", "--title", ODD),
        ("new", "pack", "abc", "--prompt", ODD),
        ("check", "--add-ignores", ODD),
        ("init", "new", "--no-git", "--title", ODD),
        ("init", "new", "--no-git", "--requirement", ODD),
    ],
    ids=lambda arguments: " ".join(arguments[:-1]),
)
def test_a_text_that_is_no_utf_8_is_refused(lpkit: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    pack = write_sample(tmp_path)
    pack.write_bytes(pack.read_bytes().replace(b"total: 19", b"total: 20"))
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    result = lpkit(*arguments)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("command", ["check", "fmt", "fix", "lock", "build", "stats"])
def test_a_name_that_is_no_utf_8_is_a_name(lpkit: Run, tmp_path: Path, command: str) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    write_sample(folder)
    result = lpkit(command, f"{ODD}/packs")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("option", ["--write-baseline={}", "--output-format=json={}", "--facts={}", "--loss-report={}"])
@pytest.mark.parametrize(
    "place", [f"packs/{PACK}", "packs/library.lock", "lpkit.toml", ".git/config", ".gitlab-ci.yml", "link"]
)
def test_what_was_found_goes_over_nothing_that_was_written(lpkit: Run, tmp_path: Path, option: str, place: str) -> None:
    """`--write-baseline packs/*.yaml` names a pack: the shell puts the first one behind the option."""
    pack = write_sample(tmp_path)
    for name in ("lpkit.toml", ".git/config", ".gitlab-ci.yml", "packs/library.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to(pack)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    command = ("export", "json") if "loss" in option else ("check",)
    shard = ("--shard", "1/1") if "facts" in option else ()
    result = lpkit(*command, *shard, option.format(place), "packs")
    assert (result.returncode, f"lpkit: {place} is there, and is no " in result.stderr) == (2, True), result.stderr
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.parametrize("place", [".git/hooks/pre-commit", ".GIT/new", "packs/library.lock", "new/lpkit.toml"])
@pytest.mark.parametrize("option", ["--write-baseline={}", "--output-format=json={}", "--facts={}", "--loss-report={}"])
def test_what_was_found_goes_to_no_place_of_git_or_of_lpkit(
    lpkit: Run, tmp_path: Path, option: str, place: str
) -> None:
    """Where nothing stands yet either: a baseline as library.lock ended every later run."""
    write_sample(tmp_path)
    (tmp_path / ".git/hooks").mkdir(parents=True)
    command = ("export", "json", "-o", "out") if "loss" in option else ("check",)
    shard = ("--shard", "1/1") if "facts" in option else ()
    result = lpkit(*command, *shard, option.format(place), "packs")
    assert (result.returncode, f"lpkit: {place} is no place for a " in result.stderr) == (2, True), result.stderr
    assert not (tmp_path / place).exists()


@pytest.mark.parametrize(
    "command",
    [("export", "json", "packs", "-o", ".git/hooks"), ("init", ".git/new", "--title", "T", "--id", "t", "-y")],
)
def test_nothing_is_written_among_the_parts_of_git(lpkit: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    write_sample(tmp_path)
    (tmp_path / ".git/hooks").mkdir(parents=True)
    result = lpkit(*command)
    assert (result.returncode, "is a part of git" in result.stderr) == (2, True), result.stderr
    assert [entry.name for entry in (tmp_path / ".git").rglob("*")] == ["hooks"]


_RESULTS = {
    **{f"report.{name}": ("check", f"--output-format={name}={{}}") for name in format_names()},
    "baseline": ("check", "--write-baseline={}"),
    "facts": ("check", "--shard=1/1", "--facts={}"),
    "losses": ("export", "anki", "-o", "out", "--loss-report={}"),
}


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Write the sample with a fault that an export does not mind; give its folder."""
    pack = write_sample(tmp_path)
    pack.write_bytes(pack.read_bytes().replace(b"Count the minutes", b"Count the the minutes"))
    return tmp_path


@pytest.mark.parametrize("kind", _RESULTS)
def test_a_result_goes_over_an_older_one(lpkit: Run, faulty: Path, kind: str) -> None:
    """Each format is known by how it begins, a new one too."""
    arguments = [word.format("result") for word in _RESULTS[kind]]
    first = lpkit(*arguments)
    assert (faulty / "result").stat().st_size > 2, first.stderr
    again = lpkit(*arguments)
    assert (again.returncode, again.stderr) == (first.returncode, first.stderr)


_OF_KINDS = {
    "baseline": ('{\n  "version": 1,\n  "faults": []\n}\n',),
    "losses": ('{\n  "version": 1,\n  "losses": []\n}\n',),
    "facts": ('{"record":"lpkit-facts","version":1}\n',),
    "report.json": tuple(file.read_text(encoding="utf-8") for file in sorted(GOLDEN.iterdir())),
}
_OF_OTHERS = (
    '{"id": "q1", "stem": "Which?", "options": ["a", "b"], "answer": "a"}\n',
    '{"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["tags"]}\n',
    '{"$schema": "sarif.json", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}}]}',
    '<?xml version="1.0"?>\n<testsuites name="pytest"/>\n',
    '[{"description": "x", "check_name": "complexity"}]\n',
    "# Notes\n\npacks/a.yaml:3:1: error LP204 was found here\n",
    "question,answer\nerror LP204 x,y\n",
    "\n",
)


@pytest.mark.parametrize("kind", _OF_KINDS)
def test_a_result_goes_over_nothing_else(lpkit: Run, faulty: Path, kind: str) -> None:
    """What another author wrote, in whatever form, stays; and so does a result of another kind."""
    others = [text for other, texts in _OF_KINDS.items() if other != kind for text in texts]
    for text in (*others, *_OF_OTHERS):
        (faulty / "other").write_text(text, encoding="utf-8")
        refused = lpkit(*(word.format("other") for word in _RESULTS[kind]))
        assert (refused.returncode, "lpkit: other is there, and is no " in refused.stderr) == (2, True), text
        assert (faulty / "other").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["", "nothing.yaml"])
@pytest.mark.parametrize("force", [(), ("--force-exclude",)])
def test_a_file_that_is_not_there_is_said(lpkit: Run, tmp_path: Path, name: str, force: tuple[str, ...]) -> None:
    write_sample(tmp_path)
    missing = str(Path("packs", name)) if name else "elsewhere.yaml"
    for command in (("hook",), ("check", *force), ("fmt", *force)):
        result = lpkit(*command, missing)
        assert (result.returncode, "no such file or folder" in result.stderr) == (2, True), result.stderr


def test_a_report_goes_into_a_file_that_has_a_name(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("check", "-f", "json=")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "lpkit: json= names no file (write json for standard output, or json=PATH)\n"


def test_two_reports_go_into_two_files(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "link.json").symlink_to("a.json")
    for other in ("packs/../a.json", "link.json"):
        result = lpkit("check", "-f", "json=a.json", "-f", f"sarif={other}")
        assert (result.returncode, "two reports would go into" in result.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [("check", "--fail-on"), ("diff", "--fail-on"), ("new", "question", "--pool")])
def test_a_value_is_refused_in_plain_words(lpkit: Run, arguments: tuple[str, ...]) -> None:
    result = lpkit(*arguments, "odd")
    assert result.returncode == 2
    assert f"Error: Invalid value for '{arguments[-1]}': 'odd' is not one of '" in result.stderr
