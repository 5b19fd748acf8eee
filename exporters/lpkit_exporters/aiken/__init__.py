"""The exporter `aiken`: questions as text with lettered options, which most learning systems import."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import POOLS, settings_of

KINDS = ("question", "score")


class AikenExporter:
    """Writes `<library>/<pack>/<pool>.txt`, since Aiken has no categories, and `README.md`."""

    name = "aiken"
    summary = "Aiken: stem, lettered options and the key as plain text, nothing else; a file for each pool of a pack"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = settings_of(KINDS, "questions", POOLS)
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the questions, then the README, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.aiken.files import aiken_files
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.selection import selection_of

        return with_news(corpus, aiken_files(corpus, selection_of(corpus, options, KINDS, POOLS)))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what Aiken does not hold."""
        from lpkit_exporters.aiken.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = AikenExporter()
