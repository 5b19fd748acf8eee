"""`lpkit trace` names the place of each figure, name and quote; `lpkit stats` counts those that have none."""

import json
from pathlib import Path

import pytest

from lpkit.corpus import view_library, view_pack
from lpkit.ledger import Unbound, trace
from lpkit.source import read_source
from project import Run, write_sample

CLEAN = Path(__file__).parent / "ledger"
PACKS = Path(__file__).parents[1] / "packs"


def _write(folder: Path, old: str = "", new: str = "") -> Path:
    pack = folder / "packs/ownership/two.yaml"
    pack.parent.mkdir(parents=True)
    (folder / "packs/library.yaml").write_bytes((CLEAN / "library.yaml").read_bytes())
    pack.write_text((CLEAN / "two.yaml").read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return pack


def test_each_claim_has_its_place(lpkit: Run, tmp_path: Path) -> None:
    pack = _write(tmp_path, "the effect is told and not shown.", "No Hire at 31, after 35 minutes and 5 meetings.")
    result = lpkit("trace", str(pack), "--json")
    assert result.returncode == 0
    report = json.loads(result.stdout)
    notes = [entry for entry in report["entries"] if entry["pointer"] == "/evaluate/candidates/0/notes"]
    told = {entry["text"]: (entry["kind"], entry["outcome"]) for entry in notes}
    assert told == {
        "No Hire": ("verdict", "bound"),
        "No Hire at 31": ("total", "bound"),
        "35 minutes": ("figure", "bound"),
        "5": ("figure", "unbound"),
    }
    (total,) = (entry for entry in notes if entry["kind"] == "total")
    (place,) = total["places"]
    assert place["pointer"] == "/evaluate/candidates/0/total"
    line = pack.read_text(encoding="utf-8").splitlines()[place["line"] - 1]
    assert line.strip() == "total: 31"


def test_what_is_refuted_says_why_and_fails(lpkit: Run, tmp_path: Path) -> None:
    pack = _write(tmp_path, "the effect is told and not shown.", "No Hire at 33.")
    result = lpkit("trace", str(pack))
    assert result.returncode == 1
    assert (
        'refuted: the text says "No Hire at 33", but the total of candidate a is 31 (11 + 2 + 9 + 3 + 6)'
        in result.stdout
    )
    assert "1 refuted" in result.stdout.splitlines()[-1]


def test_what_a_text_states_itself_says_why(lpkit: Run, tmp_path: Path) -> None:
    pack = _write(tmp_path, "the effect is told and not shown.", "500 letters would be needed for that.")
    shown = lpkit("trace", str(pack)).stdout
    assert '"500": stated: supposed' in shown
    assert " stated, 0 refuted" in shown.splitlines()[-1]
    report = json.loads(lpkit("trace", str(pack), "--json").stdout)
    (entry,) = (entry for entry in report["entries"] if entry["text"] == "500")
    assert (entry["outcome"], entry["message"], entry["places"]) == ("stated", "supposed", [])
    assert report["ledger"]["stated"] == shown.count(": stated: ")


def test_only_what_is_unbound(lpkit: Run, tmp_path: Path) -> None:
    pack = _write(tmp_path, "the effect is told and not shown.", "No Hire at 31, after 5 meetings.")
    lines = lpkit("trace", str(pack), "--unbound").stdout.splitlines()
    assert any(line.endswith('"5": unbound') for line in lines)
    assert not any("No Hire" in line for line in lines)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_a_language_without_a_ledger_says_so_once(language: str, lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    library = tmp_path / "packs/library.yaml"
    library.write_text(
        library.read_text(encoding="utf-8").replace("language: en", f"language: {language}"), encoding="utf-8"
    )
    traced = lpkit("trace", str(pack))
    assert traced.returncode == 0
    assert f"no ledger for {language}" in traced.stderr
    shown = lpkit("stats").stdout
    assert shown.count(f"lpkit has no ledger for the language {language}") == 1
    (library,) = json.loads(lpkit("stats", "--json").stdout)["libraries"]
    assert library["ledger"] is None


def test_stats_count_the_figures_of_prose(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (library,) = json.loads(lpkit("stats", "--json").stdout)["libraries"]
    ledger = library["ledger"]
    assert 0 <= ledger["unbound"] < ledger["figures"]
    told = f"{ledger['stated']} are stated where they stand and {ledger['unbound']} are bound to no place (lpkit trace)"
    text = f"figures in prose: {ledger['figures']}, of which {told}\n"
    assert text in lpkit("stats").stdout


@pytest.mark.parametrize("library", ["amazon-lp", "star-basics"])
def test_no_figure_name_or_quote_of_the_house_s_packs_is_unbound(library: str) -> None:
    file = PACKS / library / "library.yaml"
    view = view_library(read_source(file, file.name))[1]
    assert view is not None
    for pack_file in sorted((PACKS / library).glob("*/*.yaml")):
        pack = view_pack(read_source(pack_file, pack_file.name), view)[1]
        assert pack is not None
        loose = [entry.claim.text for entry in trace(pack) or () if isinstance(entry.binding, Unbound)]
        assert loose == [], pack_file.name


def test_a_folder_is_refused(lpkit: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    result = lpkit("trace", "packs")
    assert result.returncode == 2
    assert "is a folder" in result.stderr
