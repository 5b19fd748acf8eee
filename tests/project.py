"""Small projects for tests: the sample library and pack, with parts replaced."""

import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from lpkit.checking.project import Project, open_project
from lpkit.config import Config
from lpkit.corpus import Listing, discover
from lpkit.diagnostic import Diagnostic, Report
from lpkit.editing.fixing import Mended, mend
from lpkit.rule import hiding
from lpkit.rules import all_rules
from lpkit.schema.house import HouseSchema
from lpkit.source import Source

Run = Callable[..., "subprocess.CompletedProcess[str]"]
"""The type of the `lpkit` fixture: arguments in, a finished process out."""

Golden = Callable[[Path, str], None]
"""The type of the `golden` fixture: compare a committed file with a text."""

Once = Callable[[str, Callable[[Path], object]], Path]
"""The type of the `once` fixture: a name and what fills a folder in, the folder out."""

PATIENCE = 120_000
"""How long a browser is waited for, in milliseconds: only a test that fails, or a busy machine, takes so long."""

SAMPLE = Path(__file__).parent / "sample"
LIBRARY = "library.yaml"
PACK = "ownership/noisy-alarm.yaml"


def read_yaml(file: Path) -> Any:
    """Give the data of a file that tests stand on: by lpkit's own reader, the quick one, or by ruamel's.

    The tables alone took each process a second. What lpkit refuses, such as anchors, is read by ruamel.yaml.
    """
    source = Source(file.name, file.read_text(encoding="utf-8"))
    return YAML(typ="safe", pure=True).load(source.text) if source.flaws else source.data


_BLOCK = re.compile(r"^(?=[A-Za-z_]\w*:)", re.MULTILINE)


def patched(base: str, fragment: str) -> tuple[str, int]:
    """Replace top-level keys of a YAML text by those of a fragment, the first of them standing where it stood.

    All keys of the fragment are put at the end, so that its lines stay together; the number of lines before
    them is given too.
    """
    keys = {block.partition(":")[0] for block in _BLOCK.split(fragment) if ":" in block}
    kept = [block for block in _BLOCK.split(base) if block.partition(":")[0] not in keys]
    head = "".join(kept)
    return head + fragment, head.count("\n")


def base_of(name: str) -> str:
    """Give the sample text for a file: the library's, or the pack's with the id and principle of its path."""
    if name.endswith((".lock", ".judge", ".schema.json")):
        return ""
    if Path(name).name == LIBRARY:
        return (SAMPLE / LIBRARY).read_text(encoding="utf-8")
    text = (SAMPLE / PACK).read_text(encoding="utf-8")
    text = re.sub(r"^id: .*$", f"id: {Path(name).stem}", text, count=1, flags=re.MULTILINE)
    principle = Path(name).parent.name
    known = principle in {"ownership", "customer-obsession"}
    return re.sub(r"^principle: .*$", f"principle: {principle}", text, flags=re.MULTILINE) if known else text


def write_sample(folder: Path) -> Path:
    """Write the sample project below a folder; give the path of its pack."""
    for name in (LIBRARY, PACK):
        file = folder / "packs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((SAMPLE / name).read_bytes())
    return folder / "packs" / PACK


def project_at(folder: Path, *paths: Path, select: tuple[str, ...] = ()) -> Project:
    """Open a folder as a project, or some paths in it; reports name files relative to the folder."""
    return project_of(folder, discover(paths or [folder], [], folder, folder), select)


def project_of(folder: Path, listing: Listing, select: tuple[str, ...] = ()) -> Project:
    """Give the project of some files below a folder, with all rules or those that are selected."""
    return open_project(Config(folder, select=select), listing, lambda file: file.relative_to(folder).as_posix())


def check_folder(folder: Path, *paths: Path, select: tuple[str, ...] = (), house: Sequence[HouseSchema] = ()) -> Report:
    """Check a folder, or some paths in it."""
    return replace(project_at(folder, *paths, select=select), house=tuple(house)).check().report


def fix_folder(folder: Path, select: tuple[str, ...] = (), unsafe: bool = True) -> Mended:
    """Fix the files of a folder and write the results."""
    project = project_at(folder, select=select)
    files = {project.name_of(file): file for file in project.listing.asked}

    def found(changed: dict[str, Source]) -> Sequence[Diagnostic]:
        return project.with_sources(changed).check().report.diagnostics

    mended = mend({name: project.source(file) for name, file in files.items()}, found, unsafe, hiding(all_rules()))
    for name, text in mended.texts.items():
        files[name].write_bytes(text.encode())
    return mended


def codes(report: Report) -> list[str]:
    """Give the codes of a report, in its order."""
    return [entry.code for entry in report.diagnostics]
