"""The html exporter: a site to prepare with, readable without JavaScript, built from the JSON bundle alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss, unshown
from lpkit_exporters.bundle.settings import INTERFACE

_SHOWN = frozenset(
    (
        *(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "probes", "reasons")),
        *("formerly", "questions.formerly", "questions.hint", "questions.options.pinned"),
    )
)
"""Keys that pages show, of those by which the format grew."""


class HtmlExporter:
    """Writes `index.html`, a page for each principle and pack, their style sheet and script; or all as one file."""

    name = "html"
    summary = "A site to prepare with: learn, evaluate, practise, test; readable without JavaScript."
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        "single-file": "true: one index.html with everything inside, to mail or to open.",
        "interface": INTERFACE,
    }
    names_options = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the style sheet, the script, the index, then principles and packs in the order of the index.

        Raises LpkitError where `single-file` is neither true nor false, or `interface` no language with a catalogue.
        """
        from lpkit_exporters.bundle.settings import flag, interface

        catalogues = interface(options)
        if flag(options, "single-file"):
            from lpkit_exporters.html.single import single_file

            return (single_file(corpus, catalogues),)
        from lpkit_exporters.html.site import site

        return site(corpus, catalogues)

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """Give what the library retired, and what the format grew by since: a page shows the rest of its pack."""
        for shelf in corpus.shelves:
            for entry in shelf.library.retired:
                yield Loss(shelf.library.id, "library.retired", "the site shows what is there", entry.id)
            yield from unshown(shelf, _SHOWN)


exporter = HtmlExporter()
