"""Which files the site has, and what each page is made of."""

from collections.abc import Iterator

from lpkit.export import Artifact, Corpus
from lpkit_exporters.html.environment import environment
from lpkit_exporters.html.package_files import read
from lpkit_exporters.html.wording import page_path
from lpkit_exporters.json.bundle import bundle
from lpkit_exporters.json.model import LibraryEntry, PackEntry
from lpkit_exporters.json.pack_model import PackFile

STYLES = ("tokens.css", "base.css", "layout.css", "evaluate.css", "learn.css", "questions.css", "print.css")
"""Parts of the style sheet in the order of the cascade."""


def site(corpus: Corpus) -> Iterator[Artifact]:
    """Render all pages."""
    content = bundle(corpus)
    templates = environment()
    yield Artifact("assets/style.css", "\n".join(read("assets", name) for name in STYLES).encode())
    index = templates.get_template("index.html.jinja")
    yield _page("index.html", index.render(libraries=content.index.libraries, root=""))
    page = templates.get_template("pack.html.jinja")
    for library in content.index.libraries:
        for entry, before, after in _neighbours(library):
            pack = content.packs[entry.path]
            html = page.render(pack=pack, pools=_pools(pack), before=before, after=after, root="../../")
            yield _page(page_path(entry), html)


def _page(path: str, html: str) -> Artifact:
    return Artifact(path, html.encode())


def _neighbours(library: LibraryEntry) -> Iterator[tuple[PackEntry, PackEntry | None, PackEntry | None]]:
    """Give each pack with the one before it and the one after it."""
    around = [None, *library.packs, None]
    for place, entry in enumerate(library.packs):
        yield entry, around[place], around[place + 2]


def _pools(pack: PackFile) -> dict[str, list[object]]:
    return {pool: [question for question in pack.questions if question.pool == pool] for pool in ("practice", "test")}
