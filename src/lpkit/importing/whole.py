"""A pack as a file tells of it, made a draft in the format: ids are the library's, what is not said is TODO.

What a text is about follows from evidence alone: whose answer has the words of a quotation, which verdict a note names.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lpkit.authoring import placeholders
from lpkit.authoring.slug import slug
from lpkit.corpus import LibraryView
from lpkit.importing.draft import Draft, Note, plan_import
from lpkit.importing.named import folded, matched, named_in
from lpkit.importing.pack_draft import CandidateDraft, FixItDraft, PackDraft
from lpkit.importing.scoring import Scoring, choose_rubric
from lpkit.model.types import MAX_TEXT
from lpkit.text.passage import contains

UNKNOWN = "todo"
"""What stands where the format wants an id and the file is silent: LP104 names it until it is replaced."""
_MINUTES = 3


@dataclass(slots=True)
class PackPlan:
    """A pack to be written, and notes on what found no place in it or is to be written yet."""

    data: dict[str, Any] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    left: int = 0
    """Words of the file that are quoted in notes since they found no place."""

    def leave(self, place: str, what: str, why: str, *texts: str) -> None:
        """Note something of the file that finds no place, with its words."""
        said = " / ".join(text for text in texts if text)
        self.left += sum(len(text.split()) for text in texts)
        self.notes.append(Note(place, f"not held: {what}: {why}: {said}"))

    def say(self, what: str, message: str) -> None:
        """Note how something was understood, or that it is missing."""
        self.notes.append(Note(what, message))


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
    blank = placeholders.pack(place.name, place.principle, place.level or UNKNOWN, library)
    evaluate = _evaluate(draft, blank["evaluate"], library, plan)
    people = evaluate["candidates"]
    best = _only(people, library, passes=True)
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
        "questions": _questions(questions, taken, library, defaults, blank["questions"], plan),
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


def _level(draft: PackDraft, library: LibraryView, plan: PackPlan) -> str:
    found = matched(draft.level, library.library.levels) if draft.level else None
    if draft.level and not found:
        plan.leave("level", "the level", "the library has none of this name", draft.level)
    return found or UNKNOWN


def _evaluate(draft: PackDraft, blank: dict[str, Any], library: LibraryView, plan: PackPlan) -> dict[str, Any]:
    scoring = choose_rubric(draft, library)
    for name in scoring.unknown:
        plan.leave("scores", "a dimension", "no rubric of the library has it, and it has no weight", name)
    if not isinstance(scoring.rubric, str):
        plan.say("evaluate.rubric", "no rubric of the library has these weights: the file's own stands in the pack")
    if draft.minutes is None:
        plan.say("evaluate.minutes", f"the file does not say: {_MINUTES}, as lpkit new writes")
    first = [scoring.ids[name] for name in draft.score_first if name in scoring.ids]
    people = [_candidate(one, scoring, library, plan) for one in draft.candidates]
    _bind(draft, people, library, plan)
    names = {entry["id"] for entry in people}
    spare = (entry for entry in blank["candidates"] if entry["id"] not in names)
    while len(people) < 2:
        people.append(next(spare))
    told = {"calibration": _calibration(draft, names, plan)}
    return {
        "minutes": _MINUTES if draft.minutes is None else draft.minutes,
        "setting": draft.setting or blank["setting"],
        "score_first": first or [UNKNOWN],
        "rubric": scoring.rubric or UNKNOWN,
        "candidates": people,
        **{key: value for key, value in told.items() if value},
    }


def _candidate(one: CandidateDraft, scoring: Scoring, library: LibraryView, plan: PackPlan) -> dict[str, Any]:
    """Give a candidate as the file has it; a total that it lacks is the sum, a verdict that it lacks the band's."""
    blank = placeholders.candidate(one.id, [], library, {})
    scores = {key: one.scores[name] for name, key in scoring.ids.items() if name in one.scores}
    for name in [name for name in one.scores if name not in scoring.ids]:
        plan.leave(one.place, f"points of candidate {one.id}", "their dimension is not known", str(one.scores[name]))
    whole = bool(scores) and len(scores) == scoring.dimensions
    total = sum(scores.values()) if one.total is None and whole else one.total
    verdict = matched(one.verdict, library.library.verdicts) if one.verdict else None
    if one.verdict and not verdict:
        plan.leave(one.place, f"the verdict on candidate {one.id}", "the library has none of this name", one.verdict)
    if verdict is None and total is not None:
        verdict = library.band(min(total, 100)).id
        plan.say(f"candidate {one.id}", f"verdict {verdict}, by the total")
    if not one.scores:
        plan.say(f"candidate {one.id}", "the file has no points: write scores, total and verdict")
    return {
        **blank,
        "answer": one.answer or blank["answer"],
        "delivery": one.delivery or blank["delivery"],
        "scores": scores,
        "total": min(total or 0, 100),
        "verdict": verdict or UNKNOWN,
        "notes": one.notes or blank["notes"],
    }


