"""What counts in answers as data, so that pages count as the rules do: sentences with "I", numbers that measure."""

import re
from collections.abc import Mapping

from lpkit.text.counting import CLAUSE_END, QUOTED_WHOLE, SENTENCE_BORDER, SPEECH
from lpkit.text.ecmascript import ecmascript
from lpkit.text.languages import language_of
from lpkit.text.languages.parts import Evidence
from lpkit.text.languages.parts.figures import NUMBER_IN_DIGITS

Tallies = Mapping[str, str | list[str]]
"""Patterns by what they find, each as its source and its flags in ECMAScript; `pronoun` and `no_unit` are texts."""


def tallies_of(tag: str) -> Tallies | None:
    """Give what counts in the answers of a language, by its BCP 47 tag; None where that is not known of it.

    How the patterns are used is told by `lpkit.text.counting`.
    """
    evidence = language_of(tag).get(Evidence)
    if evidence is None:
        return None
    patterns: dict[str, re.Pattern[str]] = {
        "border": SENTENCE_BORDER,
        "quoted": QUOTED_WHOLE,
        "speech": SPEECH,
        "digits": NUMBER_IN_DIGITS,
        "clause_end": CLAUSE_END,
        **{name: getattr(evidence, name) for name in _PARTS},
    }
    written: dict[str, str | list[str]] = {name: [*ecmascript(known)] for name, known in patterns.items()}
    return {"pronoun": evidence.pronoun, "no_unit": sorted(evidence.no_unit), **written}


_PARTS = ("begins", "says", "no_measure_after", "label_before", "month_before", "counted_after", "in_words")
