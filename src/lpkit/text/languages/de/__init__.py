"""German: what is a matter of word lists. Article cues, denials in notes and speaking times are not known of it."""

from lpkit.text.languages.de.answers import CITATIONS, EVIDENCE
from lpkit.text.languages.de.habits import HABITS
from lpkit.text.languages.de.numbers import NUMBERS
from lpkit.text.languages.de.options import ABSOLUTES, COMBINATIONS, JUDGEMENTS, META_OPTIONS, OVERLAPS
from lpkit.text.languages.de.stems import BLANKS, FREQUENCIES, NEGATIONS, STEM_FOCUS
from lpkit.text.languages.de.words import CONTENT, MARKUP, PLACEHOLDERS, REPEATED

PARTS = (
    *(CONTENT, REPEATED, MARKUP, PLACEHOLDERS, NUMBERS),
    *(META_OPTIONS, ABSOLUTES, COMBINATIONS, JUDGEMENTS, OVERLAPS, HABITS),
    *(NEGATIONS, FREQUENCIES, BLANKS, STEM_FOCUS),
    *(EVIDENCE, CITATIONS),
)
