"""The files of the export, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.bundle.rows import answer_rows, fix_it_rows, question_rows
from lpkit_exporters.bundle.text import data_bytes, data_line, data_of
from lpkit_exporters.json.html import with_html
from lpkit_exporters.json.schema import export_types

ROWS: dict[str, tuple[str, Callable[[PackFile], Iterable[BaseModel]]]] = {
    "questions.jsonl": ("question", question_rows),
    "answers.jsonl": ("answer", answer_rows),
    "fix_its.jsonl": ("fix-it", fix_it_rows),
}
"""Files of rows: what their lines are, and what makes them of a pack."""


def json_files(corpus: Corpus, html: bool, jsonl: bool, rows: bool) -> Iterator[Artifact]:
    """Give the index, the packs in its order, lines where wanted, and the types."""

    def data(kind: str, model: BaseModel) -> Any:
        return with_html(data_of(model), kind) if html else data_of(model)

    content = bundle(corpus)
    packs = content.packs
    yield Artifact("index.json", data_bytes(data("index", content.index)))
    for path, pack in packs.items():
        yield Artifact(path, data_bytes(data("pack", pack)))
    if jsonl:
        yield Artifact("packs.jsonl", b"".join(data_line(data("pack", pack)) for pack in packs.values()))
    for path, (kind, made) in ROWS.items() if rows else ():
        yield Artifact(path, b"".join(data_line(data(kind, row)) for pack in packs.values() for row in made(pack)))
    yield Artifact("lpkit.d.ts", export_types().encode())
