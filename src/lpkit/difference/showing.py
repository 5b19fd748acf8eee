"""Changes as text for a terminal, as JSON for tools, and as Markdown for a pull request."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from lpkit.difference.change import Change, Grade
from lpkit.printable import inert, json_text, printable
from lpkit.verdict import Proof

_COLOURS = {Grade.MAJOR: "\x1b[1;31m", Grade.MINOR: "\x1b[33m", Grade.PATCH: "\x1b[2m"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~@&])")
_MEANINGS = {
    Grade.MAJOR: "a permanent id vanished or means something else",
    Grade.MINOR: "content changed, ids hold",
    Grade.PATCH: "wording and order",
}


def as_text(changes: Sequence[Change], colour: bool) -> str:
    """Give a line for each change below a line for each file."""
    if not changes:
        return "no changes of content\n"
    lines: list[str] = []
    for path, group in groupby(sorted(changes, key=_by_file), key=lambda change: change.path):
        lines.append(printable(path))
        for change, proof in _with_proofs(list(group)):
            label = f"{change.grade.label:<5}"
            shown = f"{_COLOURS[change.grade]}{label}\x1b[0m" if colour else label
            lines.append(f"  {shown} {printable(f'{change.kind} {change.subject} {change.item}: {change.message}')}")
            lines += [f"        {printable(line)}" for line in _proof_lines(proof)]
        lines.append("")
    return inert("\n".join([*lines, f"{summary(changes)}", ""]))


def _by_file(change: Change) -> tuple[object, ...]:
    return (change.path, *change.order)


def summary(changes: Sequence[Change]) -> str:
    """Say how many changes there are of each grade."""
    counts = Counter(change.grade for change in changes)
    parts = [f"{counts[grade]} {grade.label}" for grade in sorted(counts, reverse=True)]
    return f"{len(changes)} change{'' if len(changes) == 1 else 's'}: {', '.join(parts)}" if parts else "no changes"


def _with_proofs(changes: Sequence[Change]) -> Iterator[tuple[Change, Proof | None]]:
    """Give each change with its proof; of neighbours with the same proof only the last one keeps it."""
    for number, change in enumerate(changes):
        follower = changes[number + 1] if number + 1 < len(changes) else None
        yield change, None if follower and follower.proof == change.proof else change.proof


def _proof_lines(proof: Proof | None) -> Iterator[str]:
    if proof is None:
        return
    scores = " + ".join(f"{term.score}" for term in proof.terms)
    yield f"proof: {scores} = {proof.total}, {proof.band} from {proof.band_from} to {proof.band_to}"
    for limit in proof.limits:
        yield f"proof: {limit.marker} allows {limit.verdict} at the most"
    declared = "" if proof.holds else f", but the pack says {proof.declared_total}, {proof.declared_verdict}"
    yield f"proof: verdict {proof.verdict}{declared}"


def as_json(changes: Sequence[Change]) -> str:
    """Give all changes as one JSON document, the gravest first."""
    document = {
        "version": 1,
        "grade": max(change.grade for change in changes).label if changes else None,
        "summary": {grade.label: sum(change.grade is grade for change in changes) for grade in reversed(Grade)},
        "changes": [_entry(change) for change in changes],
    }
    return json_text(document) + "\n"


def _entry(change: Change) -> dict[str, Any]:
    proof = {**asdict(change.proof), "holds": change.proof.holds} if change.proof else None
    return {
        "kind": change.kind,
        "grade": change.grade.label,
        "subject": change.subject,
        "item": change.item,
        "message": change.message,
        "before": change.before,
        "after": change.after,
        "library": change.library,
        "pack": change.pack or None,
        "path": change.path,
        "proof": proof,
    }


def as_markdown(changes: Sequence[Change]) -> str:
    """Give the changes as a comment for a pull request: a section for each grade, wording folded away."""
    if not changes:
        return "### Content changes\n\nNo changes of content.\n"
    lines = ["### Content changes", "", f"{summary(changes)}.", ""]
    for grade in reversed(Grade):
        chosen = [change for change in changes if change.grade is grade]
        if not chosen:
            continue
        title = f"**{grade.label.capitalize()}**: {_MEANINGS[grade]}"
        folded = grade is Grade.PATCH
        lines += ["<details><summary>Patch: wording and order</summary>" if folded else title, ""]
        lines += [line for change, proof in _with_proofs(chosen) for line in _bullet(change, proof)]
        lines += ["", "</details>", ""] if folded else [""]
    return inert("\n".join(lines))


def _bullet(change: Change, proof: Proof | None) -> Iterator[str]:
    where = "/".join(part for part in (change.pack, change.item) if part)
    yield f"- {_escaped(change.kind)}, {change.subject} **{_escaped(where)}**: {_escaped(change.message)}"
    for line in _proof_lines(proof):
        yield f"  - {_escaped(line)}"


def _escaped(text: str) -> str:
    """Give a text that Markdown shows as it is: no emphasis, no HTML, nobody mentioned."""
    return _MARKDOWN.sub(r"\\\1", printable(" ".join(text.split()))).replace("\\@", "@\u200b").replace("\\&", "&amp;")
