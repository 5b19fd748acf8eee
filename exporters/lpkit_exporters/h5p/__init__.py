"""The exporter `h5p`: question sets and multiple-choice questions for sites with H5P."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.selection import POOLS, settings_of

KINDS = ("question", "score")


class H5pExporter:
    """Writes `<library>/<pack>/<pool>.h5p` for each pool of a pack, or a file for each question, and `README.md`."""

    name = "h5p"
    summary = "H5P: question sets and multiple-choice questions, without the libraries, which a site must have"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        **settings_of(KINDS, "questions", POOLS),
        "content": "questions: a file for each question; without it a question set for each pool of a pack",
        "question-set": "1.17: the version of H5P.QuestionSet that the site has; without it 1.20",
        "multi-choice": "1.14: the version of H5P.MultiChoice that the site has; without it 1.16",
    }

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the packages, then the README.

        Raises LpkitError where a setting is none of its words, or no version.
        """
        from lpkit_exporters.bundle.selection import selection_of
        from lpkit_exporters.bundle.settings import choice
        from lpkit_exporters.h5p.files import h5p_files
        from lpkit_exporters.h5p.versions import versions_of

        by_question = choice(options, "content", ("sets", "questions"), "sets") == "questions"
        return h5p_files(corpus, selection_of(corpus, options, KINDS, POOLS), versions_of(options), by_question)

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what H5P does not hold."""
        from lpkit_exporters.h5p.losses import losses

        for shelf in corpus.shelves:
            yield from losses(shelf)


exporter = H5pExporter()
