"""Options have ids wherever an answer is kept: their authors', or a hash of the text, and nothing hangs on which."""

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from lpkit.corpus.content import arrange
from lpkit.export import Corpus, Shelf
from lpkit.formatting import with_ids
from lpkit.model import Library, Option, Pack, Question
from lpkit.publishing.presence import pack_presences
from lpkit.source import Source, read_source
from lpkit.text.languages import language_of
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.page import pages
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.bundle.option_ids import OptionName, option_names
from lpkit_exporters.bundle.pack import question_entry
from lpkit_exporters.bundle.pack_model import QuestionEntry
from project import Run, read_yaml, write_sample

PACKS = Path(__file__).parents[2] / "packs/amazon-lp"
FILES = sorted(PACKS.glob("*/*.yaml"))[::5]
OAK, ELM = "h-df877645", "h-af9b6fe9"
"""What an option is called whose text is "oak" or "elm"."""


def _question(*options: tuple[str | None, str]) -> Question:
    rest: Any = {"pool": "practice", "difficulty": "easy", "stem": "Which?", "steps": ["Read."]}
    made = [Option(id=name, text=text) for name, text in options]
    return Question(id="which", options=made, answer=options[0][1], **rest)


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ([(None, "oak"), (None, "elm")], [(OAK, None), (ELM, None)]),
        ([("a", "oak"), (None, "elm")], [("a", OAK), (ELM, None)]),
        ([(None, "oak"), (None, "oak"), (None, "oak")], [(OAK, None), (f"{OAK}-2", None), (f"{OAK}-3", None)]),
        ([("a", "oak"), ("a", "elm")], [("a", OAK), (ELM, None)]),
        ([(ELM, "oak"), (None, "elm")], [(ELM, OAK), (f"{ELM}-2", None)]),
        ([(OAK, "elm"), ("b", "oak")], [(OAK, ELM), ("b", None)]),
        ([(OAK, "oak"), ("b", "elm")], [(OAK, None), ("b", ELM)]),
    ],
    ids=["none", "some", "equal texts", "an id twice", "an id that is a hash", "another's hash", "its own hash"],
)
def test_what_an_option_is_called(options: list[tuple[str | None, str]], names: list[OptionName]) -> None:
    assert option_names(_question(*options)) == names


def _pack(source: Source) -> Pack:
    return Pack.model_validate(source.data)


def _corpus(packs: list[Pack]) -> Corpus:
    return arrange([(Library.model_validate(read_yaml(PACKS / "library.yaml")), packs)])


@pytest.fixture(scope="module")
def both() -> tuple[Shelf, Shelf]:
    """Give packs of this repository without ids of options, and as `lpkit fmt --ids` leaves them."""
    plain, named = [], []
    for file in FILES:
        source = read_source(file, file.name)
        made = with_ids(source, language_of("en"))
        assert made is not None
        plain.append(_without_ids(_pack(source)))
        named.append(_pack(made))
    return _corpus(plain).shelves[0], _corpus(named).shelves[0]


def _without_ids(pack: Pack) -> Pack:
    questions = [
        question.model_copy(update={"options": [option.model_copy(update={"id": None}) for option in question.options]})
        for question in pack.questions
    ]
    return pack.model_copy(update={"questions": questions})


def test_ids_make_nothing_newer(both: tuple[Shelf, Shelf]) -> None:
    """No line of the lock, no hash of a question, no note but for what tells options apart; and answers are found."""
    lines = [
        [presence[:3] for pack in shelf.packs for presence in pack_presences(shelf.library, pack)] for shelf in both
    ]
    assert lines[0] == lines[1]
    asked = [[q for file in bundle(Corpus((shelf,))).packs.values() for q in file.questions] for shelf in both]
    assert len(asked[0]) > 50
    for before, after in zip(*asked, strict=True):
        assert (before.id, before.hash) == (after.id, after.hash)
        assert [option.text for option in before.shown()] == [option.text for option in after.shown()]
        assert all(_found(after, old.id) == old.text for old in before.options)
    decks = [[note for page in pages(shelf) for note in notes(page)] for shelf in both]
    marks = {"Options", "Key", "Distractors"}
    ids = {q.id: [option.id for option in q.options] for q in asked[1]}
    for old, new in zip(*decks, strict=True):
        if "Options" in new.fields:
            keys = re.findall(r'data-key="([^"]*)"', new.fields["Options"])
            assert (sorted(keys), new.fields["Key"] in keys) == (sorted(ids[new.path[-1]]), True)
        assert (old.guid, old.tags, old.line) == (new.guid, new.tags, new.line)
        assert {name for name in old.fields if old.fields[name] != new.fields[name]} <= marks


def _found(question: QuestionEntry, kept: str) -> str | None:
    """Find an answer again as a front end does: by the id of an option, or by what that was."""
    return next((option.text for option in question.options if kept in (option.id, *option.formerly)), None)


def test_a_kept_answer_survives_every_edit(both: tuple[Shelf, Shelf]) -> None:
    """With ids through rewording, reordering, more and fewer options; without them as long as its text stays."""
    chance = Random(19)
    for shelf in both:
        for question in [question for pack in shelf.packs for question in pack.questions]:
            kept = [option.id for option in question_entry(question, "en").options]
            options = list(enumerate(question.options))
            for _ in range(4):
                options, said = _edited(chance, options)
                changed = question.model_copy(update={"options": [option for _, option in options]})
                after = question_entry(changed, "en")
                assert len({option.id for option in after.options}) == len(options)
                assert sorted(after.shuffled) == sorted(option.id for option in after.options)
                present = {place: option for place, option in options if place >= 0}
                for place, option in present.items():
                    outlives = option.id is not None or option.text == question.options[place].text
                    assert _found(after, kept[place]) == (option.text if outlives else None), said
                assert all(_found(after, kept[at]) is None for at in range(len(kept)) if at not in present), said


def _edited(chance: Random, options: list[tuple[int, Option]]) -> tuple[list[tuple[int, Option]], str]:
    """Reword, move, add or take away an option; those that are new have -1 for their first place."""
    at, edit = chance.randrange(len(options)), chance.choice(("reword", "move", "add", "take"))
    place, option = options[at]
    rest = options[:at] + options[at + 1 :]
    match edit:
        case "reword":
            option = option.model_copy(update={"text": f"{option.text} ({chance.randrange(10**6)})"})
            return [*options[:at], (place, option), *options[at + 1 :]], edit
        case "move":
            return [*rest, (place, option)], edit
        case "add":
            number = chance.randrange(10**6)
            name = None if option.id is None else f"new-{number}"
            return [(-1, Option(id=name, text=f"New {number}")), *options], edit
    return (rest if len(rest) > 1 else options), edit


@pytest.mark.parametrize("command", [("build",), ("export", "json"), ("export", "html"), ("export", "cards")])
def test_missing_ids_are_said_once(lpkit: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    write_sample(tmp_path)
    said = "1 pack has options without ids"
    assert lpkit(*command).stderr.count(said) == (command[-1] != "cards")
    assert lpkit("fmt", "--ids").returncode == 0
    assert said not in lpkit(*command).stderr
