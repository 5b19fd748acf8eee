"""A run that would be the same as one before is answered with what that one said, before anything is imported.

A record holds what a run looked at (`lpkit.witness`) and what it wrote to the streams. It is found by all that does
not lie on the disk: arguments, folder, environment, streams and the code of lpkit. Where sizes and times are as they
were, nothing is read; where they differ, contents decide. What git said is asked again.
"""

import json
import os
import re
import stat
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from lpkit.checking.keeping import OFF, Shelf, folder_for
from lpkit.checking.stamp import code_stamp
from lpkit.cli.printer import say_again, streams, was_said
from lpkit.errors import LpkitError
from lpkit.files import SETTINGS_MOST, read_file
from lpkit.witness import Stamp, Witness, digest_of_answer, digest_of_file, digest_of_folder, kind_of, stamp_of

COMMANDS = frozenset(("check", "fix", "fmt", "hook", "lock", "verdict", "explain", "rules"))
"""Commands that only say something, or have nothing to write where they ran before."""

_NEVER = frozenset(("--no-cache", "-", "--watch", "-w"))
"""Arguments of runs that are not to be kept, read standard input, or go on until somebody ends them."""

_VARIABLES = ("LPKIT_", "XDG_", "LC_")
_VARIABLE = frozenset(
    (
        *("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "LANG", "HOME", "SOURCE_DATE_EPOCH", "TZ"),
        *("FORCE_HYPERLINK", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"),
        *("GHOSTTY_RESOURCES_DIR", "TERM_PROGRAM"),
        *("GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "CI"),
    )
)
"""What lpkit and its libraries read of the environment; git is asked anew, so what it reads does not count."""
_FINE, _COARSE = 20_000_000, 2_000_000_000
"""Nanoseconds: of a file that changed so shortly before a run, size and time may hide another change. Linux writes
down a time that is at most 10 ms old (a tick at 100 Hz), FAT one in steps of 2 s."""
_TRUSTED = os.name == "posix"
"""Whether the system keeps a time of change that nobody can set back."""
_CACHE = re.compile(r"""^[ \t]*cache[ \t]*=[ \t]*["']([^"'\\]*)["']""", re.MULTILINE)
_QUESTIONS = frozenset(("rev-parse", "cat-file", "for-each-ref", "log", "show", "diff", "ls-files", "merge-base"))
_SET = ("-c", "log.showRoot=true")
"""All that lpkit asks git for, and the one setting that it gives for it."""
_WRITES = ("--ou", "--ext", "--textc", "--filt")
"""Beginnings of options by which git would write a file, or start a program that settings name."""
_ENDING = ".run"
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OSError)
"""What reading raises where a record is none."""


class Run(NamedTuple):
    """Where the record of this run is, or is to be; `began` in nanoseconds since 1970."""

    shelf: Shelf
    key: str
    began: int


def find_run(arguments: Sequence[str]) -> Run | None:
    """Give the record that counts for these arguments, here and now; None where nothing may be kept or replayed."""
    if not arguments or arguments[0] not in COMMANDS or not _NEVER.isdisjoint(arguments):
        return None
    try:
        here = str(Path.cwd())
        root = _likely_root(Path(here))
    except (OSError, LpkitError):
        return None
    if root is None:
        return None
    shown = [_about(stream) for stream in streams()]
    about = [list(arguments), here, sorted(_environment()), shown, _who()]
    key = sha256(json.dumps([code_stamp(), str(sys.flags), about]).encode()).hexdigest()
    return Run(Shelf(root, ending=_ENDING), key, time.time_ns())


def repeat(run: Run) -> int | None:
    """Say what the recorded run said and give its exit code; None where there is none, or something has changed."""
    text = run.shelf.get(run.key)
    if text is None:
        return None
    try:
        record = json.loads(text)
        touched = list(_touched(record))
        if not (
            _holds(record, touched) and record["code"] in (0, 1) and all(was_said(*said) for said in record["said"])
        ):
            return None
        if touched:
            _renew(run, record, touched)
    except _BROKEN:
        # Where records lie, others may write: one that was never written here is as good as none.
        return None
    say_again(record["said"])
    return int(record["code"])


def _holds(record: Mapping[str, Any], touched: Sequence[tuple[str, str]]) -> bool:
    """Tell whether all that the run looked at is as it was."""
    return (
        all(_same_content(record, kind, name) for kind, name in touched)
        and all(kind_of(name) == kind for name, kind in record["kinds"].items())
        and all(os.path.realpath(name) == led for name, led in record["led"].items())
        and all(_same_answer(*question) for question in record["asked"])
    )


def keep(run: Run, witness: Witness, code: object, root: Path | None) -> None:
    """Record a run that ended with 0 or 1 and wrote nothing, where what it looked at had been at rest.

    `root` is the folder that the settings name for what is kept; the record was looked for where they seemed to.
    """
    if not witness.repeatable or code not in (None, 0, 1) or root is None or not run.shelf.lies_in(root):
        return
    seen = {"files": witness.files, "folders": witness.folders}
    stamps = [stamp for group in seen.values() for stamp in group.values()]
    if not all(_is_at_rest(stamp, run.began) for stamp in stamps):
        return
    entries = {
        kind: {name: [*stamp, _DIGESTS[kind](name)] for name, stamp in group.items()} for kind, group in seen.items()
    }
    if any(stamp_of(name) != stamp for group in seen.values() for name, stamp in group.items()):
        return
    asked = [[entry.folder, list(entry.arguments), _text(entry.given), entry.digest] for entry in witness.asked]
    said = _joined(witness.said)
    seen_too = {"kinds": witness.kinds, "led": witness.led}
    record = {"code": code or 0, "said": said, "asked": asked, **seen_too, **entries}
    run.shelf.put(run.key, json.dumps(record))


_DIGESTS = {"files": digest_of_file, "folders": digest_of_folder}


def _likely_root(here: Path) -> Path | None:
    """Give the folder where the settings seem to keep results: they are looked for, not understood."""
    given = os.environ.get("LPKIT_CACHE", "")
    if given == OFF:
        return None
    folder, setting = here, ""
    for folder in (here, *here.parents):
        texts = [_text_of(folder / "lpkit.toml"), _text_of(folder / "pyproject.toml")]
        found = texts[0] if texts[0] is not None else texts[1] if texts[1] and "lpkit" in texts[1] else None
        if found is not None:
            match = _CACHE.search(found)
            setting = match.group(1) if match else ""
            break
    return None if setting == OFF else folder_for(folder, given or setting)


def _text_of(file: Path) -> str | None:
    try:
        return read_file(file, SETTINGS_MOST).decode(errors="replace") if file.is_file() else None
    except LpkitError:
        return None


def _environment() -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in os.environ.items() if name in _VARIABLE or name.startswith(_VARIABLES))


def _about(stream: Any) -> list[Any]:
    """Give what the form of a text depends on where it is written to a stream."""
    terminal = stream.isatty()
    size = list(os.get_terminal_size(stream.fileno())) if terminal else []
    return [terminal, size, stream.encoding, _is_file(stream)]


def _is_file(stream: Any) -> bool:
    """Tell whether a stream leads to a file: what is shown with escapes elsewhere is given as it is there."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return False


def _who() -> list[Any]:
    """Give whose rights count: what one may not read another may."""
    return [os.geteuid(), os.getegid(), sorted(os.getgroups())] if sys.platform != "win32" else []


def _touched(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what has another size or time than it had, or all where these prove nothing."""
    for kind in _DIGESTS:
        for name, (*stamp, _) in record[kind].items():
            if not _TRUSTED or list(stamp_of(name)) != stamp:
                yield kind, name


def _same_content(record: Mapping[str, Any], kind: str, name: str) -> bool:
    before = record[kind][name]
    return bool(stamp_of(name).kind == before[0] and _DIGESTS[kind](name) == before[-1])


def _same_answer(folder: str, arguments: Sequence[str], given: str | None, digest: str) -> bool:
    from lpkit.git.command import run_git

    if not _only_asks(arguments):
        return False
    try:
        answer = run_git(Path(folder), *arguments, given=_bytes(given))
    except LpkitError:
        return False
    return digest_of_answer(answer.returncode, answer.stdout, answer.stderr) == digest


def _only_asks(arguments: Sequence[str]) -> bool:
    """Tell whether git only reads for these: where records lie, others may write, and what they write is never run."""
    rest = arguments[2:] if tuple(arguments[:2]) == _SET else arguments
    return bool(rest) and rest[0] in _QUESTIONS and not any(word.startswith(_WRITES) for word in rest)


def _is_at_rest(stamp: Stamp, began: int) -> bool:
    """Tell whether something had last changed so long before a moment that a later change has another time."""
    return stamp.latest + (_FINE if stamp.latest % 1_000_000_000 else _COARSE) < began


def _renew(run: Run, record: dict[str, Any], touched: Sequence[tuple[str, str]]) -> None:
    """Let sizes and times of today count from now on, where they are at rest."""
    stamps = {entry: stamp_of(entry[1]) for entry in touched}
    if not all(_is_at_rest(stamp, run.began) for stamp in stamps.values()):
        return
    for (kind, name), stamp in stamps.items():
        record[kind][name][: len(stamp)] = stamp
    run.shelf.put(run.key, json.dumps(record))


def _joined(said: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Put together what went to one stream in a row."""
    parts: list[list[str]] = []
    for stream, text in said:
        if parts and parts[-1][0] == stream:
            parts[-1][1] += text
        else:
            parts.append([stream, text])
    return parts


def _text(given: bytes | None) -> str | None:
    return None if given is None else given.decode("latin-1")


def _bytes(given: str | None) -> bytes | None:
    return None if given is None else given.encode("latin-1")
