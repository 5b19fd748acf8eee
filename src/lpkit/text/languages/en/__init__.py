"""English: all that lpkit knows of it."""

from lpkit.text.languages.en.answers import CITATIONS, CLAIMS, DURATIONS, EVIDENCE
from lpkit.text.languages.en.frames import FRAMES
from lpkit.text.languages.en.numbers import NUMBERS
from lpkit.text.languages.en.options import ABSOLUTES, COMBINATIONS, JUDGEMENTS, META_OPTIONS, OVERLAPS
from lpkit.text.languages.en.stems import ARTICLES, BLANKS, FREQUENCIES, NEGATIONS, STEM_FOCUS
from lpkit.text.languages.en.words import CONTENT, MARKUP, PLACEHOLDERS, REPEATED

PARTS = (
    *(CONTENT, REPEATED, MARKUP, PLACEHOLDERS, NUMBERS),
    *(META_OPTIONS, ABSOLUTES, COMBINATIONS, JUDGEMENTS, OVERLAPS),
    *(NEGATIONS, FREQUENCIES, ARTICLES, BLANKS, STEM_FOCUS),
    *(EVIDENCE, CLAIMS, DURATIONS, CITATIONS, FRAMES),
)
