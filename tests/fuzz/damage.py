"""Damage: to bytes wherever they stand, to lines of a text, and to the structure of what a file says.

Everything is drawn from a `Random`: one with a seed for runs of hours, one of hypothesis where a test wants the
smallest case.
"""

import csv
import io
import json
from collections.abc import Iterator
from random import Random
from typing import Any

from fuzz.nasty import CONTROL, PIECES, UNITS, VALUES, WORDS

LENGTHS = (1, 2, 5, 20, 20, 100, 100, 100, 600, 600, 600, 3_000, 3_000)
LONG = (19_999, 20_001, 40_000)
"""Characters of a text, and of one in twelve: 20,000 is the limit of a field."""

_PLACE = tuple[str | int, ...]


def text(chance: Random) -> str:
    """Give a text that is long by one or two repeated units, with plain words or something odd around it."""
    length = chance.choice(LENGTHS if chance.random() < 0.92 else LONG)
    unit = chance.choice(UNITS)
    if chance.random() < 0.3:
        unit += chance.choice(UNITS)
    body = (unit * (length // len(unit) + 1))[:length]
    odd = chance.choice(CONTROL) if chance.random() < 0.2 else ""
    return f"{chance.choice(('', 'Which is it? ', 'a'))}{body}{odd}{chance.choice(('', ' of a nuisance.', 'b'))}"


def value(chance: Random, depth: int = 0) -> Any:
    """Give any value: an odd one, a long text, a list or mapping of such, or one that nests deep."""
    kind = chance.random()
    if kind < 0.45 or depth > 2:
        return chance.choice(VALUES)
    if kind < 0.75:
        return text(chance)
    if kind < 0.85:
        return [value(chance, depth + 1) for _ in range(chance.randint(0, 4))]
    if kind < 0.95:
        return {chance.choice(("id", "text", "why", "a", "", "é")): value(chance, depth + 1) for _ in range(2)}
    return _nested(chance)


def _nested(chance: Random) -> Any:
    found: Any = chance.choice(VALUES)
    for _ in range(chance.choice((4, 20, 31, 32, 33, 60, 200))):
        found = {"a": found} if chance.random() < 0.3 else [found]
    return found


def reworded(data: Any, chance: Random) -> Any:
    """Put other texts in the place of texts: what comes is mostly still a pack, so that all of lpkit looks at it."""
    places = [place for place in places_of(data) if isinstance(_at(data, place), str) and _is_prose(place)]
    for _ in range(chance.randint(1, 3)):
        if places:
            data = put(data, chance.choice(places), text(chance))
    return data


_NAMING = {"id", "principle", "level", "status", "rubric", "candidate", "marker", "verdict", "format"}
"""Keys whose values are names: another text there is mostly an error, and hides what the rest would do."""


def _is_prose(place: _PLACE) -> bool:
    return not {"id", "principle", "level", "status", "rubric", "candidate", "marker", "verdict", "format"} & {
        *place[-1:]
    }


def reshaped(data: Any, chance: Random) -> Any:
    """Replace, remove, add, repeat and move values."""
    for _ in range(chance.randint(1, 3)):
        place = chance.choice(list(places_of(data)))
        data = _reshaped_at(data, place, chance)
    return data


def _reshaped_at(data: Any, place: _PLACE, chance: Random) -> Any:
    here = _at(data, place)
    kind = chance.random()
    if kind < 0.45 or not place:
        return put(data, place, value(chance))
    if kind < 0.55:
        return put(data, place, _at(data, chance.choice(list(places_of(data)))))
    if kind < 0.65:
        return put(data, place, chance.choice(([here], {"a": here}, [here, here], [[here]])))
    holder = _at(data, place[:-1])
    if isinstance(holder, list):
        at = int(place[-1])
        copies = chance.choice((0, 0, 2, 2, 3, 12, 300))
        return put(data, place[:-1], [*holder[:at], *[here] * copies, *holder[at + 1 :]])
    others = {key: entry for key, entry in holder.items() if key != place[-1]}
    name = chance.choice((None, "id", "a", "", "titel", str(place[-1]) + "s", text(chance)))
    return put(data, place[:-1], others if name is None else {**others, name: here})


def places_of(data: Any, at: _PLACE = ()) -> Iterator[_PLACE]:
    """Give the path of every value, the whole first."""
    yield at
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, child in inner:
        yield from places_of(child, (*at, step))


def _at(data: Any, place: _PLACE) -> Any:
    for step in place:
        data = data[step]
    return data


def put(data: Any, place: _PLACE, new: Any) -> Any:
    """Give the data with another value at a place; what was given stays as it is."""
    if not place:
        return new
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[place[0]] = put(data[place[0]], place[1:], new)
    return copy


def as_json(data: Any, chance: Random) -> bytes:
    """Write data as JSON, which is YAML too: in one line or several, characters escaped or not."""
    indent = chance.choice((None, None, 1, 2))
    return json.dumps(data, ensure_ascii=chance.random() < 0.5, indent=indent).encode("utf-8", "surrogatepass")


_DEEPEST = 200
"""Columns from which on a block would only reach the limits of this program."""


def as_block(data: Any, chance: Random, margin: str = "") -> str:
    """Write data as YAML in blocks: keys plain, texts plain, quoted or as blocks however little that suits them."""
    if len(margin) > _DEEPEST:
        return json.dumps(data, ensure_ascii=False)
    if isinstance(data, dict) and data:
        return "".join(
            f"\n{margin}{key or '?'}: {as_block(entry, chance, margin + '  ')}" for key, entry in data.items()
        )
    if isinstance(data, list) and data:
        return "".join(f"\n{margin}- {as_block(entry, chance, margin + '  ')}" for entry in data)
    if isinstance(data, str) and chance.random() < 0.4:
        mark = chance.choice(("|", ">-", "", "|+", "'"))
        if mark == "'":
            return "'" + data.replace("'", "''") + "'"
        return f"{mark}\n{margin}" + data.replace("\n", f"\n{margin}") if mark else data
    return json.dumps(data, ensure_ascii=False)


def as_csv(rows: list[list[str]], chance: Random) -> bytes:
    """Write a table, with any delimiter."""
    stream = io.StringIO()
    quoting = chance.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL))
    csv.writer(stream, delimiter=chance.choice(",;\t|"), quoting=quoting).writerows(rows)
    return stream.getvalue().encode("utf-8", "surrogatepass")


