"""Small projects for tests: the sample library and pack, with parts replaced."""

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from lpkit.checking.run import check
from lpkit.checking.selection import select_rules
from lpkit.corpus import discover
from lpkit.diagnostic import Diagnostic, Report
from lpkit.editing.fixing import Mended, mend
from lpkit.rules import all_rules
from lpkit.schema.house import HouseSchema
from lpkit.source import Source, read_source

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
    if name.endswith(".lock"):
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


def check_folder(folder: Path, *paths: Path, select: tuple[str, ...] = (), house: Sequence[HouseSchema] = ()) -> Report:
    """Check a folder, or some paths in it; reports name files relative to the folder."""
    listing = discover(paths or [folder], [], folder, folder)
    rules = select_rules(all_rules(), select, ())
    return check(listing, rules, lambda file: file.relative_to(folder).as_posix(), house=house).report


def fix_folder(folder: Path, select: tuple[str, ...] = (), unsafe: bool = True) -> Mended:
    """Fix the files of a folder and write the results."""
    listing = discover([folder], [], folder, folder)
    rules = select_rules(all_rules(), select, ())
    sources = {file.relative_to(folder).as_posix(): file for file in listing.asked}

    def found(changed: dict[str, Source]) -> Sequence[Diagnostic]:
        def read(file: Path, name: str) -> Source:
            return changed.get(name) or read_source(file, name)

        return check(listing, rules, lambda file: file.relative_to(folder).as_posix(), read=read).report.diagnostics

    mended = mend({name: read_source(file, name) for name, file in sources.items()}, found, unsafe)
    for name, text in mended.texts.items():
        sources[name].write_bytes(text.encode())
    return mended


def codes(report: Report) -> list[str]:
    """Give the codes of a report, in its order."""
    return [entry.code for entry in report.diagnostics]
