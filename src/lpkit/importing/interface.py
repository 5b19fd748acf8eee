"""The interface of importers, and where they are found.

An importer is an object that an entry point of the group `lpkit.importers` names. It gets the bytes of a file and
gives drafts and notes as values: no I/O, no clock, no guess. The core makes entries of the drafts and writes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from lpkit.errors import LpkitError
from lpkit.importing.draft import Draft, Note
from lpkit.importing.pack_draft import PackDraft
from lpkit.plugins import check_setting, load_plugin, plugin_names

GROUP = "lpkit.importers"

Options = Mapping[str, Sequence[str]]
"""What the user set, by the name of the setting: each value in the order in which it was given."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a part of a file was understood as a whole: what part it is, and how it is read, with the evidence."""

    what: str
    said: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held: its questions, what could not be taken of them, and how the file was understood."""

    drafts: tuple[Draft, ...]
    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()
    pack: PackDraft | None = None
    """All but the questions of a whole pack, where the file holds one."""


class Importer(Protocol):
    """What an entry point of the group `lpkit.importers` gives."""

    name: str
    """The word after `lpkit import`."""
    summary: str
    """One line for `lpkit import --list`."""
    settings: Mapping[str, str]
    """What `read` understands as options: what each one does, by name."""

    # One whose files are whole packs has `gives_packs = True` beside these (`gives_packs`).

    def recognises(self, name: str, content: bytes) -> bool:
        """Tell whether a file of this name and content looks like one of this format."""
        ...

    def read(self, content: bytes, options: Options) -> Imported:
        """Turn a file into drafts and notes; the same bytes and options give the same values.

        Raises LpkitError where the file as a whole is not of this format.
        """
        ...


def gives_packs(importer: Importer) -> bool:
    """Tell whether the files of an importer are whole packs, so that a new pack is made of one."""
    return getattr(importer, "gives_packs", False) is True


def importer_names() -> list[str]:
    """Give the names of all installed importers, sorted, without importing any."""
    return plugin_names(GROUP)


def load_importer(name: str) -> Importer:
    """Import an importer.

    Raises LpkitError where no importer has this name or its import fails.
    """
    return cast("Importer", load_plugin(GROUP, "importer", name))


def check_options(importer: Importer, options: Options) -> None:
    """Refuse options that an importer does not declare.

    Raises LpkitError for the first one that is unknown, with the nearest name.
    """
    for name in options:
        check_setting(f"the importer {importer.name}", name, [*importer.settings])


def extra_advice(extra: str) -> str:
    """Say how to install lpkit with an extra that an importer needs, from where this lpkit came."""
    from lpkit.distribution import find_installation

    found = find_installation()
    return found.advice(extra) if found else f"install lpkit with its extra {extra}, from where you have it"


def decoded(content: bytes) -> str:
    """Give the text of a file in UTF-8, with or without a byte order mark.

    Raises LpkitError where it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LpkitError("the file is not UTF-8", "save it as UTF-8") from error
