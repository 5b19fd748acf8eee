"""`lpkit stats` counts what the packs hold."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from project import Run, write_sample


def test_json(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("stats", "--json")
    assert result.returncode == 0
    (library,) = json.loads(result.stdout)["libraries"]
    assert library["packs"] == 1
    assert library["markers"] == {"manager-directed": 1}
    assert library["dimensions"] == {"structure": [0, 2], "ownership_signal": [1, 1], "impact": [1, 1]}
    ownership = library["principles"][0]
    assert ownership["levels"] == {"sde-1": 1, "sde-2": 0}
    assert ownership["practice"] == {"easy": 1, "medium": 0, "hard": 0}
    assert ownership["test"] == {"easy": 1, "medium": 1, "hard": 1}
    assert library["positions"] == {"1": 1, "2": 2, "3": 1}
    answers = {entry["candidate"]: entry["words"] for entry in library["answers"]}
    assert answers == {"a": 55, "b": 90}


def test_seconds_follow_from_the_pace(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (library,) = json.loads(lpkit("stats", "--json").stdout)["libraries"]
    first = library["answers"][0]
    assert (first["seconds_fast"], first["seconds_slow"]) == (22, 25)  # 55 words at 150 and at 130 a minute


def test_all_outputs_count_the_same_words(lpkit: Run, tmp_path: Path) -> None:
    """A dash between spaces is no word, on whichever page one looks."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    start, end = text.index("answer:"), text.index("delivery:")
    pack.write_text(text[:start] + text[start:end].replace(", ", " \N{EM DASH} ") + text[end:], encoding="utf-8")
    for name in ("json", "html"):
        assert lpkit("export", name, "-o", name).returncode == 0
    (library,) = json.loads(lpkit("stats", "--json").stdout)["libraries"]
    counted = library["answers"][0]
    bundled = json.loads((tmp_path / "json/packs/sample/noisy-alarm.json").read_text(encoding="utf-8"))
    candidate = bundled["evaluate"]["candidates"][0]
    assert (counted["words"], candidate["words"]) == (55, 55)
    assert candidate["speaking_seconds"] == [counted["seconds_fast"], counted["seconds_slow"]] == [22, 25]
    page = (tmp_path / "html/packs/sample/noisy-alarm.html").read_text(encoding="utf-8")
    assert "<span>55 words</span> <span>0:22–0:25 of 2:00 min</span>" in page
    coverage = (tmp_path / "html/coverage/index.html").read_text(encoding="utf-8")
    assert "<td>55</td><td>0:22–0:25</td>" in coverage


def test_text_has_a_row_for_every_principle(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    shown = lpkit("stats").stdout
    assert shown.startswith("Sample Principles: 1 pack\n")
    assert [line.split()[0] for line in shown.splitlines() if line.startswith(("Ownership", "Customer"))] == [
        "Ownership",
        "Customer",
    ]


def test_packs_with_errors_are_not_counted(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    result = lpkit("stats", "--json")
    assert (result.returncode, result.stdout) == (1, "")
    assert "run lpkit check" in result.stderr


GRADES = ("easy", "medium", "hard")


def _write_quiz(folder: Path, options_of: Callable[[int], list[str]], answer_of: Callable[[int], str]) -> None:
    """Give the sample pack eight questions, five to practise and one of each difficulty to test."""
    pack = write_sample(folder)
    head = pack.read_text(encoding="utf-8").partition("questions:\n")[0]
    entries = "".join(
        f"  - {{id: alarm-{at}, pool: {'practice' if at < 5 else 'test'}, difficulty: {GRADES[at % 3]}, "
        f"stem: 'What does alarm {at} cost?', options: [{', '.join(options_of(at))}], answer: {answer_of(at)}, "
        "steps: [Read.], hint: Read.}\n"
        for at in range(8)
    )
    pack.write_text(f"{head}questions:\n{entries}", encoding="utf-8")


def _guesses(lpkit: Run) -> dict[str | None, dict[str, dict[str, Any]]]:
    result = lpkit("stats", "--guess", "--json")
    assert result.returncode == 0, result.stderr
    (library,) = json.loads(result.stdout)["libraries"]
    return {entry["pack"]: {row["strategy"]: row for row in entry["strategies"]} for entry in library["guess"]}


def test_guesses_are_those_that_the_rule_judges(lpkit: Run, tmp_path: Path) -> None:
    options = ["Two nights of good sleep", "Money spent", "Disk space", "Trust in it"]
    _write_quiz(tmp_path, lambda at: options[at % 4 :] + options[: at % 4], lambda _: options[0])
    found = _guesses(lpkit)
    assert set(found) == {None, "noisy-alarm"}
    for strategies in found.values():
        longest = strategies["longest"]
        assert (longest["questions"], longest["score"], longest["chance"], longest["wins"]) == (8, 8, 2, True)
        assert longest["p"] == pytest.approx(0.25**8)
        assert not strategies["shortest"]["wins"]
    (message,) = [line for line in lpkit("check", "--select", "LP603").stdout.splitlines() if "LP603" in line]
    assert "the questions of the pack can be guessed" in message or "practice questions can be guessed" in message


def test_guesses_as_a_table(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    shown = lpkit("stats", "--guess").stdout
    titles = [line for line in shown.splitlines() if line.endswith(" questions")]
    assert titles == ["Sample Principles: 4 questions", "noisy-alarm: 4 questions"]
    assert shown.count("the longest option") == 2
    assert "beats chance" not in shown


def test_the_place_of_keys_counts_where_learners_see_it(lpkit: Run, tmp_path: Path) -> None:
    _write_quiz(tmp_path, lambda at: [f"{at + rise} pages" for rise in (1, 9, 30)], lambda at: f"{at + 9} pages")
    position = _guesses(lpkit)["noisy-alarm"]["position"]
    assert (position["title"], position["questions"], position["score"]) == ("option 2, where the order is kept", 8, 8)
    assert position["p"] == pytest.approx(3 * (1 / 3) ** 8)
