"""What may be done about a fault: each fix, all safe ones of a file, a comment that silences it, the lock."""

from collections.abc import Iterator, Sequence

from lsprotocol.types import CodeAction, CodeActionKind, Command, Diagnostic, Range, TextEdit, WorkspaceEdit

from lpkit import diagnostic as own
from lpkit.editing.suppressing import add_ignores
from lpkit.language_server.addresses import uri_of
from lpkit.language_server.reading import Asked, Shelved
from lpkit.publishing.lock import LOCK_FILE
from lpkit.rules import all_rules, codes_mended_by_lock
from lpkit.schema.of_library import SCHEMA_FILE, in_step, is_own
from lpkit.source import read_text

FIX_ALL = "source.fixAll.lpkit"
FIX_ALL_COMMAND = "lpkit.fixAll"
LOCK_COMMAND = "lpkit.lock"
SCHEMA_COMMAND = "lpkit.schema"
CREATE_LOCK, WRITE_SCHEMA = WRITTEN = ("source.createLock.lpkit", "source.writeSchema.lpkit")
"""Kinds of actions on what lpkit writes beside library.yaml."""
REASON = "say why this is right"
"""Stands in a new suppression until its author writes a reason."""


def actions(
    place: Shelved, where: Range, faults: Sequence[own.Diagnostic], told: Sequence[Diagnostic], in_library: bool
) -> Iterator[CodeAction]:
    """Give what may be done about the faults of a file that touch a range; `told` is how the editor knows them."""
    here = [entry for entry in faults if _touches(place.ruler.span(entry.span), where)]
    for entry in here:
        if entry.fix is not None:
            yield _fix(place, entry, entry.fix, _known(place, entry, told))
    silenceable = {rule.code for rule in all_rules() if rule.silenceable}
    for entry in here:
        if entry.code in silenceable and (text := add_ignores(place.source, [(entry.code, entry.span)], REASON)):
            title = f"Silence {entry.code} here, with a reason"
            known = _known(place, entry, told)
            yield CodeAction(title, CodeActionKind.QuickFix, diagnostics=known, edit=whole_edit(place, text))
    uri = uri_of(place.file)
    if any(entry.fix is not None and entry.fix.safe for entry in faults):
        title = "Fix all that is safe in this file"
        yield CodeAction(title, FIX_ALL, command=Command(title, FIX_ALL_COMMAND, arguments=[uri]))
    if in_library and any(entry.code in codes_mended_by_lock() for entry in here):
        title = "Bring library.lock up to date (saved files)"
        command = Command(title, LOCK_COMMAND, arguments=[uri])
        yield CodeAction(title, CodeActionKind.QuickFix, command=command)


def writing(asked: Asked) -> Iterator[CodeAction]:
    """Give what may be written beside the library: its first lock, and the schema of its packs."""
    if asked.library is None:
        return
    beside, uri = asked.library.file.with_name, uri_of(asked.own.file)
    if not beside(LOCK_FILE).exists():
        title = "Create library.lock: what is published then keeps its ids (saved files)"
        yield CodeAction(title, CREATE_LOCK, command=Command(title, LOCK_COMMAND, arguments=[uri]))
    view = asked.library_view()
    file = beside(SCHEMA_FILE)
    if view is None or not view.sound or (file.exists() and not is_own(file)):
        return
    if not file.exists() or not in_step(read_text(file, SCHEMA_FILE).text, view.library):
        title = "Write pack.schema.json, from which other editors complete (saved library)"
        yield CodeAction(title, WRITE_SCHEMA, command=Command(title, SCHEMA_COMMAND, arguments=[uri]))


def whole_edit(place: Shelved, text: str) -> WorkspaceEdit:
    """Give the edit that makes a file hold a text: only the lines that differ are replaced."""
    return WorkspaceEdit({uri_of(place.file): edits_between(place, text)})


def edits_between(place: Shelved, text: str) -> list[TextEdit]:
    """Give one edit, of what lies between the common beginning and the common end of both texts."""
    old = place.source.text
    if old == text:
        return []
    shorter = min(len(old), len(text))
    start = next((at for at in range(shorter) if old[at] != text[at]), shorter)
    # A line end of two signs is one place to the editor.
    start -= text[:start].endswith("\r")
    rest = shorter - start
    end = next((at for at in range(rest) if old[-1 - at] != text[-1 - at]), rest)
    end -= old[len(old) - end :].startswith("\n") and old[: len(old) - end].endswith("\r")
    return [TextEdit(place.ruler.range(start, len(old) - end), text[start : len(text) - end])]


def _fix(place: Shelved, entry: own.Diagnostic, fix: own.Fix, known: list[Diagnostic] | None) -> CodeAction:
    edits = [TextEdit(place.ruler.range(edit.start, edit.end), edit.text) for edit in fix.edits]
    title = f"{fix.title[:1].upper()}{fix.title[1:]} ({entry.code})"
    return CodeAction(
        title if fix.safe else f"{title}: unsafe, it changes what is said",
        CodeActionKind.QuickFix,
        diagnostics=known,
        is_preferred=fix.safe,
        edit=WorkspaceEdit({uri_of(place.file): edits}),
    )


def _known(place: Shelved, entry: own.Diagnostic, told: Sequence[Diagnostic]) -> list[Diagnostic] | None:
    where = place.ruler.span(entry.span)
    return [other for other in told if other.code == entry.code and other.range == where] or None


def _touches(one: Range, other: Range) -> bool:
    return one.start <= other.end and other.start <= one.end
