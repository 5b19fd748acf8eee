"""Questions of a pack in the JSON export: everything of them comes back."""

import json
from collections.abc import Iterator
from typing import Any

from lpkit.errors import LpkitError
from lpkit.importing.draft import Draft

_COMPUTED = {"shuffled", "hash"}


def read_exported(text: str) -> Iterator[Draft]:
    """Read the questions of `packs/<library>/<pack>.json`.

    Raises LpkitError where the text is not such a file.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise LpkitError(f"the file is not JSON: {error}", "give a pack of lpkit's JSON export") from error
    questions = document.get("questions") if isinstance(document, dict) else None
    if not isinstance(questions, list) or document.get("kind") != "pack":
        raise LpkitError("the file is not a pack of the JSON export", "give packs/<library>/<pack>.json")
    for number, entry in enumerate(questions, start=1):
        if not isinstance(entry, dict):
            raise LpkitError(f"question {number} is not a mapping", "export the pack anew")
        fields = {key: value for key, value in entry.items() if key not in _COMPUTED}
        options = entry.get("options")
        fields["options"] = [_option(option) for option in options] if isinstance(options, list) else options
        yield Draft(f"question {entry.get('id', number)}", fields)


def _option(option: Any) -> Any:
    if not isinstance(option, dict):
        return option
    more = {key: option[key] for key in ("why", "pinned") if option.get(key)}
    return {"text": option.get("text"), **more} if more else option.get("text")
