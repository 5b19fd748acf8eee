"""A choice to a draft: its fields as the format has them, and notes on what they do not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpkit.importing import Draft, Note
from lpkit.importing.markup import Held, named
from lpkit_importers.gift_format.answers import Answer
from lpkit_importers.gift_format.comments import former_name, number_in, tags_in
from lpkit_importers.gift_format.entries import Entry
from lpkit_importers.gift_format.escapes import shown
from lpkit_importers.gift_format.grammar import GAP, Parts
from lpkit_importers.gift_format.settings import Settings
from lpkit_importers.gift_format.texts import Form, Reader, said


@dataclass(frozen=True, slots=True)
class Choice:
    """A multiple-choice question with one key: its entry, its parts, its answers, the place of the right one."""

    entry: Entry
    parts: Parts
    answers: Sequence[Answer]
    key: int


@dataclass(frozen=True, slots=True)
class _Option:
    """An option as the format has it: its text, the feedback on it as prose, whether it is the key."""

    text: Held
    feedback: Held
    right: bool


@dataclass(frozen=True, slots=True)
class _Question:
    """The texts of a question as the format has them."""

    stem: Held
    general: Held
    options: Sequence[_Option]

    @property
    def losses(self) -> tuple[str, ...]:
        """What no text of it holds."""
        texts = (self.stem, *(text for option in self.options for text in (option.text, option.feedback)), self.general)
        return tuple(loss for text in texts for loss in text.losses)


def drafted(choice: Choice, settings: Settings) -> tuple[Draft | None, list[Note]]:
    """Give the draft of a question and notes on what is not held; only the reason where a text of it is gone."""
    place = f"line {choice.entry.line}"
    read = _question(choice)
    # A wrong option on which nothing can be seen is none for Moodle either.
    options = [option for option in read.options if any(option.text) or option.right]
    if reason := _reason(read.stem, options):
        return None, [Note(place, f"left out: {reason}")]
    number = number_in(choice.entry.comments)
    former = former_name(number, settings.former_pack)
    (right,) = (option for option in options if option.right)
    fields = {
        "stem": read.stem.text,
        "options": [_entry(option) for option in options],
        "answer": right.text.text,
        "steps": [text for text in (read.general.text, right.feedback.text) if text],
        "formerly": [former] if former else [],
        "pool": settings.pool_of(choice.entry.category),
    }
    lost = [*_lost(choice, read.stem.text), *([] if former or not number else [f"the id number {number}"])]
    unsaid = [option.feedback.text for option in read.options if option not in options and option.feedback.text]
    lost += [f"feedback on a blank option: {text}" for text in unsaid]
    lost += [named(read.losses)] if read.losses else []
    messages = (*_understood(choice), *(f"not held: {what}" for what in lost))
    return Draft(place, fields), [Note(place, message) for message in messages]


def _question(choice: Choice) -> _Question:
    stem = said(choice.parts.text, Form.MOODLE)
    general = said(choice.parts.general, stem.form)
    pairs = [(said(each.text, stem.form), said(each.feedback, stem.form)) for each in choice.answers]
    reader = Reader([stem, general, *(text for pair in pairs for text in pair)])
    options = [
        _Option(reader.plain(text), reader.prose(feedback), place == choice.key)
        for place, (text, feedback) in enumerate(pairs)
    ]
    return _Question(reader.plain(stem), reader.prose(general), options)


def _entry(option: _Option) -> str | dict[str, str]:
    """Give an option as an entry: feedback on a wrong one says why it is wrong."""
    why = "" if option.right else option.feedback.text
    return {"text": option.text.text, "why": why} if why else option.text.text


def _reason(stem: Held, options: Sequence[_Option]) -> str:
    """Say why a question cannot be taken once its texts are those of the format."""
    if not stem.text:
        return f"its question is {named(stem.losses) or 'blank'}"
    if len(options) < 2:
        return "it has one option"
    for option in options:
        if not option.text.text:
            return f"an option of it is {named(option.text.losses) or 'blank'}"
    (right,) = (option.text.text for option in options if option.right)
    if [option.text.text for option in options].count(right) > 1:
        return f'its right option "{right}" reads as a wrong one does'
    return ""


def _lost(choice: Choice, stem: str) -> Iterator[str]:
    """Name what has no place in the format: weights, a title that is more than the question, tags."""
    weights = [answer.written for answer in choice.answers if answer.written and answer.weight not in {0.0, 100.0}]
    weights += [
        answer.written for answer in choice.answers if answer.sign == "=" and answer.written not in {"", "%100%"}
    ]
    if weights:
        yield (
            f"the weights {named(weights)} of options"
            if len({*weights}) > 1
            else f"the weight {weights[0]} of an option"
        )
    title = shown(choice.parts.title)
    if title and not _letters(stem).startswith(_letters(title)):
        yield f"the title {title}"
    if tags := tags_in(choice.entry.comments):
        yield f"the tag{'s' if len(tags) > 1 else ''} {', '.join(tags)}"


def _understood(choice: Choice) -> Iterator[str]:
    """Say what was read in another way than its author may have meant."""
    if choice.parts.gap:
        yield f"the gap of a missing word became {GAP}"
    if not choice.answers[0].sign:
        yield f'"{shown(choice.answers[0].text)}" before the first sign is a wrong option, as it is for Moodle'


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
