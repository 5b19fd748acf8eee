"""Entries of the export that hold what an entry of the format holds: a key by which the format grows passes through."""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from lpkit.model.roles import has_grown
from lpkit.model.types import Entry

Measure = Annotated[int, Field(ge=0)]
"""What is counted, summed or numbered of a library: as much as its files hold, which have limits of their own."""


class Resolved(Entry):
    """An entry of the format with its references resolved.

    A subclass names that entry in `source` and lists its own keys: those that it resolves, computes or describes
    anew. The keys by which the format grew and that it does not list follow, as they are.
    """

    source: ClassVar[type[Entry]] = Entry
    passed: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Take over what is not listed; the validator is built later, on first use."""
        super().__pydantic_init_subclass__(**kwargs)
        grown = {name: field for name, field in cls.source.model_fields.items() if has_grown(field)}
        cls.passed = tuple(name for name in grown if name not in cls.model_fields)
        cls.model_fields.update({name: grown[name] for name in cls.passed})

    @classmethod
    def pass_on(cls, entry: Entry) -> dict[str, Any]:
        """Give the values of the keys that pass through, for the constructor."""
        return {name: getattr(entry, name) for name in cls.passed}
