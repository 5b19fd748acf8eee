"""Files of other programs' formats, to be damaged: those that the tests of the importers read (`tests/importing`)."""

from functools import cache
from pathlib import Path
from random import Random

from fuzz import damage, samples
from importing.packed import packed
from importing.wild import CASES as WILD
from importing.wild import FILES as WILD_FILES

_FILES = samples.ROOT / "tests/importing/formats"
_PAGES = samples.ROOT / "tests/importing/pages"
_BOOKS = samples.ROOT / "tests/importing/workbooks"


@cache
def _cases() -> tuple[tuple[str, Path], ...]:
    pages = (("page", file) for file in sorted(_PAGES.iterdir()) if file.is_file())
    books = (("sheet", file) for file in sorted(_BOOKS.iterdir()))
    return (
        *((folder.name, file) for folder in sorted(_FILES.iterdir()) for file in sorted(folder.iterdir())),
        *pages,
        *books,
        *((case["format"], WILD_FILES / name) for name, case in WILD.items()),
    )


def foreign(chance: Random) -> tuple[str, bytes]:
    """Give the name of a format and a damaged file of it; of an archive mostly one of its members is damaged."""
    form, file = chance.choice(_cases())
    if file.is_dir() and chance.random() < 0.8:
        members = [member.relative_to(file).as_posix() for member in sorted(file.rglob("*")) if member.is_file()]
        name = chance.choice(members)
        return form, packed(file, {name: _damaged((file / name).read_bytes(), chance)})
    return form, _damaged(packed(file), chance)


def _damaged(content: bytes, chance: Random) -> bytes:
    kind = chance.random()
    if kind < 0.5:
        return damage.relined(content, chance)
    return damage.scratched(content, chance, samples.GIFT) if kind < 0.95 else damage.recoded(content, chance)
