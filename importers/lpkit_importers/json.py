"""Questions in JSON: a pack of our own export, which comes back whole, or a list of objects, read as a table."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.importing import Draft, Imported, LpkitError, Note, Options, decoded, lines_of, own_id
from lpkit.model import Option, Question
from lpkit_importers.foreign.account import Account
from lpkit_importers.table import read_table
from lpkit_importers.table.encoded import undone
from lpkit_importers.table.objects import Entry, find_questions, grid_of, stems_of
from lpkit_importers.table.settings import SETTINGS, settings_of
from lpkit_importers.table.values import loaded

_FORMAT = 1
_COMPUTED = {"shuffled", "hash", "changed_at", *(f"{name}_html" for name in Question.model_fields)}
_OPTION_COMPUTED = {"correct", "formerly", *(f"{name}_html" for name in Option.model_fields)}
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
_OTHER_KINDS = {"boolean": "true-or-false", "truefalse": "true-or-false", "true_false": "true-or-false"}
"""Values of the key `type` that say that a question is no choice, as Open Trivia has it, and what they are called."""


class JsonImporter:
    """Reads the questions of `packs/<library>/<pack>.json`; keys that the format does not have become notes.

    JSON of other programs is a table: its keys are headers, and how its keys are read is decided from all questions.
    """

    name = "json"
    summary = "A pack of lpkit's JSON export, which comes back whole; or a list of questions, as Open Trivia has it."
    settings: Mapping[str, str] = {name: said for name, said in SETTINGS.items() if name not in {"header"}}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the content is an object of JSON, or a list of them."""
        return bool(_OBJECT.match(content))

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the questions.

        Raises LpkitError where the file is not JSON, is a pack of the export in another format, or holds no list of
        questions; and where a table of such questions can be read in no way or in two.
        """
        document = _document(decoded(content))
        if not isinstance(document, dict) or document.get("kind") != "pack":
            return _read_foreign(document, options)
        if options:
            raise LpkitError("the file is a pack of the JSON export, which needs no settings", "leave them out")
        notes: list[Note] = []
        return Imported(tuple(_read_exported(document, notes)), tuple(notes))


def _document(text: str) -> Any:
    """Give the value of a file in JSON, or the list of those on its lines.

    Raises LpkitError where it is neither.
    """
    try:
        return loaded(text)
    except ValueError as error:
        lines = [line for line in lines_of(text) if line.strip()]
        try:
            return [loaded(line) for line in lines[:1]] and [loaded(line) for line in lines]
        except ValueError:
            raise LpkitError(f"the file is not JSON: {error}", "give a pack of the export, or a list") from error


def _read_foreign(document: Any, options: Options) -> Imported:
    settings = settings_of(options)
    found, beside = find_questions(document, settings.columns.get("stem", ""))
    entries, undoing = undone(found, stems_of(found))
    account = Account("question")
    asked: list[tuple[int, Entry]] = []
    for number, entry in enumerate(entries, start=1):
        kind = _OTHER_KINDS.get(str(entry.get("type", "")).casefold())
        account.leave(number, kind) if kind else asked.append((number, entry))
    if not asked:
        return Imported((), (*beside, *account.notes()))
    grid, decided = grid_of(asked, f"JSON, {len(entries)} questions")
    read = read_table(grid, settings)
    return Imported(read.drafts, (*beside, *account.notes(), *read.notes), (*read.decisions, *decided, *undoing))


def _read_exported(document: dict[str, Any], notes: list[Note]) -> Iterator[Draft]:
    questions = document.get("questions")
    if not isinstance(questions, list):
        raise LpkitError("the file is a pack without a list of questions", "give packs/<library>/<pack>.json")
    if document.get("format", _FORMAT) != _FORMAT:
        raise LpkitError(
            f"the export has format {document['format']}, and this lpkit reads {_FORMAT}", "export the pack anew"
        )
    for number, entry in enumerate(questions, start=1):
        if not isinstance(entry, dict):
            raise LpkitError(f"question {number} is not a mapping", "export the pack anew")
        fields = {key: value for key, value in entry.items() if key not in _COMPUTED}
        options = entry.get("options")
        fields["options"] = [_option(option) for option in options] if isinstance(options, list) else options
        place = f"question {entry.get('id', number)}"
        notes += [Note(place, f"not held: the format has no {key}") for key in _strange(entry)]
        yield Draft(place, fields)


def _strange(entry: dict[str, Any]) -> Iterator[str]:
    """Give the keys of a question and its options that would be lost."""
    yield from sorted(entry.keys() - _COMPUTED - Question.model_fields.keys())
    options = entry.get("options")
    found = (option for option in options if isinstance(option, dict)) if isinstance(options, list) else ()
    strange = {key for option in found for key in option} - _OPTION_COMPUTED - Option.model_fields.keys()
    yield from (f"options.{key}" for key in sorted(strange))


def _option(option: Any) -> Any:
    if not isinstance(option, dict):
        return option
    given = {key: option[key] for key in Option.model_fields if option.get(key)}
    if "id" in given and own_id(str(given["id"])) is None:
        del given["id"]
    return given if given.keys() > {"text"} else option.get("text")


importer = JsonImporter()
