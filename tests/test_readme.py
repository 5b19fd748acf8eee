"""README leads somewhere, is complete, and says what the guides say; tests/test_docs.py runs its blocks."""

import re
from dataclasses import fields

import pytest

from lpkit.cli.app import COMMANDS
from lpkit.config import Config
from pages import ROOT, parts

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", README))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_two_set_up_commands() -> None:
    section = README.partition("<!-- set-up -->")[2].partition("<!-- end of set-up -->")[0]
    assert re.findall(r"^pip .*$", section, re.MULTILINE) == [
        "pip install -e . && lpkit build",
        "pip install -e '.[dev]' && pytest",
    ]


def test_every_command_is_listed() -> None:
    assert set(re.findall(r"^\| `lpkit (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_every_setting_is_explained() -> None:
    guide = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    names = {entry.name.replace("_", "-") for entry in fields(Config) if entry.metadata.get("setting", True)}
    assert set(re.findall(r"^\| \[?`([\w-]+)`[^|]* \|", guide, re.MULTILINE)) == names


def test_editor_settings_and_first_steps_are_those_of_the_guides() -> None:
    guides = "".join((ROOT / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("editors", "getting-started"))
    shared = [part for part in parts(README) if part.language in {"vim", "elisp"} or "lpkit init" in part.body]
    assert len(shared) == 4
    assert [part.body for part in shared if part.body not in guides and part.language != "hidden"] == []
