"""From a pack to its notes, in the order in which a learner meets them."""

from collections.abc import Iterator

from lpkit.export import fixed_places
from lpkit.model import Question
from lpkit_exporters.anki.exercises import auto_fail_notes, fix_it_notes
from lpkit_exporters.anki.fields import items, phrase, plain, prose
from lpkit_exporters.anki.lessons import coaching_note, concepts_note
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import QUESTION
from lpkit_exporters.anki.page import Page
from lpkit_exporters.anki.scores import score_notes
from lpkit_exporters.bundle.shuffle import first_order


def notes(page: Page) -> Iterator[Note]:
    """Yield the notes of a pack: learn, score, mend, spot the marker, practise, test."""
    yield concepts_note(page)
    yield coaching_note(page)
    yield from score_notes(page)
    yield from fix_it_notes(page)
    yield from auto_fail_notes(page)
    for pool in ("practice", "test"):
        yield from (question_note(page, entry) for entry in page.pack.questions if entry.pool == pool)


def question_note(page: Page, question: Question) -> Note:
    """Make the note of a multiple-choice question."""
    keyed = list(enumerate(question.options, start=1))
    whys = "".join(
        f'<li data-key="{key}"><b>{plain(option.text)}</b> {_reason(option.why)}</li>'
        for key, option in keyed
        if option.why and option.text != question.answer
    )
    fields = {
        "Stem": plain(question.stem),
        "Excerpt": plain(question.excerpt or ""),
        "Options": f"<ol>{''.join(_options(question, page.names.library.language))}</ol>",
        "Key": next((str(key) for key, option in keyed if option.text == question.answer), ""),
        "Answer": plain(question.answer),
        "Steps": items(map(phrase, question.steps), "ol"),
        "Hint" if question.pool == "practice" else "Hint for review": prose(question.hint or ""),
        "Mistakes": items(map(phrase, question.mistakes)),
        "Distractors": f"<ul>{whys}</ul>" if whys else "",
        "Difficulty": question.difficulty.capitalize(),
        "Pool": question.pool.capitalize(),
    }
    tags = (f"difficulty::{question.difficulty}", f"pool::{question.pool}")
    return make_note(page, QUESTION, ("question", question.id), fields, tags)


def _options(question: Question, language: str) -> Iterator[str]:
    """Give the options in their first order; each keeps its number in the source as its key."""
    fixed = fixed_places(question, language)
    for place in first_order(question, language):
        kept = " data-fixed" if place in fixed else ""
        yield f'<li data-key="{place + 1}"{kept}>{plain(question.options[place].text)}</li>'


def _reason(why: str) -> str:
    return f'<div class="lp-reason">{phrase(why)}</div>'
