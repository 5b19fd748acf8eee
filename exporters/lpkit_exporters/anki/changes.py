"""Which words a rewrite took out and which it put in."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from lpkit_exporters.anki.fields import plain, printable

TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
Span = tuple[int, int]


def mark_changes(before: str, after: str) -> tuple[str, str]:
    """Give both texts as HTML, with `<del>` around words that go and `<ins>` around words that come."""
    old, new = TOKEN.findall(printable(before).strip()), TOKEN.findall(printable(after).strip())
    kept = list(_kept(old, new))
    if not kept:
        # A rewrite that shares nothing with its source would be one single mark, which shows nothing.
        return plain(before), plain(after)
    return (
        _marked(old, [span for span, _ in kept], "del"),
        _marked(new, [span for _, span in kept], "ins"),
    )


def _kept(old: list[str], new: list[str]) -> Iterator[tuple[Span, Span]]:
    """Find the runs that stay; one lone word between two changes counts as changed, for calmer reading."""
    for start, place, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        words = sum(token[0].isalnum() for token in old[start : start + size])
        at_edge = start == place == 0 or (start + size == len(old) and place + size == len(new))
        if size and (words > 1 or at_edge):
            yield (start, start + size), (place, place + size)


def _marked(tokens: list[str], kept: list[Span], tag: str) -> str:
    html, position = "", 0
    for start, end in [*kept, (len(tokens), len(tokens))]:
        html += _wrapped("".join(tokens[position:start]), tag) + _spaced("".join(tokens[start:end]))
        position = end
    return html


def _wrapped(text: str, tag: str) -> str:
    core = text.strip()
    lead, tail = text.partition(core)[::2] if core else (text, "")
    return f"{_spaced(lead)}<{tag}>{plain(core)}</{tag}>{_spaced(tail)}" if core else _spaced(text)


def _spaced(text: str) -> str:
    core = text.strip()
    lead, tail = text.partition(core)[::2] if core else (text, "")
    return lead.replace("\n", "<br>") + plain(core) + tail.replace("\n", "<br>")
