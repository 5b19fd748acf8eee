"""The table of snippets: each fits the format, and a whole pack of them has no fault but that it is not written yet."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.model import Library
from lpkit.schema.publish import published_schemas
from lpkit.schema.snippets import NOTHING_KNOWN, SNIPPETS, Known, Snippet, known_of
from lpkit.schema.snippets.texts import data_of, lines_of, numbered, plain
from project import LIBRARY, SAMPLE, check_folder, codes, write_sample

KNOWN = known_of(Library.model_validate(YAML(typ="safe").load(SAMPLE / LIBRARY)))
NAMES = [snippet.name for snippet in SNIPPETS]


def _read(text: str) -> Any:
    return YAML(typ="safe").load(StringIO(text))


@pytest.mark.parametrize("known", [NOTHING_KNOWN, KNOWN], ids=["nothing known", "sample"])
@pytest.mark.parametrize("snippet", SNIPPETS, ids=NAMES)
def test_each_fits_its_mapping(snippet: Snippet, known: Known) -> None:
    body = snippet.body(known)
    data = _read("\n".join(lines_of(body, plain)))
    snippet.model.model_validate(data)
    assert _texts(data_of(body, plain)) == _texts(data)


def _texts(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _texts(value) for key, value in data.items()}
    return [_texts(entry) for entry in data] if isinstance(data, list) else str(data).lower()


@pytest.mark.parametrize("snippet", SNIPPETS, ids=NAMES)
def test_stops_are_numbered_in_the_order_of_the_lines(snippet: Snippet) -> None:
    body = snippet.body(KNOWN)
    lines, data = "\n".join(lines_of(body, numbered(True))), str(data_of(body, numbered(True)))
    for number in range(1, lines.count("${") + 1):
        assert lines.count(f"${{{number}:") + lines.count(f"${{{number}|") == 1
        assert data.count(f"${{{number}:") + data.count(f"${{{number}|") == 1


def test_every_entry_of_a_list_of_the_format_has_a_snippet() -> None:
    listed = set()
    for schema in published_schemas().values():
        text = str(schema)
        listed |= {name for name in schema["$defs"] if f"'#/$defs/{name}'" in text}
    # Those of two numbers each, which stand within the snippets of what holds them.
    assert listed - {snippet.model.__name__ for snippet in SNIPPETS} == {"Mix"}


def test_a_pack_of_it_is_only_to_be_written(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (snippet,) = (snippet for snippet in SNIPPETS if snippet.name == "pack")
    text = "\n".join(lines_of(snippet.body(KNOWN), plain)).replace("file-name-without-its-ending", pack.stem)
    pack.write_text(text + "\n", encoding="utf-8")
    found = codes(check_folder(tmp_path))
    assert "LP701" in found
    # Of errors, besides: too few questions for the test, and words that are in no answer yet.
    assert [code for code in found if code < "LP300"] == []
