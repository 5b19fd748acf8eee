"""The cards exporter: short cards for other apps than Anki, each in the dialect that it imports."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss

DIALECTS = ("quizlet", "brainscape", "memrise", "mochi", "obsidian")
KINDS = ("question", "fix-it", "marker")
POOLS = ("practice", "test")


class CardsExporter:
    """Writes a file for each pack; for Mochi a file for each card."""

    name = "cards"
    summary = "Short cards for Quizlet, Brainscape, Memrise (tab-separated), Mochi and Obsidian (Markdown)"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        "dialect": "quizlet: what the cards are for; also brainscape, memrise, mochi, obsidian",
        "kinds": "question,fix-it,marker: which cards are made",
        "pools": "practice: questions of which pools; practice,test takes both",
    }
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the cards of each pack, in the order of the library, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.settings import choice, several
        from lpkit_exporters.cards.dialects import card_files

        dialect = choice(options, "dialect", DIALECTS, "quizlet")
        kinds = several(options, "kinds", KINDS, KINDS)
        return with_news(corpus, card_files(corpus, dialect, kinds, several(options, "pools", POOLS, ("practice",))))

    def losses(self, corpus: Corpus) -> Iterator[Loss]:
        """List what short cards leave out, with the settings as they are when none is given."""
        from lpkit_exporters.cards.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = CardsExporter()
