"""Lists of words as they are written in the modules of languages."""


def listed(words: str) -> frozenset[str]:
    """Give the words of a list, parted by white space, as a set."""
    return frozenset(words.split())
