"""The site of the sample on disk."""

from pathlib import Path

import pytest

from lpkit.export import Corpus, load_exporter


@pytest.fixture(scope="session")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the sample."""
    folder = tmp_path_factory.mktemp("site")
    for artifact in load_exporter("html").render(corpus, {}):
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.content)
    return folder
