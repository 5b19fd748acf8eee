"""What proves a figure of prose: the place that has it, what it follows from, what it counts, or that it is stated.

A place proves a figure where it counts the same there, or where the number is a rare one; a small number that stands
anywhere proves nothing.
"""

from collections.abc import Iterator, Sequence

from lpkit.ledger.claim import Binding, Bound, Place, Unbound
from lpkit.ledger.computing import computed
from lpkit.ledger.figures import MOST_FIGURES, Source, sources_of
from lpkit.ledger.measures import measured, proposed, scored
from lpkit.ledger.passage import ADVICE
from lpkit.ledger.reading import Reading
from lpkit.ledger.relating import part_of_whole, related
from lpkit.ledger.stating import counted_here, mannered, quote_around, stated
from lpkit.ledger.tallying import computed_on_points
from lpkit.text.accounting import follows
from lpkit.text.derived import apiece, multiplied, repeated, shared_out
from lpkit.text.figures import BOUNDS, Figure, figures
from lpkit.text.languages.parts import Accounts, ContentWords, Statements, Supports
from lpkit.text.passage import contains
from lpkit.text.repeating import literally
from lpkit.text.stock import FEW, Stock, has_number, named, stands, stock
from lpkit.text.supporting import supported
from lpkit.text.tokens import content, words

_NEAR, _FAR = 60, 70
"""Characters around a figure of a text, and of its source, in which a word says that both are the same."""
_WAYS = (multiplied, apiece, repeated, shared_out)
_STEM = 5
"""Letters by which a word is known again."""
_SEVERAL = 4
"""Numbers from which on one without a noun is that of a source that has it: twos and threes are everywhere."""
_RARE = 20
"""Numbers from which on they are hardly met by chance, whatever they count."""


def prove(reading: Reading, figure: Figure) -> Binding:
    """Give what becomes of a figure that no other claim took."""
    plain = named(_with_unit(reading, figure), reading.passage.text, reading.account.pack.language[Accounts])
    if len(figures(reading.passage.text, reading.account.pack.language)) > MOST_FIGURES:
        return _told(reading, plain) or Unbound()  # A table in prose: looking for sums would cost its square.
    ways = (
        *(mannered, proposed, counted_here, part_of_whole, _told, scored, computed, measured, computed_on_points),
        *(_follows, related, stated),
    )
    for work in ways:
        found = work(reading, plain)
        if isinstance(found, Unbound):
            return stated(reading, plain) or found
        if found is not None:
            return found
    return Unbound()


def _with_unit(reading: Reading, figure: Figure) -> Figure:
    """Give a bare number in the unit of the figure that it is told with: from 6 to 19 and back to 7%."""
    language, text = reading.account.pack.language, reading.passage.text
    if figure.kind == "count" and language[Statements].more_points.match(text, figure.end):
        return figure._replace(unit=reading.known.point)
    if figure.kind != "count" or figure.unit not in {"", *language[Statements].links}:
        return figure
    if len(figures(text, language)) > MOST_FIGURES:
        return figure
    first, last = reading.passage.sentence(figure.start, figure.end)
    beside = [other for other in figures(text, language) if first <= other.start < last and other.kind != "count"]
    for other in beside:
        between = text[figure.end : other.start] if other.start > figure.end else text[other.end : figure.start]
        if other.kind != "multiple" and other.written != "share" and language[Statements].told_with.fullmatch(between):
            value, low, high = (number * other.factor for number in (figure.value, figure.low, figure.high))
            return figure._replace(
                value=value, low=low, high=high, kind=other.kind, unit=other.unit, factor=other.factor
            )
    return figure


def _told(reading: Reading, figure: Figure) -> Binding | None:
    """Give the place that has a figure: as it is, in the same words, or beside a word of its own sentence."""
    if reading.passage.topic.role == "setting":
        return None
    language = reading.account.pack.language
    for site, what, texts in _places(reading, figure):
        source = stock(texts, language)
        if _is_the_same(reading, figure, source, texts) or _in_company(reading, figure, source, texts):
            return Bound((Place(site, what),))
    return None


def _is_the_same(reading: Reading, figure: Figure, source: Stock, texts: Sequence[str]) -> bool:
    """Tell whether a source has a figure as it is; advice speaks of other things too, and there only a rare one is."""
    number = figure.value / figure.factor
    quote = quote_around(reading, figure)
    if quote and (any(contains(told, quote) for told in texts) or reading.passage.topic.role in ADVICE):
        return has_number(figure, source)
    offered = reading.passage.topic.role == "option" and not figure.unit and has_number(figure, source)
    if offered or _goes_back_to(reading, figure, source):
        return True
    if figure.written == "share" or (reading.passage.topic.role in ADVICE and number < _RARE):
        return False
    if figure.kind == "duration" and number != 1 and stands(figure, source):
        return True
    if (
        number >= FEW
        and figure.unit
        and number in source.written
        and any(figure.unit in told.lower() for told in texts)
    ):
        return True
    free = reading.passage.topic.question is not None or reading.passage.topic.role == "rewrite"
    if not number.is_integer() or (number >= FEW and free):
        return has_number(figure, source)
    if number >= FEW and any(literally(reading.passage.text, figure, told) for told in texts):
        return True
    if figure.kind == "count" and not figure.unit:
        return number >= FEW and has_number(figure, source)
    if figure.kind == "duration" and number == 1:
        unit = figure.text.lower().split()[-1].removesuffix("s")
        return any(unit in told.lower() for told in texts)
    return stands(figure, source)


