"""Questions in decks of Anki: packages and notes in plain text, each note type read as a table by its fields."""

from collections.abc import Mapping

from lpkit.importing import Decision, Draft, Imported, LpkitError, Note, Options
from lpkit_importers.deck.choices import is_all_in_one
from lpkit_importers.deck.collection import MEMBERS, read_collection
from lpkit_importers.deck.notes import NoteType
from lpkit_importers.deck.own import is_beside, is_own, own_drafts
from lpkit_importers.deck.plain import is_plain, read_plain
from lpkit_importers.deck.tables import asks, grid_of
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.archive import ZIP, Archive, member_names
from lpkit_importers.table import read_table
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.grid import Grid
from lpkit_importers.table.settings import SETTINGS, Settings, one, settings_of

_UNNAMED = 'name them: --set "header=question,a,b,c,answer"'


class AnkiImporter:
    """Reads note types whose fields name a question and options; the questions of lpkit's own decks come back whole."""

    name = "anki"
    summary = "A deck of Anki (apkg, colpkg) or its notes in plain text: fields are understood by their names."
    settings: Mapping[str, str] = {**SETTINGS, "type": "NAME: the note type to read, where not all are questions"}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the content is a package of Anki, or begins as its notes in plain text do."""
        return is_plain(content) or bool({*MEMBERS} & {*member_names(content)})

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the notes.

        Raises LpkitError where the file is neither, is damaged or too large, and where a note type can be read in no
        way or in two.
        """
        settings, account = settings_of(options), Account("note" if content.startswith(ZIP) else "line")
        types = _types(content, account)
        wanted = one(options, "type")
        if wanted and wanted not in [kind.name for kind in types]:
            names = ", ".join(f'"{kind.name}"' for kind in types)
            raise LpkitError(f'there are no notes of the type "{wanted}"', f"types with notes: {names}")
        return _read([kind for kind in types if not wanted or kind.name == wanted], settings, account)


def _types(content: bytes, account: Account) -> list[NoteType]:
    if content.startswith(ZIP):
        return read_collection(Archive(content, "the package"))
    if not is_plain(content):
        raise LpkitError("the file is neither a package of Anki nor its notes in plain text", "export a deck as .apkg")
    return read_plain(decode_table(content, None)[0], account)


def _read(types: list[NoteType], settings: Settings, account: Account) -> Imported:
    drafts: list[Draft] = []
    notes: list[Note] = []
    decisions: list[Decision] = []
    for kind in types:
        if is_own(kind):
            drafts += own_drafts(kind)
        elif kind.cloze or is_beside(kind) or not asks(kind, settings.columns):
            said = "cloze" if kind.cloze else "front-and-back"
            for note in kind.notes:
                account.leave(note.place, f'{said} ("{kind.name}")')
        elif not kind.fields and len(kind.notes) == 1 and not settings.header and not is_all_in_one(kind):
            # Anki writes no header; what a single row means cannot be told from others.
            account.remark(kind.notes[0].place, f"left out: its fields have no names ({_UNNAMED})")
        elif (grid := grid_of(kind, account)).rows:
            read = _table(grid, settings, kind, len(types) > 1)
            drafts += read.drafts
            notes += read.notes
            decisions += read.decisions
    return Imported(tuple(drafts), (*account.notes(), *notes), tuple(decisions))


def _table(grid: Grid, settings: Settings, kind: NoteType, several: bool) -> Imported:
    """Read a note type, and say which one where it cannot be read."""
    try:
        return read_table(grid, settings)
    except LpkitError as error:
        if not several:
            raise
        hint = f'{error.hint}; --set "type=NAME" reads another type alone'
        raise LpkitError(f'notes of the type "{kind.name}": {error.message}', hint) from error


importer = AnkiImporter()
