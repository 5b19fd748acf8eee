"""The sample library as exporters get it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lpkit.corpus.content import Corpus, arrange
from lpkit.model import Library, Pack

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Load the sample as it is, without the checks of the core."""
    yaml = YAML(typ="safe")
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(SAMPLE.glob("*/*.yaml"))]
    return arrange([(Library.model_validate(yaml.load(SAMPLE / "library.yaml")), packs)])
