"""The shape of what finds markers in a text: compiled from phrases and patterns, for front ends to run."""

from pydantic import Field

from lpkit.model.types import Entry
from lpkit_exporters.bundle.resolved import Measure


class SpottingPattern(Entry):
    """The phrases of a marker, or the ways to say one of its patterns."""

    marker: Measure = Field(description="Place of the marker in the library's list, from 0.")
    pattern: int = Field(ge=-1, le=1000, description="Place of the pattern with its marker; -1 for its phrases.")
    ways: list[str] = Field(
        description="Steps parted by spaces, read from left to right; empty where there is nothing to find."
    )
    loose: bool = Field(description="Whether `pause` may stand between two steps.")
    unless: int = Field(ge=-1, le=1000, description="Number of a list; none of it may be in the sentence. -1 for none.")


class SpottingGuards(Entry):
    """What takes back words that were found."""

    lists: list[int] = Field(
        description="Numbers of lists: where clauses begin, what denies a clause, what denies a sentence "
        "from its beginning, what supposes, what lifts that within a match, verbs of telling, the first "
        "person, what makes it doubtful."
    )
    after: list[str] = Field(description="Steps; what follows a match so takes it back.")
    at_once: list[str] = Field(description="Steps; what follows a match without a gap so takes it back.")


class Spotting(Entry):
    """What finds markers in a text, as lpkit itself runs it over answers; its documentation tells how."""

    clitics: list[str] = Field(description="Endings that are tokens of their own.")
    endings: list[list[str]] = Field(
        description="Endings of inflected forms: the ending, what stands in its place in the word, the kinds of form."
    )
    doubling: list[str] = Field(description="Endings before which the last letter may be doubled.")
    irregular: dict[str, str] = Field(description="Irregular forms, each with the terms that it is a form of.")
    lists: list[str] = Field(description="Lists of terms, parted by strokes.")
    forks: list[list[str]] = Field(description="Alternatives, each in steps.")
    pause: str = Field(description="The step that may stand between two steps of a loose pattern.")
    patterns: list[SpottingPattern] = Field(description="Patterns of all markers.")
    guards: SpottingGuards = Field(description="What takes a match back.")
