"""Programs from npm that judge what we write: installed once for all processes and all runs."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from project import Once


def installed(once: Once, config: pytest.Config, packages: Sequence[str]) -> Path:
    """Install packages of npm, and give the folder that holds node_modules; skips where there is no npm."""
    if shutil.which("npm") is None:
        assert not os.environ.get("CI"), "CI needs node and npm: apt-get install nodejs npm"
        pytest.skip("no npm here: apt-get install nodejs npm")
    # Of these very versions: another list is another folder.
    assert config.cache
    name = f"npm-{sha256(' '.join(packages).encode()).hexdigest()[:12]}"
    kept = config.cache.mkdir(name)

    def install(_: Path) -> None:
        if (kept / "complete").exists():
            return
        quiet = ("--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts")
        command = ["npm", "install", *quiet, "--prefix", str(kept), *packages]
        result = subprocess.run(command, cwd=kept, capture_output=True, text=True, check=False)
        if result.returncode:
            assert not os.environ.get("CI"), result.stderr
            pytest.skip(f"npm cannot install {' '.join(packages)}: {result.stderr.strip().splitlines()[-1]}")
        (kept / "complete").touch()

    once(name, install)
    return kept
