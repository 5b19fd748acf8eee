"""`lpkit new` writes what LP701 refuses until it is filled in, and nothing else is wrong with it."""

import json
import re
from pathlib import Path

import pytest

from project import PACK, Run, write_sample


def _codes(lpkit: Run, *arguments: str) -> set[str]:
    report = json.loads(lpkit("check", "-f", "json", *arguments).stdout)
    return {entry["code"] for entry in report["diagnostics"] if entry["severity"] == "error"}


def test_pack_is_only_unwritten(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("new", "pack", "silent-pager", "--principle", "customer-obsession", "--level", "sde-2")
    assert result.returncode == 0, result.stderr
    pack = tmp_path / "packs/customer-obsession/silent-pager.yaml"
    assert pack.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../../schema/pack.schema.json")
    assert _codes(lpkit) == {"LP701"}
    assert lpkit("new", "pack", "silent-pager").returncode == 2


def test_every_placeholder_is_refused(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert lpkit("new", "pack", "silent-pager", "--principle", "customer-obsession").returncode == 0
    text = (tmp_path / "packs/customer-obsession/silent-pager.yaml").read_text(encoding="utf-8")
    report = json.loads(lpkit("check", "-f", "json", "--select", "LP701").stdout)
    assert len(report["diagnostics"]) == text.count("TODO")


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["question"], {"LP701"}),
        (["candidate"], {"LP701"}),
        (["fix-it"], {"LP701", "LP302"}),
    ],
)
def test_entries_keep_the_file(lpkit: Run, tmp_path: Path, arguments: list[str], codes: set[str]) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_text(encoding="utf-8").splitlines()
    result = lpkit("new", *arguments, f"packs/{PACK}")
    assert result.returncode == 0, result.stderr
    after = iter(pack.read_text(encoding="utf-8").splitlines())
    assert all(line in after for line in before), "lines of the author are gone or in another order"
    assert _codes(lpkit) == codes


def test_a_whole_question_from_options_is_green(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    result = lpkit(
        *("new", "question", f"packs/{PACK}", "--stem", "How does the price of a nuisance become credible?"),
        *("--option", "By counting its minutes", "--option", "By louder words", "--option", "By a senior witness"),
        *("--answer", "By counting its minutes", "--step", "A count can be checked: By counting its minutes."),
        *("--hint", "Think of a unit.", "--difficulty", "medium", "--mistake", "Trusting rank."),
    )
    assert result.returncode == 0, result.stderr
    assert "- id: price-nuisance" in pack.read_text(encoding="utf-8")
    assert _codes(lpkit) == set()


def test_options_have_ids_from_the_start(lpkit: Run, tmp_path: Path) -> None:
    """Made of the texts that are given; of placeholders, whose texts are to go, with numbers."""
    pack = write_sample(tmp_path)
    assert lpkit("fmt", "--ids").returncode == 0
    options = ("--option", "By louder words", "--option", "By louder words?", "--answer", "TODO: the key")
    assert lpkit("new", "question", f"packs/{PACK}", "--id", "noise", *options).returncode == 0
    entry = pack.read_text(encoding="utf-8").partition("- id: noise")[2]
    assert re.findall(r"id: (\S+?),? ", entry.replace("\n", " ")) == ["louder", "louder-2", "option-1"]
    assert lpkit("new", "pack", "silent-pager", "--principle", "customer-obsession").returncode == 0
    assert lpkit("fmt", "--ids", "--check").returncode == 0, "nothing is left without an id"
    text = (tmp_path / "packs/customer-obsession/silent-pager.yaml").read_text(encoding="utf-8")
    assert text.count("id: option-1\n") == text.count("    pool: ") > 1


def test_id_of_ones_own(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    assert lpkit("new", "question", f"packs/{PACK}", "--id", "alarm-price").returncode == 0
    assert "  - id: alarm-price\n    pool: practice\n" in pack.read_text(encoding="utf-8")


def test_total_and_verdict_follow_from_scores(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    scores = ["--score", "structure=18", "--score", "ownership_signal=40", "--score", "impact=10"]
    assert "total 68, verdict hire" in lpkit("new", "candidate", f"packs/{PACK}", *scores).stderr


def test_fix_it_of_a_pack_without_candidates(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    head, _, tail = pack.read_text(encoding="utf-8").partition("  candidates:\n")
    pack.write_text(f"{head}  candidates: []\n{tail[tail.index(chr(10) + 'fix_its') :]}", encoding="utf-8")
    assert "has no candidate to mend" in lpkit("new", "fix-it", f"packs/{PACK}").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["question", f"packs/{PACK}", "--id", "alarm-trial"], "is taken"),
        (["question", f"packs/{PACK}", "--id", "Alarm Trial"], "cannot be an id"),
        (["candidate", f"packs/{PACK}", "--score", "impact=31"], "from 0 to 30"),
        (["candidate", f"packs/{PACK}", "--score", "imapct=3"], "did you mean impact?"),
        (["fix-it", f"packs/{PACK}", "--candidate", "z"], "there is no candidate z"),
        (["pack", "other", "--principle", "ownershp"], "did you mean ownership?"),
        (["pack", "noisy-alarm"], "is taken"),
        (["pack", "No Id"], "cannot be an id"),
        (["pack", "con"], 'no file can be called "con" on Windows'),
        (["pack", "lpt3"], 'no file can be called "lpt3" on Windows'),
        (["question", "packs"], "is a folder"),
        (["question", "packs/library.yaml"], "is a library (name one pack)"),
        (["candidate", f"packs/{PACK}", "--score", "impact=" + "1" * 5000], "from 0 to 30"),
        (["question", "packs/none.yaml"], "no such file"),
    ],
)
def test_wrong_use_is_one_line_and_writes_nothing(lpkit: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_bytes()
    result = lpkit("new", *arguments)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
    assert said in result.stderr
    assert pack.read_bytes() == before
    assert len(list((tmp_path / "packs").rglob("*.yaml"))) == 2
