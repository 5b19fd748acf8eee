"""Counting in answers: words and the time that they take, sentences that begin with I, and numbers that measure."""

import re
from collections.abc import Iterator, Sequence

from lpkit.pattern import pattern

_SENTENCE_BORDER = pattern(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9])|\n\s*\n|\n\s*[-*•]\s+")
_BEGINS_WITH_I = pattern(r"[(\[]*I(?:['’](?:d|ve|m|ll))?(?=[\s,;:—–…]|$)")
_SAYS_I = pattern(r"(?<![\w'’*-])I(?:['’](?:d|ve|m|ll)\b|(?=,? [a-z]))")
_SPEECH = pattern(r'"[^"]*"|“[^”]*”')
_QUOTED_WHOLE = pattern(r'\s*(?:"[^"]*"|“[^“”]*”)\s*')

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_FIGURE = pattern(r"(?<![\w#@/.:])(?<!\w-)(?<!\w[.,])[$€£¥]?(?P<digits>\d+(?:[.,]\d+)*)(?P<suffix>[^\W\d_]{0,3})(?!\w)")
_NO_UNIT = frozenset(("st", "nd", "rd", "th", "D", "G", "FA", "p", "s"))
"""Letters that make a digit an ordinal (2nd), a name (3D, 5G, 2FA, 1080p) or a decade (1990s)."""
_NO_MEASURE_AFTER = pattern(
    rf":\d|/\d+/\d|-\d\d-\d\d\b|/7\b|\s?(?:[ap]\.?m\b|o['’]clock)|(?:\s+of)?\s+{_MONTH}", re.IGNORECASE
)
_LABEL_BEFORE = pattern(
    r"\b(?:version|step|sprint|phase|chapter|ticket|issue|room|tier|page|option|candidate|port|floor|level|rfc|http|error|sde|python"
    r"|java|ios|android|windows|no\.)\s$",
    re.IGNORECASE,
)
_MONTH_BEFORE = pattern(rf"\b{_MONTH}\s$")
_CLAUSE_END = pattern(r"\s*(?:[.,;:!?)]|$)")
_PLURAL_AFTER = pattern(r"\s?(?:%|percent\b|[a-z]+(?:-[a-z]+)*s\b|ms\b)")
_NUMERAL = (
    r"(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen"
    r"|one(?=[- ](?:hundred|thousand|million|billion|dozen|percent|minute|second|hour|week|month|year)))"
)
_IN_WORDS = pattern(
    rf"(?<![\w-])(?<!\d )(?:{_NUMERAL}(?:(?:-| and | ){_NUMERAL})*|half|halved|halving|doubled|tripled|twice"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)fold|two thirds|(?:third|quarter)s? of"
    r"|(?:an?|one) (?:fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth) of"
    r"|(?:by|to) an? (?:third|quarter|fifth|sixth|eighth|tenth)(?=\s*(?:[.,;:!?)]|$|(?:and|in|within)\b)))"
    r"(?!\w)",
    re.IGNORECASE,
)


def is_english(language: str) -> bool:
    """Tell whether a BCP 47 tag names English, the only language whose words lpkit knows."""
    return language.partition("-")[0] == "en"


def count_words(text: str) -> int:
    """Count the words as they would be spoken: runs of characters with a letter or a digit in them."""
    return sum(1 for run in text.split() if run[0].isalnum() or any(map(str.isalnum, run)))


def speaking_seconds(words: int, words_per_minute: Sequence[int]) -> tuple[int, int]:
    """Give the whole seconds that so many words take to say, at the fastest and at the slowest of some paces."""
    return round(words * 60 / max(words_per_minute)), round(words * 60 / min(words_per_minute))


def sentences(text: str) -> list[str]:
    """Split a text into sentences; paragraphs and list entries end one too."""
    return [part.strip() for part in _SENTENCE_BORDER.split(_without_outer_quotes(text)) if part.strip()]


def count_first_person(text: str) -> int:
    """Count the sentences that begin with I (I, I'd, I've, I'm, I'll); quoted speech does not begin with it."""
    return sum(1 for sentence in sentences(text) if _BEGINS_WITH_I.match(sentence))


def says_i(text: str) -> bool:
    """Tell whether the speaker says I anywhere; what is quoted was said by somebody else."""
    return bool(_SAYS_I.search(_SPEECH.sub(" ", _without_outer_quotes(text))))


def measures(text: str) -> Iterator[str]:
    """Find the numbers that measure something, in digits first, then in words.

    A range counts once. Years, dates, times of day, ordinals, version and ticket numbers and digits within names
    measure nothing. Small numbers are spoken, and often written, in words (four days, a dozen, halved); `one` is
    mostly no number and counts only before a unit.
    """
    yield from (match.group() for match in _FIGURE.finditer(text) if _measures(text, match))
    yield from (match.group() for match in _IN_WORDS.finditer(text))


def _measures(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(match.start() - 16, 0) : match.start()], text[match.end() : match.end() + 24]
    if match["suffix"] in _NO_UNIT or _NO_MEASURE_AFTER.match(after) or _LABEL_BEFORE.search(before):
        return False
    if _MONTH_BEFORE.search(before) and _CLAUSE_END.match(after):
        return False
    return not _is_year(match, after)


def _is_year(match: re.Match[str], after: str) -> bool:
    digits = match["digits"]
    plain = match.group() == digits and len(digits) == 4 and digits[:2] in {"19", "20"}
    return plain and not _PLURAL_AFTER.match(after)


def _without_outer_quotes(text: str) -> str:
    return text.strip()[1:-1] if _QUOTED_WHOLE.fullmatch(text) else text
