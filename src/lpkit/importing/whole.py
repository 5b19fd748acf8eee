"""A pack as a file tells of it, made a draft in the format: ids are the library's, what is not said is TODO.

What a text is about follows from evidence alone: whose answer has the words of a quotation, which verdict a note names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lpkit.authoring import placeholders
from lpkit.authoring.ids import FreeIds
from lpkit.authoring.slug import slug
from lpkit.corpus import LibraryView
from lpkit.importing.draft import Draft
from lpkit.importing.exercise import only_one, plan_exercise, speaker_of
from lpkit.importing.filling import plan_questions
from lpkit.importing.named import matched
from lpkit.importing.pack_draft import FixItDraft, PackDraft
from lpkit.importing.pack_plan import UNKNOWN, PackPlan
from lpkit.model.types import MAX_TEXT


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pack is to stand in a library: its id, its principle, and the level that was asked for, if any was."""

    name: str
    principle: str
    level: str | None = None


def plan_pack(
    draft: PackDraft, questions: Sequence[Draft], place: Place, library: LibraryView, defaults: Mapping[str, str]
) -> PackPlan:
    """Make a draft of what a file tells; `defaults` gives pool and difficulty of questions that do not say.

    The library's bands must hold (`LibraryView.bands_hold`).
    """
    plan = PackPlan(left=draft.words.left)
    _overruled(draft, place, library, plan)
    blank = placeholders.pack(place.name, place.principle, place.level or UNKNOWN, library)
    evaluate = plan_exercise(draft, blank["evaluate"], library, plan)
    people = evaluate["candidates"]
    best = only_one(people, library, passes=True)
    if best:
        plan.say("model_answer.candidate", f"{best}, the only one who passes")
    fix_its = _fix_its(draft.fix_its, people, library, plan)
    taken = {entry["id"] for entry in (*people, *fix_its)}
    plan.data = {
        **blank,
        "title": draft.title or blank["title"],
        "level": place.level or _level(draft, library, plan),
        "prompt": draft.prompt or blank["prompt"],
        "concepts": [{"title": title, "text": text} for title, text in draft.concepts] or blank["concepts"],
        "evaluate": evaluate,
        "fix_its": fix_its or blank["fix_its"],
        "coaching": [*draft.coaching] or blank["coaching"],
        "model_answer": {
            "guidance": draft.guidance or blank["model_answer"]["guidance"],
            "candidate": best or ("b" if not draft.candidates else UNKNOWN),
        },
        "questions": plan_questions(questions, taken, library, defaults, blank["questions"], plan),
    }
    for key in [key for key in plan.data if key != "questions"]:
        plan.data[key] = _held(plan.data[key], key, plan)
    return plan


def _held(value: Any, at: str, plan: PackPlan) -> Any:
    """Give a part of a pack without texts that are longer than the format holds."""
    if isinstance(value, dict):
        return {key: _held(part, f"{at}.{key}", plan) for key, part in value.items()}
    if isinstance(value, list):
        return [_held(part, f"{at}.{number}", plan) for number, part in enumerate(value)]
    if not isinstance(value, str) or len(value) <= MAX_TEXT:
        return value
    plan.leave(at, "a text", f"it has {len(value):,} characters; {MAX_TEXT:,} are the most", f"{value[:200]}…")
    return "TODO: a shorter text"


def principle_of(draft: PackDraft, library: LibraryView) -> str | None:
    """Give the id of the principle that a file names; None where it names none of the library."""
    return matched(draft.principle, library.library.principles) if draft.principle else None


def _overruled(draft: PackDraft, place: Place, library: LibraryView, plan: PackPlan) -> None:
    """Name the principle and the level of a file where the user says another."""
    if draft.principle and principle_of(draft, library) != place.principle:
        plan.leave("principle", "the principle", f"the pack goes to {place.principle}", draft.principle)
    if place.level and draft.level and matched(draft.level, library.library.levels) != place.level:
        plan.leave("level", "the level", f"the pack is for {place.level}", draft.level)


def _level(draft: PackDraft, library: LibraryView, plan: PackPlan) -> str:
    found = matched(draft.level, library.library.levels) if draft.level else None
    if draft.level and not found:
        plan.leave("level", "the level", "the library has none of this name", draft.level)
    return found or UNKNOWN


def _fix_its(
    drafts: Sequence[FixItDraft], people: Sequence[Mapping[str, Any]], library: LibraryView, plan: PackPlan
) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    names = {str(one["id"]) for one in people}
    ids = FreeIds(names)
    weak = only_one(people, library, passes=False)
    for one in drafts:
        whose = one.candidate if one.candidate in names else speaker_of(one.before, people)
        if whose is None and weak and one.before:
            plan.say(one.place, f"the words before are in no answer: put to candidate {weak}, the only one who fails")
        stem = slug(one.title, "", library.language)
        name = ids.take(ids.like(stem) if stem else ids.numbered("fix"))
        about = whose or weak or UNKNOWN
        entries.append(
            placeholders.fix_it(name, about, one.title or None, one.before or None, one.after or None, one.why or None)
        )
    return entries