def _goes_back_to(reading: Reading, figure: Figure, source: Stock) -> bool:
    """Tell whether a text goes on about a number that was told: the nine, these five talks; eight, of minutes."""
    if figure.kind != "count" or reading.passage.topic.role in ADVICE:
        return False
    before = reading.passage.before(figure.start)
    definite = reading.account.pack.language[Statements].definite.search(before) is not None
    large = figure.value >= _SEVERAL
    alone = large or reading.passage.topic.role in {"option", "rewrite"}
    for other in source.figures:
        if other.value / other.factor == figure.value:
            bare = not other.unit and (definite or (alone and not figure.unit))
            if bare or (not figure.unit and large):
                return True
    return False


def _places(reading: Reading, figure: Figure) -> Iterator[Source]:
    """Give what a figure may come from: what the passage is about, what was asked, and what it compares with."""
    account, pack, topic = reading.account, reading.account.pack, reading.passage.topic
    yield from sources_of(reading, figure)
    if topic.question is None:
        yield from _answers(reading)
        yield pack.site("evaluate", "setting"), "the setting", (pack.pack.evaluate.setting,)
        for at, fix in pack.fix_its if topic.role in ADVICE else ():
            yield pack.site(*at, "after"), "a rewrite", (fix.before, fix.after)
    yield account.pack.site("prompt"), "the prompt", (pack.pack.title, pack.pack.prompt)


def _answers(reading: Reading) -> Iterator[Source]:
    """Give the answers with which a text compares, and the questions that were asked of its own."""
    account, topic = reading.account, reading.passage.topic
    named_here = {account.resolve(name) for _, _, name in account.mentions(reading.passage)}
    compares = topic.role in ADVICE or topic.role == "message"
    for key, candidate in account.candidates.items():
        asked = [probe.ask for probe in candidate.probes if probe.ask != reading.passage.text]
        told = (*candidate.spoken, *asked)
        if compares or key in named_here:
            yield account.candidate_site(key, "answer"), f"the answer of candidate {key}", told
        elif key == topic.candidate:
            yield account.candidate_site(key, "answer"), f"what candidate {key} was asked", tuple(asked)


def _in_company(reading: Reading, figure: Figure, source: Stock, texts: Sequence[str]) -> bool:
    """Tell whether a source has a number in whose neighbourhood a word of the figure's own neighbourhood stands."""
    if not has_number(figure, source) and figure.written != "share":
        return False
    text, known = reading.passage.text, reading.account.pack.language[ContentWords]
    first, last = reading.passage.sentence(figure.start, figure.end)
    near = f"{text[max(first, figure.start - _NEAR) : figure.start]} {text[figure.end : min(last, figure.end + _NEAR)]}"
    mine = _tokens(near, known)
    for other, at in zip(source.figures, source.texts, strict=True):
        same = other.kind == figure.kind and other.factor == figure.factor
        if same and abs(other.value - figure.value) < 1e-9 * max(1.0, figure.value):
            told = texts[at]
            there = f"{told[max(0, other.start - _FAR) : other.start]} {told[other.end : other.end + _FAR]}"
            if not mine.isdisjoint(_tokens(there, known)):
                return True
    return False


def _tokens(text: str, known: ContentWords) -> set[str]:
    """Give what a neighbourhood is known by: the stems of its words, and its larger numbers."""
    every = words(text)
    numbers = {word for word in every if word.isdecimal() and len(word) > 1}
    return numbers | {word[:_STEM] for word in content(every, known)}


def _follows(reading: Reading, figure: Figure) -> Binding | None:
    """Give what a figure follows from: sums, differences, rates, shares and times of the source that it speaks of."""
    language, note = reading.account.pack.language, reading.passage.text
    if _is_of_the_others(reading, figure):
        return Bound((Place(next(sources_of(reading, figure))[0], "the others, of one more"),))
    if reading.passage.topic.role in {"setting", *ADVICE}:
        return None
    for site, what, texts in sources_of(reading, figure):
        if (
            ((figure.kind != "count" or figure.unit) and follows(figure, stock(texts, language)))
            or supported(note, figure, texts, language)
            or any(work(note, figure, told, language) for told in texts for work in _WAYS)
        ):
            return Bound((Place(site, f"it follows from {what}"),))
    return None


def _is_derived(reading: Reading, figure: Figure) -> bool:
    """Tell whether a text says of a figure what it made of others: how much less, how much for each, a year."""
    known, note = reading.account.pack.language[Supports], reading.passage.text
    before = note[max(figure.start - _NEAR, 0) : figure.start]
    behind = (known.change_behind, known.rate, known.over, reading.account.pack.language[Statements].result_behind)
    return (
        figure.hedge in BOUNDS
        or known.change_before.search(before) is not None
        or reading.account.pack.language[Statements].result_before.search(before) is not None
        or any(cue.match(note, figure.end) for cue in behind)
    )


def _is_of_the_others(reading: Reading, figure: Figure) -> bool:
    """Tell whether a count is that of the others, where a source tells of one more."""
    source = next(sources_of(reading, figure), None)
    if source is None or figure.kind != "count":
        return False
    text, known = reading.passage.text, reading.account.pack.language[Statements]
    rest = known.rest_before.search(reading.passage.before(figure.start)) or known.rest_behind.match(text, figure.end)
    whole = stock(source[2], reading.account.pack.language)
    gone = (1, 2, 3) if figure.value >= FEW else (1,)
    return rest is not None and any(has_number(figure._replace(value=figure.value + number), whole) for number in gone)
