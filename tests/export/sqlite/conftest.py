"""The sample as a database."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from lpkit.export import Corpus
from lpkit_exporters.sqlite import exporter

Opened = Callable[[Corpus], sqlite3.Connection]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Export a corpus and open the database."""
    connections: list[sqlite3.Connection] = []

    def load(corpus: Corpus) -> sqlite3.Connection:
        (artifact,) = exporter.render(corpus, {})
        connections.append(sqlite3.connect(":memory:"))
        connections[-1].deserialize(artifact.content)
        connections[-1].execute("PRAGMA foreign_keys = ON")
        return connections[-1]

    yield load
    for connection in connections:
        connection.close()
