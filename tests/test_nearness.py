"""Near pairs of questions that are followed from one state to the next are those of a search from the beginning."""

import random

import pytest

from lpkit.text.likeness import CROWD, Print, nearness
from lpkit.text.near_pairs import Follower

WORDS = "alarm night count team page rota form queue desk report owner guest".split()  # noqa: SIM905


def _question(draw: random.Random, length: int) -> str:
    """Give a packed print of words of which many questions have the same."""
    stem, options = draw.choices(WORDS, k=length), draw.choices(WORDS[:6], k=4)
    return Print.of(" ".join(stem), None, options).packed


def _edited(draw: random.Random, packed: list[str], length: int) -> list[str]:
    """Change, add, copy, move or remove a question or two."""
    now = list(packed)
    for _ in range(draw.choice([1, 1, 1, 2])):
        place = draw.randrange(len(now))
        kind = draw.choice(["change", "change", "add", "copy", "remove", "move"])
        if kind == "change":
            now[place] = _question(draw, length)
        elif kind in ("add", "copy"):
            now.insert(draw.randrange(len(now)), now[place] if kind == "copy" else _question(draw, length))
        else:
            taken = now.pop(place)
            if kind == "move":
                now.insert(draw.randrange(len(now)), taken)
    return now


@pytest.mark.parametrize("seed", range(20))
def test_followed_pairs_are_those_of_a_search(seed: int) -> None:
    draw = random.Random(seed)
    length = draw.choice([3, 5, 9])
    packed = [_question(draw, length) for _ in range(60)]
    packed += [draw.choice(packed) for _ in range(15)]
    follower = Follower()

    def skip(one: int, two: int) -> bool:
        # What a rule passes over follows from both questions, not from where they stand.
        return (len(packed[one]) + len(packed[two])) % 5 == 0

    for _ in range(30):
        assert follower.firsts(packed, packed, skip) == nearness(packed, skip).firsts
        packed = _edited(draw, packed, length)


def test_crowds_are_searched_anew() -> None:
    """Of more questions that share all their words, a search names the nearest of the first ones only."""
    draw = random.Random(1)
    one = _question(draw, 9)
    packed = [one] * (2 * CROWD) + [_question(draw, 9) for _ in range(50)]
    follower = Follower()
    for _ in range(10):
        packed = [*packed, _question(draw, 9)]
        del packed[draw.randrange(len(packed))]
        assert follower.firsts(packed, packed, lambda *_: False) == nearness(packed, lambda *_: False).firsts
