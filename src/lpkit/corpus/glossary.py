"""The names that a library gives to things, which repeat in stems and options on purpose."""

from lpkit.model import Library
from lpkit.text.tokens import content, plain, words


def glossary_of(library: Library) -> frozenset[str]:
    """Give the library's names of things: whole in lower case, and their words in common form."""
    titles = [dimension.title for rubric in library.rubrics for dimension in rubric.dimensions]
    titles += [principle.title for principle in library.principles] + [level.title for level in library.levels]
    titles += [verdict.title for verdict in library.verdicts] + [marker.title for marker in library.markers]
    return frozenset((*map(plain, titles), *content(word for title in titles for word in words(title))))
