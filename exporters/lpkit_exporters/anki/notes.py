"""From a pack to its notes, by kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lpkit.export import fixed_places
from lpkit.model import Question
from lpkit_exporters.anki.exercises import auto_fail_notes, fix_it_notes
from lpkit_exporters.anki.fields import items, phrase, plain, prose
from lpkit_exporters.anki.lessons import coaching_notes, concept_notes
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import QUESTION
from lpkit_exporters.anki.page import Page
from lpkit_exporters.anki.scores import score_notes
from lpkit_exporters.anki.selection import EVERYTHING
from lpkit_exporters.bundle.option_ids import option_names
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.shuffle import first_order
from lpkit_exporters.catalogue.words import Words

_MAKERS: Mapping[str, Callable[[Page], Iterator[Note]]] = {
    "concept": concept_notes,
    "coaching": coaching_notes,
    "spot": auto_fail_notes,
    "fix-it": fix_it_notes,
    "score": score_notes,
}


def notes(page: Page, selection: Selection = EVERYTHING) -> Iterator[Note]:
    """Yield the notes of a pack that are wanted: to recall, to spot, to mend, to practise, to test, to score."""
    for kind in ("concept", "coaching", "spot"):
        yield from _made(page, kind, selection)
    for pool in ("practice", "test"):
        if "question" in selection.kinds and pool in selection.pools:
            yield from (question_note(page, entry) for entry in page.pack.questions if entry.pool == pool)
    for kind in ("fix-it", "score"):
        yield from _made(page, kind, selection)


def _made(page: Page, kind: str, selection: Selection) -> Iterator[Note]:
    return _MAKERS[kind](page) if kind in selection.kinds else iter(())


def question_note(page: Page, question: Question) -> Note:
    """Make the note of a multiple-choice question."""
    names = [name.id for name in option_names(question)]
    keyed = list(zip(names, question.options, strict=True))
    whys = "".join(
        f'<li data-key="{key}"><b>{plain(option.text)}</b> {_reason(option.why)}</li>'
        for key, option in keyed
        if option.why and option.text != question.answer
    )
    fields = {
        "Stem": plain(question.stem),
        "Excerpt": plain(question.excerpt or ""),
        "Options": f"<ol>{''.join(_options(question, names, page.names.library.language))}</ol>",
        "Key": next((key for key, option in keyed if option.text == question.answer), ""),
        "Answer": plain(question.answer),
        "Key step": prose(key_step(question)),
        "Steps": items(map(phrase, question.steps), "ol"),
        "Hint" if question.pool == "practice" else "Hint for review": prose(question.hint or ""),
        "Mistakes": items(map(phrase, question.mistakes)),
        "Distractors": f"<ul>{whys}</ul>" if whys else "",
        "Difficulty": _difficulty(page.words, question.difficulty),
        "Pool": page.words.gettext("Practice") if question.pool == "practice" else page.words.gettext("Test"),
    }
    tags = (f"difficulty::{question.difficulty}", f"pool::{question.pool}")
    return make_note(page, QUESTION, ("question", question.id), fields, tags)


def _difficulty(words: Words, name: str) -> str:
    return {"easy": words.gettext("Easy"), "medium": words.gettext("Medium"), "hard": words.gettext("Hard")}[name]


def key_step(question: Question) -> str:
    """Give the step of the solution that says the key; the last one where none does."""
    key = _bare(question.answer)
    return next((step for step in question.steps if key in _bare(step)), question.steps[-1])


def _bare(text: str) -> str:
    return " ".join(text.casefold().translate(str.maketrans("", "", '"“”*_`')).split()).strip(".")


def _options(question: Question, names: Sequence[str], language: str) -> Iterator[str]:
    """Give the options in their first order; each has its id as its key, and its place in the source."""
    fixed = fixed_places(question, language)
    for place in first_order(question, language):
        kept = " data-fixed" if place in fixed else ""
        yield f'<li data-key="{names[place]}" data-place="{place}"{kept}>{plain(question.options[place].text)}</li>'


def _reason(why: str) -> str:
    return f'<div class="lp-reason">{phrase(why)}</div>'
