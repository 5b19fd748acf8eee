"""Makes two or three mistakes of the table at once, with remarks between, and lets `lpkit fix` mend them.

    python tests/fuzz/mistakes_together.py [COUNT] [SEED]

What fix leaves must be what it leaves of its own work, and no word may be gone that no fix of one of the mistakes alone
takes away.
"""

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mistake_table import FOLDER, Mistake, Sample, of_entry
from project import LIBRARY, PACK, SAMPLE, read_yaml

Change = tuple[int, int, str]
_REMARKS = ("evaluate:", "coaching:", "questions:", "rubrics:", "markers:")


def main(count: int, seed: int) -> int:
    """Try so many combinations, print what is wrong, and give how many are."""
    draw = random.Random(seed)
    files = sorted(FOLDER.glob("*.yaml"))
    entries = [(of_entry(file.stem, entry), entry) for file in files for entry in read_yaml(file)]
    table = [(mistake, entry["was"], entry.get("typed", "")) for mistake, entry in entries if "was" in entry]
    sample, wrong = Sample(Path(tempfile.mkdtemp())), 0
    for _ in range(count):
        file = draw.choice((PACK, PACK, PACK, LIBRARY))
        picked = draw.sample([row for row in table if row[0].file == f"packs/{file}"], draw.choice((2, 2, 3)))
        text = _together((SAMPLE / file).read_text(encoding="utf-8"), [(was, typed) for _, was, typed in picked])
        for fault in _faults(sample, text, [mistake for mistake, _, _ in picked]) if text else ():
            wrong += 1
            print("; ".join(f"{mistake.kind}: {mistake.name}" for mistake, _, _ in picked), fault, sep="\n", flush=True)
    return wrong


def _together(text: str, changes: list[tuple[str, str]]) -> str | None:
    """Give a text with all changes and some remarks; None where two changes are of one place."""
    places: list[Change] = sorted((text.index(was), text.index(was) + len(was), typed) for was, typed in changes)
    if any(one[1] > other[0] for one, other in pairwise(places)):
        return None
    for start, end, typed in reversed(places):
        text = text[:start] + typed + text[end:]
    for number, key in enumerate(_REMARKS):
        text = text.replace(f"\n{key}\n", f"\n# above{number}\n{key}  # beside{number}\n", 1)
    return text


def _faults(sample: Sample, text: str, mistakes: list[Mistake]) -> Iterator[str]:
    typed = mistakes[0]._replace(text=text)
    for unsafe in (False, True):
        given = _mended(sample, typed, unsafe)
        again = _mended(sample, typed._replace(text=given), unsafe)
        if again != given:
            yield "fix has more to do: " + _shown(given, again)
        alone = sum((_words(each.text) - _words(_mended(sample, each, unsafe)) for each in mistakes), Counter[str]())
        gone = _words(text) - _words(given) - alone
        if gone:
            yield f"gone with {unsafe=}: {dict(gone)}\n" + _shown(text, given)


def _mended(sample: Sample, mistake: Mistake, unsafe: bool) -> str:
    return sample.fixed(mistake, unsafe).texts.get(mistake.file, mistake.text)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _shown(one: str, other: str) -> str:
    return "\n".join(unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=0))


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*(given + [100, 1][len(given) :]))))
