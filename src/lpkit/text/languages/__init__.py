"""What lpkit knows of a language: one package a language, found by its name, with parts that rules ask for.

A part is what one matter needs to know (how articles go, which words deny); `lpkit.text.languages.parts` says what is
in each. A language need not have all of them: a rule that needs one that is not there says nothing.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

P = TypeVar("P")

UNSAID = "en"
"""The language of texts that belong to no library: those of banks, and of packs without one."""


class Language(dict[type, Any]):
    """A language by its tag: the parts that are known of it by their classes; of most languages none is.

    `language[Kind]` gives a part, and raises KeyError where the language has none: it is for what a rule says that it
    needs. `language.get(Kind)` gives None there.
    """

    def __init__(self, tag: str, parts: Iterable[object] = ()) -> None:
        super().__init__((type(part), part) for part in parts)
        self.tag = tag
        """A BCP 47 tag such as en or pt-BR."""

    if TYPE_CHECKING:
        # Rules ask a dozen times for each question, so that the methods of the dictionary stay as they are.
        def __getitem__(self, kind: type[P]) -> P: ...
        def get(self, kind: type[P]) -> P | None: ...  # type: ignore[override]

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<language {self.tag}>"


@cache
def language_of(tag: str) -> Language:
    """Give the language of a BCP 47 tag; its first part names the package, which is imported now and not before."""
    name = tag.partition("-")[0]
    known = re.fullmatch("[a-z]{2,3}", name) and find_spec(f"{__name__}.{name}")
    return Language(tag, import_module(f"{__name__}.{name}").PARTS if known else ())
