"""The order of options: one rule, which every front end obeys.

1. Which places are fixed, `lpkit.export.fixed_places` says alone. Front ends get it as data (`fixed` in the data block
   of a page, `data-fixed` on a card) and judge no text. The options of all other places are free.
2. Free options change places among themselves; the others stay where they are.
3. The first order (`shuffled`: in the JSON, on a page, in the field of a card) follows from the question's id alone.
   Where two options are free it is never the order of the source, in which authors like to put the key in one place.
4. Whoever shuffles anew (a page for each round, a card each time it is shown) draws from all orders of the free
   options, that of the source among them: to leave one out would tell something about the key.
"""

from collections.abc import Set as AbstractSet
from hashlib import sha256

from lpkit.export import fixed_places
from lpkit.model import Question


def first_order(question: Question, language: str) -> list[int]:
    """Give the places of a question's options in the order in which they are first shown.

    `language` is the tag of the library.
    """
    return shuffled(question.id, len(question.options), fixed_places(question, language))


def shuffled(seed: str, count: int, fixed: AbstractSet[int]) -> list[int]:
    """Give the places from 0 to `count` in an order that depends on the seed alone; `fixed` places stay."""
    free = [place for place in range(count) if place not in fixed]
    mixed = sorted(free, key=lambda place: sha256(f"{seed}\n{place}".encode()).digest())
    following = iter(mixed if mixed != free else [*mixed[1:], *mixed[:1]])
    return [place if place in fixed else next(following) for place in range(count)]
