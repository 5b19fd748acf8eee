"""Without its extra, `lpkit lsp` says in one line what it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

CODE = "import sys; sys.modules[{missing!r}] = None; sys.argv[1:] = ['lsp']; from lpkit.cli.main import main; main()"


@pytest.mark.parametrize("missing", ["lsprotocol", "pygls"])
def test_the_extra_is_asked_for(tmp_path: Path, missing: str) -> None:
    command = [sys.executable, "-c", CODE.format(missing=missing)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"lpkit: lpkit lsp needs {missing} (")
    assert "lsp" in done.stderr.partition("(")[2]
