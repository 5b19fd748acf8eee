"""What changed in a multiple-choice question."""

from collections.abc import Iterator, Sequence
from functools import partial

from lpkit.difference.change import Change, Grade
from lpkit.difference.declared import declared
from lpkit.difference.matching import Kind
from lpkit.difference.wording import Likeness, reworded, short
from lpkit.model import Option, Question
from lpkit.text.passage import same_words

_OTHER_STEM, _OTHER_OPTIONS, _OTHER_WHOLE = 0.4, 0.5, 0.3
"""Likeness below which a stem, the options, or all of a question's text is another one."""
_SAME_OPTION = 0.5
"""Likeness from which an option is a rewording of another."""


def _asked(question: Question) -> str:
    return f"{question.stem} {question.excerpt or ''}"


def _options(question: Question) -> str:
    return " ".join(option.text for option in question.options)


def _nearness(alike: Likeness, old: Question, new: Question) -> float:
    stem = alike(_asked(old), _asked(new))
    return min(stem, alike(_options(old), _options(new)) + 0.2)


def _reused(alike: Likeness, old: Question, new: Question) -> bool:
    """Tell whether a question asks something else: progress under its id would count for the wrong thing."""
    stem = alike(_asked(old), _asked(new))
    options = alike(_options(old), _options(new))
    other_key = alike(old.answer, new.answer) < _OTHER_OPTIONS
    whole = alike(f"{_asked(old)} {_options(old)}", f"{_asked(new)} {_options(new)}")
    return (stem < _OTHER_STEM and (options < _OTHER_OPTIONS or other_key)) or whole < _OTHER_WHOLE


def _changes(alike: Likeness, old: Question, new: Question) -> Iterator[Change]:
    item, subject = new.id, "question"
    if old.pool != new.pool:
        message = f"moved from the {old.pool} pool to the {new.pool} pool"
        yield Change("pool-moved", Grade.MINOR, subject, item, message, old.pool, new.pool)
    if old.difficulty != new.difficulty:
        message = f"difficulty: {old.difficulty} became {new.difficulty}"
        yield Change("difficulty-changed", Grade.MINOR, subject, item, message, old.difficulty, new.difficulty)
    yield from reworded("stem-reworded", subject, item, "stem", old.stem, new.stem)
    yield from reworded("excerpt-changed", subject, item, "excerpt", old.excerpt, new.excerpt)
    yield from _option_changes(alike, old, new)
    yield from declared(subject, item, old, new)


def _option_changes(alike: Likeness, old: Question, new: Question) -> Iterator[Change]:
    became = _became(alike, old.options, new.options)
    if became.get(old.answer) != new.answer:
        message = f"the key changed from {short(old.answer)} to {short(new.answer)}"
        yield Change("key-changed", Grade.MINOR, "question", new.id, message, old.answer, new.answer)
    for before, after in became.items():
        yield from reworded("option-reworded", "question", new.id, f"option {short(before)}", before, after)
    for option in new.options:
        if option.text not in became.values():
            message = f"option added: {short(option.text)}"
            yield Change("option-added", Grade.MINOR, "question", new.id, message, None, option.text)
    for option in old.options:
        if option.text not in became:
            message = f"option removed: {short(option.text)}"
            yield Change("option-removed", Grade.MINOR, "question", new.id, message, option.text, None)
    kept = [option.text for option in new.options if option.text in became.values()]
    if list(became.values()) != kept:
        yield Change("options-reordered", Grade.PATCH, "question", new.id, "options reordered")
    yield from _pins(old, new, became)
    yield from _ids(old, new, became)
    by_text = {option.text: option for option in new.options}
    for option in old.options:
        if option.text in became:
            other = by_text[became[option.text]]
            yield from declared("question", new.id, option, other, f" of option {short(other.text)}")


def _pins(old: Question, new: Question, became: dict[str, str]) -> Iterator[Change]:
    """Give the options that are held in their place now, or no longer."""
    pinned = {option.text: option.pinned for option in new.options}
    for option in old.options:
        text = became.get(option.text)
        if text is not None and option.pinned != pinned[text]:
            message = f"option {short(text)} {'is no longer' if option.pinned else 'is'} pinned to its place"
            yield Change("option-pinned", Grade.PATCH, "question", new.id, message)


def _ids(old: Question, new: Question, became: dict[str, str]) -> Iterator[Change]:
    """Give the ids that options got, and those that they lost or that became others."""
    named = {option.text: option.id for option in new.options}
    pairs = [(option, named[became[option.text]]) for option in old.options if option.text in became]
    if any(option.id is None and now is not None for option, now in pairs):
        yield Change("identity-changed", Grade.PATCH, "question", new.id, "options got ids")
    for option, now in pairs:
        if option.id is not None and option.id != now:
            message = f"the id {option.id} of option {short(option.text)} {f'became {now}' if now else 'is gone'}"
            yield Change("option-id-changed", Grade.MAJOR, "question", new.id, message, option.id, now)


def _became(alike: Likeness, old: Sequence[Option], new: Sequence[Option]) -> dict[str, str]:
    """Pair old options with new ones: the same text, then the same id, the same words, the most alike."""
    left = [option.text for option in old]
    right = [option.text for option in new]
    named = {option.id: option.text for option in new if option.id is not None}
    found = {text: text for text in left if text in right}
    for option in old:
        if option.id in named and option.text not in found and named[option.id] not in found.values():
            found[option.text] = named[option.id]
    ranked = sorted(
        (-1.0 if same_words(one, two) else -alike(one, two), place, one, two)
        for place, one in enumerate(left)
        for two in right
        if one not in found and two not in found.values()
    )
    for negative, _, one, two in ranked:
        if -negative >= _SAME_OPTION and one not in found and two not in found.values():
            found[one] = two
    return {text: found[text] for text in left if text in found}


def question_kind(alike: Likeness) -> Kind[Question]:
    """Give how questions are compared."""
    return Kind(
        "question",
        partial(_nearness, alike),
        lambda question: question.stem,
        partial(_reused, alike),
        partial(_changes, alike),
    )
