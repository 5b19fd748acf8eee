"""The exporter `olx`: courses and problem banks for Open edX, as Studio imports them."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import ITEMS, POOLS, settings_of


class OlxExporter:
    """Writes `<library>.course.tar.gz` or `<library>.library.tar.gz` for each library, and `README.md`.

    Never cut to what changed: Studio takes what is missing in a file out of the course.
    """

    name = "olx"
    summary = "Open edX: courses with problems and open response assessments, or problem banks, as Studio imports them"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        **settings_of(ITEMS, "problems", POOLS),
        "as": "library: a problem bank, without open responses; without it a course",
    }
    names_options = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the archives, then the README.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.selection import selection_of
        from lpkit_exporters.bundle.settings import choice
        from lpkit_exporters.olx.files import olx_files

        as_library = choice(options, "as", ("course", "library"), "course") == "library"
        return olx_files(corpus, selection_of(corpus, options, ITEMS, POOLS), as_library)

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what Open edX does not hold."""
        from lpkit_exporters.olx.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = OlxExporter()
