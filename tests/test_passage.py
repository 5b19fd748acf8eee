"""Where a quote stands: what is found is what the checks accept, at its place in the text as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.text.passage import contains, fold, locate

_SIGNS = st.text(st.sampled_from(" \n-–—“”\"'’.…[]aAbβ1_\u00a0"), max_size=24)


@given(_SIGNS, st.data())
def test_a_quote_is_located_where_the_checks_find_it(answer: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(answer)))
    quote = data.draw(st.one_of(_SIGNS, st.just(answer[start : start + data.draw(st.integers(1, 24))])))
    found = locate(answer, quote)
    assert (found is not None) == contains(answer, quote)
    # A hyphen at the end of a passage is a dash only with the space behind it.
    if found is not None and "-" not in (fold(quote)[0], fold(quote)[-1]):
        begin, end = found
        assert 0 <= begin < end <= len(answer)
        assert contains(fold(answer[begin:end]), quote)


@pytest.mark.parametrize(
    ("answer", "quote", "found"),
    [
        ("It did – at last – work.", "did-at last", "did – at last"),
        ("  We asked.  I said “no”.", 'said "no"', "said “no”"),
        ("within it", "it", "it"),
        ("One. Two  three.", "two three", "Two  three"),
        ("I cut a, b and c.", "I cut … c", "I cut a, b and c"),
        ("nothing", "something", None),
        ("nothing", "…", None),
    ],
)
def test_locate(answer: str, quote: str, found: str | None) -> None:
    span = locate(answer, quote)
    assert (answer[slice(*span)] if span else None) == found
