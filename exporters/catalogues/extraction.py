"""Finds every message of the interface: in templates, scripts, the style of cards and the exporters' own code."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file

from lpkit_exporters.anki.labels import LABEL, SHOWN

EXPORTERS = Path(__file__).parent.parent / "lpkit_exporters"
DOMAIN = "lpkit"

_Keywords = Mapping[str, tuple[int | tuple[int, str], ...] | None]

_KEYWORDS: _Keywords = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "forms": (1, 2),
}
_SAID: _Keywords = {"say": None, "plural": (1, 2)}
"""The functions of scripts."""
FIELD = re.compile(r"\{\{[^{}]*\}\}")
"""What a label shows of a note; one that shows no more has nothing to translate."""
_NOTE = "Translators:"
"""What a comment begins with that goes into the catalogue."""

_Found = tuple[str | tuple[str, ...], list[str], str | None]


def template() -> Catalog:
    """Give a catalogue of all messages, each with the files that say it, and no translation."""
    comment = "# Messages of lpkit's site and of its Anki cards."
    catalogue = Catalog(domain=DOMAIN, project="lpkit", header_comment=comment, fuzzy=False)
    for folder in ("anki", "html", "scorm"):
        for file in sorted((EXPORTERS / folder).rglob("*")):
            place = file.relative_to(EXPORTERS).as_posix()
            for message, comments, context in _messages(file):
                catalogue.add(message, locations=[(place, 1)], auto_comments=comments, context=context)
    return catalogue


def _messages(file: Path) -> Iterator[_Found]:
    """Give the messages of a file; none where it is of no kind that says any."""
    if file.suffix == ".jinja":
        yield from _called("jinja2", file, _KEYWORDS)
    elif file.suffix == ".py":
        yield from _called("python", file, _KEYWORDS)
    elif file.suffix == ".js" and "assets" in file.parts:
        yield from _called("javascript", file, _SAID)
    elif file.suffix == ".html":
        labels = LABEL.findall(file.read_text(encoding="utf-8"))
        yield from ((label, [], None) for label in labels if FIELD.sub("", label).strip())
    elif file.suffix == ".css" and "anki" in file.parts:
        yield from ((said, [], None) for _, _, said in SHOWN.findall(file.read_text(encoding="utf-8")))


def _called(method: str, file: Path, keywords: _Keywords) -> Iterator[_Found]:
    for _, message, comments, context in extract_from_file(method, file, keywords, (_NOTE,), strip_comment_tags=True):
        yield message, comments, context
