"""What a note says is there and a story denies, or the other way about: a ticket, a plan, a dip.

A noun counts as denied where a text says so in words of its own and never tells of it otherwise.
"""

import re
from collections.abc import Iterator, Sequence

from lpkit.text.languages import Language
from lpkit.text.languages.parts import Presences

_SHOWN = 60
"""Characters of the evidence that a message shows."""
_CLAUSE = re.compile(r"[.;:!?\n]")


def contested(note: str, told: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    """Give what a note affirms and other texts deny, or denies and they affirm; none without the part on that."""
    known = language.get(Presences)
    if known is None:
        return
    for claims, against, backed in ((known.there, known.none, known.some), (known.never, known.some, known.none)):
        for noun, said in _said(note, claims, known):
            found = next((evidence for text in told for evidence in _of(text, noun, against, known)), None)
            if found and not any(True for text in told for _ in _of(text, noun, backed, known)):
                yield said, found


def _said(note: str, claims: Sequence[re.Pattern[str]], known: Presences) -> Iterator[tuple[str, str]]:
    for claim in claims:
        for match in claim.finditer(note):
            noun, clause = match["noun"].lower(), _clause(note, match)
            limited = known.limited.match(note, match.end("noun")) and claim in known.never
            if noun not in known.loose and not limited and not known.supposed.search(clause):
                yield noun, match.group().strip(" .,;:")


def _of(text: str, noun: str, claims: Sequence[re.Pattern[str]], known: Presences) -> Iterator[str]:
    if noun not in text.lower():
        return
    for claim in claims:
        for match in claim.finditer(text):
            nouns = {word.lower().removesuffix("s") for word in match.groupdict().values() if word}
            same = noun.removesuffix("s") in nouns
            if same and not known.supposed.search(_clause(text, match)):
                yield text[match.start() : match.end() + _SHOWN].split("\n")[0].strip(" .,;:")[:_SHOWN]


def _clause(text: str, match: re.Match[str]) -> str:
    start = max((border.end() for border in _CLAUSE.finditer(text, 0, match.start() + 1)), default=0)
    end = _CLAUSE.search(text, match.end())
    return text[start : end.start() if end else len(text)]
