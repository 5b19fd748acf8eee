"""A language that nobody speaks: each of its messages is the English one in brackets; and content in other letters."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog

from extraction import template
from lpkit.corpus.content import arrange
from lpkit.export import Corpus
from lpkit.model import Library, Pack
from lpkit_exporters.catalogue.words import Catalogues
from writing import MARKUP, compiled

NAMES = {
    *("id", "principle", "level", "status", "pool", "difficulty", "marker", "candidate", "verdict", "rubric"),
    *("score_first", "dimension", "expects", "replaced_by", "language", "format", "from"),
}
"""Keys whose values are not free text."""

TAG = "ru"
"""Its tag is that of a language which has three forms of numbers, and dates in other letters."""
OPEN, CLOSE = "⟦", "⟧"


def bracketed(text: str) -> str:
    """Put brackets around the words of a message, apart for what stands in elements of it."""
    ends = [0, *(place for found in MARKUP.finditer(text) for place in found.span()), len(text)]
    runs = [text[start:end] for start, end in pairwise(ends)]
    return "".join(f"{OPEN}{run}{CLOSE}" if run.strip() and not run.startswith("<") else run for run in runs)


def bracket_catalogue(folder: Path) -> Catalogues:
    """Write the catalogue, and force it upon all content."""
    catalogue = Catalog(TAG)
    for message in template():
        if isinstance(message.id, tuple):
            one, many = map(bracketed, message.id)
            catalogue.add(message.id, (one, many, many))
        elif message.id:
            catalogue.add(message.id, bracketed(message.id), context=message.context)
    file = folder / TAG / "LC_MESSAGES" / "lpkit.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(catalogue))
    return Catalogues(folder, forced=TAG)


def in_other_letters(value: Any, key: str = "") -> Any:
    """Write all content in Cyrillic letters: what is still Latin on a page then is a word of the interface."""
    if isinstance(value, dict):
        return {name: in_other_letters(entry, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [in_other_letters(entry, key) for entry in value]
    return value.translate(_LETTERS) if isinstance(value, str) and key not in NAMES | {"formerly", "tags"} else value


_LETTERS = {65 + place: 0x410 + place for place in range(26)} | {97 + place: 0x430 + place for place in range(26)}


def lettered(corpus: Corpus) -> Corpus:
    """Give a corpus with its content in other letters."""
    shelf = corpus.shelves[0]
    library = in_other_letters(shelf.library.model_dump(mode="json", by_alias=True))
    packs = [Pack.model_validate(in_other_letters(pack.model_dump(mode="json"))) for pack in shelf.packs]
    return arrange([(Library.model_validate(library), packs)])


def outside(text: str) -> str:
    """Give what of a text stands in no brackets; one that has lost its other half reaches to the end of the text."""
    depth, kept = 0, ""
    for sign in text:
        if sign == OPEN:
            depth += 1
        elif sign == CLOSE:
            kept = kept if depth else ""
            depth = max(0, depth - 1)
        elif not depth:
            kept += sign
    return kept
