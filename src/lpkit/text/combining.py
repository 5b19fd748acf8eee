"""Options that are combinations: of labels, of each other, of the same few parts."""

import re
from collections import Counter
from collections.abc import Sequence

from lpkit.pattern import pattern
from lpkit.text.counting import count_words
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Combinations
from lpkit.text.meta_options import REFERS

_LABEL = r"\(?(?:[a-h]|[1-9]|[ivx]{1,4})\)?"
_ONE = rf"{_LABEL}\s?[-–—=→:]\s?{_LABEL}(?!\w)"
_PAIR = pattern(_ONE)
_MATCHING = pattern(rf"{_ONE}(?:[,;]?\s{_ONE}|[,;]{_ONE}){{1,7}}")
_FIGURE = pattern(r"[-−]?\d+(?:[./]\d+)?")
_MAX_WORDS, _MAX_LENGTH = 4, 60
_REUSED = 0.7
_BETWEEN = 2


def label_options(item: ItemText, known: Combinations) -> list[str]:
    """Give the options that are combinations of labels, if there are two, one of which joins labels."""
    if known.first.isdisjoint(item.first_words):
        return []
    matches = [known.labels.fullmatch(text) for text in item.plain]
    found = [match for match in matches if match]
    combined = [match for match in found if known.combined.search(match.group())]
    if len(found) < 2 or not combined:
        return []
    letters = {letter for match in combined for letter in re.findall(r"\b[a-h]\b", match.group())}
    declared = any(match["only"] for match in found) or item.metas.count(REFERS) > 1 or letters & item.stem_letters
    if not declared and not _enumerates(item.stem, known):
        return []
    return [text for text, match in zip(item.options, matches, strict=True) if match]


def matches_labels(item: ItemText) -> bool:
    """Tell whether each answer is a list of pairs of labels (1-b, 2-a), not all of them the same pairs."""
    texts = [item.plain[place] for place in item.answers]
    if len(texts) < 3 or len(texts[0]) > _MAX_LENGTH or not all(map(_MATCHING.fullmatch, texts)):
        return False
    return len({frozenset(_PAIR.findall(text)) for text in texts}) > 1


def joined_options(
    item: ItemText, known: Combinations, texts: Sequence[str] | None = None
) -> tuple[str, list[str]] | None:
    """Give an option that joins others, and these; None where there is none, or where they are names of the subject.

    `texts` are those that may join something (`with_joint`), where they are known already.
    """
    plain = item.plain
    for text in with_joint(item, known) if texts is None else texts:
        # An option that joins others holds them; few hold even one.
        if not any(len(other) < len(text) and other in text for other in plain):
            continue
        others = {known.beside.sub("", other): option for other, option in zip(plain, item.options, strict=True)}
        split = known.joint.split(known.beside.sub("", text))
        parts = dict.fromkeys(known.beside.sub("", part) for part in split)
        if len(parts) > 1 and others.keys() >= parts.keys() and item.glossary.isdisjoint(parts):
            return item.options[plain.index(text)], [others[part] for part in parts]
    return None


def reused_parts(item: ItemText, known: Combinations, texts: Sequence[str]) -> list[str]:
    """Give the parts of which most options are made, where most parts stand in several; `texts` are `with_joint`."""
    if len(texts) < 3 or len([text for text in texts if len(text) <= _MAX_LENGTH]) < 3:
        return []
    several = not known.several.isdisjoint(item.stem_vocabulary)
    if several and known.crossed.isdisjoint(item.stem_vocabulary):
        return []
    split = [known.joint.split(text) for text in item.plain]
    lists = [parts for parts in split if len(parts) > 1 and all(0 < count_words(part) <= _MAX_WORDS for part in parts)]
    if any(map(_is_cut, lists)):
        return []
    counts = Counter(part for parts in lists for part in dict.fromkeys(parts))
    reused = [part for part, count in counts.items() if count > 1]
    total = sum(counts.values())
    if len(lists) < 3 or len(lists) < len(item.answers) - 1 or item.glossary.intersection(counts):
        return []
    if len({frozenset(parts) for parts in lists}) == 1 or (several and not _is_grid(lists)):
        return []  # All name the same parts: what is asked for is their order.
    return reused if len(reused) > 1 and sum(counts[part] for part in reused) >= _REUSED * total else []


def _is_cut(parts: Sequence[str]) -> bool:
    """Tell whether what joins stands within a pair of brackets ("(-1, 1]"), or between mere numbers ("2, 3, 5")."""
    opened = any(max(map(part.rfind, "([{")) > max(map(part.rfind, ")]}")) for part in parts)
    return opened or all(map(_FIGURE.fullmatch, parts))


def with_joint(item: ItemText, known: Combinations) -> list[str]:
    """Give the options that may join something, in the form of `plain_option`."""
    found = [text for joint in known.joints for text in item.plain if joint in text]
    return found if len(found) < 2 else list(dict.fromkeys(found))


def _is_grid(lists: Sequence[Sequence[str]]) -> bool:
    """Tell whether four options cross two choices of two: each part stands in two of them, in its own place."""
    if len(lists) != 4 or any(len(parts) != 2 for parts in lists):
        return False
    firsts, seconds = (Counter(column) for column in zip(*lists, strict=True))
    return set(firsts.values()) == {2} == set(seconds.values()) and len(firsts) == len(seconds) == 2


def _enumerates(stem: str, known: Combinations) -> bool:
    """Tell whether a stem gives its parts labels, with something between the first and the second."""
    first = known.first_label.search(stem)
    second = known.second_label.search(stem, first.end() + _BETWEEN) if first else None
    return bool(second or known.labelled.search(stem))
