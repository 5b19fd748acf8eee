"""`lpkit hook`: what it changes, what it leaves alone, and that it says each thing once."""

import re
import subprocess
from pathlib import Path

import pytest

from project import Run, write_sample


def _reworded(pack: Path) -> str:
    return pack.read_text(encoding="utf-8").replace("Count the minutes", "Count all minutes")


@pytest.fixture
def pack(tmp_path: Path, lpkit: Run) -> Path:
    """Give the pack of the sample in canonical form."""
    file = write_sample(tmp_path)
    lpkit("fmt")
    return file


def _state(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_nothing_to_do_is_one_line(tmp_path: Path, lpkit: Run, pack: Path) -> None:
    before = _state(tmp_path)
    ended = lpkit("hook", str(pack))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "1 pack and 1 library checked: no faults\n")
    assert _state(tmp_path) == before


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("total: 19", "total: 20", 1, r"LP204 .*\n28 \|.*\n.*\^\n.* = help: .*\n\n.*1 error in 1 file"),
        ("\n\nconcepts:", "\nconcepts:", 1, r"noisy-alarm.yaml: formatted\n1 file changed"),
        ("level: sde-1", "level:   sde-1", 1, r"noisy-alarm.yaml: formatted\n1 file changed"),
        ("title: ", "titel: ", 1, r"noisy-alarm.yaml: mended\n"),
        ("format: 1", "format: [1", 1, r"LP002"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_is_wrong_with_a_file_is_mended_or_said_once(
    pack: Path, lpkit: Run, old: str, new: str, code: int, said: str
) -> None:
    text = pack.read_text(encoding="utf-8")
    assert old in text
    pack.write_text(text.replace(old, new, 1), encoding="utf-8")
    ended = lpkit("hook", str(pack))
    assert ended.returncode == code
    assert len(re.findall(said, ended.stdout + ended.stderr)) == 1, ended.stdout + ended.stderr
    again = lpkit("hook", str(pack))
    assert "formatted" not in again.stderr
    assert "mended" not in again.stderr


def test_without_files_nothing_is_mended(pack: Path, lpkit: Run, tmp_path: Path) -> None:
    pack.write_text(pack.read_text(encoding="utf-8").replace("\n\nconcepts:", "\nconcepts:"), encoding="utf-8")
    before = _state(tmp_path)
    assert lpkit("hook").returncode == 0
    assert _state(tmp_path) == before


def test_a_file_that_the_settings_leave_out_is_left_alone(pack: Path, lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / "lpkit.toml").write_text('exclude = ["packs/drafts/*"]\n', encoding="utf-8")
    (tmp_path / "packs/drafts").mkdir()
    others = [tmp_path / "packs/drafts/x.yaml", tmp_path / "elsewhere.yaml"]
    for other in others:
        other.write_text("b:   1\na:  [x,y]\n", encoding="utf-8")
    before = _state(tmp_path)
    assert lpkit("hook", str(pack), *map(str, others)).returncode == 0
    assert _state(tmp_path) == before


def test_a_lock_is_kept_where_there_is_one(pack: Path, lpkit: Run, tmp_path: Path) -> None:
    lock = tmp_path / "packs/library.lock"
    assert lpkit("hook").returncode == 0
    assert not lock.exists()
    lpkit("lock")
    locked = lock.read_bytes()
    pack.write_text(
        pack.read_text(encoding="utf-8").replace("Count the minutes", "Count all minutes"), encoding="utf-8"
    )
    ended = lpkit("hook", str(pack))
    assert (ended.returncode, lock.read_bytes() != locked) == (1, True)
    assert "packs/library.lock" in ended.stderr
    assert "LP107" not in ended.stdout
    assert lpkit("hook", str(pack)).returncode == 0


def test_a_lock_is_kept_by_who_turned_its_rule_off(pack: Path, lpkit: Run, tmp_path: Path) -> None:
    lpkit("lock")
    (tmp_path / "lpkit.toml").write_text('ignore = ["LP107"]\n', encoding="utf-8")
    pack.write_text(
        pack.read_text(encoding="utf-8").replace("Count the minutes", "Count all minutes"), encoding="utf-8"
    )
    assert lpkit("hook", str(pack)).returncode == 1
    assert lpkit("lock", "--check").returncode == 0


def test_errors_keep_the_lock_as_it_is(pack: Path, lpkit: Run, tmp_path: Path) -> None:
    lpkit("lock")
    lock = (tmp_path / "packs/library.lock").read_bytes()
    pack.write_text(_reworded(pack).replace("total: 19", "total: 20"), encoding="utf-8")
    ended = lpkit("hook", str(pack))
    assert ended.returncode == 1
    assert ended.stdout.count("LP204") == 1
    assert (tmp_path / "packs/library.lock").read_bytes() == lock


def test_outside_any_project_it_says_what_to_do(tmp_path: Path, lpkit: Run) -> None:
    ended = lpkit("hook")
    assert ended.returncode == 2
    assert "lpkit init" in ended.stderr
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    assert lpkit("hook", "missing.yaml").returncode == 2


def test_a_schema_of_the_library_is_kept_where_there_is_one(pack: Path, lpkit: Run, tmp_path: Path) -> None:
    library, schema = tmp_path / "packs/library.yaml", tmp_path / "packs/pack.schema.json"
    text = library.read_text(encoding="utf-8")
    other = text.replace("title: Ownership", "title: Ownership of all")
    assert other != text
    library.write_text(other, encoding="utf-8")
    assert lpkit("hook").returncode == 0
    assert not schema.exists()
    library.write_text(text, encoding="utf-8")
    lpkit("schema", "--library")
    assert lpkit("hook").returncode == 0
    library.write_text(other, encoding="utf-8")
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    ended = lpkit("hook", str(library))
    assert (ended.returncode, "Ownership of all" in schema.read_text(encoding="utf-8")) == (1, True)
    assert ended.stderr.count("packs/pack.schema.json is written\n") == 1
    assert "1 file changed" in ended.stderr
    assert "LP024" not in ended.stdout
    assert ended.stdout.count("LP204") == 1
    assert "changed" not in lpkit("hook").stderr


@pytest.mark.parametrize("settings", ["", 'ignore = ["LP024"]\n', 'severity = {LP024 = "error"}\n'])
def test_schema_and_lock_are_kept_in_one_run(pack: Path, lpkit: Run, tmp_path: Path, settings: str) -> None:
    (tmp_path / "lpkit.toml").write_text(settings, encoding="utf-8")
    lpkit("schema", "--library")
    lpkit("fmt")
    lpkit("lock")
    library = tmp_path / "packs/library.yaml"
    library.write_text(library.read_text(encoding="utf-8").replace("Ownership", "All of it"), encoding="utf-8")
    pack.write_text(_reworded(pack), encoding="utf-8")
    ended = lpkit("hook")
    assert ended.returncode == 1
    assert "2 files changed" in ended.stderr
    assert lpkit("hook").returncode == 0


@pytest.mark.parametrize("content", ["{}", "nonsense", None])
def test_a_schema_of_somebody_elses_is_left_alone(pack: Path, lpkit: Run, tmp_path: Path, content: str | None) -> None:
    schema = tmp_path / "packs/pack.schema.json"
    if content is None:
        schema.symlink_to("nowhere")
    else:
        schema.write_text(content, encoding="utf-8")
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    ended = lpkit("hook")
    assert ended.stdout.count("LP204") == 1
    assert "changed" not in ended.stderr
    assert schema.is_symlink() or schema.read_text(encoding="utf-8") == content


@pytest.mark.usefixtures("pack")
def test_a_broken_library_has_its_schema_left_as_it_was(lpkit: Run, tmp_path: Path) -> None:
    lpkit("schema", "--library")
    before = (tmp_path / "packs/pack.schema.json").read_bytes()
    (tmp_path / "packs/library.yaml").write_text("format: [1", encoding="utf-8")
    ended = lpkit("hook")
    assert (ended.returncode, "LP002" in ended.stdout) == (1, True)
    assert (tmp_path / "packs/pack.schema.json").read_bytes() == before
