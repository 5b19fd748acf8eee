"""Which files the site has, and what each page is made of."""

from collections.abc import Iterator
from typing import Any

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import Bundle, bundle
from lpkit_exporters.html.bundling import (
    BUNDLES,
    LATER,
    PARTS,
    counting_script,
    markers_script,
    page_bytes,
    script,
    style,
)
from lpkit_exporters.html.coverage import coverages
from lpkit_exporters.html.data import library_data, markers_data
from lpkit_exporters.html.environment import environment
from lpkit_exporters.html.links import SiteLinks
from lpkit_exporters.html.policy import site_policy
from lpkit_exporters.html.shelves import known_tallies, neighbours, pack_values


def site(corpus: Corpus) -> Iterator[Artifact]:
    """Render all pages."""
    content = bundle(corpus)
    yield Artifact("assets/style.css", style().encode())
    for name in BUNDLES:
        yield Artifact(f"assets/{name}.js", script(name).encode())
    yield _home(content)
    yield from _principles(content)
    yield from _packs(content)
    yield _page(
        "stories.html.jinja", "stories/index.html", libraries=content.index.libraries, data=[], **_scripts("stories")
    )
    yield _page("coverage.html.jinja", "coverage/index.html", coverages=coverages(corpus, content), data=[])


def _page(template: str, path: str, **values: Any) -> Artifact:
    links = SiteLinks("../" * path.count("/"))
    html = (
        environment()
        .get_template(template)
        .render(links=links, policy=site_policy(), single=False, **{**_scripts("home"), **values})
    )
    return Artifact(path, page_bytes(html))


def _scripts(part: str, *data: str) -> dict[str, list[str]]:
    """Name the scripts of a kind of page, and those that come once it is there; these ask for the data before them."""
    now, later = ([f"assets/{name}.js" for name in names] for names in (PARTS[part], LATER.get(part, ())))
    return {"scripts": now, "later": [*filter(None, data), *later]}


def _home(content: Bundle) -> Artifact:
    libraries = content.index.libraries
    data = [library_data(library, content.packs) for library in libraries]
    return _page("index.html.jinja", "index.html", libraries=libraries, data=data)


def _principles(content: Bundle) -> Iterator[Artifact]:
    for library in content.index.libraries:
        data = [library_data(library)]
        for principle in library.principles:
            path = f"principles/{library.id}/{principle.id}.html"
            yield _page("principle.html.jinja", path, library=library, principle=principle, data=data)


def _packs(content: Bundle) -> Iterator[Artifact]:
    countings = {}
    for language, tallies in known_tallies(content):
        countings[language] = f"counting/{language}.js"
        yield Artifact(countings[language], counting_script(language, tallies).encode())
    for library in content.index.libraries:
        markers = f"markers/{library.id}.js" if library.spotting else ""
        counting = countings.get(library.language, "")
        if markers:
            yield Artifact(markers, markers_script(markers_data(library)).encode())
        for entry, before, after in neighbours(library):
            values = {**pack_values(content.packs[entry.path]), **_scripts("pack", markers, counting), "data": []}
            path = f"packs/{library.id}/{entry.id}.html"
            yield _page("pack.html.jinja", path, at="", before=before, after=after, **values)
