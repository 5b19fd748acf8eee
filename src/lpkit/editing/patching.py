"""What edits do to the lines of a file: those that go, and those that come in their place."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lpkit.diagnostic import Edit

_MOST = 12
"""Lines of one kind that are shown of one place."""
_BEFORE, _WIDE = 40, 150
"""Characters of a long line: before what changes, and in all."""


def patch_of(text: str, edits: Sequence[Edit]) -> tuple[str, ...]:
    """Give a patch without context for people: long lines are cut around what changes, long runs of lines too.

    It looks at the lines that the edits touch and no others, so that a large file costs no more than a small one
    but for the counting of its lines.
    """
    return tuple(line for group in _groups(text, edits) for line in _hunk(text, group))


def _groups(text: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Give the edits that touch the same lines together, from the top."""
    group: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if group and "\n" in text[max(there.end for there in group) : edit.start]:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _hunk(text: str, edits: Sequence[Edit]) -> Iterator[str]:
    end = max(edit.end for edit in edits)
    begin = text.rfind("\n", 0, edits[0].start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    new, at = "", begin
    for edit in edits:
        new += text[at : edit.start] + edit.text
        at = max(at, edit.end)
    old_lines, new_lines = text[begin:stop].splitlines(), (new + text[at:stop]).splitlines()
    same = _same(old_lines, new_lines)
    tail = _same(old_lines[same:][::-1], new_lines[same:][::-1])
    old_lines, new_lines = (lines[same : len(lines) - tail] for lines in (old_lines, new_lines))
    yield f"@@ line {text.count(chr(10), 0, begin) + 1 + same} @@"
    same = _same(old_lines[0], new_lines[0]) if old_lines and new_lines else 0
    for sign, lines in (("-", old_lines), ("+", new_lines)):
        yield from (sign + _cut(line, same) for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"{sign}… {len(lines) - _MOST} more lines"


def _same(some: Sequence[str], others: Sequence[str]) -> int:
    """Count the lines, or characters, at the start that are equal."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _cut(line: str, same: int) -> str:
    if len(line) <= _WIDE:
        return line
    begin = max(0, same - _BEFORE)
    shown = line[begin : begin + _WIDE]
    return f"{'…' if begin else ''}{shown}{'…' if begin + _WIDE < len(line) else ''}"
