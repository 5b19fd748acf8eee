"""A project that remembers gives what one without memory gives, whatever was saved between, and does less for it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lpkit.checking.memory import Memory
from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Report
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.schema.house import HouseSchema, load_house_schemas
from lpkit.source import Source, read_source
from project import PACK, base_of, check_folder, codes, project_at, write_sample

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
    return replace(project_at(folder, folder / "packs"), memory=memory).check().report


def _house(folder: Path, required: str) -> list[HouseSchema]:
    file = folder / "house.json"
    file.write_text(f'{{"required": ["{required}"]}}', encoding="utf-8")
    return load_house_schemas([file])


def test_memory_knows_rules_and_house_schemas_apart(tmp_path: Path) -> None:
    write_sample(tmp_path)
    project = replace(project_at(tmp_path, tmp_path / "packs"), memory=Memory())
    pack = tmp_path / "packs" / PACK
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    steps = [
        (project, ["LP204"]),
        (replace(project, house=tuple(_house(tmp_path, "tags"))), ["LP015", "LP204"]),
        (replace(project, house=tuple(_house(tmp_path, "title"))), ["LP204"]),
        (project.with_rules([rule for rule in all_rules() if rule.code != "LP204"]), []),
        (project, ["LP204"]),
    ]
    for changed, expected in steps:
        assert sorted(codes(changed.check().report)) == expected


def test_only_what_changed_is_parsed_again(tmp_path: Path) -> None:
    first = write_sample(tmp_path)
    second = tmp_path / "packs/customer-obsession/second.yaml"
    second.parent.mkdir()
    second.write_text(base_of("packs/customer-obsession/second.yaml"), encoding="utf-8")
    read: list[Source] = []

    def reading(file: Path, name: str) -> Source:
        read.append(read_source(file, name))
        return read[-1]

    project = replace(project_at(tmp_path, tmp_path / "packs", select=("LP2",)), read=reading, memory=Memory())
    project.check()
    read.clear()
    second.write_text(second.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    assert codes(project.check().report) == ["LP204"]
    parsed = {source.name for source in read if "data" in vars(source)}
    assert parsed == {second.relative_to(tmp_path).as_posix()}
    assert first.relative_to(tmp_path).as_posix() in {source.name for source in read}


def test_a_pack_that_nobody_asked_about_is_no_rules_matter(tmp_path: Path) -> None:
    """What is said of one pack is what a check of all says of it: the others give facts, and are not looked at."""
    first = write_sample(tmp_path)
    second = tmp_path / "packs/customer-obsession/second.yaml"
    second.parent.mkdir()
    text = base_of("packs/customer-obsession/second.yaml").replace("minutes: 2", "minutes: 2  # lpkit: ignore[LP205] x")
    for file, shown in ((first, first.read_text(encoding="utf-8")), (second, text)):
        file.write_text(shown.replace("total: 19", "total: 20", 1), encoding="utf-8")
    looked: list[str] = []
    project = project_at(tmp_path, tmp_path / "packs")
    told = project.with_rules([_noting(rule, looked) for rule in project.rules.all])
    whole = told.check().report
    assert {Path(name).name for name in looked} == {"noisy-alarm.yaml", "second.yaml", "library.yaml"}
    for file in (first, second):
        looked.clear()
        report = replace(told, listing=project_at(tmp_path, file).listing).check().report
        name = file.relative_to(tmp_path).as_posix()
        ours = [entry for entry in whole.diagnostics if name in {entry.path, *(other.path for other in entry.related)}]
        assert list(report.diagnostics) == ours
        assert {"LP204", "LP301"} & set(codes(report))
        assert {Path(seen).name for seen in looked} == {file.name, "library.yaml"}


def test_only_the_comments_of_what_was_asked_about_are_counted(tmp_path: Path) -> None:
    first = write_sample(tmp_path)
    second = tmp_path / "packs/customer-obsession/second.yaml"
    second.parent.mkdir()
    second.write_text(base_of("packs/customer-obsession/second.yaml"), encoding="utf-8")
    for file in (first, second):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("total: 19", "total: 20  # lpkit: ignore[LP204] x"), encoding="utf-8")
    assert check_folder(tmp_path, tmp_path / "packs").suppressed == 2
    assert check_folder(tmp_path, first).suppressed == 1


def _noting(rule: Rule, looked: list[str]) -> Rule:
    """Give a rule that notes the files of packs and libraries at which it looks."""

    def check(subject: Any) -> Iterable[Finding]:
        looked.extend([subject.source.name] if isinstance(subject, FileView) else [])
        return rule.check(subject)

    return rule._replace(check=check)
