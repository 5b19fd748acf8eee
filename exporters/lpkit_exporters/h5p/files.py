"""The files of the export: packages by pool or by question, and the README."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from json import dumps
from typing import Any

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.printable import printable
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.zipped import zipped
from lpkit_exporters.h5p.content import question, question_set
from lpkit_exporters.h5p.versions import MULTI_CHOICE, QUESTION_SET, Versions
from lpkit_exporters.h5p.wording import title
from lpkit_exporters.items import ItemPack, ItemPool, gather
from lpkit_exporters.items.naming import folded
from lpkit_exporters.items.told import files_told

_LANGUAGE = re.compile(r"[A-Za-z-]{1,10}")
_Package = tuple[str, str, str, Mapping[str, Any], int]
"""Path, title, main library, content, and the number of questions in it."""


def h5p_files(corpus: Corpus, selection: Selection, versions: Versions, by_question: bool) -> Iterator[Artifact]:
    """Give the packages, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        for pack in library.packs():
            for pool in pack.pools:
                packages = _questions(pack, pool) if by_question else _set(pack, pool, versions)
                for path, shown, main, content, count in packages:
                    name = f"{library.id}/{pack.file.id}/{path}"
                    made[name] = count
                    yield Artifact(name, _package(versions, main, shown, library.language, content))
    yield Artifact("README.md", _readme(made, versions, by_question).encode())


def _set(pack: ItemPack, pool: ItemPool, versions: Versions) -> Iterator[_Package]:
    shown = f"{pack.title}: {pool.title}"
    yield f"{pool.id}.h5p", shown, QUESTION_SET, question_set(pool, pack.file, versions), len(pool.items)


def _questions(pack: ItemPack, pool: ItemPool) -> Iterator[_Package]:
    names = folded([item.id for item in pack.items()], "a-z0-9_-", 100)
    for item in pool.items:
        yield f"{pool.id}/{names[item.id]}.h5p", f"{pack.title}: {item.name}", MULTI_CHOICE, question(item), 1


def _package(versions: Versions, main: str, shown: str, language: str, content: Mapping[str, Any]) -> bytes:
    libraries = [main] if main == MULTI_CHOICE else [main, MULTI_CHOICE]
    spoken = language if _LANGUAGE.fullmatch(language) else language.split("-")[0]
    described = {
        "title": title(shown),
        "language": spoken,
        "mainLibrary": main,
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": spoken,
        "preloadedDependencies": [versions.dependency(library) for library in libraries],
    }
    return zipped([("h5p.json", _json(described)), ("content/content.json", _json(content))])


def _json(data: Mapping[str, Any]) -> bytes:
    return printable(dumps(data, ensure_ascii=False, separators=(",", ":"))).encode()


def _readme(made: Mapping[str, int], versions: Versions, by_question: bool) -> str:
    text = files("lpkit_exporters.h5p").joinpath("readme.md").read_text(encoding="utf-8")
    libraries = [MULTI_CHOICE] if by_question else [QUESTION_SET, MULTI_CHOICE]
    named = "".join(f"- {versions.named(library)}\n" for library in libraries)
    return text.replace("[[FILES]]\n", files_told(made)).replace("[[LIBRARIES]]\n", named)
