"""The ways to read keys, and a row whose key is to be read: what it may say, as a letter, a name or a text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from lpkit_importers.table.choices import Choices
from lpkit_importers.table.headers import plain
from lpkit_importers.table.keys import Label, by_label, by_name, by_text, is_bare, is_truth, label_of, says_several
from lpkit_importers.table.series import latin_key

_NAME = 100
"""Characters of a key that may be the name of a column."""


class Reading(StrEnum):
    """A way to read all keys of a column: the values of the setting `keys-from`."""

    FROM_0 = "0"
    FROM_1 = "1"
    LETTERS = "letters"
    TEXT = "text"
    NAMES = "names"
    APART = "apart"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Asked:
    """A row whose key is to be read: its place, its key, which is not empty, and its options, two or more.

    The rest is what the key says: as a letter or number, as the name of a column, and by its text.
    """

    place: str
    key: str
    row: Choices
    label: Label | None
    name: str
    text: int | None
    several: bool = False
    """Whether the key would name several options, were it no text of one: `AC`."""
    bare: bool = False
    """Whether the key is nothing but a sign that may call an option."""

    @property
    def number(self) -> int | None:
        """Give the number that the key is."""
        return self.label.number if self.label else None


def asked_for(place: str, key: str, row: Choices, series: str = "") -> Asked:
    """Look at the key of a row; `series` says what signs call the options, where they are no Latin letters."""
    latin = latin_key(key, series)
    label = label_of(latin)
    name = plain(key) if len(key) <= _NAME else ""
    text = by_text(key, label, row)
    worded = label is not None and text is not None and (bool(label.said) or is_truth(key, row))
    return Asked(place, key, row, None if worded else label, name, text, says_several(latin), is_bare(latin))


WAYS: Mapping[Reading, Callable[[Asked], int | None]] = {
    Reading.TEXT: lambda one: one.text,
    Reading.NAMES: lambda one: by_name(one.name, one.row),
    Reading.LETTERS: lambda one: None if one.number is not None else by_label(one.label, one.row, 1),
    Reading.FROM_0: lambda one: by_label(one.label, one.row, 0),
    Reading.FROM_1: lambda one: by_label(one.label, one.row, 1),
}


LABELLED = {Reading.LETTERS, Reading.FROM_0, Reading.FROM_1}
"""Readings by a letter or number, behind which a note may stand where the user asks for one of them."""


NAMES = {
    Reading.TEXT: "keys are texts of options",
    Reading.NAMES: "keys are names of columns",
    Reading.LETTERS: "keys are letters",
    Reading.FROM_0: "keys count from 0",
    Reading.FROM_1: "keys count from 1",
    Reading.APART: "the key stands apart from the wrong options",
    Reading.MARKS: "an option has a mark of its own",
}


def without_note(one: Asked) -> Asked:
    """Take off what stands behind a letter or number, unless an option has a word of it: `B (see page 4)`."""
    if one.label is None or not one.label.rest or one.text is not None:
        return one
    words = {*plain(one.label.rest).split()}
    shared = any(words & {*plain(text).split()} for text in one.row.texts)
    return one if shared else replace(one, label=replace(one.label, rest=""))
