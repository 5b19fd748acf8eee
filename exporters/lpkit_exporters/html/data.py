"""What scripts read: the JSON bundle without the texts that the page itself shows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from lpkit.export import fixed_places
from lpkit_exporters.bundle.index_model import LibraryEntry, PackEntry
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.html.judging import sentences
from lpkit_exporters.html.package_files import escaped
from lpkit_exporters.html.packing import packed

_MARKER: dict[str, Any] = {**dict.fromkeys(("id", "title", "cap"), True), "dimension": {"id"}, "verdict": {"id"}}

_PACK: dict[str, Any] = {
    "id": True,
    "formerly": True,
    "library": {"id", "language"},
    "principle": {"id"},
    "speaking": True,
    "model_answer": {"requires"},
    "hash": True,
    "verdicts": True,
    "test": True,
    "evaluate": {
        "minutes": True,
        "score_first": {"__all__": {"id"}},
        "rubric": {"weight": True, "dimensions": {"__all__": {"id", "title", "weight", "expects"}}},
        "candidates": {
            "__all__": {
                **dict.fromkeys(("id", "scores", "total", "verdict"), True),
                "auto_fails": {"__all__": {"quote": True, "marker": _MARKER}},
            }
        },
        "calibration": {"__all__": {"candidate", "above"}},
    },
    "questions": {
        "__all__": {
            **dict.fromkeys(("id", "formerly", "pool", "difficulty"), True),
            "options": {"__all__": {"id", "formerly", "correct"}},
        }
    },
}
"""The fields of a pack's file, by the names that the bundle gives them."""

_LISTED: dict[str, Any] = {"id": True, "title": True, "questions": True, "level": {"id", "title"}, "principle": {"id"}}
"""The fields of a pattern in lists."""


def pack_data(pack: PackFile) -> Markup:
    """Give what the modes of a pack need: ids, figures, and which option is right or keeps its place.

    The options stand in the order in which they are first shown.
    """
    data = pack.model_dump(mode="json", by_alias=True, include=_PACK, exclude_defaults=True)
    for question, entry in zip(data["questions"], pack.questions, strict=True):
        fixed = fixed_places(entry, pack.library.language)
        named = {option["id"]: _option(option, place in fixed) for place, option in enumerate(question["options"])}
        question["options"] = [named[name] for name in entry.shuffled]
    for candidate, scored in zip(data["evaluate"]["candidates"], pack.evaluate.candidates, strict=True):
        candidate["sentences"] = sentences(scored, pack.fix_its)
    return _block(data)


def _option(option: dict[str, Any], fixed: bool) -> dict[str, Any]:
    """Give what is so of an option; what it was called before is short, since it stands eighty times on a page."""
    known = {"id": option["id"], "was": " ".join(option.get("formerly", ())), "correct": option.get("correct")}
    return {name: value for name, value in {**known, "fixed": fixed}.items() if value}


def library_data(
    library: LibraryEntry, entries: Sequence[PackEntry], packs: Mapping[str, PackFile], prompts: bool = False
) -> Markup:
    """Give patterns of a library for lists: with `prompts`, which pages show themselves, and what `packs` ask, by path.

    Where these are not all, it says how many there are.
    """
    data = library.model_dump(mode="json", by_alias=True, include={"id": True, "test": True})
    wanted = {**_LISTED, "prompt": prompts}
    data["packs"] = [
        {**entry.model_dump(mode="json", by_alias=True, include=wanted), **_exercises(packs.get(entry.path))}
        for entry in entries
    ]
    if len(entries) < len(library.packs):
        data["count"] = len(library.packs)
    return _block(data)


def _exercises(pack: PackFile | None) -> dict[str, str]:
    """Give the ids of what a pack asks, in a text each: a script has a thousand packs."""
    if pack is None:
        return {}
    return {
        "practice": " ".join(question.id for question in pack.questions if question.pool == "practice"),
        "fixits": " ".join(entry.id for entry in pack.fix_its),
        "answers": " ".join(candidate.id for candidate in pack.evaluate.candidates),
        "tested": " ".join(question.id for question in pack.questions if question.pool == "test"),
    }


def renamed(packs: Iterable[PackFile]) -> dict[str, str]:
    """Give the present names of packs by their former ones, with the library before both."""
    names = {f"{pack.library.id}/{pack.id}": pack.model_dump(include={"formerly"}) for pack in packs}
    return {f"{now.partition('/')[0]}/{was}": now for now, known in names.items() for was in known.get("formerly", ())}


def markers_data(library: LibraryEntry) -> Markup:
    """Give what finds the markers of a library, what they are called, and what they cap."""
    wanted: dict[str, Any] = {"id": True, "markers": {"__all__": {"title": True, **_MARKER}}, "spotting": True}
    data = library.model_dump(mode="json", by_alias=True, include=wanted)
    return _block({**data, "spotting": packed(data["spotting"])})


def _block(data: dict[str, Any]) -> Markup:
    return Markup(escaped(json.dumps(data, ensure_ascii=False, separators=(",", ":"))))
