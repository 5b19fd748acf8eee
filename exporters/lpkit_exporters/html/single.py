"""The whole site as one file that may be mailed and opened from a disk."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import Bundle, bundle
from lpkit_exporters.catalogue.words import SOURCE, Catalogues, Words
from lpkit_exporters.html.bundling import (
    BUNDLES,
    PRINT,
    SCRIPTS,
    STYLES,
    counting_script,
    markers_script,
    page_bytes,
    script,
    style,
)
from lpkit_exporters.html.coverage import coverages
from lpkit_exporters.html.data import library_data, markers_data, renamed
from lpkit_exporters.html.links import SingleLinks
from lpkit_exporters.html.policy import single_policy
from lpkit_exporters.html.rendering import rendered, script_words
from lpkit_exporters.html.shelves import known_tallies, languages, neighbours, pack_values

_STYLE, _SCRIPT = Markup("/*\0style*/"), Markup("/*\0script*/")
"""What stands for both until the page is written: they are long, and have no line ends to be taken out."""


def single_file(corpus: Corpus, catalogues: Catalogues) -> Artifact:
    """Render `index.html` with every page in it; without JavaScript they follow one another."""
    content = bundle(corpus)
    return Artifact("index.html", single_page(corpus, content, page_script(content), words_of(content, catalogues)))


def words_of(content: Bundle, catalogues: Catalogues) -> Words:
    """Give the words of a page with all packs: those of its first library, since its scripts are the same for all."""
    libraries = content.index.libraries
    return catalogues.words(libraries[0].language if libraries else SOURCE)


def page_script(content: Bundle) -> str:
    """Give the script of a page that holds all packs of these libraries."""
    markers = (markers_script(markers_data(library)) for library in content.index.libraries if library.spotting)
    countings = (counting_script(*known) for known in known_tallies(content))
    return "".join([*markers, *countings, *map(script, BUNDLES)])


def single_page(corpus: Corpus, content: Bundle, scripts: str, words: Words, in_system: bool = False) -> bytes:
    """Render the page of a corpus and its bundle with a script; `in_system` where a learning system keeps progress."""
    libraries = content.index.libraries
    sheet = style(*STYLES, PRINT)
    html = rendered(
        "single.html.jinja",
        words,
        languages(content),
        links=SingleLinks(),
        single=True,
        language=libraries[0].language if libraries else SOURCE,
        libraries=libraries,
        shown={library.id: library.packs for library in libraries},
        rest=[],
        data=[library_data(library, library.packs, content.packs) for library in libraries],
        pages=[*_pages(content, words), _stories(content, words), _coverage(corpus, content, words)],
        style=_STYLE,
        script=_SCRIPT,
        policy=single_policy(sheet, scripts),
        said=script_words(words, SCRIPTS),
        in_system=in_system,
    )
    page = page_bytes(html)
    return page.replace(_STYLE.encode(), sheet.encode(), 1).replace(_SCRIPT.encode(), scripts.encode(), 1)


def _stories(content: Bundle, words: Words) -> Markup:
    values: dict[str, Any] = {"links": SingleLinks(), "single": True, "libraries": content.index.libraries}
    values["renamed"] = renamed(content.packs.values())
    return Markup(rendered("stories_body.html.jinja", words, languages(content), **values))


def _coverage(corpus: Corpus, content: Bundle, words: Words) -> Markup:
    values: dict[str, Any] = {"links": SingleLinks(), "single": True, "coverages": coverages(corpus, content)}
    return Markup(rendered("coverage_body.html.jinja", words, languages(content), **values))


def _pages(content: Bundle, words: Words) -> Iterator[Markup]:
    links = SingleLinks()
    for library in content.index.libraries:
        known: dict[str, Any] = {"links": links, "single": True}
        own = [library.language]
        for principle in library.principles:
            entries = [entry for entry in library.packs if entry.principle.id == principle.id]
            listed: dict[str, Any] = {"library": library, "principle": principle, "entries": entries, "pages": 1}
            yield Markup(rendered("principle_body.html.jinja", words, own, **known, **listed))
        for entry, before, after in neighbours(library):
            values: dict[str, Any] = pack_values(content.packs[entry.path])
            around: dict[str, Any] = {"before": before, "after": after, "at": links.at(library.id, entry.id)}
            yield Markup(rendered("pack_body.html.jinja", words, own, **known, **around, **values))
