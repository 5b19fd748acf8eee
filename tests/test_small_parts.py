"""Small parts of the text and corpus packages at their edges, each through what it gives to others."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.authoring import append_entries
from lpkit.authoring.slug import slug
from lpkit.corpus import Fact
from lpkit.corpus.plays import Played, Pool, smallest
from lpkit.diagnostic import Diagnostic, Finding, Related, Report, Severity, Site, Span
from lpkit.export import render_markdown
from lpkit.export.markdown import parsed_markdown
from lpkit.formatting import format_source
from lpkit.report import renderer
from lpkit.serving.pages import stand_in
from lpkit.serving.watching import folders_of
from lpkit.source import Source, decode
from lpkit.text.guessing import Play
from lpkit.text.item import ItemText
from lpkit.text.languages import language_of
from lpkit.text.leaves import texts
from lpkit.text.likeness import Print, are_near
from lpkit.text.meta_options import REFERS
from lpkit_exporters.anki.identity import distinct
from lpkit_exporters.json.typescript import declarations
from lpkit_importers.csv import importer as csv
from lpkit_importers.gift import importer as gift
from test_items import RULES, view_of

WORDS = [f"w{number}" for number in range(60)]


def _print(stem: int, options: int, excerpt: int, other: str = "") -> Print:
    """Make a print of so many shingles in each part; parts that `other` names share none with those without it."""
    parts = {
        name: " ".join(f"{name}{'x' if name in other else ''}{word}" for word in WORDS[: count + 2])
        for name, count in (("s", stem), ("o", options), ("e", excerpt))
    }
    return Print.of(parts["s"], parts["e"], [parts["o"]])


@pytest.mark.parametrize(
    ("one", "two", "near"),
    [
        (_print(30, 20, 10), _print(30, 20, 10), True),
        # All is alike but for one part, and the whole is likely enough.
        (_print(40, 30, 5), _print(40, 30, 5, "e"), False),
        (_print(5, 40, 30), _print(5, 40, 30, "s"), False),
        (_print(40, 5, 30), _print(40, 5, 30, "o"), False),
        # Each part is alike enough, and the whole is not.
        (_print(9, 40, 0), _print(9, 14, 0), False),
        (_print(40, 40, 0), _print(40, 14, 0), True),
    ],
)
def test_near_questions_are_alike_in_each_part_and_in_all(one: Print, two: Print, near: bool) -> None:
    assert (are_near(one, two), are_near(two, one)) == (near, near)


def test_names_are_no_texts() -> None:
    named = {"id": "todo", "principle": "todo", "language": "todo", "tags": ["todo"], "scores": {"todo": "todo"}}
    entry = {"replaced_by": "todo", "reason": "a text", "pool": "todo", "candidate": "todo", "rubric": "todo"}
    assert texts({**named, "retired": [entry], "title": "one more"}) == [
        (("retired", 0, "reason"), "a text"),
        (("title",), "one more"),
    ]


@pytest.mark.parametrize(
    ("options", "refers"),
    [
        (["Blood", "Water", "Both A and B"], [2]),
        # Where letters are options of their own, or name things in them, they do not mean places.
        (["A", "Water", "Both A and B"], []),
        (["a", "AB", "Water", "Both A and B"], []),
        (["C", "DE", "Water", "Both C and D"], []),
        (["C", "DE", "Water", "Both A and B"], [3]),
    ],
)
def test_letters_that_mean_places(options: list[str], refers: list[int]) -> None:
    item = ItemText("Which is it?", options, options[0], language_of("en"), frozenset())
    assert [place for place, kind in enumerate(item.metas) if kind == REFERS] == refers


@pytest.mark.parametrize(
    ("loud", "said"),
    [
        ({"pool of one"}, ["one.yaml practice questions"]),
        ({"pack", "library"}, ["one.yaml questions of the pack", "two.yaml questions of the pack"]),
        ({"library"}, ["library.yaml questions of the library"]),
        ({"pool of one", "library"}, ["one.yaml practice questions"]),
        (set(), []),
    ],
)
def test_a_whole_is_left_out_where_a_part_was_reported(loud: set[str], said: list[str]) -> None:
    facts = [
        Fact("library.yaml", Pool(pool, Play(4)), Site(f"{pack}.yaml"), pack, pool)
        for pack in ("one", "two")
        for pool in ("practice", "test")
    ]

    def speak(played: Played) -> Finding | None:
        kind = played.name.rpartition(" ")[2]
        pool = played.name == "practice questions" and played.site.file == "one.yaml"
        speaks = kind in loud or (pool and "pool of one" in loud)
        return Finding(played.site, f"{played.site.file} {played.name}") if speaks else None

    assert [finding.message for finding in smallest(facts, speak)] == said


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("counting " * 4 + "alarmingly now", "counting-counting-counting-counting-alarmingly"),
        ("abcdefghijk lmnopqrstuv wxyzabcdefg hijklmnopqrs more", "abcdefghijk-lmnopqrstuv-wxyzabcdefg-hijklmnopqrs"),
        ("abcdefghijk lmnopqrstuv wxyzabcdefg hijklmnopqrst more", "abcdefghijk-lmnopqrstuv-wxyzabcdefg"),
        ("x" * 48, "x" * 48),
        ("x" * 49, "x" * 48),
    ],
)
def test_an_id_of_just_the_length_is_made(text: str, made: str) -> None:
    assert slug(text, "question", language_of("en")) == made
    assert len(made) <= 48


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["items:\n  - id: a\nb: 1\n", "items: []\nb: 1\n", "b: 1\n"])
def test_appended_lines_end_as_the_others(before: str, newline: str) -> None:
    source = decode(before.replace("\n", newline).encode(), "")
    after = append_entries(source, ("items",), [{"id": "new", "steps": ["one", "two: three"]}])
    assert after is not None
    assert after.count("\n") == after.count(newline) > before.count("\n")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        *[("https://a.example", True), ("mailto:a@b.example", True), ("HTTP://a.example", True)],
        *[("/packs/a.html", False), ("a.html", False), ("//a.example", False), ("#here", False)],
        ("javascript:alert(1)", False),
    ],
)
def test_only_links_to_pages_and_letters(url: str, linked: bool) -> None:
    assert ("<a " in render_markdown(f"see [this]({url})")) is linked


LINE = st.lists(st.sampled_from([*"ab1 2.)(\"'“-–+*#>~|=!:;,/%&{}^@?", "1. ", "- ", "http://a.b", "\t", "\n", "é"]))


@given(LINE.map("".join))
def test_lines_without_signs_are_as_the_parser_has_them(text: str) -> None:
    assert render_markdown(text) == parsed_markdown(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("131.", "<p>131.</p>"),
        ("131. The rest was fine.", "<p>131. The rest was fine.</p>"),
        ("1.", "<p>1.</p>"),
        ("1. Look.", "<ol>\n<li>Look.</li>\n</ol>"),
        ("3. Look.\n4. Ask.", '<ol start="3">\n<li>Look.</li>\n<li>Ask.</li>\n</ol>'),
        ("    131. x", "<pre><code>131. x\n</code></pre>"),
        ("```\n131. x\n```", "<pre><code>131. x\n</code></pre>"),
    ],
)
def test_a_number_that_begins_a_sentence_is_no_list(text: str, shown: str) -> None:
    """A list of it would begin at 1 in formats that have no other numbers."""
    assert render_markdown(text) == shown


def _diagnostic(path: str) -> Diagnostic:
    span = Span(1, 2, 1, 3)
    return Diagnostic("LP204", "name", Severity.ERROR, "a, b: c%", path, span, related=(Related(path, span, "x"),))


def test_github_takes_a_file_of_any_name() -> None:
    text = renderer("github")(Report((_diagnostic("a,b:50%\n.yaml"),), 1, 1), False)
    properties, _, message = text.removeprefix("::error ").partition("::")
    found = dict(part.split("=") for part in properties.split(","))
    assert found["file"] == "a%2Cb%3A50%25%0A.yaml"
    assert found["line"] == "1"
    assert message.startswith("a, b: c%25%0A")


@pytest.mark.parametrize(("length", "lines"), [(119, 1), (120, 1), (121, 3)])
def test_a_list_of_just_the_width_stays_on_its_line(length: int, lines: int) -> None:
    text = "coaching: [a, {}]\n".format("x" * (length - len("coaching: [a, ]")))
    formatted = format_source(Source("pack.yaml", text))
    assert formatted is not None
    assert (formatted == text, formatted.count("\n")) == (length <= 120, lines)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("\n# of the file\n\ntitle: a\n", "# of the file\n\ntitle: a\n"),
        ("# of the file\n\ntitle: a\n", "# of the file\n\ntitle: a\n"),
        ("# of the title\ntitle: a\n", "# of the title\ntitle: a\n"),
        ("\ntitle: a\n", "title: a\n"),
    ],
)
def test_the_top_of_a_file(text: str, after: str) -> None:
    assert format_source(Source("pack.yaml", text)) == after


@pytest.mark.parametrize("key", ["b", "B", "b)", "B.", "b.)", "2", "2.", "2)", "y"])
def test_an_option_is_named_by_its_letter_or_number(key: str) -> None:
    (draft,) = csv.read(f"stem,a,b,answer\nWhich?,x,y,{key}\n".encode(), {}).drafts
    assert draft.fields["answer"] == "y"


def test_feedback_of_the_right_answer_is_a_step_and_no_reason() -> None:
    (draft,) = gift.read(b"Which? {=a#It is so. ~b#It is not. ~c}", {}).drafts
    assert draft.fields["options"] == ["a", {"text": "b", "why": "It is not."}, "c"]
    assert draft.fields["steps"] == ["It is so."]


def test_an_address_never_becomes_markup() -> None:
    page = stand_in('x"><script>alert(1)</script>', "<b>", "<i>", home=True).content.decode()
    assert "<script>alert" not in page
    assert 'data-page="x&quot;&gt;&lt;script&gt;' in page
    assert not {"<b>", "<i>"} & set(page.split())


def test_a_folder_below_another_is_not_watched_twice(tmp_path: Path) -> None:
    for name in ("a/library.yaml", "a/b/c/pack.yaml", "a/b/library.yaml", "d/library.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    asked = [tmp_path / name for name in ("a", "a/b/c/pack.yaml", "a/b", "d")]
    assert folders_of(asked) == [tmp_path / "a", tmp_path / "d"]
    assert folders_of(asked[1:3]) == [tmp_path / "a/b"]


def test_numbers_that_are_equal_are_parted_in_order() -> None:
    assert list(distinct([5, 5, 6, 5, 1])) == [5, 6, 7, 8, 1]
    numbers = [random.Random(1).randrange(9) for _ in range(50)]
    assert len(set(distinct(numbers))) == 50


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ({"type": "string"}, "string[]"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "(string | null)[]"),
        ({"enum": ["a", "b"]}, '("a" | "b")[]'),
        ({"type": "array", "items": {"type": "integer"}}, "number[][]"),
    ],
)
def test_lists_of_types(items: dict[str, Any], written: str) -> None:
    shape = {"title": "A", "description": "x", "additionalProperties": False, "required": ["l"], "$defs": {}}
    definition = {**shape, "properties": {"l": {"type": "array", "items": items}}}
    text = declarations([definition], ["A"], "d")
    assert f"  l: {written};\n" in text


@pytest.mark.parametrize(
    ("longest", "found"), [(17, False), (18, True), (19, True)], ids=["seven more", "eight more", "nine more"]
)
def test_an_option_is_an_outlier_from_eight_characters_on(longest: int, found: bool) -> None:
    case = {"stem": "Which?", "options": ["a" * 10, "b" * 10, "c" * longest], "answer": "a" * 10}
    assert bool(list(RULES["LP506"].check(view_of(case)))) is found


@pytest.mark.parametrize(
    ("stem", "negative"),
    [
        ("Please do not guess; which city is in Peru?", False),
        ("Do not guess: which city is in Peru?", False),
        ("So as not to guess, which city would you choose?", False),
        ("Which city is not in Peru?", True),
        ("WHICH CITY IS NOT IN PERU?", True),
    ],
)
def test_an_order_makes_no_question_negative(stem: str, negative: bool) -> None:
    case = {"stem": stem, "options": ["Lima", "Quito", "Bogota"], "answer": "Lima"}
    assert bool(list(RULES["LP507"].check(view_of(case)))) is negative
