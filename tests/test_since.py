"""`check --since`: the whole corpus is read, and what concerns the changes is reported; in real repositories."""

import json
from pathlib import Path

import pytest

from project import Run, write_sample
from repository import begin, run_git


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Make a repository with two packs, one of which has a fault that is older than every change."""
    pack = write_sample(tmp_path)
    old = pack.with_name("old-fault.yaml")
    old.write_bytes(pack.read_bytes().replace(b"id: noisy-alarm", b"id: old-fault").replace(b"total: 19", b"total: 20"))
    begin(tmp_path)
    return pack.parent.parent


SELECT = ("--select", "LP0,LP1,LP2,LP3", "--since")


def test_nothing_changed(lpkit: Run, packs: Path) -> None:
    assert lpkit("check", *SELECT, "HEAD").stderr == "nothing changed since HEAD\n"
    assert lpkit("check", "--select", "LP2").returncode == 1
    (packs.parent / "notes.txt").write_text("x", encoding="utf-8")
    assert lpkit("check", *SELECT, "HEAD").stderr == "2 packs and 1 library checked: no faults\n"


@pytest.mark.usefixtures("packs")
def test_a_report_is_written_where_nothing_changed(lpkit: Run, tmp_path: Path) -> None:
    result = lpkit("check", "--since", "HEAD", "-f", "json", "-f", "sarif=report.sarif")
    assert (result.returncode, json.loads(result.stdout)["diagnostics"]) == (0, [])
    assert json.loads((tmp_path / "report.sarif").read_bytes())["version"] == "2.1.0"


def test_only_faults_of_changed_files(lpkit: Run, packs: Path) -> None:
    _edit(packs / "ownership/noisy-alarm.yaml", "total: 19", "total: 21")
    result = lpkit("check", "-f", "concise", *SELECT, "HEAD")
    assert result.returncode == 1
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == ["packs/ownership/noisy-alarm.yaml"]
    run_git(packs, "commit", "--quiet", "--all", "--message", "second")
    assert lpkit("check", "-f", "concise", *SELECT, "HEAD").returncode == 0
    assert lpkit("check", "-f", "concise", *SELECT, "HEAD~1").stdout == result.stdout
    below = lpkit("check", ".", "-f", "concise", *SELECT, "HEAD~1", cwd=packs)
    assert below.stdout == result.stdout


def test_a_new_file_that_git_does_not_know(lpkit: Run, packs: Path) -> None:
    """The duplicate is reported with the older file, since one of its places is in the new one."""
    text = (packs / "ownership/noisy-alarm.yaml").read_text(encoding="utf-8")
    (packs / "ownership/zwölf 😀.yaml").write_text(text, encoding="utf-8")
    result = lpkit("check", *SELECT, "HEAD")
    assert "LP103" in result.stdout
    assert "old-fault" not in result.stdout


def test_a_deleted_library_is_named_by_its_packs(lpkit: Run, packs: Path) -> None:
    (packs / "library.yaml").unlink()
    assert lpkit("check", *SELECT, "HEAD").stdout.count("LP105") == 2
    run_git(packs, "rm", "--quiet", "library.yaml")
    assert lpkit("check", *SELECT, "HEAD").returncode == 1


def test_a_changed_library_concerns_its_packs(lpkit: Run, packs: Path) -> None:
    _edit(packs / "library.yaml", "id: sde-1", "id: sde-9")
    assert lpkit("check", *SELECT, "HEAD").stdout.count("LP104") == 2


def test_changes_are_counted_from_where_the_branch_left(lpkit: Run, packs: Path) -> None:
    run_git(packs, "checkout", "--quiet", "-b", "work")
    _edit(packs / "library.yaml", "title: Sample", "title: Example")
    run_git(packs, "commit", "--quiet", "--all", "--message", "work")
    run_git(packs, "checkout", "--quiet", "main")
    _edit(packs / "ownership/old-fault.yaml", "total: 20", "total: 22")
    run_git(packs, "commit", "--quiet", "--all", "--message", "elsewhere")
    run_git(packs, "checkout", "--quiet", "work")
    assert "total is 20" in lpkit("check", *SELECT, "main").stdout
    _edit(packs / "library.yaml", "title: Example", "title: Sample")
    assert lpkit("check", *SELECT, "main").stderr == "nothing changed since main\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("lpkit.toml", 'ignore = ["LP702"]\n'),
        ("pyproject.toml", '[tool.lpkit]\nignore = ["LP702"]\n'),
        ("house.json", '{"required": ["title"], "type": "object"}'),
    ],
)
def test_changed_settings_concern_every_file(file: str, text: str, lpkit: Run, packs: Path) -> None:
    root = packs.parent
    (root / "lpkit.toml").write_text('schemas = ["house.json"]\n', encoding="utf-8")
    (root / "house.json").write_text("{}", encoding="utf-8")
    if file == "pyproject.toml":
        (root / "lpkit.toml").unlink()
        (root / file).write_text("[tool.lpkit]\n", encoding="utf-8")
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--message", "settings")
    (root / file).write_text(text, encoding="utf-8")
    for folder in (root, packs):
        result = lpkit("check", ".", *SELECT, "HEAD", cwd=folder)
        assert "the settings changed" in result.stderr
        assert "total is 20" in result.stdout


def test_deleted_settings_concern_every_file(lpkit: Run, packs: Path) -> None:
    settings = packs.parent / "lpkit.toml"
    settings.write_text('ignore = ["LP204"]\n', encoding="utf-8")
    run_git(packs.parent, "add", "--all")
    run_git(packs.parent, "commit", "--quiet", "--message", "settings")
    settings.unlink()
    assert "total is 20" in lpkit("check", *SELECT, "HEAD").stdout


def test_another_section_of_pyproject_concerns_no_file(lpkit: Run, packs: Path) -> None:
    project = packs.parent / "pyproject.toml"
    project.write_text("[tool.lpkit]\nignore = []\n", encoding="utf-8")
    run_git(packs.parent, "add", "--all")
    run_git(packs.parent, "commit", "--quiet", "--message", "settings")
    project.write_text("[tool.other]\nx = 1\n\n[tool.lpkit]\nignore = []\n", encoding="utf-8")
    result = lpkit("check", *SELECT, "HEAD")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_library_above_the_folder_concerns_its_packs(lpkit: Run, packs: Path) -> None:
    _edit(packs / "library.yaml", "id: sde-1", "id: sde-9")
    assert lpkit("check", ".", *SELECT, "HEAD", cwd=packs / "ownership").stdout.count("LP104") == 2


def test_files_of_a_changed_submodule(lpkit: Run, packs: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    above = tmp_path_factory.mktemp("above")
    run_git(above, "init", "--quiet")
    run_git(above, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(packs.parent), "sub")
    run_git(above, "commit", "--quiet", "--message", "first")
    assert "nothing changed" in lpkit("check", "sub", *SELECT, "HEAD", cwd=above).stderr
    _edit(above / "sub/packs/ownership/old-fault.yaml", "total: 20", "total: 21")
    assert "total is 21" in lpkit("check", "sub", *SELECT, "HEAD", cwd=above).stdout


def test_what_a_link_leads_to_changed(lpkit: Run, packs: Path) -> None:
    shared = packs.parent / "shared.yaml"
    (packs / "ownership/old-fault.yaml").rename(shared)
    (packs / "ownership/old-fault.yaml").symlink_to(shared)
    run_git(packs.parent, "add", "--all")
    run_git(packs.parent, "commit", "--quiet", "--message", "second")
    _edit(shared, "total: 20", "total: 21")
    assert "old-fault.yaml:26:14: error LP204" in lpkit("check", *SELECT, "HEAD").stdout


@pytest.mark.usefixtures("packs")
def test_wrong_use(lpkit: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    for ref in ("no-such-branch", "--all", "HEAD~5", "^HEAD", ""):
        result = lpkit("check", f"--since={ref}")
        assert (result.returncode, result.stdout) == (2, "")
        assert ref in result.stderr
    outside = tmp_path_factory.mktemp("outside")
    write_sample(outside)
    result = lpkit("check", "--since", "HEAD", cwd=outside)
    assert result.returncode == 2
    assert "not a git repository" in result.stderr
