"""How figures are put into words."""

from math import ceil
from string import ascii_uppercase

from lpkit.model import Mix
from lpkit_exporters.catalogue.words import Words

MINUTES_A_QUESTION = 1.5
"""For a stem with an excerpt and four options: enough where one knows the pattern, a hurry where not."""


def test_minutes(questions: int) -> int:
    """Give how long a test with a clock takes, in whole minutes."""
    return ceil(questions * MINUTES_A_QUESTION)


def letter(place: int) -> str:
    """Name an option as `<ol type="A">` does: A to Z, then AA."""
    rest, last = divmod(place, len(ascii_uppercase))
    return (letter(rest - 1) if rest else "") + ascii_uppercase[last]


def duration(seconds: list[int]) -> str:
    """Give a span of seconds, in minutes and seconds."""
    return "–".join(f"{value // 60}:{value % 60:02}" for value in seconds)


def difficulty(words: Words, name: str) -> str:
    """Call a difficulty by its name."""
    return {"easy": words.gettext("easy"), "medium": words.gettext("medium"), "hard": words.gettext("hard")}[name]


def difficulty_counts(words: Words, mix: Mix) -> str:
    """List how many questions there are of each difficulty that occurs."""
    return ", ".join(f"{count} {difficulty(words, name)}" for name, count in mix.counts().items() if count)
