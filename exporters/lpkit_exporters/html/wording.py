"""How figures are put into words."""

from math import ceil
from string import ascii_uppercase

from lpkit.model import Mix

MINUTES_A_QUESTION = 1.5
"""For a stem with an excerpt and four options: enough where one knows the pattern, a hurry where not."""


def test_minutes(questions: int) -> int:
    """Give how long a test with a clock takes, in whole minutes."""
    return ceil(questions * MINUTES_A_QUESTION)


def counted(count: int, one: str) -> str:
    """Put a number before what it counts: `1 question`, `2 questions`."""
    return f"{count} {one}{'' if count == 1 else 's'}"


def letter(place: int) -> str:
    """Name an option as `<ol type="A">` does: A to Z, then AA."""
    rest, last = divmod(place, len(ascii_uppercase))
    return (letter(rest - 1) if rest else "") + ascii_uppercase[last]


def duration(seconds: list[int]) -> str:
    """Give a span of seconds, in minutes and seconds."""
    return "–".join(f"{value // 60}:{value % 60:02}" for value in seconds)


def difficulty_counts(mix: Mix) -> str:
    """List how many questions there are of each difficulty that occurs."""
    return ", ".join(f"{count} {name}" for name, count in mix.counts().items() if count)
