"""Options that speak of other options instead of answering: none, all, some of the above, A and B."""

import re
from collections.abc import Sequence

NONE, ALL, REFERS = "none", "all", "refers"

_OPTIONS = r"(?:options?|answers?|choices?|statements?|alternatives?|responses?|items?|reasons?)"
_POINTED = rf"""(?:the|these|those|this)?\s*(?:given|listed|other|following|three|four|two|provided|preceding|previous)?\s*
    (?:above|aforementioned|mentioned|listed|foregoing|these|those|them|given|others|{_OPTIONS})
    (?:\s+(?:above|mentioned|listed|given|provided|{_OPTIONS}|here|mentioned\s+above|listed\s+above|given\s+above))?"""
_VERDICT = r"(?:\s+(?:is|are|were|was|apply|applies|would\s+be)(?:\s+(?:all|both))?(?:\s+(?:correct|true|right|valid|accurate|possible|false))?)?"

_NONE = re.compile(
    rf"""(?:none|neither|nothing|not\s+any|no\s+one)\s+(?:of\s+)?{_POINTED}{_VERDICT}
    |none|neither(?:\s+one)?(?:\s+(?:is|are)\s+\w+)?|none\s+(?:is|are)\s+(?:correct|true|right|valid)|none\s+apply
    |no\s+(?:correct|right)\s+(?:answer|option|choice)(?:\s+is\s+(?:given|listed))?
    |(?:no|not\s+any)\s+(?:answer|option|choice)\s+is\s+(?:correct|right|true)
    |the\s+(?:correct\s+|right\s+)?answer\s+is\s+not\s+(?:given|listed|here|shown)""",
    re.VERBOSE,
)
_ALL = re.compile(
    rf"""(?:all|any|both|each|every\s+one)\s+(?:of\s+)?{_POINTED}{_VERDICT}
    |all|both|all\s+(?:three|four|five)|(?:all|both)\s+(?:is|are)\s+(?:correct|true|right|valid|possible)|all\s+apply
    |everything\s+(?:above|listed|mentioned)(?:\s+above)?|all\s+the\s+above""",
    re.VERBOSE,
)
_SOME = re.compile(
    rf"(?:two|three|some|several|only\s+two|more\s+than\s+one|at\s+least\s+two|one|only\s+one)\s+of\s+(?:the\s+above|the\s+{_OPTIONS}(?:\s+above)?){_VERDICT}"
    rf"|(?:the\s+)?(?:first|second|third|last|previous|preceding)(?:\s+and\s+(?:the\s+)?(?:first|second|third|last))?\s+{_OPTIONS}(?:\s+(?:above|below))?{_VERDICT}"
)
_LETTER = r"\(?[a-h]\)?"
_LETTERS = re.compile(
    rf"(?:(?:both|either|neither|only|all\s+of|all|{_OPTIONS})\s+)*{_LETTER}"
    rf"(?:(?:\s*[,&+/]\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|but\s+not)\s+)(?:{_OPTIONS}\s+)?{_LETTER})+"
    rf"(?:\s+(?:only|above|both|are\s+(?:both\s+)?(?:correct|true|right))|\s*,?\s+but\s+not\s+{_LETTER})?"
)
_NAMED = re.compile(
    rf"(?:(?:both|either|neither|only)\s+)?(?:options?|answers?|choices?)\s+(?:{_LETTER}|\#?[1-8])(?:\s+(?:is|above|only).*)?"
    rf"|all\s+of\s+the\s+above,?\s+(?:except|but).*|both\s+of\s+(?:options?|answers?|choices?)\s+.*"
)
_FIRST_WORDS = re.compile(
    r"(?:none|neither|nothing|no|not|all|any|both|each|every|everything|two|three|some|several|only|one|more|at|either"
    r"|first|second|third|last|previous|preceding|the|options?|answers?|choices?|\(?[a-h]\)?)(?![\w'-])"
)
_SHARES = re.compile(
    r"(?:some|most|half|few|many|one|two|several|a few|a third|a quarter)(?: of (?:them|these|those|the \w+))?"
)
_NULL_VALUE = re.compile(r"true|false|null|nil|undefined|-?\d+(?:\.\d+)?|['\"\[({].*|.*error|.*exception")


def plain_option(text: str) -> str:
    """Give an option in the form in which its wording is compared: lower case, no final full stop, no quotes."""
    return text.strip(" \t\n.;:,!\"'“”*_").lower()


def meta_kinds(options: Sequence[str], stem_letters: frozenset[str]) -> tuple[str, ...]:
    """Give for each option what it says of others: `none`, `all`, `refers`, or nothing for a plain answer.

    `options` are in the form of `plain_option`; `stem_letters` are the single capital letters that the stem itself
    uses as names (vessels A and B), to which options may refer.
    """
    if not any(map(_FIRST_WORDS.match, options)):
        return ("",) * len(options)
    kinds = [_kind(option) for option in options]
    if any(_SHARES.fullmatch(option) for option in options):
        # "All of them" beside "some of them" and "none of them" is a quantity.
        kinds = [
            "" if kind in {NONE, ALL} and "above" not in option else kind for kind, option in _pairs(kinds, options)
        ]
    if any(_NULL_VALUE.fullmatch(option) for option in options):
        kinds = ["" if option == "none" else kind for kind, option in _pairs(kinds, options)]
    lettered = [kind == "letters" or len(option) == 1 for kind, option in _pairs(kinds, options)]
    named = all(lettered) or any(len(option) == 1 for option in options)
    return tuple(
        (REFERS if not named and _within(option, len(options), stem_letters) else "") if kind == "letters" else kind
        for kind, option in _pairs(kinds, options)
    )


def _pairs(kinds: Sequence[str], options: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(kinds, options, strict=True))


def _kind(option: str) -> str:
    if len(option) > 80 or not _FIRST_WORDS.match(option):
        return ""
    if _LETTERS.fullmatch(option):
        return "letters"
    if _NONE.fullmatch(option):
        return NONE
    if _ALL.fullmatch(option):
        return ALL
    return REFERS if _SOME.fullmatch(option) or _NAMED.fullmatch(option) else ""


def _within(option: str, count: int, stem_letters: frozenset[str]) -> bool:
    """Tell whether all letters of an option are places of options, and none is a name that the stem uses."""
    letters = set(re.findall(r"\b[a-h]\b", option))
    return all(ord(letter) - ord("a") < count for letter in letters) and not letters & stem_letters
