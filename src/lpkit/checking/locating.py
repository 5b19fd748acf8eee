"""From what a rule found to a diagnostic: where that stands, by the text of a file or by what was kept of it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from lpkit.diagnostic import Diagnostic, Finding, Related, Site, Span
from lpkit.printable import printable
from lpkit.rule import Rule
from lpkit.source import Source

_MAX_EXCERPT = 3


class Place(NamedTuple):
    """What a file says of the place of a finding."""

    span: Span
    item: str | None
    """The id of the innermost thing with an id."""
    value: str
    """The scalar there as text; empty for the rest."""
    excerpt: tuple[str, ...]
    """The first of the lines that it touches."""


class Book(Protocol):
    """Tells where sites of one file are."""

    def place(self, site: Site) -> Place:
        """Give all that a diagnostic says of a site."""

    def span(self, site: Site) -> Span:
        """Give where it begins and ends."""


BookOf = Callable[[str], Book]
"""Gives the book of a file, by the name that reports show."""


class SourceBook:
    """Tells it by the text of the file."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def place(self, site: Site) -> Place:
        """Give all that a diagnostic says of a site."""
        source, span = self._source, self._source.span(site)
        last = min(span.end_line, span.line + _MAX_EXCERPT - 1)
        excerpt = source.lines(span.line, last) if source.text else ()
        return Place(span, _item(source, site), _value(source, site), excerpt)

    def span(self, site: Site) -> Span:
        """Give where it begins and ends."""
        return self._source.span(site)


def locate(rule: Rule, finding: Finding, book_of: BookOf) -> Diagnostic:
    """Give a finding its rule and its position."""
    place = book_of(finding.site.file).place(finding.site)
    return _diagnostic(rule, finding, place, lambda site: book_of(site.file).span(site))


def locate_all(found: Sequence[tuple[Rule, Finding]], book_of: BookOf) -> list[Diagnostic]:
    """Give findings in many files their positions; each file is asked for once, and held no longer than needed."""
    here: defaultdict[str, list[int]] = defaultdict(list)
    elsewhere: defaultdict[str, list[Site]] = defaultdict(list)
    for number, (_, finding) in enumerate(found):
        here[finding.site.file].append(number)
        for site, _ in finding.related:
            elsewhere[site.file].append(site)
    places: dict[int, Place] = {}
    spans: dict[Site, Span] = {}
    for file in dict.fromkeys((*here, *elsewhere)):
        book = book_of(file)
        places.update((number, book.place(found[number][1].site)) for number in here.get(file, ()))
        spans.update((site, book.span(site)) for site in elsewhere.get(file, ()))
    return [_diagnostic(*pair, places[number], spans.__getitem__) for number, pair in enumerate(found)]


def _diagnostic(rule: Rule, finding: Finding, place: Place, span_of: Callable[[Site], Span]) -> Diagnostic:
    related = tuple(Related(site.file, span_of(site), printable(message)) for site, message in finding.related)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=rule.severity if rule.configured else finding.severity or rule.severity,
        message=printable(finding.message),
        path=finding.site.file,
        span=place.span,
        pointer=finding.site.pointer,
        item=place.item,
        help=printable(finding.help) if finding.help else None,
        related=related,
        fix=finding.fix,
        value=finding.value or place.value,
        excerpt=place.excerpt,
    )


def _item(source: Source, site: Site) -> str | None:
    """Give the id of the innermost thing with an id on the way to a site."""
    for end in range(len(site.at), -1, -1):
        here = source.value(site.at[:end])
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            return str(here["id"])
    return None


def _value(source: Source, site: Site) -> str:
    """Give the scalar at a site as text, so that another value there is another fault; empty for the rest."""
    value = source.value(site.at)
    return "" if value is None or isinstance(value, dict | list) else str(value)
