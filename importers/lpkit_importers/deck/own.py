"""The questions of lpkit's own decks, which come back as they were, in the order of their source."""

import re
from collections.abc import Mapping
from typing import Any

from lpkit.importing import Draft, own_id
from lpkit_importers.deck.lists import entries_of, options_of
from lpkit_importers.deck.notes import NoteType
from lpkit_importers.foreign.texts import Texts

_FIELDS = {"Stem", "Excerpt", "Options", "Key", "Answer", "Steps", "Hint", "Mistakes", "Distractors", "Id"}
_COMMON = {"Pattern", "Principle", "Level", "Id", "Retired", "Spare 1", "Spare 2"}
_WHY = re.compile(r'\s*<b>.*?</b>\s*<div class="lp-reason">(.*)</div>\s*', re.DOTALL)


def is_own(kind: NoteType) -> bool:
    """Tell whether a note type is that of questions in decks of lpkit."""
    return {*kind.fields} >= _FIELDS


def is_beside(kind: NoteType) -> bool:
    """Tell whether a note type is another one of lpkit's decks: a score, a fix-it, a text of the coach."""
    return {*kind.fields} >= _COMMON and not is_own(kind)


def own_drafts(kind: NoteType) -> list[Draft]:
    """Give the questions of a note type."""
    drafts = []
    for note in kind.notes:
        fields = dict(zip(kind.fields, note.fields, strict=False))
        drafts.append(_draft(f"note {note.place}", {name: fields.get(name, "") for name in kind.fields}))
    return drafts


def _draft(place: str, said: Mapping[str, str]) -> Draft:
    texts = Texts()
    listed = options_of(said["Options"])
    offered = {key: texts.plain(html) for key, _, html in listed}
    places = {key: place for key, place, _ in listed if place is not None}
    whys = {key: _WHY.fullmatch(html) for key, html in entries_of(said["Distractors"])}
    # A deck from before options had ids has their places, from 1, as keys.
    ordered = sorted(offered, key=lambda key: (places.get(key, 0), len(key), key))
    answer = offered.get(said["Key"].strip(), "")
    options: list[Any] = []
    for key in ordered:
        why, name = whys.get(key), own_id(key) if key in places else None
        option = {"id": name, "text": offered[key], "why": texts.prose(why.group(1)) if why else None}
        given = {part: value for part, value in option.items() if value is not None}
        options.append(given if given.keys() > {"text"} else offered[key])
    fields = {
        "id": said["Id"].rpartition("/")[2],
        "pool": said.get("Pool", "").casefold(),
        "difficulty": said.get("Difficulty", "").casefold(),
        "stem": texts.plain(said["Stem"]),
        "excerpt": texts.plain(said["Excerpt"]),
        "options": options,
        "answer": answer,
        "steps": [texts.prose(html) for _, html in entries_of(said["Steps"])],
        "hint": texts.prose(said["Hint"] or said.get("Hint for review", "")),
        "mistakes": [texts.prose(html) for _, html in entries_of(said["Mistakes"])],
    }
    same = bool(answer) and answer == texts.plain(said["Answer"])
    return Draft(place, fields, "" if same else "its key and its answer are not the same option")
