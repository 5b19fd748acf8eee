"""One thing that `lpkit doctor` looked at: how it stands, and what to do."""

from typing import Literal, NamedTuple

State = Literal["ok", "not set up", "wrong"]


class Line(NamedTuple):
    """A line of the report."""

    part: str
    state: State
    what: str
    advice: str = ""
    """What to do where it is not ok; empty where nothing need be done."""


def ok(part: str, what: str) -> Line:
    """Say that something is as it should be."""
    return Line(part, "ok", what)


def missing(part: str, what: str, advice: str = "") -> Line:
    """Say that something is not set up, which nobody need do."""
    return Line(part, "not set up", what, advice)


def wrong(part: str, what: str, advice: str = "") -> Line:
    """Say that something does not work as it is."""
    return Line(part, "wrong", what, advice)
