"""The words of one question, each worked out once and only when a rule asks for it."""

from collections.abc import Sequence

from lpkit.pattern import pattern
from lpkit.text.asking import Negation, may_quote, negation, without_quotations
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords, MetaOptions, Negations
from lpkit.text.meta_options import meta_kinds, plain_option
from lpkit.text.once import Once
from lpkit.text.quantities import Quantity, quantities
from lpkit.text.tokens import content, words

_LISTED = pattern(r"(?<![\w.'’)])([A-H])\)(?=\s)")
"""A letter that lists something ("A) bread B) milk"); alone, it may end a remark."""
_CAPITAL = pattern(r"(?<![\w.'’])[B-H](?![\w'’)]|\.\w)")


class ItemText:
    """A question as text: a stem, options, the place of the key, and the language in which all of it is.

    `glossary` holds words of the subject's own vocabulary (names of principles, levels, dimensions), in their common
    form, and whole names in lower case: they repeat in stem and options on purpose.
    """

    def __init__(
        self,
        stem: str,
        options: Sequence[str],
        answer: str,
        language: Language,
        glossary: frozenset[str] = frozenset(),
    ) -> None:
        self.stem = stem
        self.options = options
        self.answer = answer
        self.language = language
        self.glossary = glossary

    @Once
    def key(self) -> int | None:
        """Give the place of the key among the options; None where it is none of them."""
        return self.options.index(self.answer) if self.answer in self.options else None

    @Once
    def own(self) -> str:
        """Give the stem without what it quotes."""
        return self._without_quotations(self.stem)

    @Once
    def stem_words(self) -> tuple[str, ...]:
        """Give the words of the stem, without what it quotes."""
        return words(self.own)

    @Once
    def stem_vocabulary(self) -> frozenset[str]:
        """Give the words of the stem as a set."""
        return frozenset(self.stem_words)

    @Once
    def stem_content(self) -> frozenset[str]:
        """Give the common forms of the words that say what the stem is about, names of the subject left out.

        Nothing where the language's words are not known, as for the options.
        """
        known = self.language.get(ContentWords)
        return content(self.stem_vocabulary, known) - self.glossary if known else frozenset()

    @Once
    def negation(self) -> Negation | None:
        """Give what makes the stem negative; None where nothing does, or where the words are not known."""
        known, own = self.language.get(Negations), self.own
        if known is None:
            return None
        # Most stems have no such word, and no ending of one either.
        maybe = not known.words.isdisjoint(self.stem_vocabulary) or any(map(own.__contains__, known.endings))
        return negation(own, known) if maybe else None

    @Once
    def plain(self) -> list[str]:
        """Give the options in the form in which their wording is compared."""
        return [plain_option(option) for option in self.options]

    @Once
    def joined(self) -> str:
        """Give all options as one text, a line each: most have no mark that a rule looks for."""
        return "\n".join(self.options)

    @Once
    def option_words(self) -> list[tuple[str, ...]]:
        """Give the words of each option."""
        return [words(option) for option in self.options]

    @Once
    def claims(self) -> list[tuple[str, tuple[str, ...]]]:
        """Give what options say themselves, in lower case, and its words: quotations are somebody else's.

        A single word says nothing where the stem quotes it, or asks about one word that it quotes.
        """
        quoted = frozenset(words(self.stem)) - self.stem_vocabulary if self.own != self.stem else frozenset()
        return [
            ("", ())
            if len(tokens) == 1 and quoted and (len(quoted) == 1 or not quoted.isdisjoint(tokens))
            else (text, tokens)
            if own == option
            else (own.lower(), words(own))
            for option, text, tokens in zip(self.options, self.plain, self.option_words, strict=True)
            for own in [self._without_quotations(option)]
        ]

    @Once
    def option_content(self) -> list[frozenset[str]]:
        """Give the common forms of the words that carry content, for each option."""
        known = self.language.get(ContentWords)
        return [content(tokens, known) if known else frozenset() for tokens in self.option_words]

    @Once
    def vocabulary(self) -> frozenset[str]:
        """Give the words of all options as a set."""
        return frozenset().union(*self.option_words)

    @Once
    def first_words(self) -> frozenset[str]:
        """Give the words with which options begin: most rules on their form need no more."""
        return frozenset([tokens[0] for tokens in self.option_words if tokens])

    @Once
    def metas(self) -> tuple[str, ...]:
        """Give for each option what it says of the others (`lpkit.text.meta_options`), where the words are known."""
        meta = self.language.get(MetaOptions)
        if meta is None or meta.first_words.isdisjoint(self.first_words):
            return ("",) * len(self.options)
        letters = self.stem_letters
        offered = letters and frozenset("".join(map("".join, meta.offered.findall(self.stem))).lower())
        return meta_kinds(self.plain, meta, letters, offered)

    @Once
    def answers(self) -> list[int]:
        """Give the places of the options that answer the question, and do not speak of other options."""
        return [place for place, kind in enumerate(self.metas) if not kind]

    @Once
    def quantities(self) -> list[Quantity] | None:
        """Give the answers as numbers of one form; None where one is no number or the forms differ."""
        return quantities([self.options[place] for place in self.answers], self.language)

    @Once
    def distractors(self) -> list[int]:
        """Give the places of the answers that are wrong."""
        return [place for place in self.answers if place != self.key]

    @Once
    def lengths(self) -> list[int]:
        """Give the length of each option in characters."""
        return [len(option.strip()) for option in self.options]

    @Once
    def stem_letters(self) -> frozenset[str]:
        """Give the single capital letters with which the stem names things, in lower case; A is one beside others."""
        found = {letter.lower() for letter in _CAPITAL.findall(self.stem)}
        if len(listed := frozenset(_LISTED.findall(self.stem))) > 1:
            found |= {letter.lower() for letter in listed}
        return frozenset(found | {"a"} if found else found)

    def _without_quotations(self, text: str) -> str:
        if not may_quote(text):
            return text
        known = self.language.get(Negations)
        return without_quotations(text, known.words if known else frozenset())
