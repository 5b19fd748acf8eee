"""The parts that a language may have: what each holds, by what it is about."""

from lpkit.text.languages.parts.accounts import Accounts
from lpkit.text.languages.parts.answers import Citations, Claims, Durations, Evidence
from lpkit.text.languages.parts.borrowings import Borrowings
from lpkit.text.languages.parts.dates import Dates
from lpkit.text.languages.parts.denying import Denying
from lpkit.text.languages.parts.figures import FigureKind, FigureWords, Hedge, Unit
from lpkit.text.languages.parts.forms import Forms
from lpkit.text.languages.parts.frames import ANY, DONE, NOUN, Ending, Frames, Guards, Template
from lpkit.text.languages.parts.habits import Habits
from lpkit.text.languages.parts.ledger import Bookkeeping, Cast, Form, Hints, Lengths, Speech, any_of
from lpkit.text.languages.parts.margins import Alternatives, Margins, Ranks
from lpkit.text.languages.parts.numbers import PLAIN_NUMBERS, NumberWords, number_words
from lpkit.text.languages.parts.occasions import Occasions
from lpkit.text.languages.parts.options import Absolutes, Combinations, Judgements, MetaOptions, Overlaps
from lpkit.text.languages.parts.persons import Persons
from lpkit.text.languages.parts.presences import Presences
from lpkit.text.languages.parts.reckonings import Reckonings
from lpkit.text.languages.parts.scenes import Scenes
from lpkit.text.languages.parts.series import Series
from lpkit.text.languages.parts.silences import Silences
from lpkit.text.languages.parts.statements import Statements
from lpkit.text.languages.parts.stems import Articles, Blanks, Frequencies, Negations, StemFocus
from lpkit.text.languages.parts.supports import Supports
from lpkit.text.languages.parts.timeline import Timeline
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
    "Accounts",
    "Alternatives",
    "Articles",
    "Blanks",
    "Bookkeeping",
    "Borrowings",
    "Cast",
    "Citations",
    "Claims",
    "Combinations",
    "ContentWords",
    "Dates",
    "Denying",
    "Durations",
    "Ending",
    "Evidence",
    "FigureKind",
    "FigureWords",
    "Form",
    "Forms",
    "Frames",
    "Frequencies",
    "Guards",
    "Habits",
    "Hedge",
    "Hints",
    "Judgements",
    "Lengths",
    "Margins",
    "MarkupWords",
    "MetaOptions",
    "Negations",
    "NumberWords",
    "Occasions",
    "Overlaps",
    "Persons",
    "Placeholders",
    "Presences",
    "Ranks",
    "Reckonings",
    "RepeatedWords",
    "Scenes",
    "Series",
    "Silences",
    "Speech",
    "Statements",
    "StemFocus",
    "Supports",
    "Template",
    "Timeline",
    "Unit",
    "any_of",
    "number_words",
    "placeholders",
]
