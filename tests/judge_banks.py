"""Quizzes for the judge that learns: options of meaningless words, with or without something that betrays the key."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from project import write_sample

_WORDS = [first + last for first in ("ba", "co", "di", "fu", "ga", "ho", "ju", "ka") for last in ("ren", "sto", "mil")]

Quiz = list[tuple[list[str], int]]
"""Options and the place of the key."""


def planted(tell: dict[str, Any] | None, count: int = 80, share: float = 0.7, width: int = 4) -> Quiz:
    """Make questions of which the key has a tell in a share, and a wrong option in the rest; None plants nothing."""
    draw = Random(5)
    quiz: Quiz = []
    while len(quiz) < count:
        options = [" ".join(draw.sample(_WORDS, draw.randint(3, 6))) for _ in range(width)]
        key = draw.randrange(width)
        if tell:
            told = key if draw.random() < share else (key + draw.randrange(1, width)) % width
            forms = [tell["key"] if at == told else tell.get("wrong", "…") for at in range(width)]
            forms = [form if isinstance(form, str) else draw.choice(form) for form in forms]
            options = [form.replace("…", text, 1) for form, text in zip(forms, options, strict=True)]
        quiz.append((options, key))
    return quiz


def write_bank(file: Path, quiz: Quiz) -> Path:
    """Write a quiz as a bank."""
    lines = [
        json.dumps({"stem": f"What is seen at gate {at}?", "options": options, "answer": options[key]})
        for at, (options, key) in enumerate(quiz)
    ]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def write_packs(folder: Path, quiz: Quiz, packs: int) -> list[Path]:
    """Write a library with copies of the sample's pack, among which a quiz is dealt out."""
    sample = write_sample(folder)
    text = sample.read_text(encoding="utf-8").partition("questions:\n")[0]
    sample.unlink()
    files = []
    for number in range(packs):
        file = sample.with_name(f"alarm-{number}.yaml")
        head = text.replace("id: noisy-alarm", f"id: alarm-{number}")
        file.write_text(f"{head}questions:\n{''.join(_entries(quiz, number, packs))}", encoding="utf-8")
        files.append(file)
    return files


def _entries(quiz: Quiz, number: int, packs: int) -> Iterator[str]:
    grades = ("easy", "medium", "hard")
    for at, (options, key) in enumerate(quiz[number::packs]):
        yield (
            f"  - {{id: gate-{at}, pool: {'test' if at % 2 else 'practice'}, difficulty: {grades[at // 2 % 3]}, "
            f"stem: What is seen at gate {at} of {number}?, options: {json.dumps(options, ensure_ascii=False)}, "
            f"answer: {json.dumps(options[key], ensure_ascii=False)}, steps: [Look.], hint: Look.}}\n"
        )
