"""Writes `src/lpkit/needs.json`, the words without which a pattern is not found: python tests/needs.py.

Run it after a pattern was added or changed; without that it is looked for in every text, which is slower and as right.
The texts of the packs here tell how rare words are.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from ruamel.yaml import YAML  # noqa: E402

from lpkit.pattern import key_of  # noqa: E402
from needed import needed  # noqa: E402

TABLE = ROOT / "src/lpkit/needs.json"
_SHORTEST = 25
"""Characters of a text that counts."""
_OFTEN, _MANY = 0.5, 30
"""In what share of texts there may be one of the words, and how many they may be."""
_EACH = 0.01
"""What one more word to look for is worth, as a share of texts that are not looked through."""
_LIST = """
import importlib, json, pkgutil
import lpkit, lpkit.pattern as home
seen, plain = {}, home.pattern
def pattern(source, flags=0):
    seen[source, int(flags)] = None
    return plain(source, flags)
home.pattern, home._table = pattern, dict
for package in ("corpus", "ledger", "rules", "text"):
    there = importlib.import_module("lpkit." + package)
    for module in pkgutil.walk_packages(there.__path__, there.__name__ + "."):
        importlib.import_module(module.name)
print(json.dumps(list(seen)))
"""


@cache
def patterns() -> tuple[tuple[str, int], ...]:
    """Give all patterns of modules that a check imports, as a fresh interpreter makes them: sources and flags."""
    done = subprocess.run([sys.executable, "-c", _LIST], capture_output=True, check=True, text=True)
    return tuple((source, flags) for source, flags in json.loads(done.stdout))


def _leaves(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list):
        for value in thing.values() if isinstance(thing, dict) else thing:
            yield from _leaves(value)


@cache
def _texts(folded: bool) -> tuple[str, ...]:
    read = YAML(typ="safe").load
    every = [text for file in sorted((ROOT / "packs").rglob("*.yaml")) for text in _leaves(read(file))]
    return tuple(text.lower() if folded else text for text in every if len(text) > _SHORTEST)


@cache
def _having(word: str, folded: bool) -> frozenset[int]:
    return frozenset(number for number, text in enumerate(_texts(folded)) if word in text)


def _shortest(words: Sequence[str]) -> list[str]:
    """Give words of which none holds another."""
    found: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in found):
            found.append(word)
    return found


def _best(source: str, flags: int) -> list[str]:
    """Give the words of a pattern that most texts lack; none where many texts have one."""
    folded = bool(flags & re.IGNORECASE)
    if "(?i" in source or (folded and any(letter > "ÿ" or letter == "µ" for letter in source if letter.isalpha())):
        return []
    priced = []
    for words in map(_shortest, needed(source, flags, folded=folded)):
        share = len(frozenset().union(*(_having(word, folded) for word in words))) / len(_texts(folded))
        if share < _OFTEN and len(words) <= _MANY:
            priced.append((share + len(words) * _EACH, words))
    return min(priced, default=(0, []))[1]


def main() -> None:
    """Write the table."""
    found = {key_of(source, flags): _best(source, flags) for source, flags in patterns()}
    lines = [f"{json.dumps(key)}: {json.dumps(words)}" for key, words in sorted(found.items()) if words]
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
