"""Options that speak of other options instead of answering: none, all, some of the above, A and B."""

import re
from collections.abc import Sequence

from lpkit.pattern import pattern

NONE, ALL, REFERS = "none", "all", "refers"

_OPTIONS = r"(?:options?|answers?|choices?|alternatives?)"
_CLAIMS = r"(?:statements?|items|reasons|responses|causes|factors)"
_POINTED = rf"""(?:the|these|those|this)?\s*
    (?:given|listed|other|following|three|four|two|provided|preceding|previous)?\s*
    (?:above|aforementioned|mentioned|listed|foregoing|these|those|them|given|others|{_OPTIONS})
    (?:\s+(?:above|mentioned|listed|given|provided|{_OPTIONS}|here|mentioned\s+above|listed\s+above|given\s+above))?"""
_VERDICT = r"""(?:\s+(?:is|are|were|was|apply|applies|would\s+be)(?:\s+(?:all|both))?
    (?:\s+(?:correct|true|right|valid|accurate|possible|false))?)?"""

_JUDGED = r"\s+(?:above|(?:is|are)\s+(?:all\s+|both\s+)?(?:correct|true|right|valid|false|wrong))"
"""What makes `statements` those of the question; without it, they may be the subject."""

_REASON = r"""(?:\s*[,;:(.–—]\s*|\s+(?:as|because|since|for|combined|together|is|are|were|would|can|may)\b).*"""
"""What may follow `of the above` without changing what the option says."""

_NONE = pattern(
    rf"""(?:none|neither)\s+(?:of\s+)?the\s+above(?:\s+{_CLAIMS})?{_REASON}
    |(?:none|neither)\s+of\s+(?:these|the\s+above)\s+\w+
    |(?:none|neither)\s+(?:of\s+)?(?:the\s+|these\s+)?{_CLAIMS}{_JUDGED}
    |(?:none|neither|nothing|not\s+(?:any|one)|no\s+one)\s+(?:of\s+)?{_POINTED}{_VERDICT}
    |none|neither(?:\s+one)?(?:\s+(?:is|are)\s+\w+)?|none\s+(?:is|are)\s+(?:correct|true|right|valid)|none\s+apply
    |no\s+(?:correct|right)\s+(?:answer|option|choice)(?:\s+is\s+(?:given|listed))?
    |(?:no|not\s+any)\s+(?:answer|option|choice)\s+is\s+(?:correct|right|true)
    |the\s+(?:correct\s+|right\s+)?answer\s+is\s+not\s+(?:given|listed|here|shown)""",
    re.VERBOSE,
)
_ALL = pattern(
    rf"""(?:all|both)\s+(?:of\s+)?the\s+above(?:\s+{_CLAIMS})?(?!,?\s+(?:except|but)\b){_REASON}
    |either\s+of\s+the\s+above|(?:all|both)\s+of\s+(?:these|the\s+above)\s+(?!except|but)\w+
    |(?:all|both)\s+(?:of\s+)?(?:the\s+|these\s+)?{_CLAIMS}{_JUDGED}
    |(?:all|any|both|each|every\s+one)\s+(?:of\s+)?{_POINTED}{_VERDICT}
    |all|both|all\s+(?:three|four|five)|(?:all|both)\s+(?:is|are)\s+(?:correct|true|right|valid|possible)|all\s+apply
    |everything\s+(?:above|listed|mentioned)(?:\s+(?:above|here))?|all\s+(?:(?:two|three|four|five)\s+(?:of\s+)?)?the\s+above""",
    re.VERBOSE,
)
_SOME = pattern(
    rf"""(?:(?:only\s+|at\s+least\s+)?(?:one|two|three)(?:\s+or\s+more)?|some|several|more\s+than\s+one)\s+of\s+
    (?:the\s+above|the\s+{_OPTIONS}(?:\s+above)?){_VERDICT}
    |(?:the\s+)?(?:first|second|third|last|previous|preceding)
    (?:\s+and\s+(?:the\s+)?(?:first|second|third|last)|\s+(?:two|three))?\s+{_OPTIONS}(?:\s+(?:above|below))?{_VERDICT}""",
    re.VERBOSE,
)
_LETTER = r"\(?[a-h]\)?"
_LETTERS = pattern(
    rf"(?:(?:both|either|neither|only|all\s+of|all|{_OPTIONS})\s+)*{_LETTER}"
    rf"(?:(?:\s*[,&+/]\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|but\s+not)\s+)(?:{_OPTIONS}\s+)?{_LETTER})+"
    rf"(?:\s+(?:only|above|both|are\s+(?:both\s+)?(?:correct|true|right))|\s*,?\s+but\s+not\s+{_LETTER})?"
)
_NAMED = pattern(
    rf"(?:(?:both|either|neither|only)\s+)?(?:options?|answers?|choices?)\s+{_LETTER}(?:\s+(?:is|above|only).*)?"
    rf"|all\s+(?:except|but)\s+(?:{_OPTIONS}\s+)?{_LETTER}"
)
_CALLED = pattern(rf"\b{_OPTIONS}\b")
"""Says that letters are those of options, whatever the stem gives names to."""

