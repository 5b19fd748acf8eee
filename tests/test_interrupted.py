"""`lpkit fix` and `lpkit fmt` cut off at any step: every file is the old one or the new one, as a whole."""

import signal
from pathlib import Path

import pytest

from project import Run, write_sample

_FILES = 3
_STEPS = range(1, 2 * _FILES + 1)


def _write_packs(folder: Path) -> list[Path]:
    """Write packs that both commands would change."""
    first = write_sample(folder)
    text = first.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    text = text.replace(f"{title}\n", "", 1).replace("notes: ", "notes: The the ", 1) + f"{title}\n"
    files = [first, *(first.with_name(f"other-{number}.yaml") for number in range(1, _FILES))]
    for file in files:
        file.write_text(text.replace("id: noisy-alarm", f"id: {file.stem}", 1), encoding="utf-8")
    return files


@pytest.mark.parametrize("command", ["fix", "fmt"])
def test_a_file_is_never_half_written(command: str, tmp_path: Path, lpkit: Run) -> None:
    files = _write_packs(tmp_path)
    old = {file: file.read_bytes() for file in files}
    lpkit(command)
    new = {file: file.read_bytes() for file in files}
    assert all(new[file] != old[file] for file in files)
    seen = set()
    for number in (signal.SIGKILL, signal.SIGINT):
        for step in _STEPS:
            for file in files:
                file.write_bytes(old[file])
            # Results that are kept would be files too.
            result = lpkit(command, LPKIT_CACHE="off", CUT_OFF=f"{int(number)} {step}")
            left = [file.read_bytes() for file in files]
            assert all(now in (old[file], new[file]) for now, file in zip(left, files, strict=True))
            seen.add(sum(now == new[file] for now, file in zip(left, files, strict=True)))
            hidden = [file for file in files[0].parent.iterdir() if file.name.startswith(".")]
            if number is signal.SIGINT:
                assert (result.returncode, result.stderr, hidden) == (130, "lpkit: interrupted\n", [])
            else:
                assert (result.returncode, len(hidden)) == (-signal.SIGKILL, (step + 1) % 2)
            for leftover in hidden:
                leftover.unlink()
    assert seen == {0, 1, 2}
