"""The sample library, and Anki's own backend, for the tests of the deck package."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.export import Corpus, Shelf
from lpkit.model import Library, Pack
from lpkit_exporters.anki.package import package

with warnings.catch_warnings():
    # The generated protobuf modules of the anki package warn on newer versions of Python.
    warnings.simplefilter("ignore", DeprecationWarning)
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

SAMPLE = Path(__file__).parent.parent / "sample"
# The rules of Anki's own reviewer.css that compete with those of a card.
REVIEWER = "body { margin: 20px } body.nightMode { background-color: #2c2c2c; color: #fcfcfc }"
Content = tuple[dict[str, Any], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Content]:
    """Give a reader of a library's folder as plain data: the library and its packs."""

    def read_folder(folder: Path) -> Content:
        yaml = YAML(typ="safe")
        return yaml.load(folder / "library.yaml"), [yaml.load(file) for file in sorted(folder.glob("*/*.yaml"))]

    return read_folder


@pytest.fixture
def sample(read: Callable[[Path], Content]) -> Content:
    """Read the sample afresh, so that a test may change it."""
    library, packs = read(SAMPLE)
    packs[0]["concepts"][0] |= {"id": "price", "ask": "What do you count first about a nuisance?"}
    packs[0]["coaching"][0] = {"text": packs[0]["coaching"][0], "ask": "What comes before what you did?"}
    return library, packs


@pytest.fixture(scope="session")
def shelve() -> Callable[..., Shelf]:
    """Give a maker of shelves from plain data."""

    def make(content: Content, times: dict[tuple[str, str], int] | None = None) -> Shelf:
        library, packs = content
        return Shelf(Library.model_validate(library), tuple(Pack.model_validate(pack) for pack in packs), times or {})

    return make


@pytest.fixture
def shelf(sample: Content, shelve: Callable[[Content], Shelf]) -> Shelf:
    """Give the sample library."""
    return shelve(sample)


@pytest.fixture
def corpus(shelf: Shelf) -> Corpus:
    """Give a corpus of the sample library alone."""
    return Corpus((shelf,))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Open an empty collection in Anki's backend."""
    opened = Collection(str(tmp_path / "learner.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def imported(tmp_path: Path, collection: Collection) -> Callable[..., dict[str, int]]:
    """Give an import with the dialog's defaults; it counts the notes by what became of them."""

    def run(content: bytes) -> dict[str, int]:
        path = tmp_path / "deck.apkg"
        path.write_bytes(content)
        options = ImportAnkiPackageOptions()
        log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        lists = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype")
        return {name: len(getattr(log, name)) for name in (*lists, "missing_deck", "empty_first_field")}

    return run


@pytest.fixture
def card_pages(
    shelf: Shelf, imported: Callable[..., dict[str, int]], collection: Collection
) -> dict[str, tuple[str, str]]:
    """Render front and back of every card of the sample as Anki does.

    By the note's Id field, with the card's name behind it where the note makes several.
    """
    imported(package(shelf))
    pages = {}
    for number in collection.find_cards(""):
        card = collection.get_card(number)
        output = card.render_output()
        name = f"/{card.template()['name'].lower()}" if card.note_type()["name"] == "lpkit Score" else ""
        pages[card.note()["Id"] + name] = tuple(
            '<!doctype html><meta charset="utf-8"><title>card</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<style>{REVIEWER}{output.css}</style><body class="card card1"><main id="qa">{text}</main></body>'
            for text in (output.question_text, output.answer_text)
        )
    return pages
