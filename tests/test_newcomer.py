"""From nothing to a page that learners see, as the page on getting started has it: a wheel, git, a hook, a browser."""

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs/getting-started.md").read_text(encoding="utf-8")
TEXTS = (Path(__file__).parent / "newcomer/texts.txt").read_text(encoding="utf-8").splitlines()


def commands() -> list[str]:
    """Give the command lines of the guide, as they stand there."""
    block = re.search(r"<!-- the whole way -->\n+```bash\n(.*?)```", GUIDE, re.DOTALL)
    assert block
    return block[1].splitlines()


def fill_in(pack: Path) -> None:
    """Replace every placeholder of a draft by a text, in the order of the file, and publish it."""
    texts = iter(TEXTS)
    draft = pack.read_text(encoding="utf-8")
    done = re.sub(r'"TODO: [^"\n]*"', lambda _: json.dumps(next(texts), ensure_ascii=False), draft)
    assert not list(texts)
    pack.write_text(done.replace("status: draft", "status: published"), encoding="utf-8")


def fresh_machine(folder: Path) -> dict[str, str]:
    """Give the environment of somebody who has Python and git with a name, and nothing of ours."""
    venv.create(folder / "environment")
    pip = folder / "environment/bin/pip"
    # The pip of this environment, working on that one: to install it there too takes four seconds.
    pip.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip --python "{pip.parent}/python" "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    (folder / "gitconfig").write_text("[user]\nname = Author\nemail = author@example.org\n", encoding="utf-8")
    ours = ("GIT_", "PYTHON", "PYTEST", "VIRTUAL_ENV", "LPKIT_")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {
        **plain,
        "PATH": f"{folder / 'environment/bin'}{os.pathsep}{plain['PATH']}",
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "XDG_CACHE_HOME": str(folder / "caches"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_COMPILE": "1",  # What is never imported need not be compiled.
    }


def run(command: str, folder: Path, environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_from_nothing_to_a_page_in_six_commands(tmp_path: Path, wheel: Path, browser: "Browser") -> None:
    lines = commands()
    assert len(lines) <= 6
    install, init, new, commit, again, build = lines
    assert install == "pip install PATH/OF/THE/CLONE pre-commit"
    environment = fresh_machine(tmp_path)
    repository = tmp_path / "interview-practice"
    repository.mkdir()

    for command in (install.replace("PATH/OF/THE/CLONE", str(wheel)), init, new):
        result = run(command, repository, environment)
        assert result.returncode == 0, result.stdout + result.stderr

    where = run("python -c 'import lpkit; print(lpkit.__file__)'", repository, environment).stdout
    assert where.startswith(str(tmp_path / "environment")), "nothing of this checkout is used"

    red = run(commit, repository, environment)
    assert red.returncode == 1
    assert "LP701 placeholder-text" in red.stdout + red.stderr
    assert run("git log", repository, environment).returncode != 0, "nothing is committed"

    fill_in(next(repository.glob(f"packs/*/*/{new.split()[3]}.yaml")))
    green = run(again, repository, environment)
    assert green.returncode == 0, green.stdout + green.stderr
    assert "check packs" in green.stderr + green.stdout, "the hook ran"
    assert run("git status --porcelain", repository, environment).stdout == ""

    assert run(build, repository, environment).returncode == 0
    page = browser.new_page()
    page.goto((repository / "dist/html/index.html").as_uri())
    page.get_by_role("link", name=TEXTS[0]).first.click()
    page.get_by_role("heading", level=1, name=TEXTS[0], exact=True).wait_for()
    page.close()
