"""Where a quote stands in an answer, and the sentences around it."""

from collections.abc import Iterable
from dataclasses import dataclass

from lpkit.export import surroundings
from lpkit_exporters.anki.fields import plain


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
    """Cut the quote's sentence and its neighbours out of the answer, but for one that holds another of the quotes."""
    return Passage(*surroundings(answer, quote, others))
