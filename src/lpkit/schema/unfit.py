"""Values that do not fit the schema, in the words of authors."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from lpkit.diagnostic import Path
from lpkit.model.types import FORMER_PATTERN, LANGUAGE_PATTERN, MAX_TEXT, Entry
from lpkit.schema.keys import entry_at, keys_of, required_keys
from lpkit.schema.misfit import CHOICE, ID, JOINED, KEYS, LANGUAGE, LIST, NUMBER, SPACE, TEXT, TRUTH, Misfit

_TYPES = {
    "string_type": TEXT,
    "int_type": NUMBER,
    "int_from_float": NUMBER,
    "bool_type": TRUTH,
    "list_type": LIST,
    "dict_type": KEYS,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
}

Written = Callable[[Path], str | None]
"""Gives how a plain scalar at a path stands in the file; None for what is none, or where that is not known."""


def unwritten(_: Path) -> None:
    """Say of no value how it stands in the file."""


def value_misfit(entry: type[Entry], error: Mapping[str, Any], written: str | None) -> Misfit:
    """Turn one validation error of a value into a misfit; `written` is how it stands in the file, if that is known."""
    at: Path = error["loc"]
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = f'"{at[-1]}"' if at and isinstance(at[-1], str) else "this entry"
    if at == ("format",) and kind in {"greater_than_equal", "less_than_equal"}:
        message = f"format {value} is not supported"
        return Misfit("unsupported-format", at, message, "this version of lpkit reads format: 1")
    if at and value is None and isinstance(at[-1], str) and (joined := JOINED.fullmatch(at[-1])):
        help = f"write {joined[1]}: {joined[2]}"
        message = f"{name} is a key without a value: a space is missing behind the colon"
        return Misfit("wrong-type", at, message, help, expected=SPACE)
    if expected := _TYPES.get(kind):
        return wrong_type(entry, at, (name, value, written), expected)
    if kind == "literal_error":
        return _choice(at, name, value, str(context["expected"]))
    if kind == "string_too_long":
        return Misfit("text-too-long", at, *too_long(name, value))
    expected = {"string_pattern_mismatch": ID}.get(kind, "")
    if expected and context["pattern"] == LANGUAGE_PATTERN:
        expected = LANGUAGE
    return Misfit("value-not-allowed", at, *_constraint(kind, name, value, context), expected=expected)


def too_long(name: str, text: str) -> tuple[str, str]:
    """Say that a text has more characters than one may have, and what to do."""
    return f"{name} has {len(text):,} characters; {MAX_TEXT:,} are the most", "say it shorter, or make several of it"


def wrong_type(entry: type[Entry], at: Path, found: tuple[str, Any, str | None], expected: str) -> Misfit:
    """Say that a value is of another kind; `found` is its name, the value and how it stands in the file."""
    name, value, written = found
    below = entry_at(entry, at) if expected == KEYS else None
    if below is not None and below.also_text:
        expected = TEXT
    wanted = _keys_wanted(below) if expected == KEYS else f"{expected} is expected"
    message = f"{name} is {describe(value, written)}; {wanted}"
    # A text is meant where something stands there; what means nothing at all may also be a gap.
    as_text = written or (str(value) if isinstance(value, int | float) else None)
    meant = as_text if expected == TEXT and not isinstance(value, list | dict | str) else None
    help = _type_help(value, expected, written) or _wanted_help(at, expected, below)
    return Misfit("wrong-type", at, message, help, meant, expected=expected)


def _keys_wanted(below: type[Entry] | None) -> str:
    if below is None:
        return "keys with a value each are expected"
    required = [key for key in keys_of(below) if key in required_keys(below)] or list(keys_of(below))
    named = " and ".join(f'"{key}:"' for key in required[:2])
    return f"{named} {'is' if len(required) == 1 else 'are'} expected there"


def _wanted_help(at: Path, expected: str, below: type[Entry] | None) -> str:
    if expected == LIST:
        return "write each entry on a line of its own, behind a dash and a space: - …"
    if expected == KEYS:
        keys = [key for key in keys_of(below) if key in required_keys(below)] or list(keys_of(below)) if below else []
        if not keys:
            return "write a line for each key, indented, with its value behind a colon and a space"
        return f"write a line for each key, indented: {', '.join(f'{key}: …' for key in keys[:4])}"
    if expected == NUMBER:
        return "write digits alone, such as 12"
    return f"write one text behind {at[-1]}:" if at and isinstance(at[-1], str) else "write one text behind the dash"


def _choice(at: Path, name: str, value: Any, expected: str) -> Misfit:
    choices = tuple(choice.strip("'") for choice in expected.replace(" or ", ", ").split(", "))
    close = get_close_matches(str(value), choices, 1)
    meant = close[0] if close else None
    shown = _quoted(value) if isinstance(value, str) else describe(value, None)
    hint = f'; did you mean "{meant}"?' if meant else ""
    message = f"{name} is {shown}, which is not one of {', '.join(choices)}{hint}"
    help = f"write one of: {', '.join(choices)}"
    return Misfit("value-not-allowed", at, message, help, meant, expected=CHOICE, choices=choices)


def _constraint(kind: str, name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str | None]:
    if kind == "string_pattern_mismatch":
        if not str(value).strip():
            return f"{name} is blank", "write its text, or remove the entry if it is optional"
        if context["pattern"] == FORMER_PATTERN:
            return f"{name} is {_quoted(value)}, which does not name an item of a pack", "write old-pack/old-id"
        if context["pattern"] == LANGUAGE_PATTERN:
            return f"{name} is {_quoted(value)}, which is no short name of a language", "write one such as en or pt-BR"
        return (
            f"{name} is {_quoted(value)}, which does not have the form of an id",
            "use lower-case letters and digits, joined by single hyphens or underscores",
        )
    if kind == "string_unicode":
        # JSON writes a character such as an emoji as two escapes, which YAML takes for two halves of it.
        return f"{name} has an escape that is half of a character", 'write the character itself, or as "\\U0001F600"'
    if kind in {"too_short", "too_long"}:
        wanted = context.get("min_length", context.get("max_length"))
        bound = "at least" if kind == "too_short" else "at most"
        count = context["actual_length"]
        message = f"{name} has {count} {'entry' if count == 1 else 'entries'}; {bound} {wanted} are needed"
        return (
            message,
            f"add {'another' if count else 'an'} entry" if kind == "too_short" else "take out what is too much",
        )
    limit = context.get("ge", context.get("le"))
    bound = "at least" if kind == "greater_than_equal" else "at most"
    return f"{name} is {value}; {bound} {limit} is allowed", f"write a number that is {bound} {limit}"


def describe(value: Any, written: str | None) -> str:
    """Say what a value is, in words that authors know."""
    if value is None:
        return f"{written}, which counts as nothing" if written else "empty"
    if isinstance(value, bool):
        return f"{written or str(value).lower()} (true or false)"
    if isinstance(value, str):
        return f"the text {_quoted(value)}"
    if isinstance(value, int | float):
        return f"the number {written or value}"
    if isinstance(value, list):
        return f"a list of {len(value)} {'entry' if len(value) == 1 else 'entries'}"
    keys = list(value)
    return f"a key and its value ({keys[0]}: …)" if len(keys) == 1 else f"a group of {len(keys)} keys with values"


def _quoted(value: Any) -> str:
    text = " ".join(str(value).split())
    return f'"{text if len(text) <= 40 else text[:39] + "…"}"'


def _type_help(value: Any, expected: str, written: str | None) -> str | None:
    if expected == "text" and value is None and written:
        return f'write its text; if it is meant as it stands, put it in quotation marks: "{written}"'
    if expected == "text" and value is not None and not isinstance(value, list | dict):
        return f'put it in quotation marks: "{written or (str(value).lower() if isinstance(value, bool) else value)}"'
    if expected == "true or false":
        return "write true or false, without quotation marks"
    if expected == "a whole number" and isinstance(value, str):
        return "write the digits alone, without quotation marks or units"
    if expected == "text" and isinstance(value, dict):
        return "put the text in quotation marks, since it holds a colon and a space"
    return None
