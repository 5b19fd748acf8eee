"""Notes about single passages of the candidates' answers: which marker they show, and what is weak in them."""

from collections.abc import Iterator
from itertools import groupby

from lpkit.model import AutoFail, Candidate, FixIt
from lpkit_exporters.anki.changes import mark_changes
from lpkit_exporters.anki.fields import folded, items, plain, prose
from lpkit_exporters.anki.figures import new_figures
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import AUTO_FAIL, FIX_IT
from lpkit_exporters.anki.page import Page
from lpkit_exporters.anki.passages import sentence

MOST_WORDS = 40
"""Words of a reason that a back shows at once."""


def fix_it_notes(page: Page) -> Iterator[Note]:
    """Yield a note for each weak passage and its rewrite."""
    for fix_it in page.pack.fix_its:
        fields = _fix_it_fields(page, fix_it)
        yield make_note(page, FIX_IT, ("fix-it", fix_it.id), fields, passages=(fix_it.candidate,))


def _fix_it_fields(page: Page, fix_it: FixIt) -> dict[str, str]:
    before, after = mark_changes(fix_it.before, fix_it.after)
    why, more = folded(fix_it.why, MOST_WORDS)
    return {
        "Before": plain(fix_it.before),
        "Prompt": plain(page.pack.prompt),
        "Figures": items(map(plain, new_figures(fix_it.before, fix_it.after, page.names.library.language))),
        "Before marked": before,
        "After marked": after,
        "Title": plain(fix_it.title),
        "Why": why,
        "More on why": more,
        "Candidate": fix_it.candidate.upper(),
    }


def auto_fail_notes(page: Page) -> Iterator[Note]:
    """Yield a note for each marker that an answer shows.

    An auto-fail has no id of its own. Candidate and marker name it, so all quotes of one marker in one
    answer share a note.
    """
    for candidate in page.pack.evaluate.candidates:
        ordered = sorted(candidate.auto_fails, key=lambda found: found.marker)
        for marker, found in groupby(ordered, key=lambda found: found.marker):
            yield _auto_fail_note(page, candidate, marker, list(found))


def _auto_fail_note(page: Page, candidate: Candidate, marker: str, found: list[AutoFail]) -> Note:
    pack = page.pack
    others = [entry.quote for entry in candidate.auto_fails if entry.marker != marker]
    passages = [sentence(candidate.answer, entry.quote, others) for entry in found]
    fields = {
        "Sentence": "".join(entry.asked() for entry in passages),
        "Prompt": plain(pack.prompt),
        "Sentence marked": "".join(entry.marked() for entry in passages),
        "Marker": plain(page.names.marker(marker).title),
        "Why here": "".join(prose(entry.why) for entry in found),
        "Candidate": candidate.id.upper(),
        **_rule(page, marker),
    }
    tags = (f"marker::{marker}",)
    item = ("auto-fail", candidate.id, marker)
    return make_note(page, AUTO_FAIL, item, fields, tags, passages=(candidate.id,))


def _rule(page: Page, name: str) -> dict[str, str]:
    """Say what the library knows of a marker: why it fails an answer, what it costs, how it sounds."""
    if not page.names.has_marker(name):
        return {}
    marker = page.names.marker(name)
    words = page.words
    title, verdict = plain(page.dimension_title(marker.dimension.id)), plain(marker.verdict.title)
    costs = (
        words.gettext("%(dimension)s keeps <b>%(cap)s</b> at most", dimension=title, cap=marker.cap),
        words.gettext("<b>%(verdict)s</b> is the best verdict left", verdict=verdict),
    )
    return {
        "Why": prose(marker.why),
        "Effect": items(map(page.said, costs)),
        "Phrases": items(map(plain, marker.phrases)),
    }
