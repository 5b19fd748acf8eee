"""Operators on weights, scores, totals, bands and markers."""

from collections.abc import Iterator
from typing import Any

from lpkit.diagnostic import Edit
from mutation.clean import CANDIDATES, At, Clean
from mutation.registry import Change, operator


@operator("LP201")
def weight_changed(clean: Clean) -> Iterator[Change]:
    """One weight a point up or down."""
    document, at = clean.rubric
    for number, dimension in enumerate(document[at]):
        for weight in (dimension["weight"] + 1, dimension["weight"] - 1):
            if 0 <= weight <= 100:
                place = (*at, number, "weight")
                yield Change(document, at, (document.put(place, weight),), here=False)


def _scores(clean: Clean) -> Iterator[tuple[At, str, int, int]]:
    for at, candidate in clean.candidates():
        for name, score in candidate["scores"].items():
            yield at, name, score, clean.weights[name]


@operator("LP204")
def score_changed(clean: Clean) -> Iterator[Change]:
    """One score a point up or down, within its weight."""
    for at, name, score, weight in _scores(clean):
        for other in (score + 1, score - 1):
            if 0 <= other <= weight:
                yield Change(clean.pack, (*at, "total"), (clean.pack.put((*at, "scores", name), other),), here=False)


@operator("LP204")
def total_changed(clean: Clean) -> Iterator[Change]:
    """A total a point up or down."""
    for at, candidate in clean.candidates():
        for total in (candidate["total"] + 1, candidate["total"] - 1):
            if 0 <= total <= 100:
                yield Change(clean.pack, (*at, "total"), (clean.pack.put((*at, "total"), total),))


@operator("LP202")
def score_above_weight(clean: Clean) -> Iterator[Change]:
    """A score a point above its weight."""
    for at, name, _, weight in _scores(clean):
        place = (*at, "scores", name)
        yield Change(clean.pack, place, (clean.pack.put(place, weight + 1),))


@operator("LP203")
def score_dropped(clean: Clean) -> Iterator[Change]:
    """A dimension without a score."""
    for at, name, _, _ in _scores(clean):
        yield Change(clean.pack, (*at, "scores"), (clean.pack.drop((*at, "scores", name)),), here=False)


@operator("LP205", "LP207")
def verdict_swapped(clean: Clean) -> Iterator[Change]:
    """Another verdict than the only lawful one."""
    for at, candidate in clean.candidates():
        for verdict in clean.verdicts:
            if verdict["id"] != clean.earned(candidate):
                place = (*at, "verdict")
                yield Change(clean.pack, place, (clean.pack.put(place, verdict["id"]),))


@operator("LP206")
def score_above_cap(clean: Clean) -> Iterator[Change]:
    """A score above the cap of a marker that is declared."""
    for at, _, _, entry in clean.auto_fails():
        marker = clean.markers[entry["marker"]]
        for score in {marker["cap"] + 1, clean.weights[marker["dimension"]]}:
            if marker["cap"] < score <= clean.weights[marker["dimension"]]:
                place = (*at, "scores", marker["dimension"])
                yield Change(clean.pack, place, (clean.pack.put(place, score),))


@operator("LP207")
def verdict_above_cap(clean: Clean) -> Iterator[Change]:
    """A verdict above the highest that a declared marker leaves."""
    for at, _, _, entry in clean.auto_fails():
        cap = clean.rank(clean.markers[entry["marker"]]["verdict"])
        for verdict in clean.verdicts[cap + 1 :]:
            place = (*at, "verdict")
            yield Change(clean.pack, place, (clean.pack.put(place, verdict["id"]),))


def _declared(clean: Clean) -> Iterator[tuple[At, Edit, dict[str, Any]]]:
    """Declare each marker that fails an answer in each candidate who passes."""
    for at, candidate in clean.candidates():
        if clean.passes(candidate["verdict"]) and not candidate.get("auto_fails"):
            quote = " ".join(candidate["answer"].split()[:5])
            for marker in clean.markers.values():
                entry = {"marker": marker["id"], "quote": quote, "why": "It shows."}
                yield at, clean.pack.add_key(at, "auto_fails", [entry]), marker


@operator("LP306")
def marker_declared_in_passing_answer(clean: Clean) -> Iterator[Change]:
    """A marker that fails an answer, declared in one that passes."""
    for at, edit, marker in _declared(clean):
        if not clean.passes(marker["verdict"]):
            yield Change(clean.pack, (*at, "auto_fails", 0, "marker"), (edit,))


@operator("LP207")
def verdict_kept_beside_marker(clean: Clean) -> Iterator[Change]:
    """A new marker beside a verdict that it does not allow."""
    for at, edit, marker in _declared(clean):
        if clean.rank(marker["verdict"]) < clean.rank(clean.pack[(*at, "verdict")]):
            yield Change(clean.pack, (*at, "verdict"), (edit,), here=False)


@operator("LP208")
def bands_not_from_zero(clean: Clean) -> Iterator[Change]:
    """A lowest band that does not begin at 0."""
    at = ("verdicts", 0, "from")
    for start in (1, 5):
        yield Change(clean.library, at, (clean.library.put(at, start),))


@operator("LP208")
def bands_out_of_order(clean: Clean) -> Iterator[Change]:
    """A band that does not begin above the one before it."""
    for number in range(1, len(clean.verdicts)):
        before = clean.verdicts[number - 1]["from"]
        for start in {before, max(0, before - 1)}:
            at = ("verdicts", number, "from")
            yield Change(clean.library, at, (clean.library.put(at, start),))


@operator("LP208")
def passing_flipped(clean: Clean) -> Iterator[Change]:
    """A verdict that passes below one that does not."""
    flags = [bool(verdict["passes"]) for verdict in clean.verdicts]
    for number, flag in enumerate(flags):
        changed = [*flags[:number], not flag, *flags[number + 1 :]]
        at = ("verdicts", number, "passes")
        if changed != sorted(changed):
            near = ("verdicts", number + 1, "passes")
            yield Change(clean.library, at, (clean.library.put(at, not flag),), (near,), here=False)


@operator("LP208")
def nobody_can_pass(clean: Clean) -> Iterator[Change]:
    """Verdicts that all pass, or all fail."""
    for flag in (True, False):
        places = [("verdicts", number, "passes") for number in range(len(clean.verdicts))]
        edits = tuple(clean.library.put(place, flag) for place in places)
        yield Change(clean.library, ("verdicts",), edits, here=False)


@operator("LP209")
def contrast_removed(clean: Clean) -> Iterator[Change]:
    """Candidates with the scores of one of them, so that all pass or all fail."""
    for _, model in clean.candidates():
        edits: list[Edit] = []
        for at, candidate in clean.candidates():
            if candidate["id"] != model["id"]:
                for key in ("scores", "total", "verdict"):
                    edits.append(clean.pack.put((*at, key), model[key]))
                if "auto_fails" in candidate:
                    edits.append(clean.pack.drop((*at, "auto_fails")))
        yield Change(clean.pack, CANDIDATES, tuple(edits), here=False)


@operator("LP210")
def calibration_below_total(clean: Clean) -> Iterator[Change]:
    """A calibration message that the expert's own total earns."""
    totals = {candidate["id"]: candidate["total"] for _, candidate in clean.candidates()}
    for at, entry in clean.entries("evaluate", "calibration"):
        for above in {totals[entry["candidate"]] - 1, 0}:
            if 0 <= above < totals[entry["candidate"]]:
                yield Change(clean.pack, (*at, "above"), (clean.pack.put((*at, "above"), above),))
