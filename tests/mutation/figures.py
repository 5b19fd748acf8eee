"""Run all mutants of two packs and print the figures: `python tests/mutation/figures.py [--all] [WORD ...]`.

`--all` takes every pack of the repository, which takes long; a WORD chooses the operators that have it in their name.
"""

import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)

from mutation.clean import Clean, clean_packs  # noqa: E402
from mutation.outcome import judge  # noqa: E402
from mutation.registry import Operator, changes, operators  # noqa: E402

_TWO = ("noisy-alarm", "need-behind-the-request")
"""The sample, and a pack of real length."""


def run(operator: Operator, packs: list[Clean]) -> tuple[int, int, int]:
    """Give the numbers of mutants, of those found, and of those found at the right place; print the others."""
    with tempfile.TemporaryDirectory() as folder:
        found = [judge(operator, clean, change, Path(folder)) for clean, change in changes(operator, packs)]
    for outcome in found:
        if not outcome.good:
            sys.stdout.write(f"    {outcome}\n")
    return len(found), sum(outcome.killed for outcome in found), sum(outcome.good for outcome in found)


def main() -> None:
    """Print a line for each operator, and the sums."""
    arguments = sys.argv[1:]
    words = [word for word in arguments if word != "--all"] or [""]
    packs = [clean for clean in clean_packs() if "--all" in arguments or clean.pack.data["id"] in _TWO]
    sums = (0, 0, 0)
    chosen = [operator for operator in operators() if any(word in operator.name for word in words)]
    for operator in chosen:
        figures = run(operator, packs)
        sums = tuple(map(sum, zip(sums, figures, strict=True)))  # type: ignore[assignment]
        codes = "/".join(sorted(operator.codes))
        sys.stdout.write(f"{operator.name:<36} {codes:<12} {figures[0]:>6} {figures[1]:>6} {figures[2]:>6}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen)} operators, {sums[0]} mutants, {sums[1]} killed, {sums[2]} at the right place\n")


if __name__ == "__main__":
    main()
