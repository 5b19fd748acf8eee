"""Which options do not go on as their stem began: forms that break its sentence, and one form beside another."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Forms


class Break(NamedTuple):
    """An option that breaks off, why, and whether grammar alone tells (another form beside the rest only looks odd)."""

    place: int
    why: str
    sure: bool


_MARKS = 4
"""Characters that may stand behind the last word of a stem."""
_NAMES = 6
"""Words of an option that names two or three things; a longer one is a sentence."""
_WORDY = 3
"""Words of a form in -ing with what belongs to it, and most words of the names of things beside it."""
_TALKATIVE, _TERSE = 4, 2
"""Words of a sentence among options, and most words of the others that it stands out from."""


def breaks(item: ItemText, known: Forms) -> list[Break]:
    """Give the options whose grammar does not fit the stem or the other options, where most others or the key do."""
    answers, spoken = item.answers, item.option_words
    asks = item.stem[-_MARKS:].rstrip(" \"'”)").endswith("?")
    if len(answers) < 2 or not item.stem_words or (asks and not _may_differ(item, known)):
        return []
    forms = {place: known.form_of(spoken[place]) for place in answers}
    found: list[Break] = []
    if any(forms.values()) or item.stem_words[-1] in known.articles:
        found = _in_question(item, forms, known) if asks else _in_sentence(item, forms, known)
    if not found and not asks:
        found = _disagreeing(item, known) or _several(item, known) or _in_another_tense(item, known)
    few = 2 * len(found) < len(item.answers) or item.key not in {None, *(entry.place for entry in found)}
    return found if few else []


def _may_differ(item: ItemText, known: Forms) -> bool:
    """Tell whether answers to a question may differ in form; most do not, as their first words and lengths show."""
    if any(map(known.opens, item.first_words)):
        return True
    counts = sorted([len(item.option_words[place]) for place in item.answers])
    return (counts[-1] >= _TALKATIVE and counts[-2] <= _TERSE) or _asks_for_deed(item, known)


def _in_sentence(item: ItemText, forms: Mapping[int, str], known: Forms) -> list[Break]:
    last, two = item.stem_words[-1], " ".join(item.stem_words[-2:])
    # "Type A" and "Hepatitis A" end in a name.
    if (unfit := known.unfit.get(two) or known.unfit.get(last)) and last in item.own[-len(last) - _MARKS :]:
        found = [
            Break(place, f'{form} does not follow "{last}"', True) for place, form in forms.items() if form in unfit
        ]
        found = (
            found or _two_articles(item, known, last) or (_no_deed(item, forms, known) if two in known.orders else [])
        )
        if found:
            return found
    elif sum(1 for form in forms.values() if form in known.topics) * 2 > len(forms):
        return [
            Break(place, f"{form} does not follow the stem as the other options do", True)
            for place, form in forms.items()
            if form in known.beside_topics
        ]
    return _odd(forms, known)


def _in_question(item: ItemText, forms: Mapping[int, str], known: Forms) -> list[Break]:
    sentences = [place for place, form in forms.items() if form == known.sentence]
    if len(sentences) == 1 and len(forms) > 2:
        (place,) = sentences
        others = max(len(item.option_words[other]) for other in forms if other != place)
        if len(item.option_words[place]) >= _TALKATIVE and others <= _TERSE:
            return [Break(place, f"{known.sentence} stands among single words", False)]
    if _asks_for_deed(item, known):
        return [Break(entry.place, entry.why, False) for entry in _no_deed(item, forms, known)]
    return _odd(forms, known) or _lone(item, forms, known)


def _asks_for_deed(item: ItemText, known: Forms) -> bool:
    """Tell whether a stem asks what somebody does, and the key begins with a verb that says so."""
    if item.key is None or (item.option_words[item.key] or ("",))[0] not in known.number:
        return False
    return known.deed.match(item.own) is not None


def _lone(item: ItemText, forms: Mapping[int, str], known: Forms) -> list[Break]:
    """Find one form that is all or none, with what belongs to it, among short names of things."""
    kinds = [place for place, form in forms.items() if form in known.exclusive]
    if len(kinds) != 1 or len(forms) < 3 or len(item.option_words[kinds[0]]) < _WORDY:
        return []
    (place,) = kinds
    if item.option_words[place][1] == known.of:
        return []  # "Thinning of the skin" is the name of a thing.
    others = [other for other in forms if other != place]
    if any(forms[other] or len(item.option_words[other]) > _WORDY for other in others):
        return []
    return [Break(place, f"{forms[place]} stands among names of things", False)]


def _no_deed(item: ItemText, forms: Mapping[int, str], known: Forms) -> list[Break]:
    """Find names of things, and forms in -ing, where the key says what somebody does."""
    if item.key is None or forms.get(item.key) != known.order:
        return []
    return [
        Break(place, f'{form or "a name of a thing"} stands beside "{item.option_words[item.key][0]}"', True)
        for place, form in forms.items()
        if form in known.exclusive or (not form and known.nominal(item.option_words[place] or ("",)))
    ]


def _two_articles(item: ItemText, known: Forms, last: str) -> list[Break]:
    """Find options with an article of their own behind a stem that ends in one, where the key has none."""
    if last not in known.articles or item.key is None:
        return []
    if (item.option_words[item.key] or ("",))[0] in known.articles:
        return []
    return [
        Break(place, f'"{words[0]}" does not follow "{last}"', True)
        for place in item.distractors
        if len(words := item.option_words[place]) > 1 and words[0] in known.articles
    ]


def _odd(forms: Mapping[int, str], known: Forms) -> list[Break]:
    """Find the one option that lacks what all others have, a form that is all or none."""
    kinds = list(forms.values())
    for kind in known.exclusive:
        if len(kinds) > 2 and kinds.count(kind) == len(kinds) - 1:
            place = next(place for place, form in forms.items() if form != kind)
            # A single word may be a noun as well as what the others are: "swimming", "chess".
            if forms[place]:
                return [Break(place, f"{forms[place]} stands among options that are {kind}", True)]
    return []


def _disagreeing(item: ItemText, known: Forms) -> list[Break]:
    """Find verbs for one thing where the key has one for several, or the other way round.

    Nothing where that is the task (`is playing`, `are playing`), nor in questions.
    """
    if item.key is None or not (right := item.option_words[item.key]) or right[0] not in known.number:
        return []
    if item.answer.rstrip().endswith("?"):
        return []
    found = []
    for place in item.distractors:
        verb, *rest = item.option_words[place] or ("",)
        number = known.number.get(verb)
        if number and rest and number != known.number[right[0]] and rest != list(right[1:]):
            found.append(Break(place, f'"{verb}" does not agree with its subject as "{right[0]}" does', True))
    return found


def _in_another_tense(item: ItemText, known: Forms) -> list[Break]:
    """Find the one option whose verb is in another tense than that of all others."""
    verbs = {place: (item.option_words[place] or ("",))[0] for place in item.answers}
    times = {place: known.time.get(verb, "") for place, verb in verbs.items()}
    kinds = set(times.values())
    if len(times) < 3 or len(kinds) != 2 or "" in kinds or item.answer.rstrip().endswith("?"):
        return []
    found = [place for place, time in times.items() if list(times.values()).count(time) == 1]
    rests = {item.option_words[place][1:] for place in item.answers}
    if len(found) != 1 or len(rests) == 1:
        return []
    (place,) = found
    return [Break(place, f'"{verbs[place]}" is in {times[place]}, unlike the verbs of the other options', False)]


def _several(item: ItemText, known: Forms) -> list[Break]:
    """Find single words for several things behind a stem that ends in a noun for one, where the others are one."""
    if len(item.stem_words) < 3 or item.stem_words[-2] not in known.single or known.plural(item.stem_words[-1]):
        return []
    found = [place for place in item.answers if _is_several(item.option_words[place], known)]
    if len(found) != 1 or item.key in found or len(item.answers) < 3:
        return []
    why = f'it is several, and "{" ".join(item.stem_words[-2:])}" is one'
    return [Break(found[0], why, False)]


def alone_several(item: ItemText, known: Forms, joints: Sequence[str]) -> bool:
    """Tell whether a stem asks for several things, and the key is the only option that names more than one."""
    if item.key is None or len(item.distractors) < 2 or not _joins(item.plain[item.key], joints):
        return False
    if len(item.option_words[item.key]) > _NAMES or not known.several.search(item.own):
        return False
    others = [(item.plain[place], item.option_words[place][-1:]) for place in item.distractors]
    return not any(_joins(text, joints) or any(map(known.plural, last)) for text, last in others)


def _joins(text: str, joints: Sequence[str]) -> bool:
    return any(joint in text for joint in joints)


def _is_several(words: Sequence[str], known: Forms) -> bool:
    return len(words) == 1 and known.plural(words[0])
