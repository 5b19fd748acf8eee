"""Suppressions and values over several lines: a comment reaches each line of its value, and none beside it."""

from pathlib import Path

import pytest

from lpkit.source import Source
from lpkit.source.suppressions import read_suppressions
from project import check_folder, codes, write_sample

IGNORE = "# lpkit: ignore[LP310] told at length"
LONG = " ".join(["word"] * 300)
CASES = [
    # The answer takes lines 2 to 4 of what is put in; a fault of it spans all three.
    pytest.param([f"{IGNORE}", "delivery: Calm.", "{0}"], False, id="above the value before it"),
    pytest.param([f"{IGNORE}", "{0}"], True, id="above it"),
    pytest.param(["delivery: Calm.  " + IGNORE, "{0}"], False, id="behind the line above it"),
    pytest.param(["{0}  " + IGNORE], True, id="behind its last line"),
    pytest.param(["{0}", "delivery: Calm.  " + IGNORE], False, id="behind the line below it"),
    pytest.param(["{0}", IGNORE, "delivery: Calm."], False, id="above the value below it"),
]


@pytest.mark.parametrize("style", ['answer: "{0}\n\n        {1}"', "answer: '{0}\n        {1}'"])
@pytest.mark.parametrize(("lines", "silenced"), CASES)
def test_text_of_several_lines(tmp_path: Path, lines: list[str], silenced: bool, style: str) -> None:
    pack = write_sample(tmp_path)
    head, _, rest = pack.read_text(encoding="utf-8").partition("    - id: b\n      answer: >-\n")
    tail = rest[rest.index("      scores:") :]
    own = [line.format(style.format(LONG, "end")) for line in lines]
    if not any("delivery" in line for line in own):
        own.append("delivery: Calm.")
    body = "".join(f"      {line}\n" for line in own)
    pack.write_text(f"{head}    - id: b\n{body}{tail}", encoding="utf-8")
    found = codes(check_folder(tmp_path, select=("LP310",)))
    assert [code for code in found if code == "LP310"] == ([] if silenced else ["LP310"])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# lpkit: ignore[LP204] x\na:\n  b:\n  - 1\n  - c: 2\n    d: 3\ne: 4\n", (2, 6)),
        ("a:\n  # lpkit: ignore[LP204] x\n  b:\n  - 1\n  - c: 2\n    d: 3\ne: 4\n", (3, 6)),
        ("# lpkit: ignore[LP204] x\na: [1,\n  2,\n  3]\nb: 4\n", (2, 4)),
        ("# lpkit: ignore[LP204] x\na: >-\n  one\n  two\nb: 4\n", (2, 4)),
        ("# lpkit: ignore[LP204] x\na: |\n  one\n  two\nb: 4\n", (2, 4)),
        ("# lpkit: ignore[LP204] x\na: one\n  two\n  three\nb: 4\n", (2, 4)),
        ("a: [1,\n  2,  # lpkit: ignore[LP204] x\n  3]\n", (2, 2)),
    ],
)
def test_lines_that_a_comment_speaks_of(text: str, lines: tuple[int, int]) -> None:
    (found,), _ = read_suppressions(Source("pack.yaml", text))
    assert (found.first_line, found.last_line) == lines
