"""The distribution that this lpkit was installed as: its name, where it came from (PEP 610), its documentation."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lpkit.config import SERVED_AT
from lpkit.printable import printable

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_COMMAND = ("lpkit", "lpkit.cli.main:main")
"""The name of the command and what it calls: the distribution is found by them, whatever it is called."""

_REPOSITORY = re.compile(r"(?:https?|ssh|git)://(?:[\w.-]+@)?[\w.:-]+/[\w./~+-]+")
"""Addresses of repositories that others reach too: no folder of this machine, and no password in it."""

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Installation:
    """An installed distribution and where pip had it from; of `index`, `repository` and `folder`, one at the most."""

    name: str
    version: str
    index: bool = False
    """From a package index, by name and version."""
    repository: str | None = None
    """From a repository: kind, address and commit, as pip takes them."""
    folder: Path | None = None
    """From a folder of this machine."""
    editable: bool = False
    """The folder itself is what runs."""
    address: str = ""
    """What pip was given, where that was no name; a `file:` address for what lies on this machine."""

    def requirement(self, extra: str = "") -> str | None:
        """Give what pip installs this very distribution from on any machine; None where only this one has it."""
        name = f"{self.name}[{extra}]" if extra else self.name
        if self.repository:
            return f"{name} @ {self.repository}"
        return f"{name}=={self.version}" if self.index else None

    def advice(self, extra: str) -> str:
        """Say how to install it again with an extra: the command where one is certain to be right, else in words."""
        wanted = self.requirement(extra)
        if wanted:
            return f"pip install {shlex.quote(wanted)}"
        if self.folder and self.folder.is_dir():
            return f"pip install {'-e ' if self.editable else ''}{shlex.quote(f'{self.folder}[{extra}]')}"
        return f"install {self.name} again with its extra {extra}, from {printable(self.address)}"


def find_installation() -> Installation | None:
    """Give what pip noted of this lpkit; None where it was not installed, as when it is only on the search path."""
    found = _find()
    return found[1] if found else None


def served_documentation() -> str | None:
    """Give the address of the documentation that the metadata of this lpkit names; None where they name none."""
    found = _find()
    entries = found[0].metadata.get_all("Project-URL") if found else None
    for entry in entries or ():
        label, _, address = str(entry).partition(",")
        if label.strip().lower() == "documentation" and SERVED_AT.fullmatch(address.strip()):
            return address.strip()
    return None


def _find() -> "tuple[Distribution, Installation] | None":
    """Find the distribution that holds the module which runs: one of the same name elsewhere is not this one."""
    from importlib.metadata import entry_points

    for entry in entry_points(group="console_scripts", name=_COMMAND[0]):
        installation = _installation(entry.dist) if entry.dist and entry.value == _COMMAND[1] else None
        if entry.dist and installation and _runs_from(entry.dist, installation):
            return entry.dist, installation
    return None


def _runs_from(distribution: "Distribution", installation: Installation) -> bool:
    here = Path(__file__).resolve()
    if Path(str(distribution.locate_file("lpkit/distribution.py"))).resolve() == here:
        return True
    return installation.editable and installation.folder is not None and installation.folder.resolve() in here.parents


def _installation(distribution: "Distribution") -> Installation | None:
    """Read direct_url.json; None where it says nothing that lpkit understands."""
    name, version = distribution.name, distribution.version
    text = distribution.read_text("direct_url.json")
    if text is None:
        return Installation(name, version, index=True)
    try:
        noted: Any = json.loads(text)
        address = str(noted["url"])
        if "vcs_info" in noted:
            return Installation(name, version, repository=_repository(noted), address=address)
        if "dir_info" in noted:
            editable = noted["dir_info"].get("editable") is True
            return Installation(name, version, folder=_folder(address), editable=editable, address=address)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return Installation(name, version, address=address)


def _repository(noted: Any) -> str | None:
    """Give a repository as pip takes it; None for one that others do not reach, or of which no commit is known."""
    kind, commit, address = noted["vcs_info"]["vcs"], noted["vcs_info"]["commit_id"], noted["url"]
    if kind != "git" or not _COMMIT.fullmatch(commit) or not _REPOSITORY.fullmatch(address):
        return None
    if "subdirectory" in noted:
        return None
    return f"git+{address}@{commit}"


def _folder(address: str) -> Path | None:
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(address)
    return Path(unquote(parts.path)) if parts.scheme == "file" else None
