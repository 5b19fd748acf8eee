"""The files of the export: rows by split, markers, and the card that tells what they are."""

from collections.abc import Iterator

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.bundle.text import data_line
from lpkit_exporters.eval.card import SPLITS, Part, card
from lpkit_exporters.eval.rows import Data, answers, markers, questions, split_of


def eval_files(corpus: Corpus, test: int) -> Iterator[Artifact]:
    """Give the rows of each split that has any, the markers, then the card; `test` is the percentage of that split."""
    content = bundle(corpus)
    first = _first_names(corpus)
    parts: list[Part] = []
    for name, rows_of in (("answers", answers), ("questions", questions)):
        splits: dict[str, list[Data]] = {split: [] for split in SPLITS}
        for file in content.packs.values():
            splits[split_of(file.library.id, first[file.library.id, file.id], test)] += rows_of(file)
        for split, rows in splits.items():
            if rows:
                parts.append(Part(name, split, f"{name}/{split}.jsonl", rows))
    rules = [row for library in content.index.libraries for row in markers(library)]
    if rules:
        parts.append(Part("markers", "markers", "markers.jsonl", rules))
    for part in parts:
        yield Artifact(part.path, b"".join(map(data_line, part.rows)))
    yield Artifact("README.md", card(content.index.libraries, parts, test).encode())


def _first_names(corpus: Corpus) -> dict[tuple[str, str], str]:
    """Give by library and pack the id under which the pack was published first.

    The lock has it; what no lock knows was first what is the oldest of its former names.
    """
    return {
        (shelf.library.id, pack.id): shelf.origins.get(("pack", pack.id), pack.id)
        if ("pack", pack.id) in shelf.times
        else [*pack.formerly, pack.id][0]
        for shelf in corpus.shelves
        for pack in shelf.packs
    }
