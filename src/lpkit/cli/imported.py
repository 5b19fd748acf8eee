"""What `lpkit import` tells: how a file was read, what was lost, and the questions as they are or would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lpkit.authoring.yaml_text import yaml_entry
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say, show_json, show_lines
from lpkit.cli.running import plural
from lpkit.importing import Decision, Imported, Note, Plan

_SHOWN = 3
"""Questions that --dry-run shows as they would be."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An import that is done, or with --dry-run would be."""

    file: Path
    pack: Path
    imported: Imported
    plan: Plan
    dry_run: bool


def show_taken(taken: Taken, as_json: bool) -> None:
    """Tell on standard error how the file was read and what was lost; give questions on standard output if asked."""
    show_read(taken.file, taken.imported.decisions, (*taken.imported.notes, *taken.plan.notes))
    if as_json:
        show_json(_values(taken))
    elif taken.dry_run and taken.plan.entries:
        show_lines("".join(yaml_entry(entry, 2) for entry in taken.plan.entries[:_SHOWN]).rstrip("\n"))
    verb = "would be added" if taken.dry_run else "added"
    many = plural(len(taken.plan.entries), "question")
    say(f"{name_of(taken.pack)}: {many} of {len(taken.imported.drafts)} {verb}")


def show_read(file: Path, decisions: Sequence[Decision], notes: Sequence[Note]) -> None:
    """Tell on standard error how a file was read, and what was noted of it."""
    if decisions:
        say(f"{file} is read so:")
        width = max(len(decision.what) for decision in decisions)
        for decision in decisions:
            say(f"  {decision.what:<{width}}  {decision.said}")
    for note in notes:
        say(f"{file}: {note.place}: {note.message}")


def _values(taken: Taken) -> dict[str, object]:
    return {
        "version": 1,
        "file": name_of(taken.file),
        "pack": name_of(taken.pack),
        "written": bool(taken.plan.entries) and not taken.dry_run,
        "read": len(taken.imported.drafts),
        "decisions": [{"what": one.what, "said": one.said} for one in taken.imported.decisions],
        "notes": [
            {"place": note.place, "message": note.message} for note in (*taken.imported.notes, *taken.plan.notes)
        ],
        "questions": taken.plan.entries,
    }
