"""Options that are combinations of the same few parts.

## Why
To rule out one part is to rule out several options: the question tests logic, takes long to read, and tells less than
one that asks for the parts one by one (Haladyna, Downing and Rodriguez 2002, guideline 9, on complex multiple
choice). Combinations of labels ("I and III only") are a warning, options that recombine the same words are
information, as are an option that is two of the others at once ("Both iron and zinc"), matchings of the same labels
("1-b, 2-a"), and two choices of two crossed with each other. Pairs of names from the library, such as two principles, are meant to be compared and are left alone, as
is a question that asks for a pair or an order.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: "Which of these cost time at night? I. false alarms, II. updates, III. reports"  # error: LP504
    options:
      - I only
      - I and II only
      - II and III only
    answer: I only
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - The yearly licence of the pager
    answer: The sleep of whoever is on call
    steps: [Read the log.]
    hint: Read the log.
```
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.pattern import pattern
from lpkit.rule import QUESTION, rule
from lpkit.text.counting import count_words
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Combinations
from lpkit.text.meta_options import REFERS

_LABEL = r"\(?(?:[a-h]|[1-9]|[ivx]{1,4})\)?"
_ONE = rf"{_LABEL}\s?[-–—=→:]\s?{_LABEL}(?!\w)"
_PAIR = pattern(_ONE, re.IGNORECASE)
_MATCHING = pattern(rf"{_ONE}(?:[,;]?\s{_ONE}|[,;]{_ONE}){{1,7}}", re.IGNORECASE)
_MAX_WORDS, _MAX_LENGTH = 4, 60
_REUSED = 0.7
_BETWEEN = 2


@rule("LP504", "k-type", Severity.WARNING, QUESTION, needs=Combinations)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Combinations]
    labels = _label_options(item, known)
    if labels:
        named = ", ".join(f'"{text}"' for text in labels)
        message = f"the options {named} combine labels, so that ruling out one part rules out several of them"
        help = "ask which one statement is right, or make a question of each statement"
        yield Finding(question.site("stem"), message, help, value=message)
    elif found := _joined_options(item, known):
        joined, parts = found
        named = " and ".join(f'"{part}"' for part in parts)
        message = f'the option "{joined}" is two other options at once ({named})'
        help = "ask which one is right, with options that are no parts of each other"
        yield Finding(question.site("stem"), message, help, value=message, severity=Severity.INFO)
    elif _matches_labels(item):
        message = "the options match the same labels in different ways"
        help = "ask for one of the pairs"
        yield Finding(question.site("stem"), message, help, value=message, severity=Severity.INFO)
    elif parts := _reused_parts(item, known):
        named = ", ".join(f'"{part}"' for part in parts)
        message = f"the options recombine the same parts ({named})"
        help = "ask for one of the parts, or give each option parts of its own"
        yield Finding(question.site("stem"), message, help, value=message, severity=Severity.INFO)


def _label_options(item: ItemText, known: Combinations) -> list[str]:
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


def _joined_options(item: ItemText, known: Combinations) -> tuple[str, list[str]] | None:
    """Give an option that joins others, and these; None where there is none."""
    if not any(map(item.joined.lower().__contains__, known.joints)):
        return None
    others = {known.beside.sub("", text): item.options[place] for place, text in enumerate(item.plain)}
    for place in item.answers:
        text = known.beside.sub("", item.plain[place])
        parts = [known.beside.sub("", part) for part in known.joint.split(text)]
        if len(parts) > 1 and all(part in others for part in parts) and len(set(parts)) > 1:
            return item.options[place], [others[part] for part in parts]
    return None


def _matches_labels(item: ItemText) -> bool:
    """Tell whether each answer is a list of pairs of labels (1-b, 2-a), in most of them other pairs."""
    if len(item.answers) < 3 or not all(_MATCHING.fullmatch(item.options[place].strip(" .")) for place in item.answers):
        return False
    return len({frozenset(_PAIR.findall(item.plain[place])) for place in item.answers}) > 1


def _enumerates(stem: str, known: Combinations) -> bool:
    """Tell whether a stem gives its parts labels, with something between the first and the second."""
    first = known.first_label.search(stem)
    second = known.second_label.search(stem, first.end() + _BETWEEN) if first else None
    return bool(second or known.labelled.search(stem))


def _reused_parts(item: ItemText, known: Combinations) -> list[str]:
    """Give the parts of which most options are made, where most parts stand in several options."""
    whole = item.joined.lower()
    if not any(map(whole.__contains__, known.joints)):
        return []
    if not known.several.isdisjoint(item.stem_vocabulary) and not known.crossed & item.stem_vocabulary:
        return []
    short = [text for text in item.plain if len(text) <= _MAX_LENGTH]
    if sum(1 for text in short if any(map(text.__contains__, known.joints))) < 3:
        return []
    split = [known.joint.split(text) for text in item.plain]
    lists = [parts for parts in split if len(parts) > 1 and all(0 < count_words(part) <= _MAX_WORDS for part in parts)]
    counts = Counter(part for parts in lists for part in dict.fromkeys(parts))
    reused = [part for part, count in counts.items() if count > 1]
    total = sum(counts.values())
    if len(lists) < 3 or len(lists) < len(item.answers) - 1 or item.glossary.intersection(counts):
        return []
    if len({frozenset(parts) for parts in lists}) == 1:
        return []  # All name the same parts: what is asked for is their order.
    if not known.several.isdisjoint(item.stem_vocabulary) and not _is_grid(lists):
        return []
    return reused if len(reused) > 1 and sum(counts[part] for part in reused) >= _REUSED * total else []


def _is_grid(lists: Sequence[Sequence[str]]) -> bool:
    """Tell whether four options cross two choices of two: each part stands in two of them, in its own place."""
    if len(lists) != 4 or any(len(parts) != 2 for parts in lists):
        return False
    firsts, seconds = (Counter(column) for column in zip(*lists, strict=True))
    return set(firsts.values()) == {2} == set(seconds.values()) and len(firsts) == len(seconds) == 2
