"""What a mutation operator is: a name, the rules that must find it, and how to put it in at every place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from lpkit.diagnostic import Edit, Site
from mutation.clean import At, Clean
from mutation.document import Document, apply


@dataclass(frozen=True)
class Change:
    """One way to put an operator's fault into a file.

    `at` is where the fault must be found, and `near` what is as good a place: the other end of a contradiction.
    `here` tells that the fault stands where the first edit was made, so that its line is known; `below` that the
    parser may notice it on a later line. `beside` is a further file, name and text; the fault is then in `found_in`.
    """

    document: Document
    at: At
    edits: tuple[Edit, ...]
    near: tuple[At, ...] = ()
    here: bool = True
    below: bool = False
    beside: tuple[str, str] | None = None
    found_in: str = ""
    without_library: bool = False

    @property
    def text(self) -> str:
        return apply(self.document.text, self.edits)

    @property
    def line(self) -> int:
        """Give the line of the mutated text at which the first edit begins, without the space before it."""
        if not self.edits:
            return 1
        edit = min(self.edits, key=lambda edit: edit.start)
        text = self.text
        start = edit.start + len(edit.text) - len(edit.text.lstrip("\n "))
        return text.count("\n", 0, start) + 1

    @property
    def pointers(self) -> set[str]:
        return {Site("", at).pointer for at in (self.at, *self.near)}

    @property
    def file(self) -> str:
        return self.found_in or self.document.name


Mutate = Callable[[Clean], Iterable[Change]]


@dataclass(frozen=True)
class Operator:
    """A fault with a name: `codes` are the rules of which one must find it, `never` those that must stay silent."""

    name: str
    codes: frozenset[str]
    mutate: Mutate
    never: frozenset[str] = field(default=frozenset())

    @property
    def summary(self) -> str:
        return (self.mutate.__doc__ or "").partition("\n")[0]


_OPERATORS: dict[str, Operator] = {}


def operator(*codes: str, never: tuple[str, ...] = ()) -> Callable[[Mutate], Mutate]:
    """Register a generator of changes under its own name; its docstring says what it does."""

    def register(mutate: Mutate) -> Mutate:
        name = mutate.__name__.replace("_", "-")
        assert name not in _OPERATORS, name
        _OPERATORS[name] = Operator(name, frozenset(codes), mutate, frozenset(never))
        return mutate

    return register


def operators() -> list[Operator]:
    """Import all operators and give them by name."""
    for file in sorted((Path(__file__).parent / "operators").glob("[a-z]*.py")):
        import_module(f"mutation.operators.{file.stem}")
    return [_OPERATORS[name] for name in sorted(_OPERATORS)]


def changes(operator: Operator, packs: Iterable[Clean]) -> Iterator[tuple[Clean, Change]]:
    """Give every change of an operator; those of a library only once, with its first pack."""
    seen: set[int] = set()
    for clean in packs:
        for change in operator.mutate(clean):
            if change.document is not clean.library or id(clean.library) not in seen:
                yield clean, change
        seen.add(id(clean.library))
