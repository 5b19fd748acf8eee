"""Figures of a text with what they count, as a learner needs them who shall say the text again."""

from collections.abc import Iterator

from lpkit.pattern import pattern
from lpkit.text.languages import language_of
from lpkit.text.languages.parts import ContentWords, Evidence
from lpkit.text.tokens import content

_IN_DIGITS = pattern(r"(?<![\w.])[$€£]?\d[\d.,:]*(?<=\d)(?:%|(?:st|nd|rd|th|k|m)\b)?(?:-\w+)?")
_WORD = pattern(r"\s+([^\W\d]\w*(?:['’-]\w+)*)")
_MOST = 2
"""Words that follow a figure and may tell what it counts."""


def figures_with_units(text: str, language: str) -> list[tuple[str, str]]:
    """Give each figure of a text, in digits or words, alone and with the one or two words after it: `38 a month`.

    Words at the end that carry no content are left out. In a language of which lpkit knows no numerals these are the
    figures in digits.
    """
    known = language_of(language)
    spans = {match.start(): match.end() for match in _IN_DIGITS.finditer(text)}
    if evidence := known.get(Evidence):
        for match in evidence.in_words.finditer(text):
            spans.setdefault(match.start(), match.end())
    words = known.get(ContentWords)
    return [(text[start:end].casefold(), _named(text, start, end, words)) for start, end in _apart(spans)]


def _apart(spans: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Leave out what lies in another figure."""
    last = 0
    for start, end in sorted(spans.items()):
        if start >= last:
            yield start, end
            last = end


def _named(text: str, start: int, end: int, known: ContentWords | None) -> str:
    stop, taken = end, 0
    after = _WORD.match(text, end)
    while after and taken < _MOST:
        taken += 1
        # Only a word of content is a good end: "25 in the" says no more than "25".
        if known is None or content([after[1].casefold()], known):
            stop = after.end()
        after = _WORD.match(text, after.end())
    return " ".join(text[start:stop].split())