_EXCEPTED = pattern(
    r"all\s+of\s+the\s+above,?\s+(?:except|but).*"
    r"|(?:(?:both|only)\s+)?(?:of\s+)?(?:options?|answers?|choices?)\s+#?[1-8](?:\s+(?:is|above|only|and).*)?"
)
FIRST_WORDS = frozenset(
    (
        *(
            "none",
            "neither",
            "nothing",
            "not",
            "no",
            "all",
            "any",
            "both",
            "each",
            "every",
            "everything",
            "two",
            "three",
        ),
        *("some", "several", "one", "more", "only", "at", "either", "of", "the", "first", "second", "third", "last"),
        *("previous", "preceding", "option", "options", "answer", "answers", "choice", "choices", *"abcdefgh"),
    )
)
"""First words of options that may speak of others: without any of them, nothing else is looked at."""

_BEGINNING = pattern(
    r"(?:none|neither|nothing|not\s+(?:any|one)|no\s+(?:one|answer|option|choice|correct|right)|all|any|both|each|every|everything"
    r"|(?:two|three|some|several|one|more)\s+(?:of|than|or\s+more)|only|at\s+least|either|options?|answers?|choices?|of|statements?"
    r"|(?:the\s+)?(?:first|second|third|last|previous|preceding|correct|right|answer)"
    r"|\(?[a-h]\)?(?=\s*(?:[,&+/]|and\b|or\b|nor\b|but\b)))(?![\w'-])"
)
"""How an option begins that may speak of others; the longer patterns are not tried on the rest."""

_SHARES = pattern(
    r"(?:some|most|half|few|many|one|two|several|a few|a third|a quarter)(?: of (?:them|these|those|the \w+))?"
)
_GROUP = pattern(r"[a-h]{2}")
"""Letters that name things also stand together: blood group AB, chord BC."""

_NULL_VALUE = pattern(r"true|false|null|nil|undefined|-?\d+(?:\.\d+)?|['\"\[({].*|.*error|.*exception")


def plain_option(text: str) -> str:
    """Give an option in the form in which its wording is compared: lower case, no final full stop, no quotes."""
    return text.strip(" \t\n.;:,!\"'“”*_").lower()


def meta_kinds(
    options: Sequence[str], stem_letters: frozenset[str], stem_options: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Give for each option what it says of others: `none`, `all`, `refers`, or nothing for a plain answer.

    `options` are in the form of `plain_option`; `stem_letters` are the single capital letters that the stem itself
    uses as names (vessels A and B), to which options may refer; `stem_options` those that it calls options.
    """
    if not any(map(_BEGINNING.match, options)):
        return ("",) * len(options)
    kinds = [_kind(option) for option in options]
    if any(_SHARES.fullmatch(option) for option in options):
        # "All of them" beside "some of them" and "none of them" is a quantity.
        kinds = [
            "" if kind in {NONE, ALL} and "above" not in option else kind for kind, option in _pairs(kinds, options)
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
    meant = [
        REFERS if others and _places(option, len(options), offered if _CALLED.search(option) else names) else ""
        for option in options
    ]
    return tuple(meant[place] if kind == "letters" else kind for place, kind in enumerate(kinds))


def _pairs(kinds: Sequence[str], options: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(kinds, options, strict=True))


def _kind(option: str) -> str:
    if len(option) > 80 or not _BEGINNING.match(option):
        return ""
    if _LETTERS.fullmatch(option) or _NAMED.fullmatch(option):
        return "letters"
    if _NONE.fullmatch(option):
        return NONE
    if _ALL.fullmatch(option):
        return ALL
    return REFERS if _SOME.fullmatch(option) or _EXCEPTED.fullmatch(option) else ""


def _places(option: str, count: int, names: frozenset[str]) -> bool:
    """Tell whether all letters of an option are places of options, and none is the name of a thing."""
    letters = set(re.findall(r"\b[a-h]\b", option))
    return all(ord(letter) - ord("a") < count for letter in letters) and not letters & names
