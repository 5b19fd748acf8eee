"""The exporter `canvas`: question banks and quizzes for Canvas, as a package of QTI 1.2."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import ITEMS, POOLS, settings_of


class CanvasExporter:
    """Writes `<library>.zip` for each library, or a package for each pack, and `README.md` on how to import them."""

    name = "canvas"
    summary = "Canvas: question banks for each pack and quizzes on them, with feedback, as QTI 1.2; answers to score"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        **settings_of(ITEMS, "questions", POOLS),
        "files": "pack: a package for each pack; without it one for each library",
    }
    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the packages, then the README, and of a cut corpus what changed and what is gone.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.selection import is_by_pack, selection_of
        from lpkit_exporters.canvas.files import canvas_files

        return with_news(corpus, canvas_files(corpus, selection_of(corpus, options, ITEMS, POOLS), is_by_pack(options)))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what a question bank of Canvas does not hold, and what New Quizzes drop of it."""
        from lpkit_exporters.canvas.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = CanvasExporter()