def _bind(draft: PackDraft, people: list[dict[str, Any]], library: LibraryView, plan: PackPlan) -> None:
    """Give markers and notes to the candidates whom they are about."""
    for fail in draft.auto_fails:
        whose = fail.candidate or _speaker(fail.quote, people)
        entry = next((one for one in people if one["id"] == whose), None)
        marker = matched(fail.marker, library.library.markers)
        if entry is None:
            plan.leave(fail.place, "a marker", "no answer has its words", fail.marker, fail.quote, fail.why)
            continue
        if marker is None:
            plan.leave(fail.place, f"the name of a marker of candidate {whose}", "the library has none", fail.marker)
        elif folded(fail.marker) not in {folded(marker), folded(library.markers[marker].title)}:
            plan.say(fail.place, f'"{fail.marker}" is read as the marker {marker}')
        found = {
            "marker": marker or UNKNOWN,
            "quote": fail.quote or "TODO: the words of the answer",
            "why": fail.why or "TODO: why these words show the marker",
        }
        entry["auto_fails"] = [*entry.get("auto_fails", []), found]
    for note in draft.notes:
        verdicts = named_in(note.text, library.library.verdicts)
        about = [one for one in people if one["verdict"] in verdicts]
        if len(verdicts) == 1 and len(about) == 1 and about[0]["notes"].startswith("TODO"):
            about[0]["notes"] = note.text
            plan.say(note.place, f"the notes name a verdict that only candidate {about[0]['id']} has: they are on it")
        else:
            plan.leave(note.place, "notes", "they do not say on which candidate they are", note.text)


def _speaker(words: str, people: Sequence[Mapping[str, Any]]) -> str | None:
    """Give the id of the one candidate whose answer has some words."""
    found = [str(one["id"]) for one in people if words and contains(one["answer"], words)]
    return found[0] if len(found) == 1 else None


def _only(people: Sequence[Mapping[str, Any]], library: LibraryView, *, passes: bool) -> str | None:
    """Give the id of the only candidate who passes, or who fails; None where there are several or none."""
    told = {verdict.id: verdict.passes for verdict in library.library.verdicts}
    known = all(one["verdict"] in told for one in people)
    found = [str(one["id"]) for one in people if told.get(one["verdict"]) is passes]
    return found[0] if known and len(found) == 1 else None


def _calibration(draft: PackDraft, names: set[str], plan: PackPlan) -> list[dict[str, Any]]:
    entries = []
    for one in draft.calibration:
        if one.candidate in names:
            entries.append({"candidate": one.candidate, "above": one.above, "message": one.message})
        else:
            plan.leave(one.place, "a calibration", f"there is no candidate {one.candidate}", one.message)
    return entries


def _fix_its(
    drafts: Sequence[FixItDraft], people: Sequence[Mapping[str, Any]], library: LibraryView, plan: PackPlan
) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    taken = {str(one["id"]) for one in people}
    counted: Counter[str] = Counter()
    weak = _only(people, library, passes=False)
    for one in drafts:
        whose = one.candidate if one.candidate in taken else _speaker(one.before, people)
        if whose is None and weak and one.before:
            plan.say(one.place, f"the words before are in no answer: put to candidate {weak}, the only one who fails")
        name = _fresh(slug(one.title, "fix", library.language), taken, counted)
        about = whose or weak or UNKNOWN
        entries.append(
            placeholders.fix_it(name, about, one.title or None, one.before or None, one.after or None, one.why or None)
        )
    return entries


def _fresh(stem: str, taken: set[str], counted: Counter[str]) -> str:
    """Give a stem as an id that nobody has, and take it; `counted` are the numbers that each stem has had."""
    while True:
        counted[stem] += 1
        name = stem if counted[stem] == 1 else f"{stem}-{counted[stem]}"
        if name not in taken:
            taken.add(name)
            return name


def _questions(
    drafts: Sequence[Draft],
    taken: set[str],
    library: LibraryView,
    defaults: Mapping[str, str],
    blank: Sequence[dict[str, Any]],
    plan: PackPlan,
) -> list[dict[str, Any]]:
    """Give the questions of a file, those without a key with a TODO for it, and placeholders for the tests it lacks."""
    made = plan_import(map(_with_a_key, drafts), [], taken, defaults, library.language)
    plan.notes += made.notes
    keyless = {str(draft.fields["stem"]) for draft in drafts if not draft.fields.get("answer")}
    for entry in made.entries:
        if entry["stem"] in keyless:
            entry["answer"] = "TODO: which of the options is right"
            plan.say(str(entry["id"]), "the file does not say which option is right: a TODO stands there")
    entries = list(made.entries)
    used = taken | {str(entry["id"]) for entry in entries}
    for one in blank:
        wanted = sum((other["pool"], other["difficulty"]) == (one["pool"], one["difficulty"]) for other in blank)
        told = [entry for entry in entries if entry["pool"] == one["pool"]]
        many = len(told) if one["pool"] == "practice" else sum(e["difficulty"] == one["difficulty"] for e in told)
        if many < wanted:
            name = placeholders.numbered_id("question", used)
            used.add(name)
            entries.append(placeholders.question(name, one["pool"], one["difficulty"]))
    return entries


def _with_a_key(draft: Draft) -> Draft:
    """Give a question a key for the time being, where it has none: what is no question is told by the format."""
    options = draft.fields.get("options") or [""]
    return draft if draft.fields.get("answer") else Draft(draft.place, {**draft.fields, "answer": options[0]})
