"""The scheduler of the site against the package `fsrs`: a thousand histories, the same memory after every answer."""

import json
import random
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler

from lpkit_exporters.html.package_files import read

HERE = Path(__file__).parent
BEGIN = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HISTORIES = 1000
MINUTES = {"same day": (1, 1400), "days": (1440, 14_400), "months": (14_400, 400_000), "set back": (-20_000, -1)}
"""How many minutes may pass between two answers; clocks are set back now and then."""


def _histories() -> list[list[tuple[int, int]]]:
    """Give grades with their moments in milliseconds, the same at every run."""
    chance = random.Random(20260105)
    histories = []
    for _ in range(HISTORIES):
        moment, answers = BEGIN, []
        for _ in range(chance.randint(1, 30)):
            kind = chance.choices(tuple(MINUTES), weights=(3, 10, 4, 1))[0]
            moment += timedelta(minutes=chance.randint(*MINUTES[kind]))
            grade = chance.choices((1, 2, 3, 4), weights=(3, 2, 6, 2))[0]
            answers.append((grade, (moment - EPOCH) // timedelta(milliseconds=1)))
        histories.append(answers)
    return histories


def test_the_same_memory_as_the_package(tmp_path: Path) -> None:
    script = tmp_path / "fsrs.mjs"
    script.write_text(read("assets/js", "fsrs.js"), encoding="utf-8")
    histories = _histories()
    asked = json.dumps({"script": script.as_uri(), "histories": histories})
    run = subprocess.run(["node", HERE / "fsrs.mjs"], input=asked, capture_output=True, text=True, check=True)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    found = json.loads(run.stdout)
    assert len(found) == HISTORIES
    for answers, told in zip(histories, found, strict=True):
        card = Card()
        for (grade, now), (stability, difficulty, due, recall) in zip(answers, told, strict=True):
            moment = EPOCH + timedelta(milliseconds=now)
            expected = scheduler.get_card_retrievability(card, moment)
            card, _ = scheduler.review_card(card, Rating(grade), moment)
            assert (stability, difficulty) == pytest.approx((card.stability, card.difficulty), rel=1e-9)
            assert recall == pytest.approx(expected, rel=1e-9)
            assert EPOCH + timedelta(milliseconds=due) == card.due
