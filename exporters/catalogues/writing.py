"""The files of the catalogues: what they should be, and what is wrong with those that are there."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from extraction import DOMAIN, EXPORTERS, template
from lpkit_exporters.catalogue.words import LOCALES

PLACE = re.compile(r"%\((\w+)\)s|\{\{([\w -]+)\}\}|\{(\w+)\}")
"""Where a value stands in a message."""
MARKUP = re.compile(r"<[^>]*>")

_POT = LOCALES / f"{DOMAIN}.pot"
_UNSTEADY = tuple(
    f'"{name}:'
    for name in (
        *("POT-Creation-Date", "PO-Revision-Date", "Generated-By"),
        *("Last-Translator", "Language-Team", "Report-Msgid-Bugs-To"),
    )
)
"""Lines that only the clock and the version of a tool say; git knows who wrote what and when."""
_THEN = datetime(2026, 1, 1, tzinfo=UTC)


def catalogues() -> list[Path]:
    """Give the files with translations."""
    return sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def add(language: str) -> None:
    """Begin the catalogue of a language, by its name in gettext: `de`, `pt_BR`."""
    file = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    file.parent.mkdir(parents=True)
    name = Locale.parse(language).english_name
    comment = f"# {name} messages of lpkit's site and of its Anki cards."
    write(file, Catalog(language, domain=DOMAIN, project="lpkit", header_comment=comment, fuzzy=False))


def update() -> Iterator[str]:
    """Write all files; say of each catalogue how far it is."""
    for file, content in expected().items():
        if not file.is_file() or not _is_same(file.read_bytes(), content):
            file.write_bytes(content)
    for file in catalogues():
        found = list(faults(file))
        yield f"{file.relative_to(EXPORTERS).as_posix()}: {len(found)} to do"
        yield from (f"  {line}" for line in found)


def stale() -> Iterator[str]:
    """Name what is out of date, and what is not as it should be in a translation."""
    for file, content in expected().items():
        if not file.is_file() or not _is_same(file.read_bytes(), content):
            yield f"{file.relative_to(EXPORTERS).as_posix()} is out of date: python exporters/catalogues/update.py"
    for file in catalogues():
        yield from (f"{file.relative_to(EXPORTERS).as_posix()}: {line}" for line in faults(file))


def _is_same(content: bytes, other: bytes) -> bool:
    """Compare files; of what programs read the messages alone, since its header names the version of Babel."""
    if content == other:
        return True
    compared = (content, other)
    if not all(map(_is_compiled, compared)):
        return False
    first, second = (
        [(one.context, one.id, one.string) for one in read_mo(BytesIO(each)) if one.id] for each in compared
    )
    return first == second


def _is_compiled(content: bytes) -> bool:
    return content[:4] == 0x950412DE.to_bytes(4, "little")


def expected(translated: Iterable[Path] | None = None) -> dict[Path, bytes]:
    """Give what the files should be: the template, and for each language the catalogue and what programs read of it."""
    known = template()
    files = {_POT: _po(known)}
    for file in catalogues() if translated is None else translated:
        catalogue = read(file.read_bytes(), file)
        # A message in other words is another message: a guess at it would be shown to learners.
        catalogue.update(known, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        files[file] = _po(catalogue)
        files[file.with_suffix(".mo")] = compiled(catalogue)
    return files


def faults(file: Path) -> Iterator[str]:
    """Name the messages that are not translated, or whose translation has other places or other markup."""
    for message in read(file.read_bytes(), file):
        sources, targets = _texts(message.id), _texts(message.string or "")
        if message.id and (not all(targets) or message.fuzzy):
            yield f"not translated: {sources[0]}"
        elif message.id:
            known = list(map(_signs, sources))
            yield from (
                f"other places or markup than in the message: {said}" for said in targets if _signs(said) not in known
            )


def _signs(text: str) -> frozenset[str]:
    """Give places and markup; a form for one may go without the number."""
    places = ("".join(found) for found in PLACE.findall(text))
    return frozenset((*places, *MARKUP.findall(text))) - {"count", "num"}


def _texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def read(content: bytes, file: Path) -> Catalog:
    """Read a catalogue, whose file says the language."""
    return read_po(BytesIO(content), locale=file.parent.parent.name, domain=DOMAIN)


def write(file: Path, catalogue: Catalog) -> None:
    """Write a catalogue."""
    file.write_bytes(_po(catalogue))


def compiled(catalogue: Catalog) -> bytes:
    """Give what programs read of a catalogue."""
    content = BytesIO()
    catalogue.creation_date = catalogue.revision_date = _THEN
    write_mo(content, catalogue)
    return content.getvalue()


def _po(catalogue: Catalog) -> bytes:
    """Write a catalogue, with the one flag that helps a translator: where a sign of per cent means something."""
    content = BytesIO()
    for message in catalogue:
        in_python = any(place.endswith((".py", ".jinja")) and "%" in str(message.id) for place, _ in message.locations)
        message.flags = (message.flags & {"fuzzy"}) | ({"python-format"} if in_python else set())
    write_po(content, catalogue, width=110, sort_output=True, include_lineno=False)
    lines = content.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith(_UNSTEADY)).encode()
