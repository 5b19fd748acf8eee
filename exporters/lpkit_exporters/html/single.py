"""The whole site as one file that may be mailed and opened from a disk."""

from collections.abc import Iterator

from markupsafe import Markup

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import Bundle, bundle
from lpkit_exporters.html.bundling import BUNDLES, counting_script, markers_script, page_bytes, script, style
from lpkit_exporters.html.coverage import coverages
from lpkit_exporters.html.data import library_data, markers_data
from lpkit_exporters.html.environment import environment
from lpkit_exporters.html.links import SingleLinks
from lpkit_exporters.html.policy import single_policy
from lpkit_exporters.html.shelves import known_tallies, neighbours, pack_values

_STYLE, _SCRIPT = Markup("/*\0style*/"), Markup("/*\0script*/")
"""What stands for both until the page is written: they are long, and have no line ends to be taken out."""


def single_file(corpus: Corpus) -> Artifact:
    """Render `index.html` with every page in it; without JavaScript they follow one another."""
    content = bundle(corpus)
    return Artifact("index.html", single_page(corpus, content, page_script(content)))


def page_script(content: Bundle) -> str:
    """Give the script of a page that holds all packs of these libraries."""
    markers = (markers_script(markers_data(library)) for library in content.index.libraries if library.spotting)
    countings = (counting_script(*known) for known in known_tallies(content))
    return "".join([*markers, *countings, *map(script, BUNDLES)])


def single_page(corpus: Corpus, content: Bundle, scripts: str, **words: str) -> bytes:
    """Render the page of a corpus and its bundle with a script; `words` take the place of those of the templates."""
    libraries = content.index.libraries
    html = (
        environment()
        .get_template("single.html.jinja")
        .render(
            links=SingleLinks(),
            single=True,
            libraries=libraries,
            data=[library_data(library, content.packs) for library in libraries],
            pages=[*_pages(content), _stories(content), _coverage(corpus, content)],
            style=_STYLE,
            script=_SCRIPT,
            policy=single_policy(style(), scripts),
            **words,
        )
    )
    page = page_bytes(html)
    return page.replace(_STYLE.encode(), style().encode(), 1).replace(_SCRIPT.encode(), scripts.encode(), 1)


def _stories(content: Bundle) -> Markup:
    page = environment().get_template("stories_body.html.jinja")
    return Markup(page.render(links=SingleLinks(), single=True, libraries=content.index.libraries))


def _coverage(corpus: Corpus, content: Bundle) -> Markup:
    page = environment().get_template("coverage_body.html.jinja")
    return Markup(page.render(links=SingleLinks(), single=True, coverages=coverages(corpus, content)))


def _pages(content: Bundle) -> Iterator[Markup]:
    links = SingleLinks()
    principle_page = environment().get_template("principle_body.html.jinja")
    pack_page = environment().get_template("pack_body.html.jinja")
    for library in content.index.libraries:
        for principle in library.principles:
            yield Markup(principle_page.render(links=links, library=library, principle=principle, single=True))
        for entry, before, after in neighbours(library):
            values = pack_values(content.packs[entry.path])
            around = {"before": before, "after": after, "at": links.at(library.id, entry.id)}
            yield Markup(pack_page.render(links=links, single=True, **around, **values))
