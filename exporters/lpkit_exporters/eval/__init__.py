"""The eval exporter: scored answers and questions as data to evaluate judges and models with, as JSON lines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss, unshown
from lpkit.model import Pack

_SHOWN = frozenset((*(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "reasons")), "questions.hint"))
"""Keys that rows hold, of those by which the format grew."""

_PINNED = "questions.options.pinned"

_LOST = {
    "concepts": "teaching texts are no data to judge with",
    "coaching": "teaching texts are no data to judge with",
    "model_answer": "teaching texts are no data to judge with",
    "fix_its": "rewrites have no score",
    "tags": "labels of the authors' own",
    "evaluate.score_first": "an order for readers; all dimensions are scored",
    "evaluate.calibration": "messages to readers about their own scores",
}
_LOST_OF_LIBRARY = {
    "test": "a test draws from the questions as it likes; all of them are here",
    "speaking": "answers are texts here",
    "levels": "levels that no pack has are left out",
    "principles": "a row has the title of its principle; summaries are left out",
    "rubrics": "rubrics and dimensions that score no answer are left out, and what evidence a dimension expects",
    "retired": "only what is there",
}


class EvalExporter:
    """Writes `answers/<split>.jsonl`, `questions/<split>.jsonl`, `markers.jsonl` and the data card `README.md`."""

    name = "eval"
    summary = "Evaluation data as JSON lines: scored answers for judges, and multiple-choice items; with a data card"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        "test": "20: percent of the packs in the split test, by their first ids alone; 0 to 100"
    }

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the rows of each split, the markers, then the card.

        Raises LpkitError where `test` is no percentage.
        """
        from lpkit_exporters.bundle.settings import number
        from lpkit_exporters.eval.files import eval_files

        return eval_files(corpus, number(options, "test", 20, highest=100))

    def losses(self, corpus: Corpus) -> Iterator[Loss]:
        """List what is no evaluation data."""
        for shelf in corpus.shelves:
            for field, reason in _LOST_OF_LIBRARY.items():
                yield Loss(shelf.library.id, f"library.{field}", reason)
            for pack in shelf.packs:
                yield from (Loss(pack.id, field, reason) for field, reason in _LOST.items() if _has(pack, field))
                yield from _rubric_losses(pack)
                if any(option.pinned for question in pack.questions for option in question.options):
                    yield Loss(
                        pack.id, _PINNED, "options stand as they are first shown; which keep their places is not told"
                    )
                for entry in pack.retired:
                    yield Loss(pack.id, "retired", "only what is there", entry.id)
            yield from unshown(shelf, _SHOWN | {_PINNED})


def _rubric_losses(pack: Pack) -> Iterator[Loss]:
    """Name what the dimensions of a pack's own rubric say beside what a row has."""
    rubric = pack.evaluate.rubric
    if isinstance(rubric, list) and any(dimension.expects for dimension in rubric):
        yield Loss(
            pack.id, "evaluate.rubric.expects", "rows have what a dimension looks for, not what evidence it needs"
        )


def _has(thing: Any, field: str) -> bool:
    for name in field.split("."):
        thing = getattr(thing, name)
    return bool(thing)


exporter = EvalExporter()
