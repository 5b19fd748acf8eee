"""The five note types: their fields, frozen at 1.0, and their JSON in Anki's schema 11.

An import that meets a note type with the same id and the same fields updates its templates. A field more
or fewer makes Anki refuse the update and add a second type beside the first, so the lists hold all that
a pack can say and two spare fields. A later field means a new note type.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from lpkit_exporters.anki.identity import number

TEMPLATES_CHANGED = 1_795_435_200
"""Seconds since 1970 of the last change to a template or the style: raise it with each, for an import takes
a note type only where it is newer."""

COMMON = ("Pattern", "Principle", "Level", "Language", "Source", "Id", "Retired", "Spare 1", "Spare 2")


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type with one card."""

    key: str
    name: str
    id: int
    own_fields: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Give the names of all fields in their order."""
        return (*self.own_fields, *COMMON)


QUESTION = NoteType(
    "question",
    "lpkit Question",
    1_767_225_600_101,
    (
        "Stem",
        "Excerpt",
        "Options",
        "Key",
        "Answer",
        "Steps",
        "Hint",
        "Hint for review",
        "Mistakes",
        "Distractors",
        "Difficulty",
        "Pool",
    ),
)
FIX_IT = NoteType(
    "fix_it",
    "lpkit Fix-it",
    1_767_225_600_102,
    ("Title", "Prompt", "Before", "Before marked", "After marked", "Why", "Candidate"),
)
AUTO_FAIL = NoteType(
    "auto_fail",
    "lpkit Auto-fail",
    1_767_225_600_103,
    ("Passage", "Prompt", "Passage marked", "Marker", "Why here", "Why", "Effect", "Phrases", "Candidate"),
)
SCORE = NoteType(
    "score",
    "lpkit Score",
    1_767_225_600_104,
    (
        "Prompt",
        "Setting",
        "Time",
        "Candidate",
        "Answer",
        "Score first",
        "Rubric",
        "Scores",
        "Total",
        "Verdict",
        "Auto-fails",
        "Delivery",
        "Notes",
        "Calibration",
    ),
)
COACHING = NoteType(
    "coaching",
    "lpkit Coaching",
    1_767_225_600_105,
    ("Question", "Topic", "Prompt", "Cues", "Body", "Guidance", "Requirements", "Model answer"),
)
NOTE_TYPES = (COACHING, SCORE, FIX_IT, AUTO_FAIL, QUESTION)


def _resource(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _side(note_type: NoteType, side: str) -> str:
    body = Template(_resource(f"{note_type.key}_{side}.html"))
    script = _resource("question.js").strip()
    live = body.safe_substitute(script=script).strip()
    whole = Template(_resource("retired.html")).substitute(body=live).strip()
    return Template(_resource(f"{side}.html")).substitute(body=whole)


@cache
def note_type_json() -> dict[str, dict[str, Any]]:
    """Give the note types as the column `models` holds them, by id."""
    return {str(note_type.id): _model(note_type) for note_type in NOTE_TYPES}


def _model(note_type: NoteType) -> dict[str, Any]:
    return {
        "id": note_type.id,
        "name": note_type.name,
        "type": 0,
        "mod": TEMPLATES_CHANGED,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [_template(note_type)],
        "flds": [_field(note_type, order, name) for order, name in enumerate(note_type.fields)],
        "css": _resource("style.css"),
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "req": [[0, "any", [0]]],
        "tags": [],
        "vers": [],
    }


def _template(note_type: NoteType) -> dict[str, Any]:
    return {
        "id": number("template", note_type.key, "card"),
        "name": note_type.name.removeprefix("lpkit "),
        "ord": 0,
        "qfmt": _side(note_type, "front"),
        "afmt": _side(note_type, "back"),
        "bqfmt": "",
        "bafmt": "",
        "did": None,
        "bfont": "",
        "bsize": 0,
    }


def _field(note_type: NoteType, order: int, name: str) -> dict[str, Any]:
    return {
        # Whoever renames a field keeps the id that its first name gave: by it the texts move along.
        "id": number("field", note_type.key, name),
        "name": name,
        "ord": order,
        "sticky": False,
        "rtl": False,
        "font": "Arial",
        "size": 20,
        "description": "",
        "plainText": False,
        "collapsed": False,
        "excludeFromSearch": False,
        "media": [],
    }
