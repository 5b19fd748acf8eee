"""What stands around a quote in an answer: the sentences before and after it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lpkit.text.passage import locate

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")


class Surroundings(NamedTuple):
    """A quote as the answer has it, with what comes before and after."""

    lead: str
    quote: str
    tail: str


def surroundings(answer: str, quote: str, others: Iterable[str] = ()) -> Surroundings:
    """Cut the quote's sentence and its neighbours out of the answer; the quote alone if it is not there.

    A neighbour that holds one of the other quotes is left out: it would be a second right answer.
    """
    found = locate(answer, quote)
    if found is None:
        return Surroundings("", quote, "")
    start, end = found
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(answer))]
    before = [place for place in starts if place <= start][-2:]
    after = [*(place for place in starts if place >= end), len(answer), len(answer)][:2]
    taken = [span for span in (locate(answer, other) for other in others) if span]
    first = before[-1] if _meet(taken, before[0], before[-1]) else before[0]
    last = after[0] if _meet(taken, after[0], after[1]) else after[1]
    return Surroundings(answer[first:start], answer[start:end], answer[end:last])


def _meet(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)
