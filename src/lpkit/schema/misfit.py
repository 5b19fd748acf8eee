"""What does not fit the schema, in the words of authors."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from lpkit.diagnostic import Path
from lpkit.model.types import FORMER_PATTERN, LANGUAGE_PATTERN, MAX_TEXT, Entry
from lpkit.pattern import pattern
from lpkit.schema.keys import entry_at, example_of, keys_of, required_keys
from lpkit.schema.likely import likely_key


class Misfit(NamedTuple):
    """A place where the data departs from the schema.

    `kind` is one of unknown-key, missing-key, wrong-type, value-not-allowed, text-too-long, unsupported-format,
    house-schema. `at` is the value at fault: an unknown key's own path, the parent's path for a missing key; `on_key`
    tells that its key is what is wrong. `key` names a missing key, and `expected` what should stand there, for whoever
    knows more than the schema. `certain` tells that a suggestion is the same in another spelling (True) or another word
    for it (False); None where letters are alike.
    """

    kind: str
    at: Path
    message: str
    help: str | None = None
    suggestion: str | None = None
    on_key: bool = False
    key: str = ""
    expected: str = ""
    choices: tuple[str, ...] = ()
    certain: bool | None = None


_JOINED = pattern(r"([A-Za-z_][\w-]*):([^\s:/].*)")
"""A key that YAML makes of `key:value` without a space."""
TEXT, NUMBER, TRUTH, LIST, KEYS = "text", "a whole number", "true or false", "a list", "keys"
CHOICE, ID, LANGUAGE, SPACE = "a choice", "an id", "a language", "a space"
"""What a place may expect."""
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


def misfits_of(entry: type[Entry], errors: Iterable[Mapping[str, Any]], data: Any, written: Written) -> list[Misfit]:
    """Turn the validation errors of some data into misfits; a misspelt required key is one misfit, not two."""
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
    found: list[Misfit] = []
    for parent, keys in unknown.items():
        found += _unknown(entry, parent, keys, missing.get(parent, []), _value(data, parent))
    found += [misfit for parent, keys in missing.items() for misfit in _missing(entry, parent, keys)]
    return found + others


def _value(data: Any, at: Path) -> dict[str, Any]:
    for step in at:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return {}
    return data if isinstance(data, dict) else {}


def _unknown(
    entry: type[Entry], parent: Path, keys: list[str], required: list[str], value: dict[str, Any]
) -> Iterable[Misfit]:
    """Say of keys that they are unknown; what is `required` and meant by one of them is taken from that list."""
    here = entry_at(entry, parent)
    known = list(keys_of(here)) if here else []
    if here is not None and here.also_text and len(value) == 1 and not _is_word_for_text(keys[0], required):
        required.clear()
        yield _wrong_type(entry, parent, ("this entry", value, None), KEYS)
        return
    for key in keys:
        at = (*parent, key)
        if joined := _JOINED.fullmatch(key):
            message = f'unknown key "{key}": a space is missing behind the colon'
            yield Misfit("unknown-key", at, message, f"write {joined[1]}: {joined[2]}", on_key=True, expected=SPACE)
            continue
        if value.get(key) is None and "id" in required and next(iter(value), "") == key and len(value) > 1:
            required.remove("id")
            message = f'unknown key "{key}"; is it the id of the entry?'
            yield Misfit("unknown-key", at, message, f"write id: {key}", on_key=True, expected=ID)
            continue
        likely = likely_key(key, known, [name for name in known if name not in value], required)
        message, certain = f'unknown key "{key}"', likely.certain if likely else None
        if likely and likely.key in required:
            required.remove(likely.key)
            message += f'; did you mean the required key "{likely.key}"?'
        elif likely:
            message += f'; did you mean "{likely.key}"?'
        help = _key_help(key, likely.key if likely else None, known)
        yield Misfit("unknown-key", at, message, help, likely.key if likely else None, on_key=True, certain=certain)


def _is_word_for_text(key: str, required: list[str]) -> bool:
    return likely_key(key, required, required, required) is not None


def _key_help(key: str, meant: str | None, known: list[str]) -> str:
    if meant is None:
        return f"known keys here: {', '.join(known)}; what is for authors alone goes behind # as a comment"
    small = ", in small letters" if key.casefold() == meant else ""
    return f'write "{meant}:" in place of it{small}; known keys here: {", ".join(known)}'


def _missing(entry: type[Entry], parent: Path, keys: list[str]) -> Iterable[Misfit]:
    here = entry_at(entry, parent)
    for key in keys:
        shown = example_of(here, key) if here else ""
        message = f'missing key "{key}"{_of_whom(parent)}'
        yield Misfit("missing-key", parent, message, f"add {shown}", on_key=True, key=key)


def _of_whom(parent: Path) -> str:
    """Say to what a key belongs, where the fault is shown at an entry of a list."""
    named = next((str(step) for step in reversed(parent) if isinstance(step, str)), "")
    return f' in entry {parent[-1] + 1} of "{named}"' if parent and isinstance(parent[-1], int) and named else ""


def _value_misfit(entry: type[Entry], error: Mapping[str, Any], written: str | None) -> Misfit:
    at: Path = error["loc"]
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = f'"{at[-1]}"' if at and isinstance(at[-1], str) else "this entry"
    if at == ("format",) and kind in {"greater_than_equal", "less_than_equal"}:
        message = f"format {value} is not supported"
        return Misfit("unsupported-format", at, message, "this version of lpkit reads format: 1")
    if at and value is None and isinstance(at[-1], str) and (joined := _JOINED.fullmatch(at[-1])):
        help = f"write {joined[1]}: {joined[2]}"
        message = f"{name} is a key without a value: a space is missing behind the colon"
        return Misfit("wrong-type", at, message, help, expected=SPACE)
    if expected := _TYPES.get(kind):
        return _wrong_type(entry, at, (name, value, written), expected)
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


def _wrong_type(entry: type[Entry], at: Path, found: tuple[str, Any, str | None], expected: str) -> Misfit:
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
        keys = [key for key in keys_of(below) if key in required_keys(below)] if below else ["structure"]
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
    return f"a key and its value ({keys[0]}: …)" if len(keys) == 1 else f"{len(keys)} keys with values"


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
