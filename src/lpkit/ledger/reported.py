"""Texts of which another rule tells that their figures or days are told otherwise."""

from lpkit.corpus import PackView
from lpkit.corpus.noted import notes
from lpkit.diagnostic import Site
from lpkit.text.borrowed import borrowed
from lpkit.text.languages.parts import Borrowings


def misreported(pack: PackView) -> frozenset[Site]:
    """Give the texts of which LP330 speaks: it follows the words around a figure, and knows better what it is of."""
    if Borrowings not in pack.language:
        return frozenset()
    read = ((note, borrowed(note.text, note.source, note.others, pack.language)) for note in notes(pack))
    return frozenset(note.site for note, slips in read if any(True for _ in slips))
