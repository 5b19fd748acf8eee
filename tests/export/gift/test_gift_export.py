"""GIFT: read by our importer and by gift-pegjs, whatever signs the texts have; the same bytes each time."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fields import ORIGINAL
from lpkit.export import Corpus, LpkitError, RetiredItem, Since, Touched, load_exporter
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.gift.entry import escaped
from lpkit_exporters.items import Choice, gather
from lpkit_exporters.items.page import explained
from project import Golden
from returning import came_back, drafts_of, nasty_corpus, said_of, seen

EXPORTER = load_exporter("gift")
NASTY = nasty_corpus()
READ = Path(__file__).with_name("read.mjs")


def written(corpus: Corpus, **options: str) -> dict[str, str]:
    return {artifact.path: artifact.content.decode() for artifact in EXPORTER.render(corpus, options)}


def asked(corpus: Corpus) -> list[Choice]:
    """Give the choices of both pools in the order of the export."""
    kinds = Selection(frozenset(("question", "score")), frozenset(("practice", "test")))
    return [item for library in gather(corpus, kinds) for item in library.items()]


@pytest.mark.parametrize("corpus", [ORIGINAL, NASTY], ids=["sample", "nasty"])
def test_our_importer_reads_what_was_asked(corpus: Corpus) -> None:
    read = drafts_of("gift", written(corpus, kinds="question")["sample.gift.txt"].encode())
    items = [item for item in asked(corpus) if item.kind == "question"]
    after = [{"steps": seen(explained(item, with_hints=True)), "hint": ""} for item in items]
    assert [came_back(fields) for fields in read] == [
        {**said_of(item), **more} for item, more in zip(items, after, strict=True)
    ]


def test_our_importer_finds_pools_by_category_and_ids_in_comments() -> None:
    text = written(ORIGINAL, kinds="question")["sample.gift.txt"].encode()
    read = drafts_of("gift", text, category=["Test=test", "Practice=practice"])
    assert [fields["pool"] for fields in read] == ["practice", "practice", "test", "test"]
    assert all(f"[id:{item.id}]" in text.decode() for item in asked(ORIGINAL) if item.kind == "question")


@pytest.mark.parametrize("corpus", [ORIGINAL, NASTY], ids=["sample", "nasty"])
def test_gift_pegjs_reads_every_text(corpus: Corpus, tools: Path, tmp_path: Path) -> None:
    (tmp_path / "quiz.gift").write_text(written(corpus)["sample.gift.txt"], encoding="utf-8")
    command = ["node", str(READ), str(tools), "quiz.gift"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    entries = json.loads(run.stdout)
    (essay,) = [entry for entry in entries if entry["type"] == "Essay"]
    assert seen(essay["stem"]["text"]).startswith(ORIGINAL.shelves[0].packs[0].prompt)
    choices = [entry for entry in entries if entry["type"] == "MC"]
    assert len(choices) + 1 == sum(entry["type"] != "Category" for entry in entries)
    assert list(map(_understood, choices)) == list(map(_meant, asked(corpus)))


def _understood(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": entry["id"],
        "tags": entry["tags"],
        "stem": _shown(entry["stem"]["text"]),
        "format": entry["stem"]["format"],
        "options": [
            (choice["isCorrect"], _shown(choice["text"]["text"]), _shown((choice["feedback"] or {"text": ""})["text"]))
            for choice in entry["choices"]
        ],
        "general": _shown(entry["globalFeedback"]["text"]),
    }


def _meant(item: Choice) -> dict[str, Any]:
    asked = "".join(f"{_titled(passage.title)}{passage.text.html()}" for passage in item.context) + item.stem.html()
    return {
        "id": item.id,
        "tags": [":".join(tag) for tag in item.tags],
        "stem": _shown(asked),
        "format": "html",
        "options": [
            (option.is_key, _shown(option.text.html()), _shown(option.feedback.html() if option.feedback else ""))
            for option in item.options
        ],
        "general": _shown(explained(item, with_hints=True)),
    }


def _titled(title: str) -> str:
    return f"<p>{title}</p>" if title else ""


def _shown(html: str) -> str:
    """Give the words of HTML, its code with the spaces in each line."""
    return seen(re.sub(r"&#10;|<br/>", "\n", html))


def test_an_entry_is_on_lines_that_moodle_keeps_together() -> None:
    text = written(NASTY)["sample.gift.txt"]
    for block in filter(None, text.split("\n\n")):
        if block.startswith("$CATEGORY: $course$/top/"):
            continue
        comment, *lines = block.strip("\n").split("\n")
        assert re.fullmatch(r"// \[id:[a-z0-9/_-]{1,100}\]( \[tag:[a-z0-9:_-]{1,50}\])*", comment)
        assert lines[0].startswith("::")
        assert lines[0].endswith("{")
        assert lines[-1] == "}"
        assert all(line.startswith(("\t=", "\t~", "\t####")) for line in lines[1:-1])
        assert sum(line.startswith("\t=") for line in lines) == (len(lines) > 3)


ESCAPES = {
    "a ~ = # { } : b": r"a \~ \= \# \{ \} \: b",
    r"C:\new": r"C\:\\new",
    "<p>a\nb</p>": "<p>a b</p>",
    "<pre><code>a\n  b</code></pre>": r"<pre><code>a&\#10;  b</code></pre>",
}


@pytest.mark.parametrize("html", ESCAPES)
def test_signs_are_escaped_and_breaks_are_none_of_the_file(html: str) -> None:
    assert escaped(html) == ESCAPES[html]


def test_a_backslash_in_a_category_escapes_nothing() -> None:
    library = ORIGINAL.shelves[0].library.model_copy(update={"title": r"C:\notes"})
    shelf = ORIGINAL.shelves[0]._replace(library=library)
    assert "$CATEGORY: $course$/top/C:∖notes/Ownership/" in written(Corpus((shelf,)))["sample.gift.txt"]


def test_the_files_are_as_committed(golden: Golden) -> None:
    for name, content in written(ORIGINAL).items():
        golden(Path(__file__).parent / "golden" / name, content)


def test_files_settings_and_news() -> None:
    assert list(written(ORIGINAL, files="pack")) == ["sample/quiet-alarm.gift.txt", "README.md"]
    assert list(written(Corpus(()))) == ["README.md"]
    assert written(NASTY) == written(NASTY)
    with pytest.raises(LpkitError, match="files is packs"):
        written(ORIGINAL, files="packs")
    changed = (Touched("candidate", "quiet-alarm/b", 1),)
    lost = (RetiredItem("candidate", "quiet-alarm/c", 1),)
    files = written(Corpus((ORIGINAL.shelves[0]._replace(since=Since("v1", changed, lost)),)))
    assert list(files) == ["sample.gift.txt", "README.md", "changes.json"]
    assert set(_ids(files["sample.gift.txt"])) == {
        "sample/quiet-alarm",
        *(f"sample/quiet-alarm/b/score/{name}" for name in ("structure", "ownership_signal", "impact")),
        "sample/quiet-alarm/b/verdict",
    }
    assert "- all that begins with `sample/quiet-alarm/c/`\n" in files["README.md"]


def _ids(text: str) -> Iterator[str]:
    return (match[1] for match in re.finditer(r"\[id:([^\]]*)\]", text))
