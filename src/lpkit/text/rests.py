"""Those that are left: "22 farms … seven farms … the other 14" leaves one out."""

from collections.abc import Iterator

from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Borrowings, FigureWords
from lpkit.text.slip import Slip

_BEFORE = 900
"""Characters before it in which the whole and the part may be told."""
_PAIR = 2


def rests(text: str, language: Language) -> Iterator[Slip]:
    """Find counts of the others that are not what is left of the one whole and the one part told of them."""
    known, amounts = language.get(Borrowings), language.get(FigureWords)
    if known is None or amounts is None or known.other_word not in text:
        return
    for match in known.others.finditer(text):
        word = match["n"].lower()
        number = float(word) if word.isdecimal() else amounts.numerals.get(word, 0.0)
        near = text[max(match.start() - _BEFORE, 0) : match.start()]
        told = [figure for figure in figures(near, language) if figure.kind == "count" and figure.written != "vague"]
        pairs = list(_pairs(told))
        if number > 1 and len(pairs) == 1 and not _comes(number, figures(text, language)):
            whole, part = pairs[0]
            if number >= whole.value:
                continue  # The others of another thing.
            said = f"{whole.text} {whole.unit}, {part.text} {part.unit}, {match.group()}"
            rest = whole.value - part.value
            yield Slip("sum", said, f"{whole.text} − {part.text} is {rest:g}, not {match['n']}", False)


def _pairs(told: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Give a whole and its part, where just two amounts of a thing are told."""
    for unit in {figure.unit for figure in told if figure.unit}:
        every = {figure.value: figure for figure in told if figure.unit == unit and not figure.hedge}
        if len(every) == _PAIR and min(every) > 1:
            yield every[max(every)], every[min(every)]


def _comes(number: float, every: tuple[Figure, ...]) -> bool:
    """Tell whether two counts of something in a text lie as far apart as a number says."""
    values = {figure.value for figure in every if figure.kind == "count" and figure.unit} - {number}
    return any(one - two == number for one in values for two in values)
