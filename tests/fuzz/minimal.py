"""A trial that failed, made as small as it still fails, and written down."""

import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fuzz.folder import Trial

_TRIES = 120
"""Runs that the search may take; what is small by then is small enough."""


def smallest(trial: Trial, fails: Callable[[Trial], bool]) -> Trial:
    """Take stretches out of the damaged file as long as the trial fails in the same way."""
    left = _TRIES
    content = trial.files.get(trial.damaged, b"")
    step = max(1, len(content) // 2)
    while step and content and left:
        at = 0
        while at < len(content) and left:
            left -= 1
            shorter = _with(trial, content[:at] + content[at + step :])
            if fails(shorter):
                content = shorter.files[trial.damaged]
                trial = shorter
            else:
                at += step
        step //= 2
    return trial


def _with(trial: Trial, content: bytes) -> Trial:
    given = content if trial.given else b""
    return replace(trial, files={**trial.files, trial.damaged: content}, given=given)


def write_down(trial: Trial, fault: str, folder: Path) -> str:
    """Write a trial below a folder; give the command that shows it again."""
    folder.mkdir(parents=True, exist_ok=True)
    trial.lay_out(folder)
    command = f"lpkit {shlex.join(trial.arguments)}"
    if trial.given:
        (folder / "standard-input").write_bytes(trial.given)
        command += " < standard-input"
    (folder / "fault.txt").write_text(f"{fault}\n\n{command}\n", encoding="utf-8", errors="backslashreplace")
    return f"cd {shlex.quote(str(folder))} && {command}"
