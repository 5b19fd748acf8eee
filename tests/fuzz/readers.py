"""The readers alone: what a damaged file goes through before any rule looks at it, at a tenth of a command's price."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fuzz import samples
from fuzz.folder import Trial
from lpkit.authoring import yaml_block
from lpkit.checking.baseline import read_baseline
from lpkit.config import find_config
from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.corpus.bank import BankFlaw, BankSource, read_bank
from lpkit.errors import LpkitError
from lpkit.formatting import format_source
from lpkit.importing import load_importer, plan_import
from lpkit.importing.whole import Place, plan_pack
from lpkit.model import Pack
from lpkit.publishing.lock import read_lock
from lpkit.schema.house import load_house_schemas
from lpkit.source import Source, decode


def read(trial: Trial, folder: Path) -> int:
    """Read the damaged file of a trial, which is written into a folder; 2 where it is refused, else 0."""
    name = Path(trial.damaged).name
    (folder / name).write_bytes(trial.files[trial.damaged])
    try:
        _READERS[trial.kind](folder / name, trial)
    except LpkitError:
        return 2
    finally:
        (folder / name).unlink()
    return 0


def _pack(file: Path, _: Trial) -> None:
    source = decode(file.read_bytes(), file.name)
    view_pack(source, _sample()[0])
    _format_some(source)


def _library(file: Path, _: Trial) -> None:
    source = decode(file.read_bytes(), file.name)
    view_library(source)
    _format_some(source)


def _format_some(source: Source) -> None:
    """Format one file in sixteen: that takes longer than all that reads it, and `fmt` does it as a whole command."""
    if not source.flaws and len(source.text) % 16 == 0:
        format_source(source, None)


def _lock(file: Path, _: Trial) -> None:
    read_lock(file.read_bytes().decode("utf-8-sig", errors="replace"))


def _bank(file: Path, _: Trial) -> None:
    bank = BankSource(file.name, file)
    for found in read_bank(bank):
        if isinstance(found, BankFlaw):
            bank.span(found.site)


def _settings(file: Path, _: Trial) -> None:
    find_config(file.parent)


def _house(file: Path, _: Trial) -> None:
    for schema in load_house_schemas([file]):
        schema.misfits(_data())


def _baseline(file: Path, _: Trial) -> None:
    read_baseline(file)


def _import(file: Path, trial: Trial) -> None:
    importer = _importer(trial.arguments[1])
    content = file.read_bytes()
    importer.recognises("questions", content)
    read = importer.read(content, {})
    drafts = read.drafts
    library, view = _sample()
    present = [placed.value for placed in view.questions]
    plan_import(drafts, present, {"alarm-trial"}, _DEFAULTS, view.language)
    if read.pack is not None:
        plan = plan_pack(read.pack, drafts, Place("new", "ownership"), library, _DEFAULTS)
        written = decode(yaml_block(plan.data).encode(), "new.yaml")
        assert written.data == plan.data
        Pack.model_validate(plan.data)


_DEFAULTS = {"pool": "test", "difficulty": "easy"}
_importer = cache(load_importer)


@cache
def _sample() -> tuple[LibraryView, PackView]:
    files, pack = samples.projects()[0]
    library = view_library(decode(files[samples.LIBRARY], samples.LIBRARY))[1]
    assert library is not None
    view = view_pack(decode(files[pack], pack), library)[1]
    assert view is not None
    return library, view


@cache
def _data() -> Any:
    files, pack = samples.projects()[0]
    return samples.data_of(files[pack])


_READERS: dict[str, Callable[[Path, Trial], None]] = {
    "pack": _pack,
    "library": _library,
    "lock": _lock,
    "bank": _bank,
    "settings": _settings,
    "house": _house,
    "baseline": _baseline,
    "import": _import,
}
