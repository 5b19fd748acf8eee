"""The items that formats of learning systems are made of: groups, choices, evaluations, ids, and what changed."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, RetiredItem, Shelf, Since, Touched, fixed_places, load_exporter
from lpkit.model import Library, Pack
from lpkit_exporters.bundle.selection import ITEMS, Selection
from lpkit_exporters.items import ItemLibrary, gather
from lpkit_exporters.items.naming import cut, folded
from lpkit_exporters.items.news import gone, since_of
from project import read_yaml

PACKS = Path(__file__).parents[3] / "packs/amazon-lp"
ALL = Selection(frozenset(ITEMS), frozenset(("practice", "test")))


def gathered(corpus: Corpus, selection: Selection = ALL) -> ItemLibrary:
    (library,) = gather(corpus, selection)
    return library


def shelf() -> Shelf:
    return ORIGINAL.shelves[0]


@pytest.fixture(scope="module")
def real() -> Corpus:
    """Two principles with two packs each, and one with one."""
    names = ("customer-obsession", "ownership", "bias-for-action", "think-big")
    packs = [Pack.model_validate(read_yaml(file)) for name in names for file in sorted((PACKS / name).glob("*.yaml"))]
    library = Library.model_validate(read_yaml(PACKS / "library.yaml"))
    rank = [entry.id for entry in library.principles]
    return Corpus((Shelf(library, tuple(sorted(packs, key=lambda pack: (rank.index(pack.principle), pack.id)))),))


def test_groups_stand_in_the_order_of_the_library(real: Corpus) -> None:
    library = gathered(real)
    found = [principle.id for principle in library.principles]
    known = [entry.id for entry in real.shelves[0].library.principles]
    assert found == [name for name in known if name in found]
    assert found != sorted(found)
    assert [pack.file.id for pack in library.packs()] == [pack.id for pack in real.shelves[0].packs]
    for pack in library.packs():
        assert [pool.id for pool in pack.pools] == ["practice", "test", "score"]
        source = next(one for one in real.shelves[0].packs if one.id == pack.file.id)
        asked = [item.id.rpartition("/")[2] for pool in pack.pools[:2] for item in pool.items]
        assert asked == [q.id for pool in ("practice", "test") for q in source.questions if q.pool == pool]


def test_every_choice_has_one_key_and_an_id_of_its_own(real: Corpus) -> None:
    items = list(gathered(real).items())
    assert len(items) == len({item.id for item in items}) > 100
    for item in items:
        assert [option.is_key for option in item.options].count(True) == 1
        assert item.key.is_key
        assert len({option.id for option in item.options}) == len(item.options) >= 2
        assert item.key.feedback is None
        assert len(item.texts()) >= len(item.options) + 1


def test_options_stand_as_they_are_first_shown_and_pins_are_those_of_every_front_end(real: Corpus) -> None:
    language = real.shelves[0].library.language
    questions = {f"amazon-lp/{pack.id}/{q.id}": q for pack in real.shelves[0].packs for q in pack.questions}
    items = [item for item in gathered(real).items() if item.kind == "question"]
    assert len(items) == len(questions)
    for item in items:
        question = questions[item.id]
        fixed = fixed_places(question, language)
        texts = [option.text for option in question.options]
        assert {texts.index(option.text.source) for option in item.options if option.pinned} == fixed
        assert item.may_shuffle == (not fixed)
        assert item.key.text.source == question.answer
        assert all(item.options[place].text.source == texts[place] for place in fixed)


def test_a_score_asks_for_the_level_that_holds_the_points() -> None:
    (pack,) = gathered(ORIGINAL).packs()
    assert pack.evaluation is not None
    items = {item.id: item for item in pack.pools[2].items}
    for answer in pack.evaluation.answers:
        for entry in pack.evaluation.rubric:
            level = answer.levels[entry.id]
            assert level.low <= answer.scores[entry.id] <= level.high
            assert [low.high + 1 for low in entry.levels[:-1]] == [high.low for high in entry.levels[1:]]
            item = items[f"sample/quiet-alarm/{answer.id}/score/{entry.id}"]
            assert item.key.text.source == f"{level.name} points"
            place = item.options.index(item.key)
            said = [option.feedback.source if option.feedback else None for option in item.options]
            assert said == [*(["Too low."] * place), None, *(["Too high."] * (len(said) - place - 1))]
            assert not item.may_shuffle
        verdict = items[f"sample/quiet-alarm/{answer.id}/verdict"]
        assert verdict.key.text.source.startswith(answer.verdict_title)
    assert len(items) == len(pack.evaluation.answers) * (len(pack.evaluation.rubric) + 1)


@pytest.mark.parametrize(
    ("selection", "counts"),
    [
        (ALL, {"practice": 2, "test": 2, "score": 8}),
        (Selection(frozenset(("question",))), {"practice": 2}),
        (Selection(frozenset(("score", "answer"))), {"score": 8}),
        (Selection(frozenset(("question",)), frozenset(("test",))), {"test": 2}),
    ],
)
def test_kinds_and_pools_choose(selection: Selection, counts: dict[str, int]) -> None:
    (pack,) = gathered(ORIGINAL, selection).packs()
    assert {pool.id: len(pool.items) for pool in pack.pools} == counts
    assert (pack.evaluation is not None) == ("answer" in selection.kinds)


def test_nothing_is_given_where_nothing_is_wanted() -> None:
    assert list(gather(ORIGINAL, Selection(frozenset(ITEMS), packs=frozenset(("another",))))) == []
    assert list(gather(ORIGINAL, Selection(frozenset()))) == []
    assert list(gather(Corpus(()), ALL)) == []


def test_an_item_that_moved_keeps_the_id_under_which_it_was_published() -> None:
    origins = {
        ("question", "quiet-alarm/alarm-principle"): "old-pack/first",
        ("candidate", "quiet-alarm/a"): "old-pack/x",
        ("pack", "quiet-alarm"): "old-pack",
    }
    library = gathered(Corpus((shelf()._replace(origins=origins),)))
    names = {item.id for item in library.items()}
    assert {"sample/old-pack/first", "sample/old-pack/x/verdict", "sample/old-pack/x/score/impact"} <= names
    assert [pack.id for pack in library.packs()] == ["sample/old-pack"]


QUESTION, FIX_IT = ("question", "quiet-alarm/alarm-principle"), ("fix-it", "quiet-alarm/impact")
CHANGES: dict[str, tuple[list[tuple[str, str]], str, bool]] = {
    "a question": ([QUESTION], "/alarm-principle", False),
    "an answer": ([("candidate", "quiet-alarm/b")], "/b/", True),
    "a marker in an answer": ([("auto-fail", "quiet-alarm/a/manager-directed")], "none", True),
    "the guidance": ([("coaching", "quiet-alarm")], "none", True),
    "nothing that is an item": ([FIX_IT, ("marker", "manager-directed")], "none", False),
}
"""What changed, what the ids of the choices have in them that are given, and whether the evaluation is."""


@pytest.mark.parametrize("name", CHANGES)
def test_a_cut_corpus_gives_only_what_changed(name: str) -> None:
    changed, wanted, evaluation = CHANGES[name]
    since = Since("v1", tuple(Touched(kind, path, 1) for kind, path in changed), ())
    whole, cut_off = ([*gather(Corpus((one,)), ALL)] for one in (shelf(), shelf()._replace(since=since)))
    expected = [item for item in whole[0].items() if wanted in item.id]
    assert [item for library in cut_off for item in library.items()] == expected
    assert any(pack.evaluation for library in cut_off for pack in library.packs()) == evaluation
    assert since_of(Corpus((shelf()._replace(since=since),))) == "v1"


def test_what_is_gone_is_told_by_the_ids_under_which_it_was_imported() -> None:
    lost = (
        RetiredItem("question", "quiet-alarm/two", 1, "It could be guessed.", "three", "old-pack/one"),
        RetiredItem("candidate", "quiet-alarm/c", 1),
        RetiredItem("fix-it", "quiet-alarm/f", 1),
        RetiredItem("pack", "loud-alarm", 1, "No longer."),
    )
    found = list(gone(Corpus((shelf()._replace(since=Since("v1", (), lost)),))))
    assert [tuple(one) for one in found] == [
        ("sample/old-pack/one", "question", "It could be guessed.", "three"),
        ("sample/quiet-alarm/c", "candidate", "", ""),
        ("sample/loud-alarm", "pack", "No longer.", ""),
    ]
    assert list(gone(ORIGINAL)) == []
    assert since_of(ORIGINAL) == ""


names = st.lists(st.text("ab/.-_é\U0001f600", min_size=1, max_size=40), max_size=12)


@given(names, st.sampled_from(["a-z0-9._-", "a-z0-9_", "a-z0-9-"]), st.integers(16, 30), st.booleans())
def test_folded_ids_are_within_the_limits_and_told_apart(
    ids: list[str], allowed: str, limit: int, letter_first: bool
) -> None:
    found = folded(ids, allowed, limit, letter_first=letter_first)
    assert set(found) == set(ids)
    assert len(set(found.values())) == len(found)
    signs = set("abcdefghijklmnopqrstuvwxyz0123456789") | set(allowed.removeprefix("a-z0-9"))
    for name in found.values():
        assert 1 <= len(name) <= limit
        assert set(name) <= signs
        assert not letter_first or name[0].isalpha()
    assert folded(reversed(ids), allowed, limit, letter_first=letter_first) == found


def test_a_folded_id_does_not_change_when_others_come() -> None:
    alone = folded(["lib/pack/a-b", "x" * 50], "a-z.-", 30)
    beside = folded(["lib/pack/c", "lib/pack/a-b", "x" * 51, "x" * 50], "a-z.-", 30)
    assert alone.items() <= beside.items()
    assert alone["lib/pack/a-b"] == "lib.pack.a-b"
    ids = ["lib/deal/big_one", "lib/deal_big/one", "lib/deal/big-one", "lib/deal-big/one", "lib_deal/big/one"]
    assert folded(ids, "a-z_-", 30) == {name: folded([name], "a-z_-", 30)[name] for name in ids}
    assert Counter(folded(["a/b", "a.b"], "a-z.", 30).values()).most_common(1)[0][1] == 1


@given(st.text(max_size=60), st.integers(2, 40))
def test_a_cut_title_fits(text: str, limit: int) -> None:
    found = cut(text, limit)
    assert len(found) <= limit
    assert found == text or (found.endswith("…") and text.startswith(found[:-1].rstrip()))


def test_the_library_may_be_in_any_language() -> None:
    source = {**SOURCE, "library": {**SOURCE["library"], "language": "de"}}
    assert {item.language for item in gathered(corpus_of(source)).items()} == {"de"}


@pytest.mark.parametrize("name", ["aiken", "gift", "moodle"])
def test_characters_that_no_file_holds_are_replaced_and_declared(name: str) -> None:
    first = SOURCE["pack"]["questions"][0]
    asked = [{**first, "stem": "Why\x01 \x0b\ufffe?"}, {**first, "id": "clean", "formerly": []}]
    corpus = corpus_of({**SOURCE, "pack": {**SOURCE["pack"], "questions": asked}})
    exporter = load_exporter(name)
    text = "".join(artifact.content.decode() for artifact in exporter.render(corpus, {"kinds": "question"}))
    assert "Why\ufffd \ufffd\ufffd?" in text
    assert not {"\x01", "\x0b"} & set(text)
    replaced = [loss for loss in exporter.losses(corpus) if loss.field == "questions" and loss.item]
    assert [loss.item for loss in replaced] == [first["id"]]
