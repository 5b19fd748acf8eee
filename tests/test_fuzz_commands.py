"""Commands and readers on damaged files, long texts and odd arguments: a sample of what `tests/fuzz` runs for hours."""

import shutil
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.folder import Trial
from fuzz.readers import read
from fuzz.running import Ended, faults, state
from fuzz.trials import trial
from project import Run

_FEW = settings(max_examples=60, suppress_health_check=list(HealthCheck))
_DRAWN = st.one_of(st.randoms(use_true_random=False), st.integers(0, 2**32).map(Random))
"""What hypothesis draws it can make smaller, but draws much the same; seeds give what is more various."""


def _faults(made: Trial, folder: Path, lpkit: Run) -> list[str]:
    shutil.rmtree(folder, ignore_errors=True)
    made.lay_out(folder)
    before = state(folder)

    def run(arguments: tuple[str, ...]) -> Ended:
        result = lpkit(*arguments, cwd=folder)
        return Ended(result.returncode, result.stdout, result.stderr)

    return list(faults(made, run(made.arguments), before, folder, run))


@given(chance=_DRAWN)
@_FEW
def test_every_command_ends_well_whatever_it_reads(tmp_path: Path, lpkit: Run, chance: Random) -> None:
    assert _faults(trial(chance), tmp_path / "in", lpkit) == []


@given(chance=_DRAWN)
@_FEW
def test_every_reader_ends_well(tmp_path: Path, chance: Random) -> None:
    assert read(trial(chance, whole=False), tmp_path) in {0, 2}
