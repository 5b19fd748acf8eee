"""The names that a library gives to things, which repeat in stems and options on purpose."""

from lpkit.model import Library
from lpkit.text.languages import language_of
from lpkit.text.languages.parts import ContentWords
from lpkit.text.tokens import content, plain, words


def glossary_of(library: Library) -> frozenset[str]:
    """Give the library's names of things: whole in lower case, and their words in common form."""
    titles = [dimension.title for rubric in library.rubrics for dimension in rubric.dimensions]
    titles += [principle.title for principle in library.principles] + [level.title for level in library.levels]
    titles += [verdict.title for verdict in library.verdicts] + [marker.title for marker in library.markers]
    known = language_of(library.language).get(ContentWords)
    forms = content((word for title in titles for word in words(title)), known) if known else ()
    return frozenset((*map(plain, titles), *forms))
