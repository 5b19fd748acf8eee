"""The answers of a choice: where each begins, what it weighs, what is said of it; and which one is the key."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_SIGN = re.compile("[=~]")
_WEIGHT = re.compile(r"%(-*)(\d+(?:\.\d*)?)%")
_WHOLE = 100.0
_ADVICE = r"a sign that is text is written \= or \~"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, with escaped signs hidden: its text, its sign, its weight from -100 to 100, its feedback."""

    text: str
    sign: str
    """`=` or `~`; an empty text for what stands before the first."""
    weight: float
    written: str
    """The weight as it is written; an empty text where none is."""
    feedback: str


def answers_of(body: str) -> list[Answer]:
    """Give the answers between braces, in their order.

    Each `=` or `~` begins one; what stands before the first is a wrong one. `~=` begins a right one. A weight stands
    right after the sign; `=` weighs 100 %, `~` alone nothing. What is blank is no answer.
    """
    signs = [*_SIGN.finditer(body)]
    ends = [*(sign.start() for sign in signs[1:]), len(body)]
    answers = [_answer(sign.group(), body[sign.end() : end]) for sign, end in zip(signs, ends, strict=True)]
    before = body[: signs[0].start()] if signs else body
    return [answer for answer in (_answer("", before), *answers) if answer.text or answer.feedback]


def _answer(sign: str, said: str) -> Answer:
    said = said.strip()
    weight = _WEIGHT.match(said)
    text, _, feedback = (said[weight.end() :] if weight else said).partition("#")
    value = float(weight[2]) * (-1 if weight[1] else 1) if weight else 0.0
    value = _WHOLE if sign == "=" else value
    return Answer(text.strip(), sign, value, weight.group() if weight else "", feedback.strip())


class Key(NamedTuple):
    """The place of the right answer; else -1, why there is not just one, and as what that is counted."""

    place: int
    kind: str = ""
    reason: str = ""


def key_of(answers: Sequence[Answer]) -> Key:
    """Find the one right answer.

    What `=` marks is right as a whole, whatever its weight; else what weighs 100 %, if nothing else weighs anything.
    """
    right = [place for place, answer in enumerate(answers) if answer.weight >= _WHOLE]
    partly = [answer for answer in answers if 0 < answer.weight < _WHOLE]
    if len(right) == 1 and (answers[right[0]].sign == "=" or not partly):
        return Key(right[0])
    if (many := len(right) + len(partly)) > 1:
        advice = f" ({_ADVICE})" if sum(answer.sign == "=" for answer in answers) > 1 else ""
        return Key(-1, "multiple choice with several right answers", f"it has {many} right answers{advice}")
    reason = "its only right answer is so in part" if partly else "it has no right answer"
    return Key(-1, "multiple choice without a right answer", reason)
