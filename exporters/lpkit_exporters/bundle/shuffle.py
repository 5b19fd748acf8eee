"""The order in which the options of a question are shown."""

from collections.abc import Set as AbstractSet
from hashlib import sha256


def shuffled(seed: str, count: int, fixed: AbstractSet[int]) -> list[int]:
    """Give the places of options in an order that depends on the seed alone; `fixed` places stay where they are."""
    free = [place for place in range(count) if place not in fixed]
    mixed = iter(sorted(free, key=lambda place: sha256(f"{seed}\n{place}".encode()).digest()))
    return [place if place in fixed else next(mixed) for place in range(count)]
