"""Writes `src/lpkit/needs.json`, the words without which a pattern is not found: python tests/needs.py.

Run it after a pattern was added or changed; without that it is looked for in every text, which is slower and as right.
The texts of the packs here tell how rare words are.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from ruamel.yaml import YAML  # noqa: E402

from lpkit.pattern import key_of  # noqa: E402
from lpkit.text.languages import language_of  # noqa: E402
from lpkit.text.languages.parts import Form  # noqa: E402
from needed import needed  # noqa: E402

TABLE = ROOT / "src/lpkit/needs.json"
_PLACES = re.compile(r"(?<!\?P)<(?:n|m|p|number)>")
_NAMES = {"<verdict>": ("\ue000", ("hire",)), "<dimension>": ("\ue001", ("action", "impact", "ownership", "structure"))}
"""Places for names of a pack, signs for them, and words that tell how often some are named."""
_SHORTEST = 25
"""Characters of a text that counts."""
_MANY, _FURTHER = 45, 105
"""How many words the first group may have, and a further one, which fewer texts are asked for."""
_EACH = 0.01
"""What one more word to look for is worth, as a share of texts that are not looked through."""
_GROUPS, _FEWER = 3, 0.5
"""How many groups of words a pattern has, and to which share of the texts left a further one must bring them."""
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


@cache
def forms() -> tuple[Form, ...]:
    """Give all forms of the languages."""
    found: set[Form] = set()
    waiting: list[Any] = [dict(language_of(tag)) for tag in ("en", "de")]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, Form):
            found.add(thing)
        elif isinstance(thing, dict | tuple):
            waiting += thing.values() if isinstance(thing, dict) else thing
    return tuple(sorted(found))


def opened(source: str) -> str:
    """Give the source of a form as a pattern: any number may stand in its places, and signs stand for names."""
    for name, (sign, _) in _NAMES.items():
        source = source.replace(name, f".*{sign}.*")
    return _PLACES.sub(r"(?:\\d+|[a-z]+)+", source).replace("<amount>", "").replace("<end>", "")


def signed(words: Sequence[str]) -> list[str]:
    """Give words in which signs stand for names."""
    return [_NAMES[word][0] if word in _NAMES else word for word in words]


def _named(word: str) -> str:
    return next((name for name, (sign, _) in _NAMES.items() if sign == word), word)


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
    for sign, names in _NAMES.values():
        if word == sign:
            return _having_any(names, folded)
    return frozenset(number for number, text in enumerate(_texts(folded)) if word in text)


def _having_any(words: Sequence[str], folded: bool) -> frozenset[int]:
    return frozenset().union(*(_having(word, folded) for word in words))


def _price(group: tuple[list[str], frozenset[int]], left: frozenset[int]) -> tuple[float, list[str]]:
    """Give what it takes to look for a group of words in the texts that are left, and the pattern where they are."""
    words, having = group
    return len(having & left) + len(words) * _EACH * len(left), words


def _shortest(words: Sequence[str]) -> list[str]:
    """Give words of which none holds another."""
    found: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in found):
            found.append(word)
    return found


def _best(source: str, flags: int) -> list[list[str]]:
    """Give the groups of words of a pattern that most texts lack; none where many texts have one."""
    folded = bool(flags & re.IGNORECASE)
    if "(?i" in source or (folded and any(letter > "ÿ" or letter == "µ" for letter in source if letter.isalpha())):
        return []
    every = [(words, _having_any(words, folded)) for words in map(_shortest, needed(source, flags, folded=folded))]
    left, found = frozenset(range(len(_texts(folded)))), []
    while len(found) < _GROUPS:
        most = _FURTHER if found else _MANY
        rare = [group for group in every if len(group[0]) <= most and len(group[1] & left) < _FEWER * len(left)]
        if not rare:
            break
        words, having = min(rare, key=partial(_price, left=left))
        left &= having
        found.append(words)
    return found


def main() -> None:
    """Write the table."""
    found = {key_of(source, flags): _best(source, flags) for source, flags in patterns()}
    for form in forms():
        groups = _best(opened(form.source), re.IGNORECASE)
        found[key_of(form.source, re.IGNORECASE)] = [[*map(_named, words)] for words in groups]
    lines = [
        f"{json.dumps(key)}: {json.dumps(groups[0] if len(groups) == 1 else groups)}"
        for key, groups in sorted(found.items())
        if groups
    ]
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
