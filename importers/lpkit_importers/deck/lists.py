"""Lists in the HTML of a field: their entries, each as HTML again."""

from html.parser import HTMLParser

from lpkit.importing.parsing import parsable

_LONGEST = 200_000
"""Characters of a field in which lists are looked for."""


class _Reader(HTMLParser):
    """Keeps what stands in each outermost entry of a list, and what stands outside of any."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.entries: list[tuple[dict[str, str | None], list[str]]] = []
        self.outside: list[str] = []
        self._depth = 0

    def _keep(self, raw: str) -> None:
        (self.entries[-1][1] if self._depth else self.outside).append(raw)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an entry, or keep a tag."""
        if tag != "li" or self._depth:
            self._keep(self.get_starttag_text() or "")
        else:
            self.entries.append((dict(attrs), []))
        self._depth += tag == "li"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Keep a tag that ends itself."""
        self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """End an entry, or keep a tag."""
        self._depth -= tag == "li" and self._depth > 0
        self._keep(f"</{tag}>" if tag != "li" or self._depth else "")

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        """Keep an entity by its name."""
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Keep an entity by its number."""
        self._keep(f"&#{name};")


def entries_of(html: str) -> list[tuple[str, str]]:
    """Give the entries of the lists that a text is made of: what `data-key` says of each, and its HTML.

    None where it has no list, or says something beside it.
    """
    return [(attributes.get("data-key") or "", inner) for attributes, inner in _entries(html)]


def options_of(html: str) -> list[tuple[str, int | None, str]]:
    """Give the same of options, with their places in the source, from 0; None where a deck does not say so."""
    return [
        (attributes.get("data-key") or "", int(place) if place.isdecimal() and len(place) < 4 else None, inner)
        for attributes, inner in _entries(html)
        for place in [attributes.get("data-place") or ""]
    ]


def _entries(html: str) -> list[tuple[dict[str, str | None], str]]:
    if "<li" not in html.lower() or len(html) > _LONGEST:
        return []
    reader = _Reader()
    reader.feed(parsable(html))
    reader.close()
    beside = "".join(part for part in reader.outside if not part.startswith("<")).strip()
    return [] if beside else [(attributes, "".join(parts)) for attributes, parts in reader.entries]
