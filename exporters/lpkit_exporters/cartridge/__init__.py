"""The exporter `cartridge`: Common Cartridges with pages and quizzes for each pack."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import ITEMS, POOLS, settings_of


class CartridgeExporter:
    """Writes `<library>.imscc` for each library, or one for each pack, and `README.md` on how to import them."""

    name = "cartridge"
    summary = "Common Cartridge 1.1 or 1.3: for each pack a page to learn from, quizzes with feedback, and the answers"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        "version": "1.3: that version of Common Cartridge; without it 1.1",
        **settings_of(ITEMS, "questions", POOLS),
        "files": "pack: a cartridge for each pack; without it one for each library",
    }
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the cartridges, then the README, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.selection import is_by_pack, selection_of
        from lpkit_exporters.bundle.settings import choice
        from lpkit_exporters.cartridge.files import cartridge_files
        from lpkit_exporters.cartridge.manifest import VERSIONS

        version = VERSIONS[choice(options, "version", tuple(VERSIONS), "1.1")]
        selection = selection_of(corpus, options, ITEMS, POOLS)
        return with_news(corpus, cartridge_files(corpus, selection, version, is_by_pack(options)))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what a Common Cartridge does not hold."""
        from lpkit_exporters.cartridge.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = CartridgeExporter()
