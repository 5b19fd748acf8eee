"""The html exporter: a site that needs no JavaScript, built from the JSON bundle alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss


class HtmlExporter:
    """Writes `index.html`, a page for each pack, and their style sheet."""

    name = "html"
    summary = "A site to read and to practise with: an index, one page a pack, no JavaScript needed."
    schemas: Mapping[str, Mapping[str, Any]] = {}

    settings: Mapping[str, str] = {}

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:  # noqa: ARG002
        """Give the style sheet, the index, then the packs in the order of the index."""
        from lpkit_exporters.html.site import site

        return site(corpus)

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """Give what the library retired: a page shows everything of its pack."""
        for shelf in corpus.shelves:
            for entry in shelf.library.retired:
                yield Loss(shelf.library.id, "library.retired", "the site shows what is there", entry.id)


exporter = HtmlExporter()
