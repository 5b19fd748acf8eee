"""Files of the desk, and those beside them, for a question about one."""

from pathlib import Path

from lpkit import diagnostic as own
from lpkit.checking.mending import checker
from lpkit.corpus.discover import LIBRARY_FILE, meant_as_yaml
from lpkit.editing.fixing import mend
from lpkit.language_server.desk import Desk
from lpkit.language_server.reading import Asked, Shelved
from lpkit.language_server.sessions import file_of_library
from lpkit.rule import hiding
from lpkit.rules import all_rules
from lpkit.source import Source


def shelved(desk: Desk, file: Path) -> Shelved | None:
    """Give a file that is open."""
    found = desk.documents.get(file)
    return Shelved(file, found.source, desk.encoding, found.version) if found else None


def asked_of(desk: Desk, file: Path) -> Asked | None:
    """Give a file that is open with its library, as the editor or else the disk has it."""
    mine = shelved(desk, file)
    library = file if file.name == LIBRARY_FILE else file_of_library(file)
    if mine is None or library is None:
        return Asked(mine, None) if mine else None
    source = desk.work_of(file).session.source(library, _texts(desk, [library, file]))
    return Asked(mine, Shelved(library, source, desk.encoding))


def neighbours(desk: Desk, file: Path) -> list[Shelved]:
    """Give all files that are checked together with one."""
    work = desk.work_of(file)
    files = [each for each in sorted({*work.listed, file}) if meant_as_yaml(each.name)]
    texts = _texts(desk, files)
    return [Shelved(each, work.session.source(each, texts), desk.encoding) for each in files]


def faults(desk: Desk, file: Path) -> list[own.Diagnostic]:
    """Give the faults of a file that is open; none where those that are known tell of an older text."""
    work, document = desk.work_of(file), desk.documents.get(file)
    current = document is not None and work.versions.get(file) == document.version
    return work.faults.get(file, []) if current else []


def mended(desk: Desk, file: Path) -> str | None:
    """Give the text of a file with all safe fixes, each proven; None where none are. Runs in the desk's thread."""
    document = desk.documents[file]
    project = desk.work_of(file).session.project_of(file, _texts(desk, list(desk.documents)))
    if project is None:
        return None
    sources = {document.source.name: document.source}
    return mend(sources, checker(project), False, hiding(all_rules())).texts.get(document.source.name)


def _texts(desk: Desk, files: list[Path]) -> dict[Path, Source]:
    return {file: desk.documents[file].source for file in files if file in desk.documents}
