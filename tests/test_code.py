"""Code is content: what differs by signs or indentation is told apart, and its spaces are kept in every form."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.export import parts
from lpkit.formatting import format_source
from lpkit.source import Source, read_source
from lpkit.text.code import without_code
from lpkit.text.likeness import Print, identity
from lpkit.text.sameness import marks, same_choice, same_option, same_question
from lpkit.text.versions import is_ordered, other_readings
from lpkit_exporters.anki.fields import plain as field
from lpkit_exporters.anki.fields import prose
from lpkit_exporters.html.prose import plain
from project import PACK, check_folder, write_sample

LISTING = "What is printed?\n\nfor n in range(2):\n    if n:\n        print(n)"

APART = [
    ("if a:\n    b()\n    c()", "if a:\n    b()\nc()"),
    ("go()", "    go()"),
    ("  y = 1", "    y = 1"),
    ("i++", "++i"),
    ("n <= 3", "n < 3"),
    ("-1", "−1"),
    ("'a'", '"a"'),
    ("x = 'a'", "x = ’a’"),
    ("C", "C++"),
    ("..", "."),
    ("`a  b`", "`a b`"),
    ("x[1] - 1", "x[1]-1"),
    ("True", "true"),
]
ALIKE = [
    ("Customer Obsession", "Customer  Obsession."),
    ("what “it” costs", 'what "it" costs'),
    ("five – ten days", "five - ten days"),
    ("Customer\nObsession", "Customer Obsession"),
    (" Ownership", "Ownership"),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_signs_and_indentation_tell_options_apart(one: str, two: str) -> None:
    assert same_option(one) != same_option(two)


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_typography_does_not(one: str, two: str) -> None:
    assert same_option(one) == same_option(two)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Which principle is it?", "which PRINCIPLE is it", True),
        ("What does `-d` do?", "What does `-D` do?", False),
        ("What is it?\n\nif a:\n  b()", "What is it?\n\nif a:\n    b()", False),
        (LISTING, LISTING + "  ", True),
    ],
)
def test_stems_are_compared_as_code_where_they_are(one: str, two: str, same: bool) -> None:
    assert (identity(one, None, ["a1", "b1"]) == identity(two, None, ["b1", "a1"])) is same


@given(st.text("aAbBcC  019.,;?'\"-_(!", max_size=16))
def test_plain_texts_are_compared_as_those_with_an_accent(text: str) -> None:
    """The first are found by a shorter way; what comes of them is the same."""
    plain, accented = f"ne {text} ne", f"né {text} né"
    for same in (same_option, same_choice, same_question, marks):
        assert same(accented).replace("é", "e") == same(plain)
    one, two = Print.of(plain, None, [text]), Print.of(accented, None, [text])
    assert (len(one.stem), one.options) == (len(two.stem), two.options)


@pytest.mark.parametrize(
    ("options", "held"),
    [
        (["3.8", "3.9", "3.10"], True),
        (["Python 3.8", "Python 3.9", "Python 3.10"], True),
        (["03/2024", "05/2024", "01/2025"], True),
        (["3.9", "3.10", "3.8"], False),
        (["$1.10", "$1.9", "$1.2"], False),
        (["1/2", "1/6", "1/3"], False),
    ],
)
def test_versions_and_dates_have_an_order_of_their_own(options: list[str], held: bool) -> None:
    assert any(map(is_ordered, other_readings(options))) is held


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LISTING, [(False, "What is printed?"), (True, "for n in range(2):\n    if n:\n        print(n)")]),
        ("Look:\n```python\na = 1\n\n  b\n```\nWhat?", [(False, "Look:"), (True, "a = 1\n\n  b"), (False, "What?")]),
        ("Two lines\nof prose", [(False, "Two lines\nof prose")]),
        ("def f():\n    a\n\n    b\n\nWhat is f?", [(True, "def f():\n    a\n\n    b"), (False, "What is f?")]),
    ],
)
def test_code_is_found_in_plain_text(text: str, found: list[tuple[bool, str]]) -> None:
    assert [(part.code, part.text) for part in parts(text)] == found


def test_code_keeps_its_spaces_on_pages_and_cards() -> None:
    code = "for n in range(2):\n    if n:\n        print(n)"
    assert f"<pre><code>{code}</code></pre>" in plain(LISTING)
    assert plain("Two lines\nof prose & more") == "Two lines\nof prose & more"
    assert f">{code}</code>" in field(LISTING)
    assert field("Two lines\nof prose") == "Two lines<br>of prose"
    assert "<code>if a:\n    b()\n</code>" in prose("Run:\n\n```\nif a:\n    b()\n```")


def test_code_holds_no_placeholder() -> None:
    for text in ("`{{ x }}`", "```\n{{ x }}\n```", "What is ${{ secrets.A }}?", "See:\n\n    {{ x }}"):
        assert "{{" not in without_code(text)
        assert len(without_code(text)) == len(text)
    assert without_code("Dear {{ name }}") == "Dear {{ name }}"


def test_code_passes_fmt_and_exports_unchanged(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    block = "\n".join(f"      {line}" if line else "" for line in LISTING.split("\n"))
    text = pack.read_text(encoding="utf-8")
    question = next(line for line in text.splitlines() if line.startswith("    stem:"))
    pack.write_text(text.replace(question, f"    stem: |-\n{block}", 1), encoding="utf-8")
    source = read_source(pack, PACK)
    formatted = format_source(source)
    assert formatted is not None
    assert LISTING in [entry["stem"] for entry in Source(PACK, formatted).data["questions"]]
    assert "LP402" not in [entry.code for entry in check_folder(tmp_path).diagnostics]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1.10", "1.10"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("True", "True"),
        ("~", "~"),
        ("null", "null"),
    ],
)
@pytest.mark.parametrize("key", ["title", "options"])
def test_values_are_quoted_as_they_stand(tmp_path: Path, written: str, shown: str, key: str) -> None:
    pack = write_sample(tmp_path)
    lines = pack.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip().startswith(f"{key}:"))
    lead = lines[at].partition(":")[0]
    lines[at] = f"{lead}: {written}" if key == "title" else f"{lead}: [{written}, Ownership, Frugality]"
    pack.write_text("\n".join(lines) + "\n", encoding="utf-8")
    entry = next(entry for entry in check_folder(tmp_path).diagnostics if entry.code == "LP012")
    assert shown in entry.message
    assert "; text is expected" in entry.message
    assert f'"{shown}"' in (entry.help or "")
    assert entry.fix is not None
    assert entry.fix.edits[0].text == json.dumps(written)


def test_valid_yaml_that_libyaml_refuses_is_read() -> None:
    for text in ("options: [Who acts?, Who waits?]\n", "probes: [{ask: Why?, reply: So., shows: It.}]\n"):
        source = Source("x.yaml", text)
        quoted = Source("x.yaml", text.replace("?,", "!,").replace("?]", "!]"))
        assert not source.flaws
        assert repr(source.data).replace("?", "!") == repr(quoted.data)
        at = next(iter(source.data))
        one, two = (entry.root.children[at] for entry in (source, quoted))
        assert [(node.start, node.end) for node in one.children] == [(node.start, node.end) for node in two.children]


@pytest.mark.parametrize(
    "head",
    [
        "# Copyright 2026 The authors\n# SPDX-License-Identifier: MIT\n",
        "# yamllint disable rule:line-length\n# yaml-language-server: $schema=x\n",
        "# yaml-language-server: $schema=x\n# Copyright 2026 The authors\n# All rights reserved.\n",
    ],
)
def test_fmt_leaves_the_head_of_a_file(head: str) -> None:
    formatted = format_source(Source("x.yaml", f"{head}title: t\nid: x\nformat: 1\n"))
    assert formatted == f"{head}format: 1\nid: x\ntitle: t\n"
    assert format_source(Source("x.yaml", formatted)) == formatted
