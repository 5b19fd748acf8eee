"""Where a quote stands in an answer, and the sentence around it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lpkit.export import locate
from lpkit_exporters.anki.fields import plain

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the words of its sentence before and after it."""

    lead: str
    quote: str
    tail: str
    shared: bool = False
    """Whether another marker's quote lies in it too: only a mark can then say which one is asked about."""

    def asked(self) -> str:
        """Give the passage as HTML; nothing shows where the quote is, unless there are two."""
        return self.marked() if self.shared else f"<p>{plain(self.lead + self.quote + self.tail)}</p>"

    def marked(self) -> str:
        """Give the passage as HTML with the quote marked."""
        lead, tail = plain(self.lead), plain(self.tail)
        before = " " if self.lead[-1:].isspace() else ""
        after = " " if self.tail[:1].isspace() else ""
        return f"<p>{lead}{before}<mark>{plain(self.quote)}</mark>{after}{tail}</p>"


def sentence(answer: str, quote: str, others: Iterable[str] = ()) -> Passage:
    """Cut the sentence of a quote out of the answer, or the sentences; the quote alone if it is not there.

    `others` are quotes of other markers.
    """
    found = locate(answer, quote)
    if found is None:
        return Passage("", quote, "")
    start, end = found
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(answer))]
    first = max(place for place in starts if place <= start)
    last = min((place for place in starts if place >= end), default=len(answer))
    taken = [span for span in (locate(answer, other) for other in others) if span]
    shared = any(begin < last and first < stop for begin, stop in taken)
    return Passage(answer[first:start], answer[start:end], answer[end:last].rstrip(), shared)
