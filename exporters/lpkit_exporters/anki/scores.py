"""Notes on which a learner scores a candidate's answer and compares with the expert."""

from collections.abc import Iterator

from lpkit.model import Candidate, Dimension
from lpkit_exporters.anki.fields import items, phrase, plain, prose
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import SCORE
from lpkit_exporters.anki.page import Page

EVIDENCE = {"first-person": "Needs sentences in the first person.", "number": "Needs a number."}


def score_notes(page: Page) -> Iterator[Note]:
    """Yield a note for each candidate."""
    for candidate in page.pack.evaluate.candidates:
        tags = (f"marker::{found.marker}" for found in candidate.auto_fails)
        yield make_note(page, SCORE, ("candidate", candidate.id), _fields(page, candidate), tags)


def _fields(page: Page, candidate: Candidate) -> dict[str, str]:
    evaluate = page.pack.evaluate
    verdict = page.names.verdict(candidate.verdict)
    return {
        "Prompt": plain(page.pack.prompt),
        "Setting": prose(evaluate.setting),
        "Time": f"{evaluate.minutes} min",
        "Candidate": candidate.id.upper(),
        "Answer": plain(candidate.answer),
        "Score first": items(plain(page.dimension_title(name)) for name in evaluate.score_first),
        "Rubric": _rubric(page),
        "Scores": _scores(page.dimensions, candidate),
        "Total": str(candidate.total),
        "Verdict": _verdict(verdict.title, verdict.passes),
        "Auto-fails": _auto_fails(page, candidate),
        "Delivery": _said(candidate.delivery),
        "Notes": _said(candidate.notes) + _probes(candidate),
        "Calibration": _calibration(page, candidate),
    }


def _said(text: str | None) -> str:
    """Fill the place below a heading that every card has, also where the pack says nothing."""
    return prose(text or "Nothing was written down.")


def _probes(candidate: Candidate) -> str:
    """Give the follow-up questions with replies, below the notes: the list of fields is frozen."""
    rows = items(
        f"<b>{plain(probe.ask)}</b><blockquote>{plain(probe.reply)}</blockquote>{prose(probe.shows)}"
        for probe in candidate.probes
    )
    return f"<h2>Follow-up questions</h2>{rows}" if rows else ""


def _rubric(page: Page) -> str:
    rows = "".join(
        f"<tr><th>{plain(entry.title)}</th><td>{entry.weight}</td></tr>"
        f'<tr><td colspan="2">{phrase(entry.looks_for)} {EVIDENCE.get(entry.expects or "", "")}</td></tr>'
        for entry in page.dimensions
    )
    bands = items(f"{plain(entry.title)} <b>{entry.starts_at}+</b>" for entry in page.names.library.verdicts)
    return f'<table>{rows}</table><div class="lp-bands">{bands}</div>'


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
    return items(
        f"<b>{plain(page.names.marker(found.marker).title)}</b>"
        f"<blockquote>{plain(found.quote)}</blockquote>{prose(found.why)}"
        for found in candidate.auto_fails
    )


def _calibration(page: Page, candidate: Candidate) -> str:
    return items(
        f"<b>Above {entry.above}?</b> {phrase(entry.message)}"
        for entry in page.pack.evaluate.calibration
        if entry.candidate == candidate.id
    )
