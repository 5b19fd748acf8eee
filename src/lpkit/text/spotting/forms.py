"""What a token is a form of."""

from collections.abc import Iterator

from lpkit.text.languages.parts import ANY, NOUN
from lpkit.text.spotting.data import Forms


class Lemmas(dict[str, frozenset[str]]):
    """The terms that a token may stand for: itself, with every sign, and what it may be a form of."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._forms = forms
        self._last = frozenset(ending.ending[-1] for ending in forms.endings)

    def __missing__(self, word: str) -> frozenset[str]:
        """Work it out once for each token."""
        signed = (word, word + NOUN, word + ANY)
        if word[-1] in self._last or word in self._forms.irregular:
            found = frozenset((*signed, *_inflected(word, self._forms)))
        else:
            found = frozenset(signed)
        self[word] = found
        return found


def _inflected(word: str, forms: Forms) -> Iterator[str]:
    yield from forms.irregular.get(word, ())
    for ending, instead, kinds in forms.endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for kind in kinds:
                yield f"{stem}{instead}{kind}"
                if ending in forms.doubling and not instead and stem[-1] == stem[-2:-1]:
                    yield f"{stem[:-1]}{kind}"
