"""The parts that a language may have: what each holds, by what it is about."""

from lpkit.text.languages.parts.answers import Citations, Claims, Durations, Evidence
from lpkit.text.languages.parts.frames import ANY, DONE, NOUN, Ending, Frames, Guards, Template
from lpkit.text.languages.parts.numbers import PLAIN_NUMBERS, NumberWords, number_words
from lpkit.text.languages.parts.options import Absolutes, Combinations, Judgements, MetaOptions, Overlaps
from lpkit.text.languages.parts.stems import Articles, Blanks, Frequencies, Negations, StemFocus
from lpkit.text.languages.parts.words import (
    ANY_PLACEHOLDERS,
    ContentWords,
    MarkupWords,
    Placeholders,
    RepeatedWords,
    placeholders,
)

__all__ = [
    "ANY",
    "ANY_PLACEHOLDERS",
    "DONE",
    "NOUN",
    "PLAIN_NUMBERS",
    "Absolutes",
    "Articles",
    "Blanks",
    "Citations",
    "Claims",
    "Combinations",
    "ContentWords",
    "Durations",
    "Ending",
    "Evidence",
    "Frames",
    "Frequencies",
    "Guards",
    "Judgements",
    "MarkupWords",
    "MetaOptions",
    "Negations",
    "NumberWords",
    "Overlaps",
    "Placeholders",
    "RepeatedWords",
    "StemFocus",
    "Template",
    "number_words",
    "placeholders",
]
