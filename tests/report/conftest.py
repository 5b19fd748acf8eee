"""A project with faults of every degree, for the report formats."""

from pathlib import Path

import pytest

from lpkit.diagnostic import Report
from project import PACK, check_folder, write_sample

_FAULTS = (
    ("total: 19", "total: 20"),
    ("id: alarm-weakness", "id: alarm-principle"),
    ("quote: my manager asked me to look into it", "quote: my manager told me to look into it"),
    ("above: 40", "above: 10"),
    ("steps: [The count was unasked, so it is Ownership.]", "steps: [The count was unasked.]"),
    ("status: published", "status: published\nstate: {a: b}"),
)
_RULES = ("LP010", "LP102", "LP204", "LP210", "LP301", "LP406")


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Check a project whose one pack has a fault of each of six rules, one of them with related places."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    for old, new in _FAULTS:
        assert old in text
        text = text.replace(old, new, 1)
    pack.with_name("50%, done.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "packs" / PACK).unlink()
    return check_folder(tmp_path, select=_RULES)
