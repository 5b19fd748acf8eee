"""A whole pack from a file: where it goes, and what `lpkit import` tells of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lpkit.authoring.slug import slug
from lpkit.cli.authoring import read_library
from lpkit.cli.imported import show_read
from lpkit.cli.naming import name_of
from lpkit.cli.new_pack import known, library_file, new_pack_file, pack_text, require_file_id, write_pack
from lpkit.cli.printer import say, show_json, show_lines
from lpkit.cli.running import plural
from lpkit.corpus import LibraryView
from lpkit.errors import LpkitError
from lpkit.importing import Imported, PackDraft
from lpkit.importing.pack_plan import PackPlan
from lpkit.importing.whole import Place, plan_pack, principle_of


@dataclass(frozen=True, slots=True)
class NewPack:
    """What the user says of a pack to be made: ids of its principle, itself and its level; the library's folder."""

    principle: str | None = None
    id: str | None = None
    level: str | None = None
    library: Path | None = None


def import_pack(
    imported: Imported, file: Path, new: NewPack, defaults: Mapping[str, str], dry_run: bool, as_json: bool
) -> None:
    """Write a draft of what a file tells into the folder of its principle, and tell what became of the file.

    Raises LpkitError where it is not clear which principle or id is meant, or a pack has the id.
    """
    if imported.pack is None:
        raise LpkitError(f"{file} holds no pack", "look at the file")
    library = library_file(new.library)
    view = read_library(library)
    place = _place(imported.pack, new, view)
    target = new_pack_file(library, place.principle, place.name)
    plan = plan_pack(imported.pack, imported.drafts, place, view, defaults)
    if not dry_run:
        write_pack(library, target, plan.data)
    show_read(file, imported.decisions, (*imported.notes, *plan.notes))
    if as_json:
        show_json(_values(file, target, imported, plan, not dry_run))
    elif dry_run:
        show_lines(pack_text(library, target, plan.data).rstrip("\n"))
    say(_summary(target, imported.pack, plan, dry_run))


def _place(draft: PackDraft, new: NewPack, view: LibraryView) -> Place:
    """Settle principle, id and level: as the user says, else as the file does."""
    principles = [entry.id for entry in view.library.principles]
    principle = known("principle", new.principle, principles) if new.principle else principle_of(draft, view)
    if principle is None:
        raise LpkitError("the file does not say to which principle it belongs", "name one: --principle ID")
    level = known("level", new.level, [entry.id for entry in view.library.levels]) if new.level else None
    name = new.id or slug(draft.title, "", view.language)
    if not name:
        raise LpkitError("the file has no title to make an id of", "name one: --id ID")
    require_file_id(name)
    return Place(name, principle, level)


def _summary(target: Path, draft: PackDraft, plan: PackPlan, dry_run: bool) -> str:
    words = draft.words
    placed = words.all - words.labels - plan.left
    verb = "would be written" if dry_run else "written"
    todo = plural(json.dumps(plan.data).count("TODO: "), "TODO")
    return (
        f"{name_of(target)}: a draft {verb}: {placed} of {plural(words.all, 'word')} placed, {words.labels} are "
        f"headings and labels, {plan.left} found no place (see the notes above); {todo}"
    )


def _values(file: Path, target: Path, imported: Imported, plan: PackPlan, written: bool) -> dict[str, object]:
    words = imported.pack.words if imported.pack else None
    return {
        "version": 1,
        "file": name_of(file),
        "pack": name_of(target),
        "written": written,
        "words": {"all": words.all, "labels": words.labels, "left": plan.left} if words else {},
        "decisions": [{"what": one.what, "said": one.said} for one in imported.decisions],
        "notes": [{"place": note.place, "message": note.message} for note in (*imported.notes, *plan.notes)],
        "data": plan.data,
    }
