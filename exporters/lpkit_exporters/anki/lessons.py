"""The two notes of a pack that teach: what to know before, and how to build the answer."""

from lpkit.model import Requirements
from lpkit_exporters.anki.fields import items, phrase, plain, prose
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import COACHING
from lpkit_exporters.anki.page import Page


def concepts_note(page: Page) -> Note:
    """Make the note that holds all concepts: they have no ids, so the pack's id names it."""
    concepts = page.pack.concepts
    fields = {
        "Question": "What do you need to know about each of these?",
        "Topic": "Concepts",
        "Prompt": plain(page.pack.title),
        "Cues": items(plain(concept.title) for concept in concepts),
        "Body": "".join(f"<h2>{plain(concept.title)}</h2>{prose(concept.text)}" for concept in concepts),
    }
    return _lesson(page, "concepts", fields)


def coaching_note(page: Page) -> Note:
    """Make the note that holds the coach's notes and the model answer."""
    model = page.pack.model_answer
    answers = {candidate.id: candidate.answer for candidate in page.pack.evaluate.candidates}
    fields = {
        "Question": "How do you build a strong answer, and what would a coach warn you about?",
        "Topic": "Coaching",
        "Prompt": plain(page.pack.prompt),
        "Body": items(map(phrase, page.pack.coaching)),
        "Guidance": prose(model.guidance),
        "Requirements": _requirements(model.requires),
        "Model answer": plain(answers.get(model.candidate, "")),
    }
    return _lesson(page, "coaching", fields)


def _lesson(page: Page, kind: str, fields: dict[str, str]) -> Note:
    return make_note(page, COACHING, (kind,), fields)


def _requirements(requires: Requirements | None) -> str:
    if requires is None:
        return ""
    counts = (("sentences that begin with I", requires.first_person_sentences), ("numbers", requires.numbers))
    return items(f"At least <b>{count}</b> {what}" for what, count in counts if count)
