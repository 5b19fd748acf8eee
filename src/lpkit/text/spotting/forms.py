"""What a token is a form of."""

from collections.abc import Iterator

from lpkit.text.languages.parts import ANY, NOUN
from lpkit.text.spotting.data import Forms


def terms_of(word: str, forms: Forms) -> Iterator[str]:
    """Give the terms that a token may stand for: itself, with every sign, and what it may be a form of."""
    yield word
    yield f"{word}{NOUN}"
    yield f"{word}{ANY}"
    yield from forms.irregular.get(word, ())
    for ending, instead, kinds in forms.endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for kind in kinds:
                yield f"{stem}{instead}{kind}"
                if ending in forms.doubling and not instead and stem[-1] == stem[-2:-1]:
                    yield f"{stem[:-1]}{kind}"
