"""`lpkit export json --changed-since`: what the lock says has changed, and tombstones for what went."""

import json
from pathlib import Path
from typing import Any

import pytest

from project import Run, write_sample
from repository import begin
from test_released import NEW

PACK, OTHER = "packs/ownership/noisy-alarm.yaml", "packs/ownership/other.yaml"


@pytest.fixture
def author(lpkit: Run, tmp_path: Path) -> Path:
    """Give a repository that released two packs as v1, and since reworded, added, moved and retired something."""
    text = write_sample(tmp_path).read_text(encoding="utf-8") + NEW.replace("added", "spare")
    other = text.replace("id: noisy-alarm", "id: other").replace("stem: ", "stem: Elsewhere, ")
    (tmp_path / OTHER).write_text(other.replace("id: alarm-", "id: other-").replace("id: spare", "id: second"))
    (tmp_path / PACK).write_text(text, encoding="utf-8")
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    begin(tmp_path, "v1")
    return tmp_path


def _export(lpkit: Run, folder: Path, since: str) -> tuple[dict[str, Any], list[str]]:
    result = lpkit("export", "json", "--changed-since", since, "--jsonl")
    assert result.returncode == 0, result.stdout + result.stderr
    out = folder / "dist/json-changes"
    packs = [json.loads(line)["id"] for line in (out / "packs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(packs) == sorted(file.stem for file in out.glob("packs/*/*.json"))
    (library,) = json.loads((out / "changes.json").read_text(encoding="utf-8"))["libraries"]
    return library, packs


def _edit(folder: Path, old: str, new: str) -> None:
    text = (folder / PACK).read_text(encoding="utf-8")
    assert old in text
    (folder / PACK).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("since", ["v1", "2026-01-15"])
def test_only_what_changed_is_written(since: str, author: Path, lpkit: Run) -> None:
    assert _export(lpkit, author, since)[1] == []
    _edit(author, "hint: Who asked", "hint: Softly, who asked")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    changes, packs = _export(lpkit, author, since)
    assert packs == ["noisy-alarm"]
    assert (changes["id"], changes["gone"]) == ("sample", [])
    assert changes["changed"] == [
        {
            "kind": "question",
            "path": "noisy-alarm/alarm-principle",
            "changed_at": "2026-02-01T00:00:00Z",
            "formerly": None,
        }
    ]
    assert _export(lpkit, author, "2026-02-01")[1] == []


def test_what_went_has_a_tombstone_and_what_moved_its_former_name(author: Path, lpkit: Run) -> None:
    assert lpkit("mv", "noisy-alarm/spare", "other").returncode == 0
    text = (author / OTHER).read_text(encoding="utf-8")
    start, end = text.index("  - id: second"), text.index("  - id: spare")
    text = f"{text[:start]}{text[end:]}".replace("questions:", "retired: [{id: second, reason: Dull.}]\nquestions:")
    (author / OTHER).write_text(text, encoding="utf-8")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    changes, packs = _export(lpkit, author, "v1")
    assert packs == ["other"]
    assert [(item["path"], item["formerly"]) for item in changes["changed"] if item["kind"] == "question"] == [
        ("other/spare", "noisy-alarm/spare")
    ]
    assert changes["gone"] == [
        {
            "kind": "question",
            "path": "other/second",
            "gone_at": "2026-02-01T00:00:00Z",
            "reason": "Dull.",
            "replaced_by": None,
            "formerly": None,
        }
    ]
    (author / PACK).write_text((author / PACK).read_text("utf-8").replace("status: published", "status: draft"))
    changes, packs = _export(lpkit, author, "v1")
    assert packs == ["other"]
    assert {item["path"] for item in changes["gone"] if item["kind"] == "pack"} == {"noisy-alarm"}


@pytest.mark.parametrize(
    ("before", "after"), [("questions:", "retired: [{id: spare, reason: Dull.}]\nquestions:"), ("published", "draft")]
)
def test_what_moved_and_then_went_is_named_as_it_was(before: str, after: str, author: Path, lpkit: Run) -> None:
    """Who has the last release knows it by its name there alone."""
    assert lpkit("mv", "noisy-alarm/spare", "other").returncode == 0
    text = (author / OTHER).read_text(encoding="utf-8")
    if "retired" in after:
        text = text[: text.index("  - id: spare")]
    (author / OTHER).write_text(text.replace(before, after, 1), encoding="utf-8")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    changes, _ = _export(lpkit, author, "v1")
    gone = {item["path"]: item["formerly"] for item in changes["gone"] if item["kind"] == "question"}
    assert gone.pop("other/spare") == "noisy-alarm/spare"
    assert set(gone.values()) <= {None}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("json", "--changed-since", "nowhere"), 2, '"nowhere" is neither a revision that git knows nor a time'),
        (("json", "--changed-since", ""), 2, '"" is neither a revision that git knows nor a time'),
        (("json", "--changed-since", "HEAD^{tree}"), 2, "is neither a revision that git knows nor a time"),
        (("json", "--changed-since", "2999-01-01"), 2, "2999-01-01T00:00:00Z lies in the future"),
        (("cards", "--set", "dialect="), 2, "dialect is empty (it is quizlet, "),
        (("anki", "--changed-since", "v1"), 2, "the exporter anki writes all that there is"),
    ],
)
def test_what_cannot_be_cut_is_refused(
    arguments: tuple[str, ...], code: int, said: str, author: Path, lpkit: Run
) -> None:
    result = lpkit("export", *arguments)
    assert (result.returncode, said in result.stderr) == (code, True), result.stderr
    _edit(author, "hint: Who asked", "hint: Softly, who asked")
    result = lpkit("export", "json", "--changed-since", "v1")
    assert (result.returncode, "library.lock is out of date" in result.stderr) == (1, True)


@pytest.mark.parametrize("name", ["aiken", "gift", "moodle"])
def test_formats_of_items_write_what_changed_and_tell_what_is_gone(name: str, author: Path, lpkit: Run) -> None:
    text = (author / PACK).read_text(encoding="utf-8")
    start, end = text.index("  - id: spare"), len(text)
    text = f"{text[:start]}{text[end:]}".replace("questions:", "retired: [{id: spare, reason: Dull.}]\nquestions:")
    (author / PACK).write_text(text.replace("hint: Who asked", "hint: Softly, who asked"), encoding="utf-8")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    result = lpkit("export", name, "--changed-since", "v1")
    assert result.returncode == 0, result.stderr
    out = author / f"dist/{name}-changes"
    readme = (out / "README.md").read_text(encoding="utf-8")
    assert readme.count(": 1 question\n") == 1
    assert "- `sample/noisy-alarm/spare`. Dull\n" in readme
    (written,) = (file for file in out.rglob("*") if file.suffix in {".txt", ".xml"})
    assert "counting an unassigned alarm" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("dialect", "written"),
    [
        ("quizlet", "sample/noisy-alarm.tsv"),
        ("memrise", "sample/noisy-alarm.tsv"),
        ("mochi", "sample/noisy-alarm/question-alarm-principle.md"),
        ("obsidian", "sample/noisy-alarm.md"),
    ],
)
def test_cards_are_those_that_changed(dialect: str, written: str, author: Path, lpkit: Run) -> None:
    """A note of Obsidian takes the place of the former one, so that it must hold what did not change too."""
    text = (author / PACK).read_text(encoding="utf-8")
    cut = text[: text.index("  - id: spare")].replace("questions:", "retired: [{id: spare, reason: Dull.}]\nquestions:")
    reworded = cut.replace("stem: Which principle", "stem: Tell which principle", 1)
    assert reworded != cut
    (author / PACK).write_text(reworded, encoding="utf-8")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    result = lpkit("export", "cards", "--set", f"dialect={dialect}", "--changed-since", "v1")
    assert result.returncode == 0, result.stderr
    out = author / "dist/cards-changes"
    (library,) = json.loads((out / "changes.json").read_text(encoding="utf-8"))["libraries"]
    assert [item["path"] for item in library["gone"]] == ["noisy-alarm/spare"]
    assert {file.relative_to(out).as_posix() for file in out.rglob("[!.]*.*")} == {"changes.json", written}
    content = (out / written).read_text(encoding="utf-8")
    assert "Tell which principle" in content
    if dialect == "obsidian":
        assert lpkit("export", "cards", "--set", f"dialect={dialect}").returncode == 0
        assert content == (author / "dist/cards" / written).read_text(encoding="utf-8")
    else:
        assert "we raised the threshold" not in content
