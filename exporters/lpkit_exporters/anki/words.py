"""How many words a learner sees on each side of a card before anything is unfolded."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from lpkit.export import Shelf, count_words
from lpkit_exporters.anki.note import Note
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.notetypes import QUESTION, note_type_json
from lpkit_exporters.anki.page import pages
from lpkit_exporters.bundle.selection import Selection

_UNSEEN = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
_FOLDED = re.compile(
    r"<details[^>]*><summary[^>]*>((?:(?!</summary>).)*)</summary>(?:(?!</?details).)*</details>", re.DOTALL
)
_SECTION = re.compile(r"\{\{([#^])([^{}]+)\}\}((?:(?!\{\{[#^/]).)*)\{\{/\2\}\}", re.DOTALL)
_FIELD = re.compile(r"\{\{([^{}#^/]+)\}\}")
_ROW = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)


class Words(NamedTuple):
    """A card, and the words that are seen on its two sides."""

    kind: str
    name: str
    front: int
    back: int


def card_words(shelf: Shelf, selection: Selection) -> Iterator[Words]:
    """Count the words of every card. Of a question the back counts the longest wrong option with its reason too."""
    for page in pages(shelf):
        for note in notes(page, selection):
            yield from _of(note)


def _of(note: Note) -> Iterator[Words]:
    templates = note_type_json()[str(note.note_type.id)]["tmpls"]
    said = dict(zip(note.note_type.fields, note.texts(), strict=True))
    beside = max(map(seen, _ROW.findall(said["Distractors"])), default=0) if note.note_type is QUESTION else 0
    for face in note.faces:
        kind = re.sub(r" \d+", "", templates[face]["name"])
        front, back = (seen(filled(templates[face][side], said)) for side in ("qfmt", "afmt"))
        yield Words(kind, f"{'/'.join(note.path)} {templates[face]['name']}", front, back + beside)


def filled(template: str, said: Mapping[str, str]) -> str:
    """Put fields into a template as Anki does."""
    while True:
        template, count = _SECTION.subn(
            lambda found: found[3] if (found[1] == "#") == bool(said[found[2]]) else "", template
        )
        if not count:
            return _FIELD.sub(lambda found: said[found[1]], template)


def seen(html: str) -> int:
    """Count the words of HTML that are seen while everything is folded."""
    html = _UNSEEN.sub(" ", html)
    count = 1
    while count:
        html, count = _FOLDED.subn(r" \1 ", html)
    return count_words(unescape(re.sub("<[^>]*>", " ", html)))


def by_kind(cards: Iterable[Words]) -> dict[str, list[Words]]:
    """Sort cards by kind, in the order in which the kinds appear."""
    found: dict[str, list[Words]] = {}
    for card in cards:
        found.setdefault(card.kind, []).append(card)
    return found
