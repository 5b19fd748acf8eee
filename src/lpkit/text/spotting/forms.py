"""What a token is a form of."""

from collections import defaultdict

from lpkit.text.languages.parts import ANY, DONE, NOUN, Ending
from lpkit.text.spotting.data import Forms


class Lemmas(dict[str, frozenset[str]]):
    """The terms that a token may stand for: itself, with every sign, and what it may be a form of."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._forms = forms
        self._endings: defaultdict[str, list[Ending]] = defaultdict(list)
        for ending in forms.endings:
            self._endings[ending.ending[-1]].append(ending)

    def __missing__(self, word: str) -> frozenset[str]:
        """Work it out once for each token."""
        found = [word, word + NOUN, word + ANY, *self._forms.irregular.get(word, ())]
        for ending, instead, kinds in self._endings.get(word[-1], ()):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: -len(ending)]
                found += [f"{stem}{instead}{kind}" for kind in kinds]
                # Of whatever verb it may be.
                found += [DONE] if DONE in kinds else []
                if not instead and stem[-1] == stem[-2:-1] and ending in self._forms.doubling:
                    found += [f"{stem[:-1]}{kind}" for kind in kinds]
        terms = self[word] = frozenset(found)
        return terms
