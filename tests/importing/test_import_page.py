"""A saved page becomes the draft of a pack: everything at its place, TODO where it is silent, and no word is lost.

The pages stand in `pages/`, the pack of each in `pages/expected/`, what is told of it and what `lpkit check` finds, but
for texts that are TODO, in `pages.yaml`: a new case is a page, its pack and its entry there.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from lpkit.importing import LpkitError, importer_names, load_importer
from lpkit.importing.named import matched, named_in
from lpkit.importing.page_blocks import page_blocks
from lpkit.model import Pack, Verdict
from lpkit.source import decode
from lpkit_importers.deck.lists import entries_of
from lpkit_importers.page_format.found_again import texts_of
from lpkit_importers.page_format.keys import Evidence, key_of
from lpkit_importers.page_format.plain import plain_blocks
from lpkit_importers.page_format.scores import read_scores, stacked
from lpkit_importers.page_format.sections import candidate_named
from lpkit_importers.page_format.source import PAGE_MOST
from lpkit_importers.page_format.words import LABELS, SECTIONS
from project import LIBRARY, SAMPLE, Run, check_folder, write_sample

HERE = Path(__file__).parent
PAGES = HERE / "pages"
CASES: dict[str, Any] = decode((HERE / "pages.yaml").read_bytes(), "pages.yaml").data
SHAPES: dict[str, Any] = decode((HERE / "page_shapes.yaml").read_bytes(), "page_shapes.yaml").data


def _bring(folder: Path, name: str) -> None:
    write_sample(folder)
    (folder / name).write_bytes((PAGES / name).read_bytes())


def test_every_page_has_its_outcome() -> None:
    assert {file.name for file in PAGES.iterdir() if file.is_file()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_page(lpkit: Run, tmp_path: Path, name: str) -> None:
    _bring(tmp_path, name)
    stem = Path(name).stem
    result = lpkit("import", "page", name, "--principle", "ownership", "--id", stem)
    assert result.returncode == 0, result.stderr
    assert result.stderr.splitlines() == CASES[name]["told"]
    written = (tmp_path / f"packs/ownership/{stem}.yaml").read_text(encoding="utf-8")
    assert written == (PAGES / f"expected/{stem}.yaml").read_text(encoding="utf-8")
    found = check_folder(tmp_path).diagnostics
    of_page = [f"{entry.code} {entry.pointer}" for entry in found if entry.path.endswith(f"{stem}.yaml")]
    assert [one for one in of_page if not one.startswith("LP701")] == CASES[name]["found"]
    Pack.model_validate(decode(written.encode(), name).data)


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_a_page_is_lost(name: str) -> None:
    """Each word is in the pack, in what is told, in the library that it means, or is one that only labels."""
    content = (PAGES / name).read_text(encoding="utf-8")
    shown = _shown_of(content) if name.endswith("html") else content
    pack = (PAGES / f"expected/{Path(name).stem}.yaml").read_text(encoding="utf-8")
    library = (SAMPLE / LIBRARY).read_text(encoding="utf-8")
    labels = " ".join(phrase for table in (SECTIONS, LABELS) for phrases in table.values() for phrase in phrases)
    more = "dimension criterion criteria candidate response step x q h1 out of competency min minone if both q1 q2"
    lost = _words(shown) - _words(pack) - _words("\n".join(CASES[name]["told"]))
    known = {*_words(labels), *_words(library), *_words(more), *"abcdefgh", *map(str, range(101))}
    assert set(lost) - known == set()


def _shown_of(markup: str) -> str:
    soup = BeautifulSoup(markup, "html.parser")
    for tag in soup(["script", "style", "head"]):
        tag.extract()
    return str(soup.get_text(" "))


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.parametrize("name", CASES)
def test_a_word_put_at_any_end_of_a_text_is_held_or_told(name: str) -> None:
    """Each ninth text at a time gets a word of its own, since too many of them would make another page of it."""
    content = (PAGES / name).read_text(encoding="utf-8")
    ends = _HTML_ENDS if name.endswith("html") else _LINE_ENDS
    # An instruction holds nothing but the names in it, and a fence says in which language its code is.
    places = [
        at for at in (one.start() for one in ends.finditer(content)) if not _UNHELD.search(content, max(0, at - 40), at)
    ]
    for start in range(9):
        words = {
            at: f"zq{chr(97 + number // 26)}{chr(97 + number % 26)}x" for number, at in enumerate(places[start::9])
        }
        marked = "".join(f" {words[at]}{sign}" if at in words else sign for at, sign in enumerate(f"{content}\n"))
        found = load_importer("page").read(marked.encode(), {})
        drafts = texts_of([found.pack, [one.fields for one in found.drafts]])
        told = [*(note.message for note in found.notes), *(one.said for one in found.decisions)]
        held = " ".join([*drafts, *told])
        assert [word for word in words.values() if word not in held] == []


_HTML_ENDS = re.compile(r"(?=</(?:p|li|td|dd|blockquote|q|span|h[1-6]|summary|dt|th)>)")
_LINE_ENDS = re.compile(r"(?<=[^\s|])(?=[ \t]*$)", re.MULTILINE)
_UNHELD = re.compile(r"(?:before you open the rubric\.|```)\Z")


@pytest.mark.parametrize("name", CASES)
def test_page_is_recognised_unless_it_lacks_most(name: str) -> None:
    content = (PAGES / name).read_bytes()
    known = load_importer("page").recognises("file", content)
    assert known is not CASES[name].get("unlike", False)


def test_no_file_of_another_format_looks_like_a_page() -> None:
    files = [file for kind in ("formats", "gift", "tables") for file in (HERE / kind).rglob("*") if file.is_file()]
    page = load_importer("page")
    assert [file.name for file in files if page.recognises(file.name, file.read_bytes())] == []


def test_dry_run_shows_the_pack_and_writes_nothing(lpkit: Run, tmp_path: Path) -> None:
    _bring(tmp_path, "tables.html")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    result = lpkit("import", "page", "tables.html", "--id", "tables", "--dry-run")
    assert result.stdout == (PAGES / "expected/tables.yaml").read_text(encoding="utf-8")
    assert "packs/ownership/tables.yaml: a draft would be written: " in result.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_json_gives_all_of_it(lpkit: Run, tmp_path: Path) -> None:
    _bring(tmp_path, "details.html")
    given = json.loads(lpkit("import", "page", "details.html", "--json").stdout)
    assert (given["written"], given["pack"]) == (True, "packs/customer-obsession/silence-release.yaml")
    expected = decode((PAGES / "expected/details.yaml").read_bytes(), "").data
    assert given["data"] == {**expected, "id": "silence-release", "principle": "customer-obsession"}
    assert sum(given["words"].values()) < 2 * given["words"]["all"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stacked.txt"], "the file does not say to which principle it belongs (name one: --principle ID)"),
        (["sparse.html", "--principle", "ownership"], "the file has no title to make an id of (name one: --id ID)"),
        (["tables.html", "--principle", "owner"], "there is no principle owner (did you mean ownership?)"),
        (["tables.html", "--level", "sde"], "there is no level sde (did you mean sde-"),
        (["tables.html", "--id", "No Id"], '"No Id" cannot be an id'),
        (["tables.html", "--id", "aux"], 'no file can be called "aux" on Windows'),
        (["tables.html", "--id", "noisy-alarm"], "the id noisy-alarm is taken: packs/ownership/noisy-alarm.yaml"),
        (["tables.html", "--id", "kept"], "the id kept is taken: packs/ownership/kept.yaml"),
        (["tables.html", "--pack", "packs/ownership/noisy-alarm.yaml"], "page makes a pack of its own"),
        (["chat.txt", "--principle", "ownership"], "the page has no part of a pattern"),
        (["tables.html", "--set", "colour=red"], "the importer page has no setting colour"),
    ],
)
def test_what_is_not_clear_is_refused(lpkit: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    _bring(tmp_path, arguments[0] if arguments[0] in CASES else "tables.html")
    (tmp_path / "chat.txt").write_text("Shall we meet at noon?\n\nYes, in the yard.\n", encoding="utf-8")
    (tmp_path / "packs/ownership/kept.yaml").symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    result = lpkit("import", "page", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_only_a_page_takes_what_a_new_pack_needs(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (tmp_path / "a.txt").write_text("Which?\nA) one\nB) two\nANSWER: A\n", encoding="utf-8")
    name = str(pack.relative_to(tmp_path))
    result = lpkit("import", "aiken", "a.txt", "--pack", name, "--principle", "ownership")
    assert (result.returncode, "aiken makes no new pack" in result.stderr) == (2, True)


@pytest.mark.parametrize("case", SHAPES["keys"], ids=lambda case: case["is"])
def test_key(case: dict[str, Any]) -> None:
    evidence = Evidence(case.get("ticked", []), case.get("said", []), case.get("letter", ""), case.get("marks", ""))
    key, why = key_of(case["options"], evidence, case.get("explained", []))
    assert (None if key is None else case["options"][key]) == case.get("key")
    assert case.get("why", "") in why


@pytest.mark.parametrize("case", SHAPES["quizzes"], ids=lambda case: case["is"])
def test_quiz(case: dict[str, Any]) -> None:
    found = load_importer("page").read(f"# A door\n\n## Quiz\n\n{case['text']}".encode(), {})
    asked = [[one.fields[key] for key in ("stem", "options")] for one in found.drafts]
    told = [[one.fields.get("answer"), one.fields.get("steps", [])] for one in found.drafts]
    assert [[*one, *more] for one, more in zip(asked, told, strict=True)] == case["asked"]
    noted = [note.message for note in found.notes]
    assert [said for said in case.get("noted", []) if said not in noted] == []
    assert found.pack
    assert found.pack.words.left == case.get("left", 0), noted


@pytest.mark.parametrize("case", SHAPES["tables"], ids=lambda case: case["is"])
def test_table_of_points(case: dict[str, Any]) -> None:
    rows = stacked(case["cells"]) if "cells" in case else case["rows"]
    found = read_scores(rows) if rows else None
    assert (found and found.weights) == case.get("weights")
    people = found.people if found else {}
    assert {name: [one.scores, one.total, one.verdict] for name, one in people.items()} == case.get("people", {})


@pytest.mark.parametrize("case", SHAPES["whole"], ids=lambda case: case["is"])
def test_page_in_one_line(case: dict[str, Any]) -> None:
    found = load_importer("page").read(case["text"].encode(), {})
    assert found.pack
    candidates = {one.id: [one.answer, dict(one.scores)] for one in found.pack.candidates}
    assert candidates == case.get("candidates", {})
    totals = {one.id: [one.total, one.verdict] for one in found.pack.candidates}
    assert totals == case.get("totals", totals)
    assert {key: getattr(found.pack, key) for key in case.get("head", ())} == case.get("head", {})
    assert found.pack.words.left == case.get("left", 0), found.notes


@pytest.mark.parametrize("case", SHAPES["columns"], ids=lambda case: case["is"])
def test_cells_of_plain_text_stand_in_the_column_in_which_they_are_seen(case: dict[str, Any]) -> None:
    (table,) = plain_blocks(case["text"].split("\n"))
    assert [[*row] for row in table.rows] == case["rows"]


@pytest.mark.parametrize("text", SHAPES["candidates"])
def test_name_of_a_candidate(text: str) -> None:
    assert [*candidate_named(text)] == SHAPES["candidates"][text]


@pytest.mark.parametrize("name", SHAPES["names"])
def test_name_is_matched_and_never_guessed(name: str) -> None:
    entries = [
        Verdict.model_validate({"id": one["id"], "title": one["title"], "from": 0, "passes": True})
        for one in SHAPES["entries"]
    ]
    same, longer = SHAPES["names"][name]
    assert (matched(name, entries), matched(name, entries, longer=True)) == (same, longer)


def test_the_longer_of_two_titles_counts() -> None:
    entries = [
        Verdict.model_validate({"id": title.lower().replace(" ", "-"), "title": title, "from": 0, "passes": True})
        for title in ("Hire", "No Hire", "Lean No Hire")
    ]
    assert named_in("Thin on figures; no hire.", entries) == {"no-hire"}
    assert named_in("A lean no hire, and no hire without the figures.", entries) == {"lean-no-hire", "no-hire"}
    assert named_in("We would hire.", entries) == {"hire"}
    assert named_in("They were hired.", entries) == set()


@pytest.mark.parametrize("section", ["<![CD x>", "<![", "<![CDATA[", "<![if x"])
def test_what_only_begins_like_a_section_is_text(section: str) -> None:
    """Python's parser ends at a marked section of a kind that it does not know."""
    assert page_blocks(f"<p>a{section}b</p><p>c</p>")[0].text[:1] == "a"
    assert "".join(text for _, text in entries_of(f"<ul><li>a{section}</li><li>b</li></ul>"))[:1] == "a"


def test_a_page_without_an_end_is_refused() -> None:
    with pytest.raises(LpkitError, match="the page has more than 2,000,000 characters"):
        load_importer("page").read(b"<p>" + b"a " * (PAGE_MOST // 2), {})


def test_the_importer_is_found() -> None:
    assert "page" in importer_names()
