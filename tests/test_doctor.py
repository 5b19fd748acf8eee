"""The cause of syntax errors: files that authors broke, where they are told so, and what the fix makes of them.

Each file in `tests/doctor` is a kind. A case takes the place of top-level keys of the sample; lines count from its own.
"""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.diagnosis import Cause, diagnose
from lpkit.editing.fixing import apply
from lpkit.source import Source
from mistake_table import JARGON
from project import PACK, SAMPLE, Run, check_folder, write_sample

FOLDER = Path(__file__).parent / "doctor"
sys.path.append(str(Path(__file__).parent / "fuzz"))
from broken_yaml import broken, named  # noqa: E402

CASES = [
    pytest.param(case, id=f"{file.stem}-{number}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for number, case in enumerate(YAML(typ="safe").load(file), start=1)
]
_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def placed(case: dict[str, Any], text: str) -> tuple[str, int]:
    """Give the sample with a text in the place of some keys, and how many lines stand before it."""
    blocks = _KEY.split((SAMPLE / PACK).read_text(encoding="utf-8"))
    taken = case["instead of"].split()
    at = next(number for number, block in enumerate(blocks) if block.partition(":")[0] == taken[0])
    kept = [block for block in blocks if block.partition(":")[0] not in taken]
    before = "".join(block for block in kept if blocks.index(block) < at)
    after = "".join(block for block in kept if blocks.index(block) > at)
    return before + text + after, before.count("\n")


def causes(text: str) -> tuple[Source, list[Cause]]:
    source = Source("packs/ownership/noisy-alarm.yaml", text)
    (flaw,) = (flaw for flaw in source.flaws if flaw.kind == "yaml-syntax")
    return source, diagnose(source, flaw)


@pytest.mark.parametrize("case", CASES)
def test_cause_is_named(case: dict[str, Any]) -> None:
    text, above = placed(case, case["broken"])
    source, found = causes(text)
    told = [(source.position(cause.at[0]), cause.message) for cause in found]
    assert [(line - above, column) for (line, column), _ in told] == [tuple(place) for place in case["at"]]
    for (_, message), wanted in zip(told, case["says"], strict=True):
        assert message == f"not valid YAML: {wanted}"
    said = [text for cause in found for text in (cause.message, cause.help, cause.fix.title if cause.fix else "")]
    assert [text for text in said if text and JARGON.search(text)] == []


@pytest.mark.parametrize("case", CASES)
def test_fix_makes_the_file_parse(case: dict[str, Any]) -> None:
    text, _ = placed(case, case["broken"])
    _, found = causes(text)
    if case["fixed"] is None:
        assert all(cause.fix is None for cause in found)
        return
    assert all(cause.fix is not None and not cause.fix.safe for cause in found)
    fixed = apply(text, [edit for cause in found if cause.fix for edit in cause.fix.edits])
    assert fixed == placed(case, case["fixed"])[0]
    assert not Source("", fixed).flaws


def test_the_command_names_the_cause_and_mends_it(tmp_path: Path, lpkit: Run) -> None:
    pack = write_sample(tmp_path)
    whole = pack.read_text(encoding="utf-8")
    pack.write_text(whole.replace("title: Quiet a Noisy Alarm", 'title: "Quiet a Noisy Alarm', 1), encoding="utf-8")
    (entry,) = check_folder(tmp_path).diagnostics
    assert (entry.code, entry.span.line, entry.span.column) == ("LP002", 4, 8)
    assert entry.related[0].message.startswith("reading stopped here")
    refused = lpkit("fix", str(pack), cwd=tmp_path)
    assert refused.returncode == 1
    assert "--unsafe" in refused.stderr + refused.stdout
    mended = lpkit("fix", "--unsafe", str(pack), cwd=tmp_path)
    assert mended.returncode == 0
    assert pack.read_text(encoding="utf-8") == whole.replace("Quiet a Noisy Alarm\n", '"Quiet a Noisy Alarm"\n', 1)


def test_equal_causes_leave_the_parser_its_place() -> None:
    text = "a: b: c\n" * 2 + "d: [\n"
    source = Source("x.yaml", text)
    flaw = source.flaws[0]
    for cause in diagnose(source, flaw)[:1]:
        assert source.position(cause.at[0])[0] == source.position(flaw.extent[0])[0]


def test_breaks_at_random_places_are_named() -> None:
    found = [entry for seed in range(12) if (entry := broken(seed)) is not None]
    assert len(found) > 6
    assert [(kind, named(text)[1]) for kind, text, _ in found] == [(kind, line) for kind, _, line in found]


def test_a_large_file_takes_a_bounded_number_of_tries() -> None:
    lines = [f'- "text {number}' for number in range(8_000)]
    source, found = causes("coaching:\n" + "\n".join(lines) + "\n")
    assert found
    assert source.position(found[0].at[0])[0] > 0
