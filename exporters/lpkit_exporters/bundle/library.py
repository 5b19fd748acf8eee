"""A library for front ends: its words resolved, and the list of its packs."""

from collections.abc import Iterator, Mapping

from lpkit.export import Shelf
from lpkit.model import Mix, Retired
from lpkit_exporters.bundle.dates import with_times
from lpkit_exporters.bundle.index_model import LibraryEntry, PackEntry, QuestionCounts, Reference
from lpkit_exporters.bundle.pack_model import PackFile, QuestionEntry
from lpkit_exporters.bundle.spotting import spotting_entry
from lpkit_exporters.bundle.vocabulary import Vocabulary


def library_entry(shelf: Shelf, files: Mapping[str, PackFile]) -> LibraryEntry:
    """Describe a library and list its packs, which are given by path."""
    library = shelf.library
    vocabulary = Vocabulary(library)
    markers = [vocabulary.marker(marker.id, patterns=True) for marker in library.markers]
    return LibraryEntry(
        id=library.id,
        title=library.title,
        language=library.language,
        principles=library.principles,
        levels=library.levels,
        verdicts=vocabulary.bands(),
        rubrics=library.rubrics,
        markers=with_times("marker", markers, shelf.times),
        spotting=spotting_entry(library),
        test=library.test,
        speaking=library.speaking,
        retired=[*library.retired, *_retired_packs(shelf)],
        packs=[_pack_entry(path, pack) for path, pack in files.items()],
        **LibraryEntry.pass_on(library),
    )


def _retired_packs(shelf: Shelf) -> Iterator[Retired]:
    """Give the packs that were published once and whose own file says that they are retired."""
    listed = {entry.id for entry in shelf.library.retired}
    for item in shelf.retired:
        if item.kind == "pack" and item.path not in listed:
            yield Retired(id=item.path, reason=item.reason or "The pattern is no longer part of the library.")


def _pack_entry(path: str, pack: PackFile) -> PackEntry:
    practice = [question for question in pack.questions if question.pool == "practice"]
    test = [question for question in pack.questions if question.pool == "test"]
    return PackEntry(
        id=pack.id,
        title=pack.title,
        principle=Reference(id=pack.principle.id, title=pack.principle.title),
        level=pack.level,
        prompt=pack.prompt,
        questions=QuestionCounts(practice=_mix(practice), test=_mix(test), total=len(pack.questions)),
        path=path,
        hash=pack.hash,
        changed_at=pack.changed_at,
    )


def _mix(questions: list[QuestionEntry]) -> Mix:
    difficulties = [question.difficulty for question in questions]
    return Mix(easy=difficulties.count("easy"), medium=difficulties.count("medium"), hard=difficulties.count("hard"))
