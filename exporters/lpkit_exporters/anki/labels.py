"""Labels of cards in every language: all are on each card, and its style shows those in the language of its content.

A learner may have libraries in several languages, and all have the same note types: their ids are frozen. So a template
cannot be in one of these languages, unless all that is said there is English: then it needs no other words.
"""

import json
import re
from collections.abc import Iterator

from lpkit_exporters.bundle.direction import direction
from lpkit_exporters.catalogue.words import Words

LABEL = re.compile(r'<bdi lang="en">(.*?)</bdi>')
"""A label in a template, in English."""

SHOWN = re.compile(r'^(\.lp-back)([^{}\n]*) \{[^{}\n]*content: "([a-zA-Z ]+)"', re.MULTILINE)
"""Words that the style sheet shows: the class of the card, the rest of the selector, and the words."""


def labelled(html: str, others: tuple[Words, ...]) -> str:
    """Put the labels of other languages behind the English ones of a template."""

    def in_all(found: re.Match[str]) -> str:
        return found[0] + "".join(f'<bdi lang="{words.language}">{words.said(found[1])}</bdi>' for words in others)

    return LABEL.sub(in_all, html)


def label_style(style: str, others: tuple[Words, ...]) -> str:
    """Give the rules that show labels in the language of the card, and say what a style sheet says in it."""
    return "".join(f"\n{rule}" for rule in _rules(style, others))


def _rules(style: str, others: tuple[Words, ...]) -> Iterator[str]:
    if others:
        yield '.lp bdi[lang]:not([lang="en"]) { display: none; }'
    for words in others:
        tag = words.language
        yield f'.lp:lang({tag}) bdi[lang="en"] {{ display: none; }}'
        yield f'.lp:lang({tag}) bdi[lang="{tag}"] {{ display: inline; }}'
        for card, selector, said in SHOWN.findall(style):
            yield f"{card}:lang({tag}){selector} {{ content: {json.dumps(words.said(said), ensure_ascii=False)}; }}"


def outcomes(others: tuple[Words, ...]) -> str:
    """Give what a script says of a choice in each language, by its tag."""
    known = {words.language.lower(): _outcomes(words) for words in (Words(), *others)}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _outcomes(words: Words) -> dict[str, object]:
    generous = words.forms("You were %(num)s band too generous.", "You were %(num)s bands too generous.")
    strict = words.forms("You were %(num)s band too strict.", "You were %(num)s bands too strict.")
    over = words.forms("You were %(num)s verdict too generous.", "You were %(num)s verdicts too generous.")
    under = words.forms("You were %(num)s verdict too strict.", "You were %(num)s verdicts too strict.")
    return {
        "language": words.language,
        "direction": direction(words.language),
        "samples": words.samples(),
        "same": words.gettext("As the expert has it."),
        "right": words.gettext("You chose right."),
        "wrong": words.gettext("Not this one."),
        "band": {"generous": generous, "strict": strict},
        "verdict": {"generous": over, "strict": under},
    }
