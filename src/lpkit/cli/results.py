"""Files that hold what a command found: where somebody names one, and never over what authors wrote."""

import os
from collections.abc import Iterable
from pathlib import Path

from lpkit.config import FILES
from lpkit.corpus.discover import meant_as_yaml
from lpkit.errors import LpkitError
from lpkit.publishing.judged import JUDGE_FILE
from lpkit.publishing.lock import LOCK_FILE
from lpkit.publishing.released import RELEASED_FILE
from lpkit.writing import write_file

_KEPT = FILES | {LOCK_FILE, RELEASED_FILE, JUDGE_FILE}


def write_result(file: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a report, a baseline, losses or facts into a file, as `write_file` does.

    Raises LpkitError where a file in YAML, what lpkit keeps beside a library, settings or a part of git stands there: a
    shell that makes names of `*.yaml` puts a pack behind an option sooner than one thinks.
    """
    real = Path(os.path.realpath(file))
    written = meant_as_yaml(real.name.lstrip(".")) or real.name in _KEPT or ".git" in real.parts
    if written and real.is_file():
        raise LpkitError(f"{file} is there, and no report goes over such a file", "name another file for it")
    write_file(file, content)
