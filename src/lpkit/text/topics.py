"""Stems that only name a topic, with options that are statements on it: so many questions whether it is so."""

from collections.abc import Sequence

from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Forms, StemFocus

_MOST = 8
"""Words of a stem that is a mere topic."""


def states_on_topic(item: ItemText, acting: bool = False) -> bool:
    """Tell whether a stem is a subject without a verb, and half of the options or more say something of it.

    What they say is what it is or has, or, where `acting`, also what it does or did.

    False where the forms of options or of stems are not known in the language.
    """
    focus, forms = item.language.get(StemFocus), item.language.get(Forms)
    if focus is None or forms is None or not 0 < len(item.stem_words) <= _MOST or "?" in item.stem:
        return False
    if not focus.asking.isdisjoint(item.stem_vocabulary) or len(item.answers) < 3:
        return False
    if focus.about.fullmatch(item.own):
        wanted: Sequence[str] = (forms.sentence,)
    elif item.stem_words[-1] in forms.pronouns or item.stem_words[0] in forms.telling:
        return False  # "Lately he": a story goes on.
    elif acting:
        wanted = (*forms.topics, *forms.acts, forms.order if forms.plural(item.stem_words[-1]) else "")
    else:
        wanted = forms.topics
    said = sum(1 for place in item.answers if (form := forms.form_of(item.option_words[place])) and form in wanted)
    return 2 * said >= len(item.answers)
