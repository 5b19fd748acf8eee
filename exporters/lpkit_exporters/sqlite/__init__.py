"""The sqlite exporter: one database of all libraries, for SQL, full-text search and Datasette."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss, unshown

_SHOWN = frozenset(
    (
        *(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "probes", "reasons")),
        *("questions.hint", "questions.options.pinned"),
    )
)
"""Keys that have a column, of those by which the format grew."""


class SqliteExporter:
    """Writes `packs.db`."""

    name = "sqlite"
    summary = "One SQLite database: tables, full-text search, and views for the usual questions; opens in Datasette"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {}
    names_options = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:  # noqa: ARG002
        """Give the database.

        Raises LpkitError where Python's SQLite has no full-text search.
        """
        from lpkit_exporters.sqlite.database import database

        yield Artifact("packs.db", database(corpus))

    def losses(self, corpus: Corpus) -> Iterator[Loss]:
        """Give what the format grew by since: every other field of a pack has a column."""
        for shelf in corpus.shelves:
            yield from unshown(shelf, _SHOWN)


exporter = SqliteExporter()
