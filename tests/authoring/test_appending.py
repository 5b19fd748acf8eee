"""Appending to lists leaves everything else of a file as it was."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lpkit.authoring import append_entries, yaml_block
from lpkit.authoring.slug import slug
from lpkit.source.reading import decode
from lpkit.text.languages import language_of

CASES = YAML(typ="safe").load(Path(__file__).with_name("appending.yaml"))

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")) | st.sampled_from("\n: #-'\"[]{}|>&*!%@`,"))
SCALARS = TEXT | st.integers(-1000, 1000) | st.booleans()
VALUES = SCALARS | st.lists(SCALARS, min_size=1) | st.dictionaries(st.sampled_from("pqrs"), SCALARS, min_size=1)
ENTRIES = st.dictionaries(st.sampled_from(["id", "stem", "text", "why"]), VALUES, min_size=1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    assert append_entries(decode(case["before"].encode(), ""), ("items",), [{"id": "new"}]) == case.get("after")


@given(ENTRIES)
@example({"id": ":"})
def test_what_is_written_reads_back(entry: dict[str, Any]) -> None:
    read = decode(yaml_block({"items": [entry], "rest": entry}).encode(), "")
    assert not read.flaws
    assert read.data == {"items": [entry], "rest": entry}


@given(st.lists(ENTRIES, min_size=1, max_size=3), ENTRIES)
def test_appended_entries_read_back(entries: list[dict[str, Any]], last: dict[str, Any]) -> None:
    before = "# head\n" + yaml_block({"items": entries, "rest": 1}) + "# tail\n"
    after = append_entries(decode(before.encode(), ""), ("items",), [last])
    assert after is not None
    assert decode(after.encode(), "").data == {"items": [*entries, last], "rest": 1}
    assert after.startswith("# head\n")
    assert after.endswith("# tail\n")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Which principle does counting an alarm show?", "principle-counting-alarm"),
        ("What is it?", "what-is-it"),
        ("¿Qué señal dio el cliente?", "que-senal-dio-el-cliente"),
        ("質問", "question"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word"),
    ],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text, "question", language_of("en")) == made
