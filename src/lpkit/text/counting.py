"""Counting in answers: words and the time that they take, sentences in the first person, and numbers that measure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lpkit.pattern import pattern
from lpkit.text.enclosed import Enclosed
from lpkit.text.languages.parts import Evidence
from lpkit.text.languages.parts.figures import NUMBER_IN_DIGITS

SENTENCE_BORDER = pattern(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9])|\n\s*\n|\n\s*[-*•]\s+")
SPEECH = pattern(r'"[^"]*"|“[^”]*”')
_SPEECH = Enclosed(SPEECH.pattern, {'"': '"', "“": "”"})
QUOTED_WHOLE = pattern(r'\s*(?:"[^"]*"|“[^“”]*”)\s*')

CLAUSE_END = pattern(r"\s*(?:[.,;:!?)]|$)")


@lru_cache(maxsize=256)
def count_words(text: str) -> int:
    """Count the words as they would be spoken: runs of characters with a letter or a digit in them."""
    return sum(1 for run in text.split() if run[0].isalnum() or any(map(str.isalnum, run)))


def speaking_seconds(words: int, words_per_minute: Sequence[int]) -> tuple[int, int]:
    """Give the whole seconds that so many words take to say, at the fastest and at the slowest of some paces."""
    return round(words * 60 / max(words_per_minute)), round(words * 60 / min(words_per_minute))


def sentences(text: str) -> list[str]:
    """Split a text into sentences; paragraphs and list entries end one too."""
    return [part.strip() for part in SENTENCE_BORDER.split(_without_outer_quotes(text)) if part.strip()]


def sentence_starts(text: str) -> list[int]:
    """Give the places where sentences begin, to show a text as sentences; each runs to where the next begins."""
    starts = [0, *(border.end() for border in SENTENCE_BORDER.finditer(text))]
    return [start for start in dict.fromkeys(starts) if text[start:].strip()] or [0]


def count_first_person(text: str, evidence: Evidence) -> int:
    """Count the sentences that begin with the first person (I, I'd, I've); quoted speech does not begin with it."""
    return sum(1 for sentence in sentences(text) if evidence.begins.match(sentence))


def says_i(text: str, evidence: Evidence) -> bool:
    """Tell whether the speaker says I anywhere; what is quoted was said by somebody else."""
    return bool(evidence.says.search(_SPEECH.sub(" ", _without_outer_quotes(text))))


def measures(text: str, evidence: Evidence) -> Iterator[str]:
    """Find the numbers that measure something, in digits first, then in words.

    A range counts once. Years, dates, times of day, ordinals, version and ticket numbers and digits within names
    measure nothing. Small numbers are spoken, and often written, in words (four days, a dozen, halved); `one` is
    mostly no number and counts only before a unit.
    """
    yield from (match.group() for match in NUMBER_IN_DIGITS.finditer(text) if is_measure(text, match, evidence))
    yield from (match.group() for match in evidence.in_words.finditer(text))


def is_measure(text: str, match: re.Match[str], evidence: Evidence) -> bool:
    """Tell whether a number in digits (groups `digits` and `suffix`) measures something, by what stands around it."""
    before, after = text[max(match.start() - 16, 0) : match.start()], text[match.end() : match.end() + 24]
    if match["suffix"] in evidence.no_unit or evidence.no_measure_after.match(after):
        return False
    last = before.split()[-1] if before[-1:].isspace() and not before.isspace() else ""
    label, month = _named_by(last, evidence) if last else (False, False)
    if label or (month and CLAUSE_END.match(after)):
        return False
    return not _is_year(match, after, evidence)


@lru_cache(maxsize=4096)
def _named_by(word: str, evidence: Evidence) -> tuple[bool, bool]:
    """Tell whether the word before a number makes a name of it, and whether it is a month: few words come often."""
    return evidence.label_before.search(f"{word} ") is not None, evidence.month_before.search(f"{word} ") is not None


def _is_year(match: re.Match[str], after: str, evidence: Evidence) -> bool:
    digits = match["digits"]
    plain = match.group() == digits and len(digits) == 4 and digits[:2] in {"19", "20"}
    return plain and not evidence.counted_after.match(after)


def _without_outer_quotes(text: str) -> str:
    return text.strip()[1:-1] if QUOTED_WHOLE.fullmatch(text) else text
