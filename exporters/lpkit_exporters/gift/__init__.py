"""The exporter `gift`: questions in GIFT, the text format of Moodle that many other programs read."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import ITEMS, POOLS, settings_of


class GiftExporter:
    """Writes `<library>.gift.txt` for each library, or a file for each pack, and `README.md`."""

    name = "gift"
    summary = "GIFT: questions as text, with categories, feedback, ids and tags; for Moodle and what reads its GIFT"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        **settings_of(ITEMS, "questions", POOLS),
        "files": "pack: a file for each pack; without it one for each library",
    }
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the questions, then the README, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.selection import is_by_pack, selection_of
        from lpkit_exporters.gift.files import gift_files

        return with_news(corpus, gift_files(corpus, selection_of(corpus, options, ITEMS, POOLS), is_by_pack(options)))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what GIFT does not hold."""
        from lpkit_exporters.gift.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = GiftExporter()
