"""A concept or a coach's note without a question, in a pack in which others have one.

## Why
In card apps a text is a card only where its author gave the question, `ask`: a text without one asks for nothing in
particular, and whoever turns the card cannot tell whether they knew it. Where a pack has begun to ask, the texts that
are left out are easily overlooked. A pack that asks nowhere makes no such cards, which the loss report of the export
says. Drafts and retired packs do not count.

## Bad
```yaml
concepts:
  - id: price
    title: A nuisance has a price
    text: Count the minutes that it costs each week before you say that it was *annoying*.
    ask: What do you count before you call a nuisance annoying?
coaching:
  - Say what the nuisance cost before you say what you did.  # error: LP807
```

## Good
```yaml
concepts:
  - id: price
    title: A nuisance has a price
    text: Count the minutes that it costs each week before you say that it was *annoying*.
    ask: What do you count before you call a nuisance annoying?
coaching:
  - id: cost-first
    text: Say what the nuisance cost before you say what you did.
    ask: What do you say before you say what you did?
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.model import advice_of
from lpkit.rule import PACK, rule


@rule("LP807", "text-without-question", Severity.INFO, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.pack.status != "published":
        return
    asked = [(at, "concept", entry.ask) for at, entry in pack.place(pack.pack.concepts, "concepts")]
    asked += [(at, "coach's note", advice_of(entry).ask) for at, entry in pack.place(pack.pack.coaching, "coaching")]
    if not any(ask for _, _, ask in asked):
        return
    for at, what, ask in asked:
        if ask is None:
            message = f"this {what} has no question, so it is no card; others of the pack have one"
            yield Finding(pack.site(*at), message, "add `ask`, which the text answers, and `id`, which keeps the card")
