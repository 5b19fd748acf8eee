"""Options that speak of other options instead of answering: none, all, some of the above, A and B."""

import re
from collections.abc import Sequence

from lpkit.pattern import pattern
from lpkit.text.languages.parts import MetaOptions

NONE, ALL, REFERS = "none", "all", "refers"

_GROUP = pattern(r"[a-h]{2}")
"""Letters that name things also stand together: blood group AB, chord BC."""

_NULL_VALUE = pattern(r"true|false|null|nil|undefined|-?\d+(?:\.\d+)?|['\"\[({].*|.*error|.*exception")


def plain_option(text: str) -> str:
    """Give an option in the form in which its wording is compared: lower case, no final full stop, no quotes."""
    return text.strip(" \t\n.;:,!\"'“”*_").lower()


def meta_kinds(
    options: Sequence[str], meta: MetaOptions, stem_letters: frozenset[str], stem_options: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Give for each option what it says of others: `none`, `all`, `refers`, or nothing for a plain answer.

    `options` are in the form of `plain_option`; `stem_letters` are the single capital letters that the stem itself
    uses as names (vessels A and B), to which options may refer; `stem_options` those that it calls options.
    """
    if not any(map(meta.beginning.match, options)):
        return ("",) * len(options)
    kinds = [_kind(option, meta) for option in options]
    if any(meta.shares.fullmatch(option) for option in options):
        # "All of them" beside "some of them" and "none of them" is a quantity.
        kinds = [
            "" if kind in {NONE, ALL} and not any(map(option.__contains__, meta.above)) else kind
            for kind, option in _pairs(kinds, options)
        ]
    if any(_NULL_VALUE.fullmatch(option) for option in options):
        kinds = ["" if option == "none" else kind for kind, option in _pairs(kinds, options)]
    if "letters" not in kinds:
        return tuple(kinds)
    alone = {option for option in options if len(option) == 1 and option.isalpha()}
    alone |= {letter for option in options if _GROUP.fullmatch(option) for letter in option}
    others = any(kind == "" and option not in alone for kind, option in _pairs(kinds, options))
    names = stem_letters | alone
    offered = stem_options | alone
    plain = {chr(ord("a") + place) for place, kind in enumerate(kinds) if kind == ""}
    meant = [
        ALL
        if others and not names & plain and meta.every.fullmatch(option) and _letters(option) == plain
        else REFERS
        if others and _places(option, len(options), offered if meta.called.search(option) else names)
        else ""
        for option in options
    ]
    return tuple(meant[place] if kind == "letters" else kind for place, kind in enumerate(kinds))


def _pairs(kinds: Sequence[str], options: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(kinds, options, strict=True))


def _kind(option: str, meta: MetaOptions) -> str:
    if len(option) > 80 or not meta.beginning.match(option):
        return ""
    if any(form.fullmatch(option) for form in (meta.letters, meta.every, meta.named)):
        return "letters"
    if meta.none.fullmatch(option) or meta.unsettled.fullmatch(option):
        return NONE
    if meta.all.fullmatch(option):
        return ALL
    return REFERS if meta.some.fullmatch(option) or meta.excepted.fullmatch(option) else ""


def _places(option: str, count: int, names: frozenset[str]) -> bool:
    """Tell whether all letters of an option are places of options, and none is the name of a thing."""
    letters = _letters(option)
    return all(ord(letter) - ord("a") < count for letter in letters) and not letters & names


def _letters(option: str) -> set[str]:
    return set(re.findall(r"\b[a-h]\b", option))
