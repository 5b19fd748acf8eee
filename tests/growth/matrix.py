"""Who takes more than three times the steps for twice the text.

    python tests/growth/matrix.py [PART] [--sample]

Runs every rule, importer and reader (or those whose name holds PART) over all units in all surroundings, and prints
what grows faster than its text. It takes a quarter of an hour of one core and 1.1 GB; the sample, which the suite runs,
some seconds.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import counting  # noqa: E402

counting.install()

import subjects  # noqa: E402
from units import AROUND, UNITS  # noqa: E402

LENGTH = 150
"""Characters of the shorter text; of entries, the number."""
SHORT = 80
"""The same in the sample."""
MOST = 3.0
SAMPLE = (
    *((0, unit) for unit in ("There was no plan, there is a plan. ",)),
    *((0, unit) for unit in ("\u00a0", "{{", "the the ", "::a", "“")),
    *((1, unit) for unit in ("not ", "A, ")),
    *((2, unit) for unit in ("a b ",)),
)
"""The surroundings and the unit of each run of the sample: what hurt once, and a few of every kind."""


def _forget() -> None:
    """Empty all memories, so that the second run is not spared what the first one did."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in counting.HOUSE:
            for value in vars(module).values():
                for memory in getattr(value, "memories", (value,)):
                    if isinstance(memory, _lru_cache_wrapper) and memory.__name__ not in {"all_rules", "language_of"}:
                        memory.cache_clear()
    counting.forget()


def _counted(kinds: Iterator[tuple[str, subjects.Work]], part: str) -> dict[str, int]:
    _forget()
    found = {}
    for name, work in kinds:
        if part in name:
            before = counting.count
            work()
            found[name] = counting.count - before
    return found


def _all(text: str, folder: Path) -> Iterator[tuple[str, subjects.Work]]:
    yield from subjects.rules(text)
    yield from subjects.bank_rules(text)
    yield from subjects.importers(text)
    yield from subjects.pages(text)
    yield from subjects.readers(text, folder)


def _suspects(measure: Callable[[int], dict[str, int]]) -> Iterator[tuple[str, list[int]]]:
    """Give what more than triples from once to twice, and again from twice to four times.

    Where a text becomes long enough for a rule to look at it at all, or closer, there is one jump, and no second.
    """
    once, twice = measure(1), measure(2)
    grown = [name for name, steps in twice.items() if steps > MOST * max(once[name], 1)]
    fourfold = measure(4) if grown else {}
    yield from (
        (name, [once[name], twice[name], fourfold[name]]) for name in grown if fourfold[name] > MOST * twice[name]
    )


def grown(part: str, sample: bool) -> Iterator[str]:
    """Give a line for whatever grows faster than what it looks at."""
    length = SHORT if sample else LENGTH
    for name, steps in _suspects(lambda times: _counted(subjects.many(times * length), part)):
        yield f"{name}: {steps} steps for once, twice and four times {length} entries"
    places = SAMPLE if sample else tuple((around, unit) for unit in UNITS for around in range(len(AROUND)))
    with tempfile.TemporaryDirectory() as folder:
        for around, unit in places:
            before, behind = AROUND[around]
            rounds = max(1, length // len(unit))

            def measure(times: int) -> dict[str, int]:
                text = f"{before}{unit * (times * rounds)}{behind}"  # noqa: B023
                return _counted(_all(text if text.strip() else f"a{text}b", Path(folder)), part)

            for name, steps in _suspects(measure):
                yield f"{name}: {steps} steps for once, twice and four times {unit!r} after {before!r}"


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--sample"]
    failed = False
    for line in grown(words[0] if words else "", "--sample" in sys.argv):
        failed = True
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
