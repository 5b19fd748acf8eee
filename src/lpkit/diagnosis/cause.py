"""What is said of a syntax error, and the repairs that are tried to find it."""

from typing import NamedTuple

from lpkit.diagnostic import Edit, Fix


class Repair(NamedTuple):
    """A small change that may be what a file lacks.

    `at` is the place of the cause and `edits` what would mend it, as offsets in code points; `message`, `help` and
    `title` say so to authors. `cost` tells how unlikely the cause is beside others that fit as well: 0 where hardly
    anything else is meant, 4 where many things are. Where `offered` is false, an author has to choose.
    """

    at: tuple[int, int]
    edits: tuple[Edit, ...]
    message: str
    help: str
    title: str
    cost: int = 1
    offered: bool = True


class Cause(NamedTuple):
    """Why a file is not valid YAML: a place (offsets in code points), what is wrong there, and what to do.

    `stopped` is where the parser gave up, where that is another place; `saw` what it said.
    """

    at: tuple[int, int]
    message: str
    help: str | None
    fix: Fix | None = None
    stopped: tuple[int, int] | None = None
    saw: str = ""
