"""Where lpkit was installed from, as pip notes it (PEP 610), and what is advised and written because of it."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from project import read_yaml, write_sample

ROOT = Path(__file__).parent.parent
CASES: dict[str, dict[str, Any]] = read_yaml(Path(__file__).parent / "distribution.yaml")


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """Lay out a wheel as pip does, in a folder of its own; no metadata of this environment's lpkit count there."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    return tmp_path / "site"


def _metadata(installed: Path) -> Path:
    return next(installed.glob("*.dist-info"))


def _run(installed: Path, folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _asked(installed: Path, folder: Path, expression: str) -> Any:
    code = f"import json, lpkit.distribution as d; print(json.dumps({expression}))"
    result = _run(installed, folder, "-c", code)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("name", CASES)
def test_source_and_advice(name: str, installed: Path, tmp_path: Path) -> None:
    case = CASES[name]
    (tmp_path / "a clone").mkdir()
    here = {"FOLDER": tmp_path.as_uri(), "PATH": str(tmp_path)}

    def filled(text: str) -> str:
        return re.sub(r"FOLDER|PATH", lambda match: here[match.group()], text)

    if "noted" in case:
        text = case["noted"] if isinstance(case["noted"], str) else json.dumps(case["noted"])
        (_metadata(installed) / "direct_url.json").write_text(filled(text), encoding="utf-8")
    if not case.get("known", True):
        assert _asked(installed, tmp_path, "d.find_installation()") is None
        return
    expression = "[(i := d.find_installation()).requirement(), i.advice('serve')]"
    assert _asked(installed, tmp_path, expression) == [case["source"], filled(case["advice"])]


def test_init_and_serve_say_it(installed: Path, tmp_path: Path) -> None:
    noted = CASES["a repository"]
    (_metadata(installed) / "direct_url.json").write_text(json.dumps(noted["noted"]), encoding="utf-8")
    made = _run(installed, tmp_path, "-m", "lpkit", "init", "content", "--no-git")
    assert (made.returncode, "fill in" in made.stderr) == (0, False)
    workflow = YAML(typ="safe", pure=True).load(tmp_path / "content/.github/workflows/lpkit.yml")
    assert workflow["env"] == {"LPKIT_SOURCE": noted["source"]}
    write_sample(tmp_path)
    code = "import sys; sys.modules['uvicorn'] = None; from lpkit.cli.main import main; main()"
    served = _run(installed, tmp_path, "-c", code, "serve")
    assert (served.returncode, served.stderr) == (2, f"lpkit: lpkit serve needs uvicorn ({noted['advice']})\n")


def test_what_is_not_installed_gives_no_name(installed: Path, tmp_path: Path) -> None:
    shutil.rmtree(_metadata(installed))
    assert _asked(installed, tmp_path, "d.find_installation()") is None
    made = _run(installed, tmp_path, "-m", "lpkit", "init", "content", "--no-git")
    assert (made.returncode, "fill in LPKIT_SOURCE" in made.stderr) == (0, True)
    write_sample(tmp_path)
    code = "import sys; sys.modules['uvicorn'] = None; from lpkit.cli.main import main; main()"
    served = _run(installed, tmp_path, "-c", code, "serve")
    advice = "install lpkit with its extra serve, from where you have it"
    assert (served.returncode, served.stderr) == (2, f"lpkit: lpkit serve needs uvicorn ({advice})\n")


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Project-URL: Documentation, https://docs.example.org/lpkit/", "https://docs.example.org/lpkit/"),
        ("Project-URL: documentation,https://docs.example.org", "https://docs.example.org"),
        ("Project-URL: Documentation, docs", None),
        ("Project-URL: Source, https://docs.example.org", None),
    ],
)
def test_documentation_that_the_metadata_name(installed: Path, tmp_path: Path, line: str, address: str | None) -> None:
    metadata = _metadata(installed) / "METADATA"
    text = metadata.read_text(encoding="utf-8")
    assert "Project-URL" not in text
    metadata.write_text(text.replace("\nVersion:", f"\n{line}\nVersion:", 1), encoding="utf-8")
    assert _asked(installed, tmp_path, "d.served_documentation()") == address
    explained = _run(installed, tmp_path, "-m", "lpkit", "explain", "LP204", "--json")
    page = f"{address.rstrip('/')}/rules/lp204.html" if address else None
    assert json.loads(explained.stdout)["url"] == page
