"""The exercise of a pack as a file tells of it: rubric, candidates with their points, markers and notes."""

from collections.abc import Mapping, Sequence
from typing import Any

from lpkit.authoring import placeholders
from lpkit.corpus import LibraryView
from lpkit.importing.named import folded, matched, named_in
from lpkit.importing.pack_draft import CandidateDraft, PackDraft
from lpkit.importing.pack_plan import UNKNOWN, PackPlan
from lpkit.importing.scoring import Scoring, choose_rubric
from lpkit.text.passage import contains

_MINUTES = 3


def plan_exercise(draft: PackDraft, blank: dict[str, Any], library: LibraryView, plan: PackPlan) -> dict[str, Any]:
    """Give the exercise; `blank` are its placeholders."""
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
        whose = fail.candidate or speaker_of(fail.quote, people)
        entry = next((one for one in people if one["id"] == whose), None)
        marker = matched(fail.marker, library.library.markers, longer=True)
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


def speaker_of(words: str, people: Sequence[Mapping[str, Any]]) -> str | None:
    """Give the id of the one candidate whose answer has some words."""
    found = [str(one["id"]) for one in people if words and contains(one["answer"], words)]
    return found[0] if len(found) == 1 else None


def only_one(people: Sequence[Mapping[str, Any]], library: LibraryView, *, passes: bool) -> str | None:
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
