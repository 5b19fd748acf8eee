"""A check that remembers what it saw gives what a check without memory gives, whatever was saved between."""

from pathlib import Path

from lpkit.checking.memory import Memory
from lpkit.checking.run import check
from lpkit.corpus import discover
from lpkit.diagnostic import Report
from lpkit.rules import all_rules
from project import PACK, base_of, check_folder, write_sample

SAVES: list[tuple[str, str, str]] = [
    ("packs/ownership/noisy-alarm.yaml", "total: 19", "total: 20"),
    ("packs/library.yaml", "weight: 20", "weight: 21"),
    ("packs/ownership/noisy-alarm.yaml", "total: 20", "total: 19"),
    ("packs/library.yaml", "weight: 21", "weight: 20"),
    ("packs/customer-obsession/second.yaml", "", base_of("packs/customer-obsession/second.yaml")),
    ("packs/library.lock", "", "no lock at all\n"),
    ("packs/customer-obsession/second.yaml", "id: second", "id: noisy-alarm"),
    ("packs/library.yaml", "id: ownership", "id: ownershop"),
    ("packs/ownership/noisy-alarm.yaml", "format: 1", "format: [1"),
]


def test_memory_changes_nothing(tmp_path: Path) -> None:
    write_sample(tmp_path)
    memory = Memory()
    assert _remembering(tmp_path, memory).diagnostics == ()
    seen = set()
    for name, old, new in SAVES:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        text = file.read_text(encoding="utf-8") if old else ""
        assert old in text
        file.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
        report = check_folder(tmp_path, tmp_path / "packs")
        assert _remembering(tmp_path, memory) == report
        seen.add(report.diagnostics)
    assert len(seen) >= len(SAVES) - 1
    (tmp_path / "packs" / PACK).unlink()
    assert _remembering(tmp_path, memory) == check_folder(tmp_path, tmp_path / "packs")


def _remembering(folder: Path, memory: Memory) -> Report:
    listing = discover([folder / "packs"], [], folder, folder)

    def name_of(file: Path) -> str:
        return file.relative_to(folder).as_posix()

    return check(listing, all_rules(), name_of, read=memory.read, examine=memory.examine).report
