"""Whole projects with faults: everything wrong is found at its line, and nothing else is said."""

from pathlib import Path

import pytest

from lpkit.report import renderer
from project import Golden, check_folder

CASES = sorted(folder for folder in (Path(__file__).parent / "check").iterdir() if folder.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_report_is_as_expected(case: Path, golden: Golden) -> None:
    golden(case / "expected.txt", renderer("concise")(check_folder(case), False))
