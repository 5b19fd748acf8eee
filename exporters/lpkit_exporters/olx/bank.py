"""A problem bank: the problems of all packs in one list, as the older libraries of Studio import it."""

from collections.abc import Iterator

from lpkit_exporters.items import ItemLibrary
from lpkit_exporters.items.xml import document, element
from lpkit_exporters.olx.names import Names, key_of, title
from lpkit_exporters.olx.outline import RUN, Member, problem_files


def bank(library: ItemLibrary) -> Iterator[Member]:
    """Give the files of a problem bank by their paths below its folder; it holds no assessment."""
    names = Names(library)
    problems = [element("problem", {"url_name": names.item(item.id)}) for item in library.items()]
    said = {"display_name": title(library.title), "org": RUN, "library": key_of(library.id)}
    root = element("library", {"url_name": "library", "xblock-family": "xblock.v1", **said}, *problems)
    yield "library.xml", document(root)
    for pack in library.packs():
        for pool in pack.pools:
            yield from problem_files(names, pool, f"{pack.title}: ")
