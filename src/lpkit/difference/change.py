"""One change of content, and how much it asks of those who depend on the content."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from lpkit.verdict import Proof


class Grade(IntEnum):
    """How far a change reaches, after semantic versioning; comparable, major highest."""

    PATCH = 1
    """Only wording or order: nothing that a learner is tested on."""
    MINOR = 2
    """Content: what is asked, keyed, scored or judged; every id still means what it meant."""
    MAJOR = 3
    """A permanent id vanished or means something else: progress and Anki notes hang on the wrong thing."""

    @property
    def label(self) -> str:
        """Give the name used in every output."""
        return self.name.lower()


GRADES = {grade.label: grade for grade in Grade}


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one item: what kind of change, of what kind of item, under which ids.

    `pack` is empty for what a library itself holds; `item` is the id within the pack or the library. `before` and
    `after` are the texts or values concerned. `proof` is the new proof of a verdict.
    """

    kind: str
    grade: Grade
    subject: str
    item: str
    message: str
    before: str | None = None
    after: str | None = None
    proof: Proof | None = None
    library: str = ""
    pack: str = ""
    path: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: gravest first, then by library, pack, item and kind."""
        return (-self.grade, self.library, self.pack, self.subject, self.item, self.kind, self.message)


def placed(changes: Iterable[Change], library: str, pack: str, path: str) -> list[Change]:
    """Give changes their library, pack and file."""
    return [replace(change, library=library, pack=pack, path=path) for change in changes]


def eased(changes: Iterable[Change]) -> list[Change]:
    """Grade changes of a pack that was never published: nobody's progress hangs on its ids."""
    return [replace(change, grade=min(change.grade, Grade.MINOR)) for change in changes]
