"""What library.lock holds of single items, what becomes of them, and who must not overlook that."""

import json
from pathlib import Path

import pytest

from lpkit.corpus.content import RetiredItem, Shelf, Stock, stocked
from lpkit.model import Library, Pack
from lpkit.publishing.lock import read_lock
from lpkit.source import read_source
from lpkit_exporters.anki.decks import decks
from lpkit_exporters.bundle.library import library_entry
from lpkit_exporters.catalogue.words import CATALOGUES
from project import LIBRARY, PACK, SAMPLE, Run, write_sample

LOCK = "packs/library.lock"
AUTO_FAIL = "auto-fail noisy-alarm/a/manager-directed"
HASH = "0123456789abcdef"


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def _states(folder: Path) -> dict[str, bool]:
    return {str(key): entry.retired for key, entry in read_lock((folder / LOCK).read_text("utf-8")).items.items()}


def test_the_order_of_keys_is_no_content(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    old = "{structure: 17, ownership_signal: 46, impact: 26}"
    _edit(pack, old, "{impact: 26, structure: 17, ownership_signal: 46}")
    assert lpkit("lock", "--check").stderr == "packs/library.lock: up to date\n"


@pytest.mark.parametrize("status", ["published", "draft"])
def test_an_auto_fail_that_is_gone_is_retired_by_itself(lpkit: Run, tmp_path: Path, status: str) -> None:
    """It has no id that anybody could write into `retired`."""
    pack = write_sample(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    assert _states(tmp_path)[AUTO_FAIL] is False
    text = pack.read_text(encoding="utf-8")
    start, end = text.index("      auto_fails:"), text.index("      notes: The start")
    text = (text[:start] + text[end:]).replace("status: published", f"status: {status}")
    pack.write_text(text.replace("my manager asked me", "somebody asked me"), encoding="utf-8")
    assert "LP108" not in lpkit("check").stdout
    assert lpkit("lock", "--time", "2026-01-02").returncode == 0
    assert {key for key, retired in _states(tmp_path).items() if retired} == {AUTO_FAIL}


@pytest.mark.parametrize("line", ["what is this", f"question noisy-alarm/x {HASH} 2026-01-01T00:00:00Z gone"])
def test_what_is_no_lock_comes_with_advice(lpkit: Run, tmp_path: Path, line: str) -> None:
    write_sample(tmp_path)
    (tmp_path / LOCK).write_text(f"{line}\n", encoding="utf-8")
    result = lpkit("lock")
    advice = "take the file of the last commit, then run lpkit lock"
    assert result.returncode == 2
    assert result.stderr == f"lpkit: packs/library.lock:1: this is no line of a lock ({advice})\n"


def _library(retired: list[dict[str, str]]) -> Library:
    data = read_source(SAMPLE / LIBRARY, LIBRARY).data
    return Library.model_validate({**data, "retired": retired})


def _pack(**values: str) -> Pack:
    return Pack.model_validate({**read_source(SAMPLE / PACK, PACK).data, **values})


def test_the_reason_of_a_pack_is_that_of_its_items() -> None:
    lines = [
        f"pack gone {HASH} 2026-01-01T00:00:00Z retired",
        f"question gone/one {HASH} 2026-01-02T00:00:00Z retired",
        f"question noisy-alarm/one {HASH} 2026-01-02T00:00:00Z retired",
        f"question noisy-alarm/two {HASH} 2026-01-02T00:00:00Z retired",
    ]
    library = _library([{"id": "gone", "reason": "It asked for taste.", "replaced_by": "noisy-alarm"}])
    own = _pack().model_copy(
        update={"retired": [library.retired[0].model_copy(update={"id": "one", "reason": "Dull."})]}
    )
    stock = Stock(library, (own,), Path("library.yaml"), read_lock("\n".join(lines)))
    (shelf,) = stocked([stock]).shelves
    assert {item.path: (item.reason, item.replaced_by) for item in shelf.retired} == {
        "gone": ("It asked for taste.", "noisy-alarm"),
        "gone/one": ("It asked for taste.", "noisy-alarm"),
        "noisy-alarm/one": ("Dull.", "noisy-alarm"),
        "noisy-alarm/two": (None, None),
    }


def test_a_retired_pack_is_listed_once() -> None:
    library = _library([{"id": "gone", "reason": "It asked for taste."}])
    retired = tuple(RetiredItem("pack", name, 0) for name in ("gone", "gone-too"))
    entry = library_entry(Shelf(library, (), {}, retired), {})
    assert [item.id for item in entry.retired] == ["gone", "gone-too"]


def test_decks_whose_titles_differ_in_case_alone_have_names_of_their_own() -> None:
    packs = (_pack(id="one", title="Ask Why"), _pack(id="two", title="ask why"), _pack(id="three", title="Ask"))
    names = [
        deck.name.rpartition("::")[2] for deck in decks(Shelf(_library([]), packs), CATALOGUES.words("en")).values()
    ]
    assert names[2:] == ["Ask Why (one)", "ask why (two)", "Ask"]


@pytest.mark.parametrize("settings", ["", 'ignore = ["LP107"]\n', 'select = ["LP2"]\n'])
def test_frozen_sees_a_stale_lock_whatever_rules_run(lpkit: Run, tmp_path: Path, settings: str) -> None:
    pack = write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text(settings, encoding="utf-8")
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    assert lpkit("export", "json", "--frozen", "-o", "out").returncode == 0
    _edit(pack, "hint: Who asked", "hint: Softly, who asked")
    result = lpkit("export", "json", "--frozen", "-o", "out")
    assert result.returncode == 1
    assert "library.lock is out of date, and --frozen was asked for" in result.stderr
    assert lpkit("export", "json", "-o", "out").returncode == 0


def test_existing_hides_no_pack_without_a_library(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (tmp_path / "packs" / LIBRARY).unlink()
    result = lpkit("lock", "--existing", str(pack))
    assert result.returncode == 1
    assert "LP105" in result.stdout


def test_a_baseline_entry_of_a_deleted_file_is_stale(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    other = pack.with_name("other.yaml")
    text = pack.read_text(encoding="utf-8").replace("id: noisy-alarm", "id: other")
    other.write_text(text.replace("total: 19", "total: 20").replace("stem: ", "stem: Now, "), encoding="utf-8")
    assert lpkit("check", "--write-baseline", "base.json").returncode == 0
    assert len(json.loads((tmp_path / "base.json").read_text("utf-8"))["faults"]) >= 1
    assert "no longer found" not in lpkit("check", "--baseline", "base.json", str(pack)).stderr
    other.unlink()
    said = lpkit("check", "--baseline", "base.json", str(pack)).stderr
    assert "no longer found, so the baseline can be written anew: packs/ownership/other.yaml: LP204" in said
