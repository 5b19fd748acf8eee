"""What exporters stand on: their interface, the content that they get, and what texts mean in every front end."""

from lpkit.corpus.content import Corpus, RetiredItem, Shelf, Since, Touched
from lpkit.corpus.coverage import DIFFICULTIES, AnswerLength, Coverage, PrincipleCoverage, cover
from lpkit.corpus.markers import spotting_of
from lpkit.corpus.order import fixed_places
from lpkit.errors import LpkitError
from lpkit.export.interface import Artifact, Exporter, Loss, check_options, check_since, exporter_names, load_exporter
from lpkit.export.markdown import render_markdown
from lpkit.export.unshown import unshown
from lpkit.publishing.decks import component, deck_names
from lpkit.text.changes import Changes, Run, changes
from lpkit.text.counting import count_words, sentence_starts, speaking_seconds
from lpkit.text.listing import has_code, parts
from lpkit.text.naming import figures_with_units
from lpkit.text.passage import locate
from lpkit.text.surroundings import Surroundings, surroundings
from lpkit.text.tallies import Tallies, tallies_of

__all__ = [
    "DIFFICULTIES",
    "AnswerLength",
    "Artifact",
    "Changes",
    "Corpus",
    "Coverage",
    "Exporter",
    "Loss",
    "LpkitError",
    "PrincipleCoverage",
    "RetiredItem",
    "Run",
    "Shelf",
    "Since",
    "Surroundings",
    "Tallies",
    "Touched",
    "changes",
    "check_options",
    "check_since",
    "component",
    "count_words",
    "cover",
    "deck_names",
    "exporter_names",
    "figures_with_units",
    "fixed_places",
    "has_code",
    "load_exporter",
    "locate",
    "parts",
    "render_markdown",
    "sentence_starts",
    "speaking_seconds",
    "spotting_of",
    "surroundings",
    "tallies_of",
    "unshown",
]
