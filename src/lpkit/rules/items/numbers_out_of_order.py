"""Numbers that neither rise nor fall.

## Why
Readers search for their number where it belongs, and an odd place draws the eye (Haladyna, Downing and Rodriguez
2002, guideline 21; NBME Item-Writing Guide 2020). Numbers that rise keep their order in every front end.

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

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Fix, Severity
from lpkit.editing.edits import reordered
from lpkit.rule import QUESTION, rule
from lpkit.text.quantities import ordered


@rule("LP511", "numbers-out-of-order", Severity.WARNING, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    places = item.answers
    found = item.quantities if len(places) > 2 else None
    if found is None or ordered(found):
        return
    target = [places[at] for at in sorted(range(len(places)), key=lambda at: found[at][:2])]
    wanted = [item.options[place] for place in target]
    # The first option that would move, in whichever order is nearer, is where the eye should go.
    moved = next(place for place, source in zip(places, target, strict=True) if place != source)
    message = f"the numbers are out of order: {', '.join(item.options[place] for place in places)}"
    help = f"write them as {', '.join(wanted)}"
    fix = _reordering(question, places, target)
    yield Finding(question.site("options", moved), message, help, value=" ".join(wanted), fix=fix)


def _reordering(question: QuestionView, places: list[int], target: list[int]) -> Fix | None:
    """Put the options at some places into another order, where the source is a file of YAML."""
    source = question.source
    if source is None:
        return None
    moves = dict(zip(places, target, strict=True))
    order = [moves.get(place, place) for place in range(len(question.item.options))]
    fix = reordered(source, question.site("options").at, order)
    return fix._replace(title="put the numbers in order") if fix else None
