"""One trial: lpkit run in this process as its entry point runs it, and what is wrong with how it ended."""

import io
import json
import os
import re
import resource
import shutil
import sys
import time
import traceback
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from fuzz.folder import FOREIGN, Trial
from fuzz.readers import read
from lpkit.cli.main import main

PLAIN = {0, 1, 2}
"""Exit codes that say something of the input; 3 is a bug of ours."""

_OWN_PLACE = re.compile(r'File ".*/lpkit\w*/((?:\w+/)*\w+\.py)", line (\d+)')
_WARNING = re.compile(r"\.py:\d+: (\w+Warning): ")
_DETAILS = re.compile(r"details for a report: (.*)")


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    output: str
    errors: str


Again = Callable[[tuple[str, ...]], Ended]


class Outcome(NamedTuple):
    """What a trial gave: the exit code, seconds of processor time, kilobytes that memory rose by, and what is wrong."""

    code: int
    seconds: float
    rise: int
    fault: str


def call(arguments: tuple[str, ...], given: bytes = b"") -> Ended:
    """Run lpkit in the current folder."""
    kept = sys.argv, sys.stdin, sys.stdout, sys.stderr
    output, errors = io.BytesIO(), io.BytesIO()
    sys.argv = ["lpkit", *arguments]
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    streams = [io.TextIOWrapper(stream, encoding="utf-8", write_through=True) for stream in (output, errors)]
    sys.stdout, sys.stderr = streams
    code = 0
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = kept
    return Ended(code, output.getvalue().decode("utf-8", "replace"), errors.getvalue().decode("utf-8", "replace"))


def attempt(trial: Trial, folder: Path, whole: bool = True) -> Outcome:
    """Try a trial in an empty folder, the whole command or only its reader; the folder is empty afterwards."""
    os.chdir(folder)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    code, fault = _judged(trial, folder) if whole else _only_read(trial, folder)
    seconds = time.process_time() - start
    rise = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    os.chdir("/")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    return Outcome(code, seconds, rise, fault)


def _judged(trial: Trial, folder: Path) -> tuple[int, str]:
    trial.lay_out(folder)
    before = state(folder)
    ended = call(trial.arguments, trial.given)
    return ended.code, next(faults(trial, ended, before, folder, call), "")


def _only_read(trial: Trial, folder: Path) -> tuple[int, str]:
    try:
        return read(trial, folder), ""
    except Exception:
        return 3, next(_crash(Ended(3, "", traceback.format_exc())))


def faults(trial: Trial, ended: Ended, before: dict[str, object], folder: Path, again: Again) -> Iterator[str]:
    """Give what is wrong, the gravest first; `again` runs lpkit once more in the folder."""
    yield from _crash(ended)
    after = state(folder)
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path) and (path in FOREIGN or not path.startswith(trial.writes or ("\0",))):
            yield f"{path if path in FOREIGN else 'a file that is not its own'} was touched"
        if ".lpkit-" in path and not path.endswith("/.lpkit-manifest"):
            yield "a file of its own was left behind"
    yield from _unreadable(trial, ended, folder)
    yield from _obeyed(trial, ended)
    if ended.code == 0:
        for arguments in trial.then:
            then = again(arguments)
            yield from _crash(then)
            if then.code != 0:
                yield f"{' '.join(arguments)} finds something to do afterwards"


def _crash(ended: Ended) -> Iterator[str]:
    """Give the kind of a crash: its exception and where that was raised."""
    if ended.code in PLAIN and "Traceback (most recent" not in ended.errors:
        if warned := _WARNING.search(ended.errors):
            yield f"Python warns the user: {warned[1]}"
        return
    details = _DETAILS.search(ended.errors)
    trace = ended.errors
    if details and Path(details[1]).is_file():
        trace = Path(details[1]).read_text(encoding="utf-8", errors="replace")
        Path(details[1]).unlink()
    places = re.findall(r'File ".*/(\w+/\w+\.py)", line (\d+), in (\w+)', trace)
    where = next((place for place in reversed(places) if "lpkit" in trace), ("?", "?", "?"))
    own = [
        f"{file}:{line}"
        for file, line, _ in re.findall(r'File ".*/lpkit\w*/((?:\w+/)*\w+\.py)", line (\d+), in (\w+)', trace)
    ]
    error = trace.strip().splitlines()[-1][:100] if trace.strip() else ""
    yield f"exit {ended.code}: {error.partition(':')[0]} at {own[-1] if own else ':'.join(where[:2])} ({error})"


def _unreadable(trial: Trial, ended: Ended, folder: Path) -> Iterator[str]:
    """Give what of an output for machines no machine can read."""
    arguments = trial.arguments
    if ended.code == 2:
        return
    form = arguments[arguments.index("-f") + 1] if "-f" in arguments and trial.damaged else ""
    if ended.output and ("--json" in arguments or form in _MACHINES) and not _parses(form, ended.output):
        yield f"{form or '--json'} cannot be read"
    for file in folder.rglob("*"):
        form = file.name.partition(".")[2]
        path = file.relative_to(folder).as_posix()
        written = path.startswith(("report.", "out/", "b.json", "loss.json")) and path != trial.damaged
        if (
            written
            and form in _MACHINES
            and not _parses(form, file.read_text(encoding="utf-8", errors="surrogateescape"))
        ):
            yield f"the {form} that was written cannot be read"


def _obeyed(trial: Trial, ended: Ended) -> Iterator[str]:
    """Give what a terminal or a log would obey; texts and patches for other programs are given as they are."""
    first, *more = trial.arguments
    data = first in {"fmt", "fix"} and not {"-", "--diff"}.isdisjoint(more)
    for name, text in (("output", "" if data else ended.output), ("errors", ended.errors)):
        if (found := _CONTROL.search(text)) or ("github" not in more and (found := _COMMAND.search(text))):
            yield f"{name} hold {found.group()!a}"


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|##\[")
_COMMAND = re.compile(r"^\s*::\w", re.MULTILINE)
_MACHINES = {"json", "sarif", "gitlab", "junit"}


def _parses(form: str, text: str) -> bool:
    try:
        text.encode()
        ElementTree.fromstring(text) if form == "junit" else json.loads(text, parse_constant=_refuse)
    except (ValueError, ElementTree.ParseError):
        return False
    return True


def _refuse(name: str) -> None:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError(name)


def state(folder: Path) -> dict[str, object]:
    """Give what stands below a folder: files with content and mode, links with their target."""
    found: dict[str, object] = {}
    for here, folders, files in os.walk(folder):
        for name in (*files, *folders):
            place = os.path.join(here, name)  # noqa: PTH118
            path = os.path.relpath(place, folder)
            if os.path.islink(place):  # noqa: PTH114
                found[path] = os.readlink(place)  # noqa: PTH115
            elif name in files:
                status = os.lstat(place)
                regular = status.st_mode & 0o170000 == 0o100000
                found[path] = (status.st_mode, Path(place).read_bytes() if regular else b"")
    return found
