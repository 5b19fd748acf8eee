"""The memory of what was worked out for texts: asked once, and not filled by long texts."""

import tracemalloc

from lpkit.text.remembered import remembered
from lpkit.text.tokens import words


def test_a_text_is_asked_once_whether_it_is_short_or_long() -> None:
    asked = []

    @remembered(8)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    texts = ["a", "b" * 5000]
    assert [length(text) for text in texts * 3] == [1, 5000] * 3
    assert asked == texts


def test_the_words_of_long_texts_do_not_stay() -> None:
    """500 edits of a pack with texts of 20,000 characters left all their words in memory."""

    def held(first: int, last: int) -> int:
        for number in range(first, last):
            words(f"{number} " * (20_000 // len(f"{number} ")))
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        once = held(1000, 1100)
        assert held(2000, 2200) < once * 1.2
    finally:
        tracemalloc.stop()
