"""What does not fit the schema, in the words of authors."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from lpkit.diagnostic import Path
from lpkit.model.types import FORMER_PATTERN, LANGUAGE_PATTERN, MAX_TEXT, Entry
from lpkit.pattern import pattern
from lpkit.schema.keys import entry_at, keys_of


class Misfit(NamedTuple):
    """A place where the data departs from the schema.

    `kind` is one of unknown-key, missing-key, wrong-type, value-not-allowed, text-too-long, unsupported-format,
    house-schema. `at` is the value at fault: an unknown key's own path, the parent's path for a missing key; `on_key`
    tells that its key is what is wrong.
    """

    kind: str
    at: Path
    message: str
    help: str | None = None
    suggestion: str | None = None
    on_key: bool = False


_JOINED = pattern(r"([A-Za-z_][\w-]*):([^\s:/].*)")
"""A key that YAML makes of `key:value` without a space."""
_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


Written = Callable[[Path], str | None]
"""Gives how a plain scalar at a path stands in the file; None for what is none, or where that is not known."""


def unwritten(_: Path) -> None:
    """Say of no value how it stands in the file."""


def misfits_of(entry: type[Entry], errors: Iterable[Mapping[str, Any]], written: Written) -> list[Misfit]:
    """Turn validation errors into misfits; a misspelt required key is one misfit, not two."""
    missing: dict[Path, list[str]] = {}
    unknown: dict[Path, list[str]] = {}
    others: list[Misfit] = []
    for error in errors:
        *parent, last = error["loc"] or ("",)
        if error["type"] == "missing":
            missing.setdefault(tuple(parent), []).append(str(last))
        elif error["type"] == "extra_forbidden":
            unknown.setdefault(tuple(parent), []).append(str(last))
        else:
            others.append(_value_misfit(entry, error, written(error["loc"])))
    found = [misfit for parent, keys in unknown.items() for misfit in _unknown(entry, parent, keys, missing)]
    found += [misfit for parent, keys in missing.items() for misfit in _missing(entry, parent, keys)]
    return found + others


def _unknown(entry: type[Entry], parent: Path, keys: list[str], missing: dict[Path, list[str]]) -> Iterable[Misfit]:
    here = entry_at(entry, parent)
    known = list(keys_of(here)) if here else []
    absent = missing.get(parent, [])
    for key in keys:
        if joined := _JOINED.fullmatch(key):
            message = f'unknown key "{key}": a space is missing behind the colon'
            yield Misfit("unknown-key", (*parent, key), message, f"write {joined[1]}: {joined[2]}", on_key=True)
            continue
        close = get_close_matches(key, absent, 1, 0.6) or get_close_matches(key, known, 1, 0.7)
        suggestion = close[0] if close else None
        message = f'unknown key "{key}"'
        if suggestion in absent:
            absent.remove(suggestion)
            message += f'; did you mean the required key "{suggestion}"?'
        elif suggestion:
            message += f'; did you mean "{suggestion}"?'
        yield Misfit(
            "unknown-key", (*parent, key), message, f"known keys here: {', '.join(known)}", suggestion, on_key=True
        )


def _missing(entry: type[Entry], parent: Path, keys: list[str]) -> Iterable[Misfit]:
    here = entry_at(entry, parent)
    descriptions = keys_of(here) if here else {}
    for key in keys:
        yield Misfit("missing-key", parent, f'missing key "{key}"', f"{key}: {descriptions.get(key, '')}", on_key=True)


def _value_misfit(entry: type[Entry], error: Mapping[str, Any], written: str | None) -> Misfit:
    at: Path = error["loc"]
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = f'"{at[-1]}"' if at and isinstance(at[-1], str) else "this entry"
    if at == ("format",) and kind in {"greater_than_equal", "less_than_equal"}:
        message = f"format {value} is not supported"
        return Misfit("unsupported-format", at, message, "this version of lpkit reads format: 1")
    if at and value is None and isinstance(at[-1], str) and (joined := _JOINED.fullmatch(at[-1])):
        help = f"write {joined[1]}: {joined[2]}"
        return Misfit("wrong-type", at, f"{name} is a key without a value: a space is missing behind the colon", help)
    if expected := _TYPES.get(kind):
        below = entry_at(entry, at) if expected == "a mapping" else None
        if below is not None and below.also_text:
            expected = "a text or a mapping" if isinstance(value, list) else "text"
        message = f"{name} is {_describe(value, written)}; {expected} is expected"
        # A text is meant where something stands there; what means nothing at all may also be a gap.
        as_text = written or (str(value) if isinstance(value, int | float) else None)
        certain = expected == "text" and not isinstance(value, list | dict | str)
        return Misfit("wrong-type", at, message, _type_help(value, expected, written), as_text if certain else None)
    if kind == "literal_error":
        return _choice(at, name, value, str(context["expected"]))
    if kind == "string_too_long":
        return Misfit("text-too-long", at, *too_long(name, value))
    return Misfit("value-not-allowed", at, *_constraint(kind, name, value, context))


def too_long(name: str, text: str) -> tuple[str, str]:
    """Say that a text has more characters than one may have, and what to do."""
    return f"{name} has {len(text):,} characters; {MAX_TEXT:,} are the most", "say it shorter, or make several of it"


def _choice(at: Path, name: str, value: Any, expected: str) -> Misfit:
    choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
    close = get_close_matches(str(value), choices, 1)
    hint = f'; did you mean "{close[0]}"?' if close else ""
    message = f"{name} is {_quoted(value)}, which is not one of {', '.join(choices)}{hint}"
    return Misfit("value-not-allowed", at, message, f"write one of: {', '.join(choices)}", close[0] if close else None)


def _constraint(kind: str, name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str | None]:
    if kind == "string_pattern_mismatch":
        if not str(value).strip():
            return f"{name} is blank", "write its text, or remove the entry if it is optional"
        if context["pattern"] == FORMER_PATTERN:
            return f"{name} is {_quoted(value)}, which does not name an item of a pack", "write old-pack/old-id"
        if context["pattern"] == LANGUAGE_PATTERN:
            return f"{name} is {_quoted(value)}, which is no tag of a language", "write a tag such as en or pt-BR"
        return (
            f"{name} is {_quoted(value)}, which does not have the form of an id",
            "use lower-case letters and digits, joined by single hyphens or underscores",
        )
    if kind in {"too_short", "too_long"}:
        wanted = context.get("min_length", context.get("max_length"))
        bound = "at least" if kind == "too_short" else "at most"
        return f"{name} has {context['actual_length']} entries; {bound} {wanted} are needed", None
    limit = context.get("ge", context.get("le"))
    bound = "at least" if kind == "greater_than_equal" else "at most"
    return f"{name} is {value}; {bound} {limit} is allowed", None


def _describe(value: Any, written: str | None) -> str:
    if value is None:
        return f"{written}, which YAML takes for nothing" if written else "empty"
    if isinstance(value, bool):
        return f"{written or str(value).lower()} (true or false)"
    if isinstance(value, str):
        return f"the text {_quoted(value)}"
    if isinstance(value, int | float):
        return f"the number {written or value}"
    return "a list" if isinstance(value, list) else "a mapping"


def _quoted(value: Any) -> str:
    text = " ".join(str(value).split())
    return f'"{text if len(text) <= 40 else text[:39] + "…"}"'


def _type_help(value: Any, expected: str, written: str | None) -> str | None:
    if expected == "text" and value is None and written:
        return f'write its text; if it is meant as it stands, put it in quotes: "{written}"'
    if expected == "text" and value is not None and not isinstance(value, list | dict):
        return f'put it in quotes: "{written or (str(value).lower() if isinstance(value, bool) else value)}"'
    if expected == "true or false":
        return "write true or false, without quotes"
    if expected == "a whole number" and isinstance(value, str):
        return "write the digits without quotes or units"
    if expected == "text" and isinstance(value, dict):
        return "put the text in quotes if it holds a colon and a space"
    return None
