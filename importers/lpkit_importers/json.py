"""Questions of a pack in the JSON export: everything of them comes back."""

from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.importing import Draft, Imported, LpkitError, Note, Options, decoded, read_json
from lpkit.model import Option, Question

_FORMAT = 1
_COMPUTED = {"shuffled", "hash"}
_OPTION_COMPUTED = {"correct"}


class JsonImporter:
    """Reads the questions of `packs/<library>/<pack>.json`; keys that the format does not have become notes."""

    name = "json"
    summary = "A pack of lpkit's own JSON export: everything of its questions comes back."
    settings: Mapping[str, str] = {}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the content is an object of JSON."""
        return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\n") or content.startswith(b'{"')

    def read(self, content: bytes, options: Options) -> Imported:  # noqa: ARG002
        """Read the questions.

        Raises LpkitError where the file is not a pack of the export, or has another format.
        """
        notes: list[Note] = []
        return Imported(tuple(_read_exported(decoded(content), notes)), tuple(notes))


def _read_exported(text: str, notes: list[Note]) -> Iterator[Draft]:
    try:
        document = read_json(text)
    except ValueError as error:
        raise LpkitError(f"the file is not JSON: {error}", "give a pack of lpkit's JSON export") from error
    questions = document.get("questions") if isinstance(document, dict) else None
    if not isinstance(questions, list) or document.get("kind") != "pack":
        raise LpkitError("the file is not a pack of the JSON export", "give packs/<library>/<pack>.json")
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
    return given if given.keys() > {"text"} else option.get("text")


importer = JsonImporter()
