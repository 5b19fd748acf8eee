"""The exporter `moodle`: question banks in Moodle's XML, with categories by principle and pack."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import ITEMS, POOLS, settings_of


class MoodleExporter:
    """Writes `<library>.xml` for each library, or a file for each pack, and `README.md` on how to import them."""

    name = "moodle"
    summary = "Moodle XML: question banks by principle and pack, with feedback, hints and tags; answers to score"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        **settings_of(ITEMS, "questions", POOLS),
        "files": "pack: a file for each pack; without it one for each library",
    }
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the question banks, then the README, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.selection import is_by_pack, selection_of
        from lpkit_exporters.moodle.files import moodle_files

        return with_news(corpus, moodle_files(corpus, selection_of(corpus, options, ITEMS, POOLS), is_by_pack(options)))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what a question bank of Moodle does not hold."""
        from lpkit_exporters.moodle.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = MoodleExporter()
