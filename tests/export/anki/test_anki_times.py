"""A note is newer when something on it changed, and only then: hashes of the lock against what notes say."""

import re

import pytest

from fields import FIELDS, ORIGINAL, with_change
from lpkit.export import Corpus
from lpkit.publishing.presence import pack_presences
from lpkit_exporters.anki.losses import losses
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.page import pages
from lpkit_exporters.anki.times import own_fields
from lpkit_exporters.catalogue.words import Catalogues

Key = tuple[str, str]
CHANGES = [(field, at) for field, places in FIELDS.items() for at in places if at[-1] != "id"]
"""All but ids: with another id it is another item."""
COARSE = {
    "evaluate.candidates.answer": "a card shows the sentence of a quote, its hash covers the neighbours too",
    "evaluate.candidates.auto_fails.quote": "a quote of another marker may lie in that sentence",
}
"""Fields after whose change a note may be newer though it shows nothing new, with the reason."""
UNSHOWN = {loss.field for shelf in ORIGINAL.shelves for loss in losses(shelf) if "nothing here shows it" in loss.reason}
"""Fields by which the format grew and that cards do not show yet: other front ends may, and ask the same lock."""


def _said(corpus: Corpus) -> dict[Key, object]:
    """Give what each note says, by its line in the lock.

    Words of the interface are no content: in another language they make no note newer. Here they are English ones.
    """
    found: dict[Key, object] = {}
    for note in notes(pages(corpus.shelves[0], Catalogues(forced="en"))[0]):
        _, pack, kind, *ids = note.path
        said = {name: re.sub(r"</?bdi[^>]*>", "", text) for name, text in note.fields.items()}
        found[kind, "/".join((pack, *ids))] = (own_fields(kind, said), _own_tags(note.tags))
    return found


def _own_tags(tags: tuple[str, ...]) -> list[str]:
    """Give the tags that tell something of the note itself, not of its pack."""
    return [tag for tag in tags if tag.split("::")[1] not in ("tag", "principle", "level", "pack")]


def _hashes(corpus: Corpus) -> dict[Key, str]:
    shelf = corpus.shelves[0]
    found = {(key.kind, key.path): content for _, key, content, _ in pack_presences(shelf.library, shelf.packs[0])}
    return {key: content for key, content in found.items() if key in _SAID}


_SAID = _said(ORIGINAL)
_HASHES = _hashes(ORIGINAL)


def test_every_note_has_a_line() -> None:
    assert _SAID.keys() == _HASHES.keys()


@pytest.mark.parametrize("field", sorted({field for field, _ in CHANGES}))
def test_hashes_follow_what_notes_say(field: str) -> None:
    for changed in [with_change(at) for name, at in CHANGES if name == field]:
        said, hashes = _said(changed), _hashes(changed)
        other = {key for key in _SAID.keys() & said.keys() if said[key] != _SAID[key]}
        newer = {key for key in _HASHES.keys() & hashes.keys() if hashes[key] != _HASHES[key]}
        assert other <= newer, "a correction that would never arrive"
        assert field in COARSE or field in UNSHOWN or newer <= other, "a note that would overwrite what a learner wrote"
