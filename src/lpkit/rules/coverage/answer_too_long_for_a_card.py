"""A text of more than 60 words that answers the question of a card.

## Why
A card asks for one thing. Nobody recalls a text of more than 60 words, so they cannot tell whether they knew it; cards
fold what goes on after that. Say it shorter, or make two texts of it with a question each. Texts without `ask` are read
on a page and may be longer.

## Bad
```yaml
concepts:
  - id: price
    title: A nuisance has a price
    ask: What do you count before you call a nuisance annoying?
    text: >-  # error: LP808
      Count the minutes that it costs each week before you say that it was *annoying*, and name who loses them. Do so
      for the month before and for the month after, in the same way both times, so that nobody can say that you measured
      something else. Then say what the minutes would have been worth, in the work that was left undone meanwhile, and
      only after that tell what you did about it.
```

## Good
```yaml
concepts:
  - id: price
    title: A nuisance has a price
    ask: What do you count before you call a nuisance annoying?
    text: Count the minutes that it costs each week before you say that it was *annoying*, and name who loses them.
```
"""

from collections.abc import Iterator
from typing import Final

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.model import advice_of
from lpkit.rule import PACK, rule
from lpkit.text.counting import count_words

_MOST: Final = 60
"""Words that a card shows at once of the text behind a question."""


@rule("LP808", "answer-too-long-for-a-card", Severity.INFO, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    concepts = [(at, entry.ask, entry.text) for at, entry in pack.place(pack.pack.concepts, "concepts")]
    notes = [
        (at, advice_of(entry).ask, advice_of(entry).text) for at, entry in pack.place(pack.pack.coaching, "coaching")
    ]
    for at, ask, text in (*concepts, *notes):
        count = count_words(text)
        if ask and count > _MOST:
            message = f"this text has {count} words; a card shows {_MOST} at most"
            yield Finding(
                pack.site(*at, "text"), message, "say it shorter, or make two texts of it with a question each"
            )
