"""The exporter `qti`: packages of items and tests in QTI 2.1 or 3.0, by principle and pack."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import ITEMS, POOLS, settings_of


class QtiExporter:
    """Writes `<library>.zip` for each library, or a package for each pack, and `README.md` on how to import them."""

    name = "qti"
    summary = "QTI 2.1 or 3.0: packages of items and tests, with feedback and pinned options; answers to score"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        "version": "3.0: that version of QTI; without it 2.1",
        **settings_of(ITEMS, "items", POOLS),
        "files": "pack: a package for each pack; without it one for each library",
    }
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the packages, then the README, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.selection import is_by_pack, selection_of
        from lpkit_exporters.bundle.settings import choice
        from lpkit_exporters.qti.files import qti_files
        from lpkit_exporters.qti.version import VERSIONS

        version = VERSIONS[choice(options, "version", tuple(VERSIONS), "2.1")]
        return with_news(
            corpus, qti_files(corpus, selection_of(corpus, options, ITEMS, POOLS), version, is_by_pack(options))
        )

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what an item of QTI does not hold."""
        from lpkit_exporters.qti.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = QtiExporter()
