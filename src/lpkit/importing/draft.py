"""Questions as they come from a file, and the plan to take them into a pack."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from lpkit.authoring import placeholders
from lpkit.authoring.ids import FreeIds
from lpkit.authoring.slug import slug
from lpkit.model import Question
from lpkit.schema.stray import misfits_of
from lpkit.schema.unfit import unwritten
from lpkit.text.languages import Language
from lpkit.text.likeness import identity


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be held: where it stood (a line, a row or an id), and what happened to it."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A question of a file: fields of the format, of which some may be missing; and why it is left out, if it is."""

    place: str
    fields: Mapping[str, Any]
    unfit: str = ""


@dataclass(slots=True)
class Plan:
    """Entries to append to a pack, and notes on what was left out or is to be written yet."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    whole: int = 0
    """Drafts that are whole questions, also those that the pack has already."""


def plan_import(
    drafts: Iterable[Draft],
    present: Sequence[Question],
    taken: Collection[str],
    defaults: Mapping[str, str],
    language: Language,
) -> Plan:
    """Turn drafts into entries with ids of their own; what the pack has already is left out.

    `taken` holds all ids of the pack, retired ones too; `defaults` gives pool and difficulty where a draft does not;
    `language` is that of the library, for ids made of stems.
    """
    plan, ids = Plan(), FreeIds(taken)
    known = {_identity(question): question.id for question in present}
    for draft in drafts:
        if draft.unfit:
            plan.notes.append(Note(draft.place, f"left out: {draft.unfit}"))
            continue
        entry = _entry(draft, ids, defaults, language)
        try:
            question = Question.model_validate(entry)
        except ValidationError as error:
            first = misfits_of(Question, error.errors(include_url=False), entry, unwritten)[0]
            within = f"{first.at[0]}: " if len(first.at) > 1 else ""
            plan.notes.append(Note(draft.place, f"left out: {within}{first.message}"))
            continue
        reason = _misfit(question)
        plan.whole += not reason
        reason = reason or _reason_to_leave_out(question, draft, known, ids)
        if reason:
            plan.notes.append(Note(draft.place, f"left out: {reason}"))
            continue
        known[_identity(question)] = question.id
        ids.take(question.id)
        plan.entries.append(entry)
        missing = _missing(draft)
        if missing:
            plan.notes.append(Note(draft.place, f"{question.id} has no {missing}"))
    return plan


def _missing(draft: Draft) -> str:
    """Say what a question lacks: steps, which the format demands, or a hint, which may be left out."""
    lacks = {"steps": "steps: a TODO stands there", "hint": "hint"}
    return "; no ".join(said for key, said in lacks.items() if not draft.fields.get(key))


def _entry(draft: Draft, ids: FreeIds, defaults: Mapping[str, str], language: Language) -> dict[str, Any]:
    fields = {key: value for key, value in draft.fields.items() if value not in (None, "", [])}
    made = slug(str(fields.get("stem", "")), "question", language)
    name = fields.get("id") or ids.like(made)
    blank = placeholders.question(name)
    given = {"steps": blank["steps"], **defaults, **fields, "id": name}
    return {key: given[key] for key in Question.model_fields if key in given}


def _reason_to_leave_out(question: Question, draft: Draft, known: Mapping[str, str], ids: FreeIds) -> str:
    if _identity(question) in known:
        return f"the pack has it as {known[_identity(question)]}"
    if draft.fields.get("id") and question.id in ids:
        return f"the id {question.id} is taken by another question, or retired"
    return ""


def _misfit(question: Question) -> str:
    """Say why a question could not be asked, which the format itself does not see."""
    if question.answer not in [option.text for option in question.options]:
        return f'the answer "{question.answer}" is none of its options'
    return ""


def _identity(question: Question) -> str:
    return identity(question.stem, question.excerpt, [option.text for option in question.options])
