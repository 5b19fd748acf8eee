"""A course: a chapter for each principle, a subsection for each pack, and in that a unit for each part."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from lpkit_exporters.items import ItemLibrary, ItemPack, ItemPool, ItemPrinciple, Text
from lpkit_exporters.items.page import graders_page, guidance_page
from lpkit_exporters.items.xml import document, element
from lpkit_exporters.olx.assessment import assessment
from lpkit_exporters.olx.names import Names, key_of, title
from lpkit_exporters.olx.problem import problem

RUN = "lpkit"
_UNITS: Mapping[str, str] = {"practice": "Practice", "test": "Test", "score": "Score the answers"}

_NO_POLICY = f'{{"course/{RUN}": {{}}}}\n'.encode()
"""Studio writes such a file; what would stand in it (dates, grading) is the teacher's."""

Member = tuple[str, bytes]


def course(library: ItemLibrary) -> Iterator[Member]:
    """Give the files of a course, each before what it names, by their paths below its folder."""
    names = Names(library)
    key = {"url_name": RUN, "org": RUN, "course": key_of(library.id)}
    yield "course.xml", document(element("course", key))
    chapters = [element("chapter", {"url_name": names.part(library.id, one.id)}) for one in library.principles]
    said = {"display_name": title(library.title), "language": library.language}
    yield f"course/{RUN}.xml", document(element("course", said, *chapters))
    yield f"policies/{RUN}/policy.json", _NO_POLICY
    for principle in library.principles:
        yield from _chapter(names, library, principle)


def _chapter(names: Names, library: ItemLibrary, principle: ItemPrinciple) -> Iterator[Member]:
    parts = [element("sequential", {"url_name": names.part(pack.id, "pack")}) for pack in principle.packs]
    made = element("chapter", {"display_name": title(principle.title)}, *parts)
    yield _file("chapter", names.part(library.id, principle.id), made)
    for pack in principle.packs:
        yield from _pack(names, pack, principle)


def _pack(names: Names, pack: ItemPack, principle: ItemPrinciple) -> Iterator[Member]:
    units: list[Element] = []
    members: list[Member] = []
    for unit, made in _units(names, pack, principle):
        units.append(element("vertical", {"url_name": names.part(pack.id, unit)}))
        members += made
    shown = title(f"{pack.title} ({pack.file.level.title})")
    yield _file("sequential", names.part(pack.id, "pack"), element("sequential", {"display_name": shown}, *units))
    yield from members


def _units(names: Names, pack: ItemPack, principle: ItemPrinciple) -> Iterator[tuple[str, list[Member]]]:
    about = Text(pack.file.prompt).html() + Text(principle.principle.summary, prose=True).html()
    yield "about", list(_page(names, pack, "about", "The question", about))
    for pool in pack.pools:
        yield pool.id, list(_problems(names, pack, pool))
    if pack.evaluation:
        name = names.part(pack.id, "answer")
        shown = {"display_name": "Write an answer"}
        unit = element("vertical", shown, assessment(pack.evaluation, name))
        yield "write", [_file("vertical", names.part(pack.id, "write"), unit)]
        told = graders_page(pack.evaluation) + guidance_page(pack.evaluation)
        yield "expert", list(_page(names, pack, "expert", "How the expert scored", told))


def _problems(names: Names, pack: ItemPack, pool: ItemPool) -> Iterator[Member]:
    parts = [element("problem", {"url_name": names.item(item.id)}) for item in pool.items]
    unit = element("vertical", {"display_name": _UNITS[pool.id]}, *parts)
    yield _file("vertical", names.part(pack.id, pool.id), unit)
    yield from problem_files(names, pool, "")


def problem_files(names: Names, pool: ItemPool, before: str) -> Iterator[Member]:
    """Give the files of problems; what each is called begins with `before`."""
    for number, item in enumerate(pool.items, start=1):
        own = item.name if item.kind == "score" else f"{_UNITS[pool.id]} {number} ({item.difficulty})"
        yield _file("problem", names.item(item.id), problem(item, f"{before}{own}"))


def _page(names: Names, pack: ItemPack, unit: str, shown: str, html: str) -> Iterator[Member]:
    """Give a unit with a page of HTML, which lies beside what names it."""
    name = names.part(pack.id, "notes" if unit == "expert" else "intro")
    yield _file("vertical", names.part(pack.id, unit), _unit(shown, element("html", {"url_name": name})))
    yield _file("html", name, element("html", {"filename": name, "display_name": shown}))
    yield f"html/{name}.html", f"{html}\n".encode()


def _unit(shown: str, *parts: Element) -> Element:
    return element("vertical", {"display_name": shown}, *parts)


def _file(kind: str, name: str, made: Element) -> Member:
    return f"{kind}/{name}.xml", document(made)
