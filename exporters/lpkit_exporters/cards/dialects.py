"""Cards as files, in the dialect that each app imports."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.bundle import pack_files
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.cards.card import Card, Piece, cards
from lpkit_exporters.cards.line import line
from lpkit_exporters.cards.markdown import Block, fenced, markdown, one_line
from lpkit_exporters.items.identity import Identity

Writer = Callable[[PackFile, Sequence[Card]], Iterator[Artifact]]
_RULE = re.compile(r"^(---[ \t]*)$", re.MULTILINE)
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")


def card_files(corpus: Corpus, dialect: str, kinds: Sequence[str], pools: Sequence[str]) -> Iterator[Artifact]:
    """Give the files of every pack that has cards, and of a corpus that is cut those of which something is news."""
    for shelf in corpus.shelves:
        identity = Identity(shelf)
        for file in pack_files(shelf).values():
            made = list(cards(file, kinds, pools))
            news = [card for card in made if identity.is_news(*card.of)]
            if news:
                yield from WRITERS[dialect](file, made if dialect in IN_PLACE else news)


def _two_columns(file: PackFile, made: Sequence[Card]) -> Iterator[Artifact]:
    """Write front and back with a tab between them, a card a line."""
    yield _table(file, ([card.front, (*card.answer, *card.explanation)] for card in made))


def _three_columns(file: PackFile, made: Sequence[Card]) -> Iterator[Artifact]:
    """Write the answer alone, as it is to be typed or chosen, and the explanation in a column of its own."""
    yield _table(file, ([card.front, card.answer, card.explanation] for card in made))


def _table(file: PackFile, rows: Iterator[list[tuple[Piece, ...]]]) -> Artifact:
    lines = ("\t".join(" / ".join(map(line, cell)) for cell in row) for row in rows)
    return Artifact(f"{file.library.id}/{file.id}.tsv", "".join(f"{text}\n" for text in lines).encode())


def _mochi(file: PackFile, made: Sequence[Card]) -> Iterator[Artifact]:
    """Write a file a card; a line of three hyphens parts its sides, so that none in code may be one."""
    for card in made:
        content = "\n\n---\n\n".join(_RULE.sub(r" \1", text) for text in _sides(card, fenced))
        yield Artifact(f"{file.library.id}/{file.id}/{card.kind}-{card.id}.md", f"{content}\n".encode())


def _obsidian(file: PackFile, made: Sequence[Card]) -> Iterator[Artifact]:
    """Write a note a pack for the plugin Spaced Repetition: a line of one question mark parts the sides of a card.

    A blank line ends a card, so that its own paragraphs have a line with a break between them.
    """
    title = markdown(Piece(" ".join(file.title.split())), one_line)
    blocks = [f"#flashcards/{file.library.id}/{file.id}", f"## {title}"]
    for card in made:
        blocks.append("\n?\n".join(map(_without_blanks, _sides(card, one_line))))
    yield Artifact(f"{file.library.id}/{file.id}.md", ("\n\n".join(blocks) + "\n").encode())


def _sides(card: Card, block: Block) -> Iterator[str]:
    """Give front and back as Markdown; of a text that shows nothing, such as a lone fence, there is nothing."""
    for side in (card.front, (*card.answer, *card.explanation)):
        yield "\n\n".join(filter(None, (markdown(piece, block) for piece in side))) or "…"


def _without_blanks(text: str) -> str:
    """Put a break where a blank line is; after a block of HTML, which ends with its line, there is none to put."""
    return _BLANK.sub("\n<br>\n", text).replace("</pre>\n<br>\n", "</pre>\n")


WRITERS: Mapping[str, Writer] = {
    "quizlet": _two_columns,
    "brainscape": _two_columns,
    "memrise": _three_columns,
    "mochi": _mochi,
    "obsidian": _obsidian,
}

IN_PLACE = frozenset({"obsidian"})
"""Dialects whose file takes the place of the former one: it holds all cards of its pack, or they are lost."""
