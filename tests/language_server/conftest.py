"""A server for each module of tests, on a project of its own."""

from collections.abc import Iterator

import pytest
from client import Client, environment

from project import write_sample


@pytest.fixture(scope="module")
def language_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Start `lpkit lsp` beside the sample."""
    folder = tmp_path_factory.mktemp("edited")
    write_sample(folder)
    with Client(folder, environment(folder)) as client:
        yield client
        assert client.end() == 0
