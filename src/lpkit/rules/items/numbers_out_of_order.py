"""Numbers that neither rise nor fall.

## Why
Readers search for their number where it belongs, and an odd place draws the eye (Haladyna, Downing and Rodriguez
2002, guideline 21; NBME Item-Writing Guide 2020). Numbers that rise keep their order in every front end. What may be
versions (3.8, 3.9, 3.10) or dates is in order if it is so in one of its readings, and put in order only where all of
its readings agree. Fractions, powers, TeX, units of one kind (mg and g, minutes and hours) and numbers before a last
option of words are information. Numbers that are names have no order: rooms, flights, telephones, where the stem asks
for those.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: How many pages of a month were real faults?
    options:
      - "31 pages"  # error: LP511
      - "2 pages"
      - "64 pages"
    answer: "2 pages"
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: How many pages of a month were real faults?
    options:
      - "2 pages"
      - "31 pages"
      - "64 pages"
    answer: "2 pages"
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator, Sequence

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Fix, Severity
from lpkit.editing.edits import reordered
from lpkit.pattern import pattern
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import PLAIN_NUMBERS, NumberWords
from lpkit.text.notation import in_order, read_all
from lpkit.text.quantities import ordered
from lpkit.text.versions import is_ordered, other_readings

_FEWEST = 3
_FIGURE = pattern(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞]")


@rule("LP511", "numbers-out-of-order", Severity.WARNING, QUESTION, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    places = item.answers
    found = item.quantities if len(places) > 2 else None
    if found is None:
        yield from _in_notation(question, places)
        return
    if ordered(found) or _names(question):
        return
    others = other_readings([item.options[place] for place in places])
    if any(map(is_ordered, others)):
        return
    target = _sorted(places, [quantity[:2] for quantity in found])
    certain = all(_sorted(places, reading) == target for reading in others)
    wanted = [item.options[place] for place in target]
    # The first option that would move, in whichever order is nearer, is where the eye should go.
    moved = next(place for place, source in zip(places, target, strict=True) if place != source)
    message = f"the numbers are out of order: {', '.join(item.options[place] for place in places)}"
    help = f"write them as {', '.join(wanted)}" if certain else "let them rise, as numbers or as what else they are"
    fix = _reordering(question, places, target) if certain else None
    yield Finding(question.site("options", moved), message, help, value=" ".join(wanted), fix=fix)


def _in_notation(question: QuestionView, places: list[int]) -> Iterator[Finding]:
    """Look at numbers in TeX, fractions, powers and units of one kind, and at those before a last option of words."""
    options = [question.item.options[place] for place in places]
    if len(options) < _FEWEST or not _FIGURE.search(options[0]):
        return
    if not _FIGURE.search(options[-1]) and len(options) > _FEWEST:
        places, options = places[:-1], options[:-1]
    values = read_all(options, question.language.get(NumberWords) or PLAIN_NUMBERS)
    if values is None or in_order(values) or _names(question) or any(map(is_ordered, other_readings(options))):
        return
    target = _sorted(places, [(value,) for value in values])
    moved = next(place for place, source in zip(places, target, strict=True) if place != source)
    wanted = [question.item.options[place] for place in target]
    message = f"the numbers are out of order: {', '.join(options)}"
    help = f"write them as {', '.join(wanted)}"
    yield Finding(question.site("options", moved), message, help, value=" ".join(wanted), severity=Severity.INFO)


def _names(question: QuestionView) -> bool:
    """Tell whether the stem asks for a number that is a name: nobody looks for a telephone number by its size."""
    known = question.language.get(NumberWords)
    return bool(known and known.names and known.names.search(question.item.stem))


def _sorted(places: list[int], values: Sequence[tuple[float, ...]]) -> list[int]:
    """Give places in the order of the values that stand there."""
    return [places[at] for at in sorted(range(len(places)), key=values.__getitem__)]


def _reordering(question: QuestionView, places: list[int], target: list[int]) -> Fix | None:
    """Put the options at some places into another order, where the source is a file of YAML."""
    source = question.source
    if source is None:
        return None
    moves = dict(zip(places, target, strict=True))
    order = [moves.get(place, place) for place in range(len(question.item.options))]
    fix = reordered(source, question.site("options").at, order)
    return fix._replace(title="put the numbers in order") if fix else None
