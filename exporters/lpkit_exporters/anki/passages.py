"""Where a quote stands in an answer, and the sentences around it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lpkit.export import locate
from lpkit_exporters.anki.fields import plain

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the sentences before and after it."""

    lead: str
    quote: str
    tail: str

    def unmarked(self) -> str:
        """Give the passage as HTML in which nothing shows where the quote is."""
        return f"<p>{plain(self.lead + self.quote + self.tail)}</p>"

    def marked(self) -> str:
        """Give the passage as HTML with the quote marked."""
        lead, tail = plain(self.lead), plain(self.tail)
        before = " " if self.lead[-1:].isspace() else ""
        after = " " if self.tail[:1].isspace() else ""
        return f"<p>{lead}{before}<mark>{plain(self.quote)}</mark>{after}{tail}</p>"


def passage(answer: str, quote: str, others: Iterable[str] = ()) -> Passage:
    """Cut the quote's sentence and its neighbours out of the answer; the quote alone if it is not there.

    A neighbour that holds one of the other quotes is left out: it would be a second right answer.
    """
    found = locate(answer, quote)
    if found is None:
        return Passage("", quote, "")
    start, end = found
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(answer))]
    before = [place for place in starts if place <= start][-2:]
    after = [*(place for place in starts if place >= end), len(answer), len(answer)][:2]
    taken = [span for span in (locate(answer, other) for other in others) if span]
    first = before[-1] if _meet(taken, before[0], before[-1]) else before[0]
    last = after[0] if _meet(taken, after[0], after[1]) else after[1]
    return Passage(answer[first:start], answer[start:end], answer[end:last])


def _meet(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)
