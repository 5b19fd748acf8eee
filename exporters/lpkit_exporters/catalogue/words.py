"""Words of the interface in the language of a library: English ones in place, others from a catalogue of gettext."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from pathlib import Path

LOCALES = Path(str(files("lpkit_exporters.catalogue"))) / "locales"
"""The folder of the catalogues, as gettext has it: `<language>/LC_MESSAGES/lpkit.mo`."""

SOURCE = "en"
"""The language of the messages themselves, which needs no catalogue."""

_FILE = ("LC_MESSAGES", "lpkit.mo")
_MOST = 200
"""Numbers that are tried for one that has a form: no language counts past a hundred in another way."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a language by its tag. Places in messages are `%(name)s`, a sign of per cent is doubled."""

    language: str = SOURCE
    translations: NullTranslations = field(default_factory=NullTranslations)

    def gettext(self, message: str, **values: object) -> str:
        """Give a message with its places filled."""
        return self.translations.gettext(message) % values

    def ngettext(self, one: str, many: str, num: int, **values: object) -> str:
        """Give the form of a message that a number asks for; `%(num)s` is that number."""
        return self.translations.ngettext(one, many, num) % {"num": num, **values}

    def said(self, message: str) -> str:
        """Give a message as it stands in the catalogue, for scripts, whose places are `{name}`."""
        return self.translations.gettext(message)

    def forms(self, one: str, many: str) -> list[str]:
        """Give the forms of a message that counts, in the order of `samples`."""
        return [self.translations.ngettext(one, many, number) for number in self.samples()]

    def samples(self) -> list[int]:
        """Give for each form of the language a number that has it.

        Which form another number has, browsers know: that of the sample with the same plural category.
        """
        return _samples(self.translations)

    def fits(self, language: str) -> bool:
        """Tell whether content of a language is in the same one as the words, whatever its region and script."""
        return _base(language) == _base(self.language)


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The catalogues of a folder; `forced` is the language of all words, whatever that of the content."""

    folder: Path = LOCALES
    forced: str | None = None

    def languages(self) -> list[str]:
        """Give the tags of all languages that there are words in."""
        return sorted([SOURCE, *(_tag(name) for name in _names(self.folder))])

    def translations(self) -> tuple[Words, ...]:
        """Give the words of every language but English."""
        return tuple(_words(self.folder, tag) for tag in self.languages() if tag != SOURCE)

    def words(self, language: str) -> Words:
        """Give the words for content of a language: of it, of the language without its region, or English ones."""
        return _words(self.folder, self.forced or language)


CATALOGUES = Catalogues()
"""Those that come with lpkit."""


@cache
def _names(folder: Path) -> tuple[str, ...]:
    """Give the names of the folders that hold a catalogue."""
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath(*_FILE).is_file()))


@cache
def _words(folder: Path, language: str) -> Words:
    known = {_tag(name).lower(): name for name in _names(folder)}
    for tag in _shorter(language.lower()):
        if tag == SOURCE:
            break
        if tag in known:
            with folder.joinpath(known[tag], *_FILE).open("rb") as file:
                return Words(_tag(known[tag]), GNUTranslations(file))
    return _english()


@cache
def _english() -> Words:
    return Words()


def _shorter(tag: str) -> Iterator[str]:
    """Give a tag, then without its last part, to its first one."""
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        yield "-".join(parts[:count])


@cache
def _samples(translations: NullTranslations) -> list[int]:
    if not isinstance(translations, GNUTranslations):
        return [1, 2]
    form = translations.plural  # type: ignore[attr-defined]
    found = {form(number): number for number in reversed(range(_MOST))}
    return [found[place] for place in sorted(found)]


def _tag(name: str) -> str:
    """Give the tag of a language as pages name it: `pt_BR` is `pt-BR`."""
    return name.replace("_", "-")


def _base(language: str) -> str:
    return language.lower().split("-")[0]
