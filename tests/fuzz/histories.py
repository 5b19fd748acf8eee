"""Random histories of a library under git: whatever its authors did, learners of any release get to the next one.

    python tests/fuzz/histories.py 300 --seed 1

A history edits, locks, renames decks, releases, reverts, merges, picks and resets commits, with real git, at times that
are newer, equal or older. Half of them merge locks by lpkit's own driver, the others by lines (`merge=union`). Whenever
`lpkit export anki --frozen` lets a release through, Anki's own importer brings a collection with any earlier release,
and one that followed them all, to exactly the texts and tags of that release, and no deck has a name that another one
followed. What a release is, tags say, or commits, or `lpkit lock --release`. The figures at the end tell how often the
gate was shut, and how many collections were brought along.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from fuzz.authors import RECORDED, History  # noqa: E402


def play(number: int, figures: Counter[str], rounds: int = 3) -> None:
    """Play one history, with a number of releases; raises AssertionError where a gate was wrongly green."""
    with tempfile.TemporaryDirectory(prefix="lpkit-history-") as name:
        history = History(Path(name), number, figures)
        doing: list[Callable[[], None]] = [history.edit, history.edit, history.rename]
        doing += (
            [history.restore]
            if history.kind == RECORDED
            else [history.revert, history.revert, history.pick, history.merge, history.reset]
        )
        history.release()
        for _ in range(rounds):
            for _ in range(history.chance.randint(1, 4)):
                history.chance.choice(doing)()
            history.release()
        os.chdir("/")


def main() -> int:
    """Play histories and print the figures; a failure names the number of its history."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1, help="the number of the first history")
    asked = parser.parse_args()
    figures: Counter[str] = Counter()
    failed = 0
    for number in range(asked.seed, asked.seed + asked.count):
        try:
            play(number, figures)
        except AssertionError as error:
            failed += 1
            print(f"history {number}: {error}"[:2000])
    print(f"{asked.count} histories, {failed} failed; {dict(figures)}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
