"""Which files the site has, and what each page is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import Bundle, bundle
from lpkit_exporters.bundle.index_model import LibraryEntry
from lpkit_exporters.catalogue.words import SOURCE, Catalogues, Words
from lpkit_exporters.html.bundling import (
    BUNDLES,
    LATER,
    LATER_STYLES,
    PARTS,
    PRINT,
    counting_script,
    markers_script,
    page_bytes,
    patterns_script,
    script,
    style,
    style_of,
)
from lpkit_exporters.html.coverage import coverages
from lpkit_exporters.html.data import library_data, markers_data, renamed
from lpkit_exporters.html.links import SiteLinks
from lpkit_exporters.html.listing import CARDS, KNOWN_AT_ONCE, first_of_each, pages_of, shown_at_home
from lpkit_exporters.html.policy import site_policy
from lpkit_exporters.html.rendering import later_words, rendered, script_words
from lpkit_exporters.html.shelves import known_tallies, languages, neighbours, pack_values


def site(corpus: Corpus, catalogues: Catalogues) -> Iterator[Artifact]:
    """Render all pages: those of a library in its words, those of all in the words of the first one."""
    content = bundle(corpus)
    libraries = content.index.libraries
    for part in PARTS:
        yield Artifact(f"assets/{part}.css", style_of(part).encode())
    yield Artifact("assets/later.css", style(*LATER_STYLES).encode())
    yield Artifact(f"assets/{PRINT}", style(PRINT).encode())
    for name in BUNDLES:
        yield Artifact(f"assets/{name}.js", script(name).encode())
    first = libraries[0].language if libraries else SOURCE
    frame = _Frame(catalogues.words(first), languages(content))
    yield from _home(content, frame, first)
    for library in libraries:
        own = _Frame(catalogues.words(library.language), [library.language])
        yield from _principles(library, own)
    countings = {}
    for language, tallies in known_tallies(content):
        countings[language] = f"counting/{language}.js"
        yield Artifact(countings[language], counting_script(language, tallies).encode())
    yield from _words(content, catalogues)
    for library in libraries:
        own = _Frame(catalogues.words(library.language), [library.language])
        yield from _packs(content, library, own, countings.get(library.language, ""))
    values: dict[str, Any] = {"language": frame.words.language, "data": []}
    names = renamed(content.packs.values())
    yield frame.page(
        "stories.html.jinja", "stories/index.html", "stories", libraries=libraries, renamed=names, **values
    )
    counts = coverages(corpus, content)
    yield frame.page("coverage.html.jinja", "coverage/index.html", "home", coverages=counts, **values)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What pages share: their words, and the languages of their content."""

    words: Words
    languages: list[str]

    def page(self, template: str, path: str, part: str, *scripts: str, **values: Any) -> Artifact:
        """Render a page of a kind; `scripts` of data come before those that ask for them."""
        frame = {"links": SiteLinks("../" * path.count("/")), "policy": site_policy(), "single": False}
        said = script_words(self.words, _modules(PARTS[part]))
        later = f"words/{self.words.language}.js" if part in LATER and self.words.language != SOURCE else ""
        asked = _scripts(part, later, *scripts)
        html = rendered(template, self.words, self.languages, **frame, part=part, said=said, **asked, **values)
        return Artifact(path, page_bytes(html))


def _modules(bundles: Iterable[str]) -> tuple[str, ...]:
    return tuple(module for name in bundles for module in BUNDLES[name])


def _words(content: Bundle, catalogues: Catalogues) -> Iterator[Artifact]:
    """Give what the later scripts of patterns say, in a file for each language but English."""
    for words in dict.fromkeys(map(catalogues.words, languages(content))):
        if words.language != SOURCE:
            said = later_words(words, _modules(LATER["pack"]), _modules(PARTS["pack"]))
            yield Artifact(f"words/{words.language}.js", said.encode())


def _scripts(part: str, *data: str) -> dict[str, list[str]]:
    """Name the scripts of a kind of page, and those that come once it is there; these ask for the data before them."""
    now, later = ([f"assets/{name}.js" for name in names] for names in (PARTS[part], LATER.get(part, ())))
    return {"scripts": now, "later": [*filter(None, data), *later]}


def _home(content: Bundle, frame: _Frame, language: str) -> Iterator[Artifact]:
    """Give the home page; and where it does not show all patterns, scripts with all of them."""
    libraries = content.index.libraries
    first = first_of_each(libraries)
    shown = {library.id: shown_at_home(library, first) for library in libraries}
    at_once = None if first is None else KNOWN_AT_ONCE
    data = [library_data(library, shown[library.id][:at_once], content.packs) for library in libraries]
    rest = [] if first is None else [f"patterns/{library.id}.js" for library in libraries]
    values: dict[str, Any] = {"libraries": libraries, "shown": shown, "rest": rest, "most": CARDS, "data": data}
    yield frame.page("index.html.jinja", "index.html", "home", language=language, **values)
    for library, path in zip(libraries if rest else (), rest, strict=True):
        whole = library_data(library, library.packs, content.packs, prompts=True)
        yield Artifact(path, patterns_script(library.id, whole).encode())


def _principles(library: LibraryEntry, frame: _Frame) -> Iterator[Artifact]:
    for principle in library.principles:
        packs = [entry for entry in library.packs if entry.principle.id == principle.id]
        pages = pages_of(packs)
        for number, entries in enumerate(pages, 1):
            path = SiteLinks("").principle(library.id, principle.id, number)
            place = {"number": number, "pages": len(pages), "count": len(packs), "most": CARDS}
            values = {**place, "library": library, "principle": principle, "entries": entries}
            data = [library_data(library, entries, {})]
            yield frame.page("principle.html.jinja", path, "home", language=library.language, data=data, **values)


def _packs(content: Bundle, library: LibraryEntry, frame: _Frame, counting: str) -> Iterator[Artifact]:
    markers = f"markers/{library.id}.js" if library.spotting else ""
    if markers:
        yield Artifact(markers, markers_script(markers_data(library)).encode())
    around: dict[str, Any]
    for entry, before, after in neighbours(library):
        around = {"at": "", "before": before, "after": after, "data": [], "language": library.language}
        path = f"packs/{library.id}/{entry.id}.html"
        values = {**around, **pack_values(content.packs[entry.path])}
        yield frame.page("pack.html.jinja", path, "pack", markers, counting, **values)
