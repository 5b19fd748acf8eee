"""An exporter that is no part of lpkit: installed with pip, found by its entry point, used like the others."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.export import exporter_names
from project import Once, write_sample

ROOT = Path(__file__).parent.parent
PACKAGE = Path(__file__).parent / "third_party"


@pytest.fixture(scope="session")
def installed(once: Once) -> Path:
    """Install the example into a folder of its own, with the build backend of this environment."""

    def install(folder: Path) -> None:
        options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
        command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder), str(PACKAGE)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr

    return once("third-party", install)


def _run(installed: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    code = f"import sys; sys.path.append({str(installed)!r}); from lpkit.cli.main import main; main()"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_it_is_listed_with_its_settings(installed: Path, tmp_path: Path) -> None:
    assert "cheatsheet" not in exporter_names()
    lines = _run(installed, tmp_path, "export", "--list").stdout.splitlines()
    assert "cheatsheet   One page of Markdown a library: prompts, coaching and model answers." in lines
    assert any(line.strip().startswith("--set title=") for line in lines)


def test_it_writes_and_reports_like_the_others(installed: Path, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = _run(installed, tmp_path, "export", "cheatsheet", "--set", "title=Read before you go", "-o", "out")
    assert result.returncode == 0, result.stderr
    sheet = (tmp_path / "out" / "sample.md").read_text(encoding="utf-8")
    assert sheet.startswith("# Read before you go\n\n## Quiet a Noisy Alarm\n\n> ")
    assert "not held: questions (1 pack): a cheat sheet asks nothing" in result.stderr
    result = _run(installed, tmp_path, "export", "cheatsheet", "--set", "titel=x")
    assert result.returncode == 2
    assert "did you mean title?" in result.stderr


def test_build_takes_it_from_the_settings(installed: Path, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text('exports = ["cheatsheet", "json"]\n', encoding="utf-8")
    assert _run(installed, tmp_path, "build").returncode == 0
    assert (tmp_path / "dist" / "cheatsheet" / "sample.md").is_file()


def test_the_guide_shows_the_code_that_is_tested() -> None:
    text = (ROOT / "docs/own-exporter.md").read_text(encoding="utf-8")
    code = (PACKAGE / "lpkit_cheatsheet.py").read_text(encoding="utf-8")
    assert f'```python title="lpkit_cheatsheet.py"\n{code}```' in text
    statements = [line for line in code.splitlines() if line.strip() and not re.match(r"\s*(#|\"\"\")", line)]
    assert len(statements) <= 30
