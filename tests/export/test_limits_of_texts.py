"""The longest answer that a pack may hold, at the slowest pace, goes through every export."""

import pytest

from lpkit.corpus.content import arrange
from lpkit.export import Corpus, exporter_names, load_exporter
from lpkit.model import Candidate
from lpkit.model.types import MAX_TEXT

LONGEST = "I " * (MAX_TEXT // 2 - 1) + "I."


@pytest.mark.parametrize("name", exporter_names())
def test_the_longest_answer_is_exported(corpus: Corpus, name: str) -> None:
    (shelf,) = corpus.shelves
    first, *others = shelf.packs
    candidates = [
        Candidate.model_validate({**one.model_dump(exclude_unset=True), "answer": LONGEST, "auto_fails": []})
        for one in first.evaluate.candidates
    ]
    evaluate = first.evaluate.model_copy(update={"candidates": candidates})
    slow = shelf.library.speaking.model_copy(update={"words_per_minute": [1, 2]})
    library = shelf.library.model_copy(update={"speaking": slow})
    longest = arrange([(library, [first.model_copy(update={"evaluate": evaluate}), *others])])
    assert [artifact.path for artifact in load_exporter(name).render(longest, {})]
