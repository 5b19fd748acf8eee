"""The doctor of mistakes: what authors are told of each, in their own words, and what `lpkit fix` makes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lpkit.diagnostic import Diagnostic
from mistake_table import JARGON, Mistake, Sample, mistakes
from project import check_folder, fix_folder, write_sample

TABLE = mistakes()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("mistakes"))


def _said(fault: Diagnostic) -> Iterator[str]:
    yield fault.message
    yield fault.help or ""
    yield from (related.message for related in fault.related)
    yield fault.fix.title if fault.fix else ""


@pytest.mark.parametrize("mistake", TABLE, ids=lambda mistake: f"{mistake.kind}: {mistake.name}")
def test_mistake(mistake: Mistake, sample: Sample) -> None:
    found = sample.check(mistake)
    assert sorted(fault.code for fault in found) == sorted((mistake.code, *mistake.beside))
    mine = [fault for fault in found if fault.code == mistake.code and fault.span.line == mistake.line]
    assert mine, [(fault.code, fault.span.line) for fault in found]
    said = "\n".join(f"{fault.message}\n{fault.help}" for fault in mine)
    assert [words for words in mistake.says if words not in said] == []
    assert all(fault.help for fault in found)
    assert [(fault.code, JARGON.findall(text)) for fault in found for text in _said(fault) if JARGON.search(text)] == []
    _assert_mended(mistake, sample, mine)


def _assert_mended(mistake: Mistake, sample: Sample, mine: list[Diagnostic]) -> None:
    if mistake.fix == "none":
        assert all(fault.fix is None for fault in mine)
        return
    assert {fault.fix.safe for fault in mine if fault.fix} == {mistake.fix == "safe"}
    mended = sample.fixed(mistake, unsafe=mistake.fix == "unsafe")
    text = mended.texts[mistake.file]
    if mistake.mended is not None:
        assert text == mistake.mended
    assert mistake.holds in text
    assert [fault.code for fault in sample.check(mistake._replace(text=text))] == list(mistake.stays)


def test_table_is_large_and_nearly_all_of_it_is_mended() -> None:
    assert len(TABLE) >= 250
    assert sum(mistake.fix != "none" for mistake in TABLE) >= 0.9 * len(TABLE)
    assert len({(mistake.kind, mistake.name) for mistake in TABLE}) == len(TABLE)


@pytest.mark.parametrize(
    ("was", "typed"),
    [
        ("    difficulty: easy", "    difficulty: easy  # for now"),
        ("    difficulty: easy", "    difficulty: easy #later"),
        ("title: Quiet a Noisy Alarm", "title: Quiet a Noisy Alarm  # working title"),
        ("title: Quiet a Noisy Alarm", "title: Quiet a Noisy Alarm #TODO shorten"),
        ("title: Quiet a Noisy Alarm", 'title: "Quiet a Noisy Alarm" #draft'),
        ("hint: Who asked for the count?", "hint: Who asked for the count? #ask Kim"),
        ("      total: 19", "      total: 19 #12+4+3"),
        ("level: sde-1", "level: sde-1 #1st level"),
        ("coaching:", "coaching:  #1 note"),
    ],
)
def test_comments_stay_comments(was: str, typed: str, sample: Sample) -> None:
    assert [fault.code for fault in sample.check(sample.typed(was, typed))] == []


def test_a_mended_pack_says_the_same_to_those_that_stand_beside_it(sample: Sample) -> None:
    """Two mistakes in one entry: what one of them hides comes to light once it is mended, and is mended too."""
    typed = sample.typed("    difficulty: easy\n    stem: Which", "    Difficulty: Easy\n    Question: Which")
    assert sample.fixed(typed, unsafe=True).texts[typed.file] == sample.typed("", "").text


def test_a_copied_pack_gets_the_id_that_its_file_tells(tmp_path: Path) -> None:
    """Nothing is wrong with the pack that was copied; its copy has the old id, which only its author may change."""
    pack = write_sample(tmp_path)
    copy = pack.with_name("quiet-disk.yaml")
    copy.write_text(pack.read_text(encoding="utf-8"), encoding="utf-8")
    found = check_folder(tmp_path).diagnostics
    assert {(fault.code, Path(fault.path).name) for fault in found if fault.code < "LP2"} == {
        ("LP101", "quiet-disk.yaml"),
        ("LP103", "quiet-disk.yaml"),
    }
    assert fix_folder(tmp_path, unsafe=False).texts == {}
    fix_folder(tmp_path, select=("LP101",))
    assert "\nid: quiet-disk\n" in copy.read_text(encoding="utf-8")
    assert {fault.code for fault in check_folder(tmp_path).diagnostics if fault.code < "LP2"} == set()
