"""Settings of exporters: texts, read as what they are to be, and refused with what they may be."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from lpkit.export import LpkitError
from lpkit_exporters.catalogue.words import CATALOGUES, Catalogues

Options = Mapping[str, str]

INTERFACE = "TAG: the words of the pages in this language; without it in that of the library, or in English"
"""What the setting of `interface` says of itself."""


def flag(options: Options, name: str) -> bool:
    """Tell whether a setting is true; one that is not given is false.

    Raises LpkitError where it is neither true nor false.
    """
    return choice(options, name, ("true", "false"), "false") == "true"


def interface(options: Options) -> Catalogues:
    """Give the catalogues of words, or the one that the setting `interface` forces.

    Raises LpkitError where there is none of that language.
    """
    known = CATALOGUES.languages()
    forced = choice(options, "interface", known, known[0]) if "interface" in options else None
    return Catalogues(forced=forced)


def choice(options: Options, name: str, allowed: Sequence[str], default: str) -> str:
    """Give a setting that is one of a few words.

    Raises LpkitError where it is another, with the nearest or with all.
    """
    value = options.get(name, default)
    if value not in allowed:
        raise LpkitError(f"{name} is {value or 'empty'}", _nearest(value, allowed))
    return value


def several(
    options: Options, name: str, allowed: Sequence[str], default: Sequence[str], takes: str = ""
) -> tuple[str, ...]:
    """Give a setting that is some of a few words, with commas between them, in the order of `allowed`.

    `takes` says what it takes, where a list of all words would be long.

    Raises LpkitError where one of them is another, with the nearest or with all.
    """
    words = [word.strip() for word in options[name].split(",")] if name in options else default
    for word in words:
        if word not in allowed:
            what = f"{name} names {word}, which is not known" if word else f"{name} has an empty name"
            close = get_close_matches(word, allowed, 1)
            raise LpkitError(what, f"did you mean {close[0]}?" if close else takes or _listed(allowed))
    return tuple(word for word in allowed if word in words)


def number(options: Options, name: str, default: int, highest: int) -> int:
    """Give a setting that is a whole number from 0 to `highest`.

    Raises LpkitError where it is not.
    """
    value = options.get(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(highest)) and int(value) <= highest):
        raise LpkitError(f"{name} is {value or 'empty'}", f"it is a whole number from 0 to {highest}")
    return int(value)


def _nearest(value: str, allowed: Sequence[str]) -> str:
    close = get_close_matches(value, allowed, 1)
    listed = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
    return f"did you mean {close[0]}?" if close else f"it is {listed}"


def _listed(allowed: Sequence[str]) -> str:
    return f"it takes, with commas: {', '.join(allowed)}"
