"""Partial echoes: words of a stem that an option has in another form, or within a longer word."""

from collections.abc import Collection, Iterable, Sequence

BEGINNING = 5
"""Letters that two words share from the first on; fewer are chance."""
_ALIKE = 0.8
"""Share of the shorter word that they share at least: `refract` and `refraction`, not `contract` and `contrary`."""
_WHOLE, _LONGER = 4, 7
"""Letters of a word that stands in a longer one (`lock` in `deadlock`), and of the longer one."""


def echoes(stem: Iterable[str], long: Collection[str], derived: Sequence[tuple[str, str]] = ()) -> set[tuple[str, str]]:
    """Give pairs of a word of the stem and one of an option that readers hear as one, though they are not the same.

    `long` are the words of the option that have as many letters as `BEGINNING`, or more; `derived` are endings of
    nouns, with what stands there in all forms of the verb.
    """
    roots = {word.removesuffix(end) + verbal: word for end, verbal in derived for word in long if word.endswith(end)}
    beginnings = {word[:BEGINNING] for word in long}
    found = set()
    for asked in stem:
        if len(asked) < _WHOLE:
            continue
        for word in long if asked[:BEGINNING] in beginnings else ():
            if asked != word and _begin_alike(asked, word):
                found.add((asked, word))
        for word in long:
            if len(word) >= _LONGER and word != asked and word.endswith(asked):
                found.add((asked, word))
        for root, word in roots.items():
            if len(root) >= _WHOLE and asked.startswith(root):
                found.add((asked, word))
    return found


def _begin_alike(one: str, two: str) -> bool:
    """Tell whether two words share enough of their beginnings; the shorter one may lack its last letter or two."""
    shared = 0
    for left, right in zip(one, two):  # noqa: B905 - the shorter one ends it
        if left != right:
            break
        shared += 1
    return shared >= BEGINNING and shared >= _ALIKE * min(len(one), len(two)) and 2 * shared >= max(len(one), len(two))
