"""Notes of those who judged, each at the candidate whom it is about."""

import re

from lpkit.importing import NotesDraft
from lpkit.model.types import MAX_TEXT
from lpkit_importers.page_format.cast import People
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.sections import Section, candidate_named

_LETTER = re.compile(r"([A-H])\s?[:–—-]\s+(?=\S)")
"""A candidate by a letter alone, before what is noted on them."""


def read_notes(section: Section, own: bool, people: People, reading: Reading) -> None:
    """Read notes: on whom they are, their place tells, or a name within them; else that is left open."""
    whose = section.candidate if own else ""
    waiting = whose
    for block in section.blocks:
        named, rest = candidate_named(block.text)
        if not named and (found := _LETTER.match(block.text)) and found[1].lower() in people.places:
            named, rest = found[1].lower(), block.text[found.end() :]
        if named and not rest:
            waiting = named
            reading.label(block)
            continue
        about = named or waiting
        apart = bool(named) and block.text[: len(block.text) - len(rest)].rstrip().endswith((":", "-", "–", "—"))
        text = rest.lstrip("-–—: ") if apart else block.prose
        texts = people.meet(about, block.place) if about in people.places else {}
        if len(texts.get("notes", "")) > MAX_TEXT:
            continue
        if about in people.places:
            texts["notes"] = f"{texts['notes']}\n\n{text}" if "notes" in texts else text
        else:
            people.notes.append(NotesDraft(block.prose, block.place))
        reading.place(block, *([text] if apart else []))