def relined(content: bytes, chance: Random) -> bytes:
    """Put another value behind a colon or an equals sign, repeat a line, drop it, move it, or indent it."""
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        head, sign, _ = lines[at].partition(chance.choice((b":", b"=", b"- ", b" ")))
        kind = chance.random()
        if kind < 0.6:
            word = chance.choice(WORDS) if chance.random() < 0.7 else text(chance)
            lines[at] = head + sign + b" " + word.encode("utf-8", "surrogatepass")
        elif kind < 0.75:
            lines[at:at] = [lines[at]] * chance.choice((1, 1, 1, 100))
        elif kind < 0.9:
            lines.insert(chance.randrange(len(lines) + 1), lines.pop(at))
        else:
            lines[at] = chance.choice((b" ", b"\t", b"- ", b"    ")) + lines[at]
    return b"\n".join(lines)


def scratched(content: bytes, chance: Random, other: bytes = b"") -> bytes:
    """Flip, cut, put in, repeat and splice bytes."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        start = chance.randint(0, len(content))
        end = min(len(content), start + chance.choice((0, 0, 1, 1, 4, 40, 400)))
        part = chance.randint(0, len(other))
        piece = chance.choice(
            (
                chance.choice(PIECES),
                chance.choice(PIECES),
                text(chance).encode("utf-8", "surrogatepass"),
                bytes([chance.randrange(256)]),
                content[start:end] * 2,
                b"",
                other[part : part + 200],
            )
        )
        content = content[:start] + piece + content[end:]
    return content


def recoded(content: bytes, chance: Random) -> bytes:
    """Write a file in another encoding, with other ends of lines, or cut off."""
    kind = chance.randrange(8)
    if kind < 4:
        plain = content.decode("utf-8", "replace")
        return plain.encode(("utf-16", "utf-32", "latin-1", "utf-7")[kind], "replace")
    if kind < 6:
        return content.replace(b"\n", (b"\r", b"\r\n")[kind - 4])
    return content[: chance.randint(0, len(content))] if kind == 6 else b"\xef\xbb\xbf" * chance.randint(1, 3) + content
