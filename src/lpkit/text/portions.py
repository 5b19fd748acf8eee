"""Parts of a whole in a note beside those of its source: another part, or the rest with what is said of the part."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.figures import Figure
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords, Occasions, Reckonings
from lpkit.text.skeleton import skeleton
from lpkit.text.tokens import content, words

_STEM = 4
"""Letters by which a noun is known again."""
_FEW = 12
"""Wholes up to this size are met by chance, and are the same where they are of the same."""
_CLAUSE, _CLAUSE_ROOM = pattern("[.,;:!?]"), 80
"""Where what is said of a part ends, at the latest after so many characters."""


class _Part(NamedTuple):
    """A part of a whole, and what its clause says of it."""

    part: Figure
    whole: Figure
    said: str

    @property
    def text(self) -> str:
        """Give both as they are written."""
        return f"{self.part.text} of {self.whole.text}"


def portions(note: str, source: str, language: Language) -> Iterator[tuple[str, str, bool]]:
    """Find parts of a whole (12 of 14 wards) of which the source has another part, or this one of the rest.

    Gives what is said, what the source has, and whether that is certain; none without the part on arithmetic.
    """
    known = language.get(Reckonings)
    if known is None:
        return
    here = _parts(note, language, known)
    there = _parts(source, language, known) if here else []
    for one in here:
        alike = [two for two in there if two.whole.value == one.whole.value]
        others = [two for two in alike if two.whole.unit == one.whole.unit or two.whole.value > _FEW]
        values = {two.part.value for two in others}
        rest = {one.whole.value - value for value in values}
        if len(values) != 1 or one.part.value in values or one.part.hedge or others[0].part.hedge:
            continue
        certain = one.part.value not in rest
        if certain or _same_deed(one, others[0], language):
            yield one.text, others[0].text, certain


def _same_deed(one: _Part, other: _Part, language: Language) -> bool:
    """Tell whether two clauses say the same of a part, and neither denies it: the rest of those who signed did not."""
    terms, known = language.get(ContentWords), language.get(Occasions)
    if terms is None or known is None or known.no_part.search(one.said) or known.no_part.search(other.said):
        return False
    counted = {one.whole.unit[:_STEM], other.whole.unit[:_STEM]}
    shared = content(words(one.said), terms) & content(words(other.said), terms)
    # Where the noun is left out the verb stands in its place, and is what both say.
    return any(word[:_STEM] not in counted or one.whole.unit != other.whole.unit for word in shared)


def _parts(text: str, language: Language, known: Reckonings) -> list[_Part]:
    bones, found = skeleton(text, language), []
    for match in known.part.finditer(bones.text):
        part, whole = bones.figure(match["part"]), bones.figure(match["whole"])
        if part.kind == whole.kind == "count":
            end = _CLAUSE.search(bones.text, match.end())
            found.append(_Part(part, whole, bones.text[match.end() : end.start() if end else None][:_CLAUSE_ROOM]))
    return found
