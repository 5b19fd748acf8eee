"""Ids that nobody has, whatever was taken before and in which order."""

from itertools import chain, count

from hypothesis import given
from hypothesis import strategies as st

from lpkit.authoring.ids import FreeIds

STEMS = st.sampled_from(["fix", "fix-1", "fix-2", "question"])


@given(st.sets(st.sampled_from(["fix", "fix-1", "fix-3", "question-2"])), st.lists(st.tuples(STEMS, st.booleans())))
def test_the_first_that_is_free_is_given(taken: set[str], asked: list[tuple[str, bool]]) -> None:
    ids = FreeIds(taken)
    for stem, numbered in asked:
        first = [f"{stem}-1"] if numbered else [stem]
        names = chain(first, (f"{stem}-{number}" for number in count(2)))
        name = ids.numbered(stem) if numbered else ids.like(stem)
        assert name == next(one for one in names if one not in taken)
        assert name not in ids
        taken.add(ids.take(name))
        assert name in ids


def test_what_is_given_and_not_taken_is_given_again() -> None:
    ids = FreeIds(["fix"])
    assert [ids.like("fix"), ids.like("fix"), ids.take("fix-2")] == ["fix-2"] * 3
    assert ids.like("fix") == "fix-3"
