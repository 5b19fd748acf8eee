"""Notes on which a learner scores a candidate's answer, one dimension or the verdict, and sees the gap."""

from collections.abc import Iterator

from lpkit.model import Candidate, Dimension
from lpkit_exporters.anki.bands import point_bands, radio, verdict_bands
from lpkit_exporters.anki.fields import folded, items, phrase, plain, prose
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import MOST_DIMENSIONS, SCORE
from lpkit_exporters.anki.page import Page

MOST_WORDS = 45
"""Words of the bar raiser's notes that a back shows at once."""


def score_notes(page: Page) -> Iterator[Note]:
    """Yield a note for each candidate: a card for the verdict, and one for each dimension to score first."""
    asked = {place: entry for place, entry in enumerate(page.dimensions, start=1) if _is_asked(page, entry.id)}
    kept = {place: entry for place, entry in asked.items() if place <= MOST_DIMENSIONS}
    for candidate in page.pack.evaluate.candidates:
        tags = (f"marker::{found.marker}" for found in candidate.auto_fails)
        fields = _fields(page, candidate)
        for place, entry in kept.items():
            fields |= {f"{name} {place}": text for name, text in _dimension(page, candidate, entry).items()}
        faces = (*sorted(kept), 0)
        item = ("candidate", candidate.id)
        yield make_note(page, SCORE, item, fields, tags, faces=faces, passages=(candidate.id,))


def _is_asked(page: Page, name: str) -> bool:
    return name in page.pack.evaluate.score_first


def _fields(page: Page, candidate: Candidate) -> dict[str, str]:
    evaluate = page.pack.evaluate
    verdict = page.names.verdict(candidate.verdict)
    empty = page.said(page.words.gettext("Nothing was written down."))
    nothing = f"<p>{empty}</p>\n"
    notes, more = folded(candidate.notes, MOST_WORDS) if candidate.notes else (nothing, "")
    bands, right = verdict_bands(page.names.library.verdicts, candidate.verdict)
    return {
        "Answer": plain(candidate.answer),
        "Prompt": plain(page.pack.prompt),
        "Setting": prose(evaluate.setting),
        "Time": page.said(page.words.gettext("%(minutes)s min", minutes=evaluate.minutes)),
        "Candidate": candidate.id.upper(),
        "Words": str(len(candidate.answer.split())),
        "Bands": radio(bands, right),
        "Right band": right,
        "Total": str(candidate.total),
        "Verdict": _verdict(verdict.title, verdict.passes),
        "Auto-fails": _auto_fails(page, candidate),
        "Notes": notes,
        "More notes": more,
        "Delivery": prose(candidate.delivery) if candidate.delivery else nothing,
        "Probes": _probes(candidate),
        "Scores": _scores(page.dimensions, candidate),
        "Calibration": _calibration(page, candidate),
        "Rubric": _rubric(page),
    }


def _dimension(page: Page, candidate: Candidate, entry: Dimension) -> dict[str, str]:
    points = candidate.scores.get(entry.id, 0)
    bands, right = point_bands(entry.weight, points)
    return {
        "Dimension": plain(entry.title),
        "Looks for": f"<p>{phrase(entry.looks_for)} {_evidence(page, entry)}</p>",
        "Bands": radio(bands, right),
        "Right band": right,
        "Points": f"{points} / {entry.weight}",
        "Reason": prose(candidate.reasons.get(entry.id, "")),
    }


def _evidence(page: Page, entry: Dimension) -> str:
    """Say what an answer must have for a high score on a dimension."""
    if entry.expects == "first-person":
        return page.said(page.words.gettext("Needs sentences in the first person."))
    return page.said(page.words.gettext("Needs a number.")) if entry.expects == "number" else ""


def _probes(candidate: Candidate) -> str:
    return items(
        f"<b>{plain(probe.ask)}</b><blockquote>{plain(probe.reply)}</blockquote>{prose(probe.shows)}"
        for probe in candidate.probes
    )


def _rubric(page: Page) -> str:
    rows = "".join(
        f"<tr><th>{plain(entry.title)}</th><td>{entry.weight}</td></tr>"
        f'<tr><td colspan="2">{phrase(entry.looks_for)} {_evidence(page, entry)}</td></tr>'
        for entry in page.dimensions
    )
    return f"<table>{rows}</table>"


def _scores(dimensions: list[Dimension], candidate: Candidate) -> str:
    rows = ""
    for entry in dimensions:
        points = candidate.scores.get(entry.id, 0)
        share = round(100 * points / entry.weight) if entry.weight else 0
        rows += (
            f"<tr><th>{plain(entry.title)}"
            f'<div class="lp-bar"><div style="width: {share}%"></div></div></th>'
            f"<td><b>{points}</b> / {entry.weight}</td></tr>"
        )
        if reason := candidate.reasons.get(entry.id):
            rows += f'<tr><td colspan="2">{phrase(reason)}</td></tr>'
    return f"<table>{rows}</table>"


def _verdict(title: str, passes: bool) -> str:
    return f'<span class="{"lp-pass" if passes else "lp-fail"}">{plain(title)}</span>'


def _auto_fails(page: Page, candidate: Candidate) -> str:
    why = page.said(page.words.gettext("Why these words"))
    return items(
        f"<b>{plain(page.names.marker(found.marker).title)}</b><blockquote>{plain(found.quote)}</blockquote>"
        f'<details class="tappable"><summary class="tappable">{why}</summary>{prose(found.why)}</details>'
        for found in candidate.auto_fails
    )


def _calibration(page: Page, candidate: Candidate) -> str:
    earned = [entry for entry in page.pack.evaluate.calibration if entry.candidate == candidate.id]
    above = (page.said(page.words.gettext("Above %(total)s?", total=entry.above)) for entry in earned)
    return items(f"<b>{limit}</b> {phrase(entry.message)}" for limit, entry in zip(above, earned, strict=True))
