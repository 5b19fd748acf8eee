"""Parts on single words: which carry content, which may stand twice, which stand for a text to be written."""

from collections.abc import Callable, Sequence
from re import Pattern
from typing import NamedTuple

from lpkit.pattern import pattern


class ContentWords(NamedTuple):
    """Which words say something of a subject, and when two are inflections of one."""

    stop_words: frozenset[str]
    """Words that say nothing of a question's subject: function words, the vocabulary of asking, persons of a case."""
    common_form: Callable[[str], str]
    """Reduces a word in lower case to what its inflections share; empty for words without content."""
    derived: tuple[tuple[str, str], ...] = ()
    """Endings of nouns, each with the end of what all forms of its verb begin with: `erosion`, `erod`."""


class RepeatedWords(NamedTuple):
    """Words that may well stand twice in a row."""

    may_repeat: frozenset[str]
    """In lower case: words where two clauses meet, and words that insist."""
    capitals: frozenset[str] = frozenset()
    """Words with a capital letter that are no names all the same."""


class MarkupWords(NamedTuple):
    """Words of questions whose subject is markup, besides the names of formats."""

    words: frozenset[str]


class Placeholders(NamedTuple):
    """Texts that stand for one which is still to be written; made by `placeholders`."""

    only: Pattern[str]
    """A whole text that is nothing else."""
    beginnings: frozenset[str]
    """Characters with which such a whole text begins."""
    signal: Pattern[str]
    """A placeholder within a text."""
    signs: Sequence[str]
    """What a file with such a signal holds; most files have none of these."""


def placeholders(
    only: str = "", beginnings: str = "", before: Sequence[str] = (), after: str = "", asks: str = "",
    asks_in_brackets: str = "", here: str = "", signs: Sequence[str] = (),
) -> Placeholders:  # fmt: skip
    """Add a language's own placeholders to those that are the same everywhere; all are pieces of patterns.

    `only` are whole texts with their `beginnings`, `before` and `after` words beside a signal such as TODO that is
    spoken of, `asks` the first words of an order in angle brackets, `asks_in_brackets` in square ones, `here` other
    signals, `signs` what tells that one of these may be in a file.
    """
    spoken_of = "".join(rf"(?<!\b{word} )" for word in before) + r"(?<!\d )(?<![\w/.@#-])"
    return Placeholders(
        pattern(
            r"\s*(?:…|\.{3,}|\?{2,}|REPLACE[ _-]ME|CHANGE[ _-]?ME|TBC|[(\[]?(?:todo|tbd|tbc|fixme|xxx)[)\]]?"
            rf"{only and '|'}{only})[\s.!]*"
        ),
        frozenset(f" \t\n….?RCTtfx([{beginnings}"),
        pattern(
            rf"{spoken_of}(?:TODO|TBD|FIXME|XXX)(?![\w/-]){after and f'(?!{after})'}"
            r"|\b[Ll]orem [Ii]psum\b|\bREPLACE[ _-]ME\b"
            rf"|(?<![\w<])<(?:{asks}{asks and '|'}placeholder|todo|tbd|xxx)\b[^<>\n=/]{{0,60}}>"
            r"|(?<![\w<])<(?!(?:input|option|button|video|audio|script|details)\b)[a-z]+(?: [a-z]+){1,5}>"
            rf"|\[(?:{asks_in_brackets}{asks_in_brackets and '|'}placeholder|todo|tbd)\b[^\]\n]{{0,60}}\](?!\()"
            rf"{here and '|'}{here}|\{{\{{[^{{}}\n]{{1,60}}\}}\}}"
        ),
        ("TODO", "TBD", "FIXME", "XXX", "orem", "REPLACE", "<", "[place", "[todo", "[tbd", "{{", "\\", *signs),
    )


ANY_PLACEHOLDERS = placeholders()
"""Those that are the same in every language."""
