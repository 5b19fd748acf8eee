"""Operators on ids and on what refers to them."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lpkit.diagnostic import Edit
from mutation.clean import CANDIDATES, At, Clean
from mutation.document import Document
from mutation.registry import Change, operator


def _lists(clean: Clean) -> Iterator[tuple[Document, At]]:
    """Give the lists whose entries have ids."""
    for at in (CANDIDATES, ("fix_its",), ("questions",)):
        yield clean.pack, at
    for name in ("principles", "levels", "verdicts", "rubrics", "markers"):
        yield clean.library, (name,)
    for number, _ in enumerate(clean.library.data["rubrics"]):
        yield clean.library, ("rubrics", number, "dimensions")


@operator("LP101")
def pack_id_changed(clean: Clean) -> Iterator[Change]:
    """A pack with another id than its file."""
    name = clean.pack[("id",)]
    for wrong in (name + "s", name.replace("-", "_"), name[:-1], "x"):
        yield Change(clean.pack, ("id",), (clean.pack.put(("id",), wrong),))


@operator("LP102")
def id_taken_from_another(clean: Clean) -> Iterator[Change]:
    """An entry with the id of an earlier one in its list."""
    for document, at in _lists(clean):
        names = [entry["id"] for entry in document[at]]
        for later in range(1, len(names)):
            for earlier in {0, later - 1}:
                place = (*at, later, "id")
                yield Change(document, place, (document.put(place, names[earlier]),))


@operator("LP102")
def entry_copied(clean: Clean) -> Iterator[Change]:
    """An entry that was copied and left as it is."""
    for document, at in _lists(clean):
        for number, _ in enumerate(document[at]):
            here = (*at, number)
            yield Change(document, (*at, number + 1, "id"), (document.add_after(here, document.copied(here)),))


@operator("LP103")
def pack_copied_to_another_folder(clean: Clean) -> Iterator[Change]:
    """Two packs with the same id."""
    copy = f"zz-copies/{PurePosixPath(clean.pack.name).name}"
    yield Change(clean.pack, ("id",), (), beside=(copy, clean.pack.text), found_in=copy, here=False)


@operator("LP105")
def library_gone(clean: Clean) -> Iterator[Change]:
    """A pack without a library."""
    yield Change(clean.pack, ("id",), (), without_library=True, here=False)


@operator("LP106")
def retired_id_in_use(clean: Clean) -> Iterator[Change]:
    """An id in the list of the retired that is still in use."""
    retired = clean.pack[("retired",)] or []
    for at in (CANDIDATES, ("fix_its",), ("questions",)):
        for _, entry in clean.entries(*at):
            record = {"id": entry["id"], "reason": "Too easy."}
            added = (
                clean.pack.add_entry(("retired",), record) if retired else clean.pack.add_key((), "retired", [record])
            )
            yield Change(clean.pack, ("retired", len(retired), "id"), (added,))


@operator("LP104")
def successor_unknown(clean: Clean) -> Iterator[Change]:
    """A retired id that is replaced by nothing there is."""
    if clean.pack[("retired",)] is None:
        record = {"id": "gone", "reason": "Too easy.", "replaced_by": "nowhere"}
        yield Change(clean.pack, ("retired", 0, "replaced_by"), (clean.pack.add_key((), "retired", [record]),))


def _misspelt(document: Document, at: At) -> Change:
    return Change(document, at, (document.put(at, document[at] + "x"),))


@operator("LP104")
def library_reference_misspelt(clean: Clean) -> Iterator[Change]:
    """A principle, level, rubric, verdict or marker that the library does not have."""
    yield _misspelt(clean.pack, ("principle",))
    yield _misspelt(clean.pack, ("level",))
    if isinstance(clean.pack[("evaluate", "rubric")], str):
        yield _misspelt(clean.pack, ("evaluate", "rubric"))
    for at, _ in clean.candidates():
        yield _misspelt(clean.pack, (*at, "verdict"))
    for _, _, at, _ in clean.auto_fails():
        yield _misspelt(clean.pack, (*at, "marker"))


@operator("LP104")
def candidate_misspelt(clean: Clean) -> Iterator[Change]:
    """A candidate that the pack does not have."""
    for name in ("fix_its", "calibration"):
        for at, _ in clean.entries(*(("evaluate", name) if name == "calibration" else (name,))):
            yield _misspelt(clean.pack, (*at, "candidate"))
    yield _misspelt(clean.pack, ("model_answer", "candidate"))


@operator("LP104")
def candidate_renamed(clean: Clean) -> Iterator[Change]:
    """A candidate whose id was changed in one place only."""
    pack = clean.pack
    places = [(*at, "candidate") for name in ("fix_its",) for at, _ in clean.entries(name)]
    places += [(*at, "candidate") for at, _ in clean.entries("evaluate", "calibration")]
    places.append(("model_answer", "candidate"))
    for at, candidate in clean.candidates():
        mine = [place for place in places if pack[place] == candidate["id"]]
        if mine:
            change = (pack.put((*at, "id"), "renamed"),)
            yield Change(pack, mine[0], change, tuple(mine[1:]), here=False)


@operator("LP104")
def dimension_misspelt(clean: Clean) -> Iterator[Change]:
    """A dimension that the rubric does not have."""
    for number, _ in enumerate(clean.pack[("evaluate", "score_first")]):
        yield _misspelt(clean.pack, ("evaluate", "score_first", number))
    for at, candidate in clean.candidates():
        for name in candidate["scores"]:
            edit = clean.pack.rename((*at, "scores", name), name + "x")
            yield Change(clean.pack, (*at, "scores", name + "x"), (edit,))


@operator("LP104")
def marker_points_nowhere(clean: Clean) -> Iterator[Change]:
    """A marker with a dimension or a verdict that is not there."""
    for number, _ in enumerate(clean.library.data["markers"]):
        yield _misspelt(clean.library, ("markers", number, "dimension"))
        yield _misspelt(clean.library, ("markers", number, "verdict"))


@operator("LP104")
def score_for_unknown_dimension(clean: Clean) -> Iterator[Change]:
    """A score for a dimension that no rubric has."""
    for at, _ in clean.candidates():
        edit: Edit = clean.pack.add_key((*at, "scores"), "charisma", 5)
        yield Change(clean.pack, (*at, "scores", "charisma"), (edit,))
