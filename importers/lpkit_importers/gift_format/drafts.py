"""A choice to a draft: its fields as the format has them, and notes on what they do not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lpkit.importing import Draft, Note
from lpkit.importing.markup import named
from lpkit_importers.gift_format.answers import Answer
from lpkit_importers.gift_format.comments import former_name, number_in, tags_in
from lpkit_importers.gift_format.entries import Entry
from lpkit_importers.gift_format.escapes import shown
from lpkit_importers.gift_format.grammar import GAP, Parts
from lpkit_importers.gift_format.settings import Settings
from lpkit_importers.gift_format.texts import Form, Reader, Said, said


@dataclass(frozen=True, slots=True)
class Choice:
    """A multiple-choice question with one key: its entry, its parts, its answers, the place of the right one."""

    entry: Entry
    parts: Parts
    answers: Sequence[Answer]
    key: int


def drafted(choice: Choice, settings: Settings) -> tuple[Draft | None, list[Note]]:
    """Give the draft of a question and notes on what is not held; only the reason where a text of it is gone."""
    place = f"line {choice.entry.line}"
    stem = said(choice.parts.text, Form.MOODLE)
    general = said(choice.parts.general, stem.form)
    pairs = [(said(each.text, stem.form), said(each.feedback, stem.form)) for each in choice.answers]
    reader = Reader([stem, general, *(text for pair in pairs for text in pair)])
    fields = _fields(stem, general, pairs, choice.key, reader)
    if reason := _reason(fields, choice.key, reader):
        return None, [Note(place, f"left out: {reason}")]
    number = number_in(choice.entry.comments)
    former = former_name(number, settings.former_pack)
    fields |= {"formerly": [former] if former else [], "pool": settings.pool_of(choice.entry.category)}
    lost = [*_lost(choice, fields["stem"]), *([] if former or not number else [f"the id number {number}"])]
    lost += [named(reader.losses)] if reader.losses else []
    said_of_it = (*_understood(choice), *(f"not held: {what}" for what in lost))
    return Draft(place, fields), [Note(place, message) for message in said_of_it]


def _understood(choice: Choice) -> Iterator[str]:
    """Say what was read in another way than its author may have meant."""
    if choice.parts.gap:
        yield f"the gap of a missing word became {GAP}"
    if not choice.answers[0].sign:
        yield f'"{shown(choice.answers[0].text)}" before the first sign is a wrong option, as it is for Moodle'


def _fields(stem: Said, general: Said, pairs: Sequence[tuple[Said, Said]], key: int, reader: Reader) -> dict[str, Any]:
    """Give the texts of a question: feedback on the key ends the worked solution, that on others says why."""
    text = reader.plain(stem)
    options = [reader.plain(option) for option, _ in pairs]
    whys = [reader.prose(feedback) for _, feedback in pairs]
    return {
        "stem": text,
        "options": [
            {"text": option, "why": why} if why and place != key else option
            for place, (option, why) in enumerate(zip(options, whys, strict=True))
        ],
        "answer": options[key],
        "steps": [step for step in (reader.prose(general), whys[key]) if step],
    }


def _reason(fields: dict[str, Any], key: int, reader: Reader) -> str:
    """Say why a question cannot be taken once its texts are those of the format."""
    texts = [option if isinstance(option, str) else option["text"] for option in fields["options"]]
    gone = named(reader.losses) or "blank"
    if not fields["stem"]:
        return f"its question is {gone}"
    if len(texts) < 2:
        return "it has one option"
    if not all(texts):
        return f"an option of it is {gone}"
    if texts.count(texts[key]) > 1:
        return f'its right option "{texts[key]}" reads as a wrong one does'
    return ""


def _lost(choice: Choice, stem: str) -> Iterator[str]:
    """Name what has no place in the format: weights, a title that is more than the question, tags."""
    weights = [answer.written for answer in choice.answers if answer.written and answer.weight not in {0.0, 100.0}]
    weights += [
        answer.written for answer in choice.answers if answer.sign == "=" and answer.written not in {"", "%100%"}
    ]
    if weights:
        yield f"the weight{'s' if len({*weights}) > 1 else ''} {named(weights)} of an option"
    title = shown(choice.parts.title)
    if title and not _letters(stem).startswith(_letters(title)):
        yield f"the title {title}"
    if tags := tags_in(choice.entry.comments):
        yield f"the tag{'s' if len(tags) > 1 else ''} {', '.join(tags)}"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
