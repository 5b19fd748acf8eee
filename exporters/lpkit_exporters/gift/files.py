"""The files of the export: questions by library or by pack, and the README."""

from collections.abc import Iterator

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.gift.entry import category_entry, choice_entry, essay_entry
from lpkit_exporters.items import gather
from lpkit_exporters.items.told import readme
from lpkit_exporters.moodle.bank import Bank, Section
from lpkit_exporters.moodle.names import Names


def gift_files(corpus: Corpus, selection: Selection, by_pack: bool) -> Iterator[Artifact]:
    """Give the questions, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        names = Names([library])
        for path, sections in Bank(library).files(by_pack, ".gift.txt"):
            filled = [section for section in sections if section.items or section.evaluation]
            made[path] = sum(len(section.items) + bool(section.evaluation) for section in filled)
            yield Artifact(path, "".join(entry for section in filled for entry in _entries(section, names)).encode())
    yield readme("lpkit_exporters.gift", corpus, made)


def _entries(section: Section, names: Names) -> Iterator[str]:
    yield category_entry(section.path)
    if section.evaluation:
        yield essay_entry(section.evaluation, names)
    for item in section.items:
        yield choice_entry(item, names)
