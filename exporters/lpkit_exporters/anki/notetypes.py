"""The five note types: their fields, frozen at 1.0, and their JSON in Anki's schema 11.

An import that meets a note type with the same id and the same fields updates its templates. A field more
or fewer makes Anki refuse the update and add a second type beside the first, so the lists hold all that
a pack can say and two spare fields. A later field means a new note type.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any, NamedTuple

from lpkit_exporters.anki.identity import number
from lpkit_exporters.anki.labels import label_style, labelled, outcomes
from lpkit_exporters.bundle.direction import RIGHT_TO_LEFT
from lpkit_exporters.catalogue.words import Words

TEMPLATES_CHANGED = 1_795_939_200
"""Seconds since 1970 of the last change to a template or the style: raise it with each, for an import takes
a note type only where it is newer."""

LABELS_CHANGED = TEMPLATES_CHANGED + 1
"""The same for templates with the labels of all languages, which follow from the catalogues too: always later than
those with English ones alone, which would take the others away from whoever has cards in several languages."""

_IN_SCRIPT = frozenset(f"{language}-Arab" for language in ("az", "ha", "kk", "ku", "ms", "pa", "uz")) | {"ff-Adlm"}
"""Languages that are written from the left as well, in scripts that are not."""

COMMON = ("Pattern", "Principle", "Level", "Language", "Source", "Id", "Retired", "Spare 1", "Spare 2")

MOST_DIMENSIONS = 8
"""Dimensions of a rubric that have a card: templates are frozen, so there are as many for every library."""


class Face(NamedTuple):
    """A card that a note type makes: its name, the files of its two sides, and the field without which it is none."""

    name: str
    files: str
    gate: str
    place: str = ""
    """Its place among those of one kind, from 1; empty where there is one."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type with the cards that it makes."""

    key: str
    name: str
    id: int
    own_fields: tuple[str, ...]
    dimensions: int = 0
    """How many more cards it makes, each where the field `Dimension N` says something."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Give the names of all fields in their order."""
        return (*self.own_fields, *COMMON)

    @property
    def faces(self) -> tuple[Face, ...]:
        """Give the cards in their order."""
        first = Face(self.name.removeprefix("lpkit "), self.key, self.own_fields[0])
        places = map(str, range(1, self.dimensions + 1))
        return (first, *(Face(f"Dimension {place}", "dimension", f"Dimension {place}", place) for place in places))


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
        "Key step",
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
    ("Before", "Prompt", "Figures", "Before marked", "After marked", "Title", "Why", "More on why", "Candidate"),
)
AUTO_FAIL = NoteType(
    "auto_fail",
    "lpkit Auto-fail",
    1_767_225_600_103,
    ("Sentence", "Prompt", "Sentence marked", "Marker", "Why here", "Why", "Effect", "Phrases", "Candidate"),
)
SCORE = NoteType(
    "score",
    "lpkit Score",
    1_767_225_600_104,
    (
        "Answer",
        "Prompt",
        "Setting",
        "Time",
        "Candidate",
        "Words",
        "Bands",
        "Right band",
        "Total",
        "Verdict",
        "Auto-fails",
        "Notes",
        "More notes",
        "Delivery",
        "Probes",
        "Scores",
        "Calibration",
        "Rubric",
        *(
            f"{name} {place}"
            for place in range(1, MOST_DIMENSIONS + 1)
            for name in ("Dimension", "Looks for", "Bands", "Right band", "Points", "Reason")
        ),
    ),
    MOST_DIMENSIONS,
)
RECALL = NoteType(
    "recall",
    "lpkit Recall",
    1_767_225_600_106,
    ("Question", "Topic", "Title", "Answer", "More"),
)
NOTE_TYPES = (RECALL, AUTO_FAIL, FIX_IT, QUESTION, SCORE)


def _resource(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _style(others: tuple[Words, ...]) -> str:
    """Give the style sheet, with the languages that are written from the right."""
    written = ", ".join(f":lang({language})" for language in sorted(RIGHT_TO_LEFT | _IN_SCRIPT))
    style = Template(_resource("style.css")).substitute(right_to_left=f".lp:is({written})")
    return style + label_style(style, others)


def _script(others: tuple[Words, ...]) -> str:
    """Give the script of cards; with English words alone it needs no others to choose from."""
    translated = Template(_resource("said_translated.js")).substitute(words=outcomes(others))
    said = translated if others else _resource("said.js")
    return Template(_resource("card.js")).safe_substitute(said=said.rstrip("\n")).strip()


def _side(face: Face, side: str, others: tuple[Words, ...]) -> str:
    """Give one side of a card: what is asked or told, within what all cards have around them, or what retired it.

    Anki makes a card where its front shows a field. The front of a dimension therefore shows none where its gate is
    empty, not even the reason of a retired note: that would be eight cards more.
    """
    body = Template(labelled(_resource(f"{face.files}_{side}.html"), others))
    n = f" {face.place}" if face.place else ""
    live = body.safe_substitute(script=_script(others), n=n).strip()
    around = Template(_resource(f"{side}.html"))
    if not face.place:
        whole = Template(labelled(_resource("retired.html"), others)).substitute(body=live).strip()
        return around.substitute(body=whole, card="0")
    shown = around.substitute(body=live, card=face.place).strip()
    gone = labelled(_resource("gone.html"), others).strip()
    return f"{{{{#{face.gate}}}}}{shown}{{{{/{face.gate}}}}}{{{{^{face.gate}}}}}{gone}{{{{/{face.gate}}}}}\n"


@cache
def note_type_json(others: tuple[Words, ...] = ()) -> dict[str, dict[str, Any]]:
    """Give the note types as the column `models` holds them, by id; `others` are the words beside the English ones."""
    return {str(note_type.id): _model(note_type, others) for note_type in NOTE_TYPES}


def _model(note_type: NoteType, others: tuple[Words, ...]) -> dict[str, Any]:
    return {
        "id": note_type.id,
        "name": note_type.name,
        "type": 0,
        "mod": LABELS_CHANGED if others else TEMPLATES_CHANGED,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [_template(note_type, order, face, others) for order, face in enumerate(note_type.faces)],
        "flds": [_field(note_type, order, name) for order, name in enumerate(note_type.fields)],
        "css": _style(others),
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "req": [[order, "any", [note_type.fields.index(face.gate)]] for order, face in enumerate(note_type.faces)],
        "tags": [],
        "vers": [],
    }


def _template(note_type: NoteType, order: int, face: Face, others: tuple[Words, ...]) -> dict[str, Any]:
    return {
        "id": number("template", note_type.key, f"card{face.place}"),
        "name": face.name,
        "ord": order,
        "qfmt": _side(face, "front", others),
        "afmt": _side(face, "back", others),
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
