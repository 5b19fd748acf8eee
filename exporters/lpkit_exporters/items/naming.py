"""Names within the limits of a format: ids folded into the signs and the length that it allows, and titles cut."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

_HASH = 10
"""Hexadecimal digits that tell two names apart: 40 bits."""


def folded(ids: Iterable[str], allowed: str, limit: int, *, letter_first: bool = False) -> dict[str, str]:
    """Give each id a name within the limits of a format, no two the same.

    `allowed` is the inside of a character class, as `A-Za-z0-9._-`; any other sign becomes `.`, `_` or `-`, the first
    of these that is allowed, and twice where the id has that sign of its own: no id of ours has two in a row, so that
    `a/b_c` and `a_b/c` do not fold alike. `limit` counts characters, and is at least 16. `letter_first` puts an `i`
    before what begins with no letter. An id that had to be cut, or whose name another has too, ends in a hash of
    itself: so the name of an id is the same whatever other ids there are, but for those that fold alike.
    """
    outside = re.compile(f"[^{allowed}]")
    stand_in = next((sign for sign in "._-" if not outside.match(sign)), "")
    distinct = list(dict.fromkeys(ids))
    plain = {
        name: _led(outside.sub(stand_in * 2 if stand_in in name else stand_in, name), letter_first) for name in distinct
    }
    uses = Counter(plain.values())
    names: dict[str, str] = {}
    taken = {short for short, count in uses.items() if count == 1 and len(short) <= limit}
    for name in distinct:
        short = plain[name]
        if uses[short] > 1 or len(short) > limit:
            short = _told_apart(short, name, limit, stand_in, taken)
        names[name] = short
    return names


def _led(name: str, letter_first: bool) -> str:
    return f"i{name}" if letter_first and not name[:1].isalpha() else name


def _told_apart(short: str, name: str, limit: int, stand_in: str, taken: set[str]) -> str:
    """Give a name with a hash behind it, that of another round where somebody is called so already."""
    salt = ""
    while True:
        end = stand_in + sha256(f"{name}{salt}".encode()).hexdigest()[:_HASH]
        found = short[: limit - len(end)] + end
        if found not in taken:
            taken.add(found)
            return found
        salt += "\n"


def cut(text: str, limit: int) -> str:
    """Give a text of at most so many characters, cut at a space where there is one near its end, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words = head.rpartition(" ")[0]
    return f"{(words if len(words) > limit // 2 else head).rstrip()}…"
