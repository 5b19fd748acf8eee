"""Servers in projects of their own."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from server import Server, Start, start

from project import write_sample


@pytest.fixture
def serve() -> Iterator[Start]:
    with ExitStack() as stack:
        yield lambda folder, *arguments: start(stack, folder, *arguments)


@pytest.fixture(scope="module")
def sample_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the sample to tests that change nothing."""
    folder = tmp_path_factory.mktemp("served")
    write_sample(folder)
    with ExitStack() as stack:
        yield start(stack, folder)
