"""Files that hold what a command found: where somebody names one, and over nothing but what lpkit found before."""

import os
import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from lpkit.config import FILES
from lpkit.corpus.discover import meant_as_yaml
from lpkit.errors import LpkitError
from lpkit.files import opened
from lpkit.publishing.judged import JUDGE_FILE
from lpkit.publishing.lock import LOCK_FILE
from lpkit.publishing.released import RELEASED_FILE
from lpkit.writing import is_of_git, write_file

_KEPT = FILES | {LOCK_FILE, RELEASED_FILE, JUDGE_FILE}
_HEAD = 65_536
"""Bytes in which a file has said what it is."""
_FOUND = r"(?:error|warning|info) +LP\d{3} "
_REPORTS = (
    rf"[^\n]+:\d+:\d+: {_FOUND}",  # concise and full
    rf" *\d+ +{_FOUND}",  # statistics
    rf"[^\n]+: \d+ (?:error|warning|info)s?(?:[,;] \d+ \w+)*\n {{2}}\d+:\d+ +{_FOUND}",  # grouped
    r"::(?:error|warning|notice) file=[^\n]*,title=LP\d{3} ",  # github
    r'\{\s*"version": 1,\s*"summary": \{\s*"packs": \d',  # json
    r'\{\s*"\$schema": "[^"]+",\s*"version": "2\.1\.0",\s*"runs": \[\s*'  # sarif
    r'\{\s*"tool": \{\s*"driver": \{\s*"name": "lpkit"',
    r'\[\]\s*\Z|\[\s*\{\s*"description": "[^\n]*",\s*"check_name": "LP\d{3} ',  # gitlab
    r'<\?xml[^>]*\?>\s*<testsuites name="lpkit"',  # junit
)


class Result(Enum):
    """What is written, and how a file of the kind begins: one goes only over another of its kind."""

    REPORT = "report", "|".join(_REPORTS)
    BASELINE = "baseline", r'\{\s*"version": 1,\s*"faults": \['
    LOSSES = "list of losses", r'\{\s*"version": 1,\s*"losses": \['
    FACTS = "file of facts", r'\{"record":"lpkit-facts"'


def write_result(file: Path, result: Result, content: bytes | Iterable[bytes]) -> None:
    """Write a report, a baseline, losses or facts into a file, as `write_file` does.

    Raises LpkitError where something else stands there: a shell that makes names of `*.yaml` puts a pack behind an
    option sooner than one thinks. A file in YAML, what lpkit keeps beside a library, settings and parts of git are
    never written over; any other file only where it is empty or a result of the same kind, known by how it begins.
    Among the parts of git, and under the names that lpkit keeps, nothing is written where nothing stands either: a
    report would be a hook, or a lock that nobody can read.
    """
    if _reserved(file) and not file.exists():
        raise LpkitError(f"{file} is no place for a {result.value[0]}", "name another file for it")
    if file.is_file() and (_written(file) or not _replaceable(file, result)):
        said = f"{file} is there, and is no {result.value[0]} of lpkit"
        raise LpkitError(said, "name another file for it, or take this one away")
    write_file(file, content)


def _written(file: Path) -> bool:
    return meant_as_yaml(Path(os.path.realpath(file)).name.lstrip(".")) or _reserved(file)


def _reserved(file: Path) -> bool:
    return Path(os.path.realpath(file)).name in _KEPT or is_of_git(file)


def _replaceable(file: Path, result: Result) -> bool:
    with opened(file) as stream:
        head = stream.read(_HEAD).decode(errors="replace")
    return not head or re.match(result.value[1], head) is not None
