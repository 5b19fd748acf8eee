"""Which options of a question keep their place while front ends shuffle the others."""

from lpkit.model import Question
from lpkit.text.languages import language_of
from lpkit.text.quantities import rising


def fixed_places(question: Question, language: str) -> frozenset[int]:
    """Give the places that no front end changes: those of pinned options, and all where the options rise as numbers.

    Learners look for a number where it belongs (Haladyna, Downing and Rodriguez 2002, guideline 21). `language` is the
    tag of the library: numbers may be written in words.
    """
    options = question.options
    if rising([option.text for option in options], language_of(language)):
        return frozenset(range(len(options)))
    return frozenset(place for place, option in enumerate(options) if option.pinned)
