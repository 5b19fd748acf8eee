"""What formats of items cannot hold: declared field by field, as a table that each format makes of the common one."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from lpkit.export import Loss, Shelf, unshown
from lpkit.model import Pack
from lpkit.model.types import Entry
from lpkit_exporters.bundle.printable import UNPRINTABLE

_TEACHING = "teaching texts answer no question: they are on the pages of the site"
COMMON: Mapping[str, str] = {
    "library.language": "what is asked about scores is in English, and no item tells its language",
    "library.test": "the system draws its own tests, and says no pattern is strong",
    "library.speaking": "an item does not tell how long an answer takes to say",
    "library.retired": "an import deletes nothing; --changed-since lists what is gone",
    "library.markers.phrases": "an item has the marker and the words that show it, not what else would",
    "retired": "an import deletes nothing; --changed-since lists what is gone",
    "concepts": _TEACHING,
    "coaching": _TEACHING,
    "fix_its": "a rewrite is no choice, and nothing here compares texts",
    "evaluate.score_first": "all dimensions are asked for, and nothing keeps one from being looked at first",
    "evaluate.calibration": "an item does not know what else the reader scored",
    "evaluate.candidates.probes": "follow-up questions are on the pages of the site",
}
"""What no format of items holds, with the reason: of these a format takes away what it holds, and adds its own."""

ANSWERS_SHOWN = frozenset(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "reasons"))
"""Keys of scored answers that items hold, of those by which the format of packs grew."""

_TEXTS_OF_LIBRARY = ("title", "principles", "levels", "verdicts", "rubrics", "markers")
_TEXTS_OF_PACK = ("title", "prompt", "concepts", "evaluate", "fix_its", "coaching", "model_answer")

_REPLACED = "control characters, which no file of this format holds, become �"


def item_losses(shelf: Shelf, lost: Mapping[str, str], shown: Collection[str] = ()) -> Iterator[Loss]:
    """Give the losses of a library and of those of its packs that have the field.

    `lost` names fields, those of the library as `library.…`, with reasons; `shown` what a format holds of the keys by
    which the format of packs grew.
    """
    for field, reason in lost.items():
        if field.startswith("library."):
            yield Loss(shelf.library.id, field, reason)
    for name in _TEXTS_OF_LIBRARY:
        if _has_unprintable(getattr(shelf.library, name)):
            yield Loss(shelf.library.id, f"library.{name}", _REPLACED)
    for pack in shelf.packs:
        for field, reason in lost.items():
            if not field.startswith("library.") and _has(pack, field.split(".")):
                yield Loss(pack.id, field, reason)
        yield from _replaced(pack, lost)
    yield from unshown(shelf, {*shown, *lost})


def _has(value: Any, path: list[str]) -> bool:
    """Tell whether a field is given, in any entry where it is one of a list."""
    if isinstance(value, list | dict):
        return any(_has(entry, path) for entry in (value.values() if isinstance(value, dict) else value))
    if not path:
        return bool(value)
    return isinstance(value, Entry) and _has(getattr(value, path[0], None), path[1:])


def _replaced(pack: Pack, lost: Collection[str]) -> Iterator[Loss]:
    for question in pack.questions:
        if _has_unprintable(question):
            yield Loss(pack.id, "questions", _REPLACED, question.id)
    for name in _TEXTS_OF_PACK:
        if name not in lost and _has_unprintable(getattr(pack, name)):
            yield Loss(pack.id, name, _REPLACED)


def _has_unprintable(value: Any) -> bool:
    """Tell whether any text of an entry, or of those in a list of them, has a character that no file holds."""
    if isinstance(value, str):
        return UNPRINTABLE.search(value.replace("\r\n", "\n")) is not None
    if isinstance(value, list | dict):
        return any(map(_has_unprintable, value.values() if isinstance(value, dict) else value))
    return isinstance(value, Entry) and any(_has_unprintable(part) for _, part in value)
