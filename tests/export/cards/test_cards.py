"""Cards come out of each dialect as the same cards, whatever their texts hold."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lpkit.export import Corpus, LpkitError, Shelf, render_markdown
from lpkit_exporters.bundle.bundle import PackFile, bundle
from lpkit_exporters.cards import DIALECTS, exporter
from lpkit_exporters.cards.card import Card, Piece
from lpkit_exporters.cards.dialects import WRITERS
from lpkit_exporters.cards.line import line
from lpkit_exporters.cards.markdown import fenced, markdown, one_line

NASTY = (
    *(
        "a",
        "word",
        " ",
        "\n",
        "\n\n",
        "\t",
        "::",
        ":::",
        "?",
        "??",
        "#flashcards",
        "# x",
        "---",
        "***",
        "- ",
        "+ ",
        "1. ",
    ),
    *("*", "**", "_", "`", "``", "```", "~~~", "~~", "==", "$", "$$", "%%", "{{c1::x}}", "[[note]]", "![x](y)", "|"),
    *("[x](javascript:y)", "[x](https://a.example)", "<https://a.example/b_c>", "<b>", "</p>", "<!--SR:!1-->", "&lt;"),
    *("\\", "\\*", "> ", "^a", "| a | b |", "=", "\u2028", "\r\n", "\N{GRINNING FACE}", "std::map", "x == y", "(", ")"),
)
texts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=12).map("".join).filter(str.strip)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = (fenced, one_line)


class Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set[str]()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.add(tag)


def shown(html: str) -> str:
    """Give the signs that a page shows, without white space."""
    return "".join(Words(html).text.split())


def with_question(corpus: Corpus, **update: object) -> Corpus:
    (shelf,) = corpus.shelves
    pack = shelf.packs[0]
    question = pack.questions[0].model_copy(update=update)
    return Corpus((Shelf(shelf.library, (pack.model_copy(update={"questions": [question]}),)),))


def written(corpus: Corpus, **options: str) -> dict[str, str]:
    return {artifact.path: artifact.content.decode() for artifact in exporter.render(corpus, options)}


def obsidian(note: str) -> list[tuple[str, str]]:
    """Read a note as the plugin Spaced Repetition does: its cards, and none that it would see beside them."""
    cards, block = [], []
    for row in [*note.split("\n"), ""]:
        if row.strip():
            block.append(row)
            continue
        separators = [place for place, text in enumerate(block) if text.strip() in {"?", "??"}]
        if separators:
            assert len(separators) == 1, block
            cards.append(("\n".join(block[: separators[0]]), "\n".join(block[separators[0] + 1 :])))
        block = []
    for row in note.split("\n"):
        assert not {"::", "==", "{{", "<!--"} & {row[at:][:size] for at in range(len(row)) for size in (2, 4)}, row
    assert re.findall(r"(?<!\\)#\w+", re.sub(r"&#\d+;", "", note)) == ["#flashcards"]
    return cards


def count_of(corpus: Corpus, pools: tuple[str, ...] = ("practice",)) -> int:
    pack = corpus.shelves[0].packs[0]
    quoted = sum(len(candidate.auto_fails) for candidate in pack.evaluate.candidates)
    return quoted + len(pack.fix_its) + sum(question.pool in pools for question in pack.questions)


@pytest.mark.parametrize(("dialect", "tabs"), [("quizlet", 1), ("brainscape", 1), ("memrise", 2)])
def test_a_line_is_a_card(corpus: Corpus, dialect: str, tabs: int) -> None:
    (table,) = written(corpus, dialect=dialect).values()
    rows = table.removesuffix("\n").split("\n")
    assert len(rows) == count_of(corpus)
    assert {row.count("\t") for row in rows} == {tabs}
    assert all(cell.strip() == cell != "" for row in rows for cell in row.split("\t"))


def test_a_file_is_a_card(corpus: Corpus) -> None:
    files = written(corpus, dialect="mochi")
    assert len(files) == count_of(corpus)
    assert {len(re.split(r"^---$", text, flags=re.MULTILINE)) for text in files.values()} == {2}
    assert all(path.startswith("sample/quiet-alarm/") and path.endswith(".md") for path in files)


def test_a_note_has_all_cards_of_its_pack(corpus: Corpus) -> None:
    (note,) = written(corpus, dialect="obsidian").values()
    assert len(obsidian(note)) == count_of(corpus)
    assert note.startswith("#flashcards/sample/quiet-alarm\n\n")


def test_a_question_asks_and_its_back_tells_the_key_first(corpus: Corpus) -> None:
    (table,) = written(with_question(corpus, pool="practice"), dialect="memrise", kinds="question").values()
    question = corpus.shelves[0].packs[0].questions[0]
    front, answer, explanation = table.rstrip("\n").split("\t")
    assert question.stem in front
    assert re.fullmatch(rf"[A-Z]\) {re.escape(question.answer)}", answer)
    assert answer in front
    assert all(option.text in front for option in question.options)
    assert question.steps[-1].replace("*", "") in explanation


@pytest.mark.parametrize("pools", ["practice", "test", "practice,test", "test, practice"])
def test_pools_and_kinds_are_chosen(corpus: Corpus, pools: str) -> None:
    asked = tuple(pool.strip() for pool in pools.split(","))
    (table,) = written(corpus, pools=pools).values()
    assert table.count("\n") == count_of(corpus, asked)
    (table,) = written(corpus, pools=pools, kinds="question").values()
    questions = corpus.shelves[0].packs[0].questions
    assert table.count("\n") == sum(question.pool in asked for question in questions)


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        ({"dialect": "obsidain"}, "dialect is obsidain", "did you mean obsidian?"),
        ({"dialect": ""}, "dialect is empty", "it is quizlet, brainscape, memrise, mochi or obsidian"),
        ({"kinds": "question,fixit"}, "kinds names fixit, which is not known", "did you mean fix-it?"),
        ({"kinds": "question,"}, "kinds has an empty name", "it takes, with commas: question, fix-it, marker"),
        ({"pools": "exam"}, "pools names exam, which is not known", "it takes, with commas: practice, test"),
    ],
)
def test_wrong_settings_are_refused_with_what_may_be_meant(
    corpus: Corpus, options: dict[str, str], message: str, hint: str
) -> None:
    with pytest.raises(LpkitError) as refused:
        exporter.render(corpus, options)
    assert (str(refused.value), refused.value.hint) == (message, hint)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_same_bytes_twice_and_nothing_without_packs(corpus: Corpus, dialect: str) -> None:
    assert written(corpus, dialect=dialect) == written(corpus, dialect=dialect)
    assert written(Corpus(()), dialect=dialect) == {}


@given(texts)
@example("a\tb\nc\r\nd\u2028e")
def test_a_text_on_one_line_keeps_its_words(text: str) -> None:
    flat = line(Piece(text))
    assert len(flat.splitlines()) == 1
    assert "\t" not in flat
    assert "".join(flat.replace("/", " ").split()) == "".join(text.replace("/", " ").split())


@given(texts)
def test_prose_on_one_line_has_no_markup_and_all_words(text: str) -> None:
    flat = line(Piece(text, prose=True))
    assert len(flat.splitlines()) <= 1
    without = re.sub(r" \(https://a\.example[^ ]*?\)", "", flat)
    assert re.sub(r"\W", "", without) == re.sub(r"\W", "", shown(render_markdown(text)))


@pytest.mark.parametrize("block", BLOCKS, ids=["fenced", "one line"])
@given(text=texts)
@example(text="1. a\n---\n# b\n> c")
@example(text="a\n===\nb")
@example(text="| a | b |\n| - | - |\n| c | d |")
def test_plain_text_reads_the_same_in_markdown(block: Callable[[str], str], text: str) -> None:
    rendered = READER.render(markdown(Piece(text), block))
    code = re.compile(r"^[ \t]*(?:```+|~~~+)[ \t]*[\w+#.-]*[ \t]*$", re.MULTILINE)
    assert Words(rendered).tags <= {"p", "br", "pre", "code"}
    # The marks around code are the one thing that a reader does not see.
    assert shown(rendered) == "".join(text.split()) or code.search(text)


@pytest.mark.parametrize("block", BLOCKS, ids=["fenced", "one line"])
@given(text=texts)
@example(text="see `std::map` and `a == b`")
@example(text="*so* [x](https://a.example/?a=b) and [y](javascript:z)")
@example(text="x\n---\ny")
def test_prose_means_in_markdown_what_it_means_everywhere(block: Callable[[str], str], text: str) -> None:
    rendered, meant = READER.render(markdown(Piece(text, prose=True), block)), render_markdown(text)
    assert shown(rendered) == shown(meant)
    assert Words(rendered).tags <= Words(meant).tags | {"p", "br"}


PROSE = [
    ("*so* it is, **really**", "so it is, really"),
    ("# no heading", "# no heading"),
    ("a :: b ::: c", "a :: b ::: c"),
    ("use `a :: b` here", "use a :: b here"),
    ("x == y, {{c1::z}}, $5 and $6, %%no%%", "x == y, {{c1::z}}, $5 and $6, %%no%%"),
    ("[x](https://a.example/?a=b) [y](javascript:z)", "x [y](javascript:z)"),
    ("![i](https://a.example/i.png)", "!i"),
    ("- one\n- two\n\nthen", "one two then"),
    ("a <b> & &lt; \\* c", "a <b> & < * c"),
    ("over\n---\nunder", "over --- under"),
    ("?\nnext", "? next"),
    ("```\nx :: y\n\n?\n---\n```\nend", "x :: y ? --- end"),
    ("#flashcards [[note]] ^id | ~~x~~", "#flashcards [[note]] ^id | ~~x~~"),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
@pytest.mark.parametrize("block", BLOCKS, ids=["fenced", "one line"])
def test_prose_shows_these_words(block: Callable[[str], str], text: str, expected: str) -> None:
    assert shown(READER.render(markdown(Piece(text, prose=True), block))) == "".join(expected.split())


@pytest.fixture(scope="session")
def file(corpus: Corpus) -> PackFile:
    (pack,) = bundle(corpus).packs.values()
    return pack


@given(stem=texts, step=texts, option=texts)
@example(stem="```\nx\n---\ny::z\n\n?\n```", step="?\n\n---\n\na::b", option="#flashcards ==x==")
@example(stem="a", step="<!--SR:!1-->", option="---")
def test_a_card_full_of_signs_is_one_card_everywhere(file: PackFile, stem: str, step: str, option: str) -> None:
    front = (Piece(stem, quoted=True), Piece(stem), Piece(option))
    card = Card("question", "x", ("question", "pack/x"), front, (Piece(option),), (Piece(step, prose=True),))
    for dialect, write in WRITERS.items():
        (artifact,) = write(file, [card])
        content = artifact.content.decode()
        if dialect == "mochi":
            assert len(re.split(r"^---\s*$", content, flags=re.MULTILINE)) == 2
        elif dialect == "obsidian":
            ((asked, told),) = obsidian(content)
            assert Words(READER.render(asked)).tags <= {"p", "br", "pre", "code"}
            assert shown(READER.render(told)).endswith(shown(render_markdown(step)))
        else:
            assert len(content.splitlines()) == 1
            assert content.count("\t") == (2 if dialect == "memrise" else 1)
