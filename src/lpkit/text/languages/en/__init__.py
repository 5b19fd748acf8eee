"""English: all that lpkit knows of it."""

from lpkit.text.languages.en.accounts import ACCOUNTS
from lpkit.text.languages.en.alternatives import ALTERNATIVES
from lpkit.text.languages.en.answers import CITATIONS, DURATIONS, EVIDENCE
from lpkit.text.languages.en.borrowings import BORROWINGS
from lpkit.text.languages.en.cast import CAST
from lpkit.text.languages.en.claims import CLAIMS
from lpkit.text.languages.en.dates import DATES
from lpkit.text.languages.en.denying import DENYING
from lpkit.text.languages.en.figures import FIGURES
from lpkit.text.languages.en.forms import FORMS
from lpkit.text.languages.en.frames import FRAMES
from lpkit.text.languages.en.habits import HABITS
from lpkit.text.languages.en.ledger import BOOKKEEPING
from lpkit.text.languages.en.margins import MARGINS
from lpkit.text.languages.en.numbers import NUMBERS
from lpkit.text.languages.en.occasions import OCCASIONS
from lpkit.text.languages.en.options import ABSOLUTES, COMBINATIONS, JUDGEMENTS, META_OPTIONS, OVERLAPS
from lpkit.text.languages.en.persons import PERSONS
from lpkit.text.languages.en.presences import PRESENCES
from lpkit.text.languages.en.ranks import RANKS
from lpkit.text.languages.en.reckonings import RECKONINGS
from lpkit.text.languages.en.scenes import SCENES
from lpkit.text.languages.en.series import SERIES
from lpkit.text.languages.en.silences import SILENCES
from lpkit.text.languages.en.speech import LENGTHS, SPEECH
from lpkit.text.languages.en.statements import STATEMENTS
from lpkit.text.languages.en.stems import ARTICLES, BLANKS, FREQUENCIES, NEGATIONS, STEM_FOCUS
from lpkit.text.languages.en.supports import SUPPORTS
from lpkit.text.languages.en.timeline import TIMELINE
from lpkit.text.languages.en.words import CONTENT, MARKUP, PLACEHOLDERS, REPEATED

PARTS = (
    *(CONTENT, REPEATED, MARKUP, PLACEHOLDERS, NUMBERS),
    *(META_OPTIONS, ABSOLUTES, COMBINATIONS, JUDGEMENTS, OVERLAPS, HABITS),
    *(NEGATIONS, FREQUENCIES, ARTICLES, FORMS, BLANKS, STEM_FOCUS, SCENES),
    *(EVIDENCE, CLAIMS, DURATIONS, CITATIONS, FIGURES, RECKONINGS, SERIES, DATES, BORROWINGS, OCCASIONS, FRAMES),
    *(MARGINS, ALTERNATIVES, RANKS, TIMELINE, PERSONS),
    *(BOOKKEEPING, CAST, LENGTHS, SPEECH, ACCOUNTS, PRESENCES, SUPPORTS, SILENCES, STATEMENTS, DENYING),
)
