"""The exporter `anki`: one deck package (.apkg) for each library, written without Anki's own code."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss

__all__ = ["AnkiExporter", "exporter"]


class AnkiExporter:
    """Turns each library into a package that Anki, AnkiDroid and AnkiMobile import and later update."""

    name = "anki"
    summary = "Anki decks: one .apkg per library, which updates a learner's cards and keeps their progress"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {}

    # The imports stand inside the methods: `lpkit export --list` loads every exporter and runs none.
    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:  # noqa: ARG002
        """Yield `<library-id>.apkg` for each library, and `<library-id>-retired.apkg` where cards were retired."""
        from lpkit_exporters.anki.package import package, retired_package

        for shelf in corpus.shelves:
            yield Artifact(f"{shelf.library.id}.apkg", package(shelf))
            if retired := retired_package(shelf):
                yield Artifact(f"{shelf.library.id}-retired.apkg", retired)

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what a deck cannot hold or cannot do."""
        from lpkit_exporters.anki.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = AnkiExporter()
