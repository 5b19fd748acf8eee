"""The files of the export: question banks by library or by pack, and the README."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import gather
from lpkit_exporters.items.told import readme
from lpkit_exporters.items.xml import long_document
from lpkit_exporters.moodle.bank import Bank, Section
from lpkit_exporters.moodle.names import Names
from lpkit_exporters.moodle.question import category, essay, multichoice


def moodle_files(corpus: Corpus, selection: Selection, by_pack: bool) -> Iterator[Artifact]:
    """Give the question banks, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        names = Names([library])
        for path, sections in Bank(library).files(by_pack, ".xml"):
            bank = list(sections)
            made[path] = sum(len(section.items) + bool(section.evaluation) for section in bank)
            questions = (question for section in bank for question in _questions(section, names))
            yield Artifact(path, long_document("quiz", questions))
    yield readme("lpkit_exporters.moodle", corpus, made)


def _questions(section: Section, names: Names) -> Iterator[Element]:
    yield category(section.path, section.info)
    if section.evaluation:
        yield essay(section.evaluation, names)
    for item in section.items:
        yield multichoice(item, names)
