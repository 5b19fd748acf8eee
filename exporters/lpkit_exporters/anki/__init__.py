"""The exporter `anki`: one deck package (.apkg) for each library, written without Anki's own code."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.anki.selection import SETTINGS, selection_of

__all__ = ["AnkiExporter", "exporter"]


class AnkiExporter:
    """Turns each library into a package that Anki, AnkiDroid and AnkiMobile import and later update."""

    name = "anki"
    summary = "Anki decks: one .apkg per library, which updates a learner's cards and keeps their progress"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = SETTINGS

    # The imports stand inside the methods: `lpkit export --list` loads every exporter and runs none.
    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Yield `<library-id>.apkg` for each library of which something is wanted.

        Raises LpkitError where a setting names what is not known.
        """
        from lpkit_exporters.anki.package import package

        selection = selection_of(corpus, options)
        for shelf in corpus.shelves:
            if selection.packs is None or any(selection.wants(pack.id) for pack in shelf.packs):
                yield Artifact(f"{shelf.library.id}.apkg", package(shelf, selection))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what a deck cannot hold or cannot do."""
        from lpkit_exporters.anki.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = AnkiExporter()
