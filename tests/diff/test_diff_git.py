"""`lpkit diff` on real git repositories and on folders."""

import json
import shutil
from pathlib import Path

import pytest

from project import LIBRARY, PACK, Run, write_sample
from repository import begin, run_git


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with the sample: tag `first`, then a commit that changes a key."""
    pack = write_sample(tmp_path)
    git = begin(tmp_path, "first")
    _replace(pack, "answer: Ownership", "answer: Frugality")
    git("commit", "--quiet", "--all", "--message", "second")
    return tmp_path


@pytest.mark.usefixtures("repository")
def test_two_revisions(lpkit: Run) -> None:
    result = lpkit("diff", "first", "main")
    assert result.returncode == 0, result.stderr
    assert result.stdout == (
        f"packs/{PACK}\n"
        '  minor key-changed question alarm-principle: the key changed from "Ownership" to "Frugality"\n'
        "\n1 change: 1 minor\n"
    )
    assert lpkit("diff", "first", "main", "--fail-on", "minor").returncode == 1
    assert lpkit("diff", "main", "main").stdout == "no changes of content\n"


def test_working_tree_with_files_that_git_does_not_know(lpkit: Run, repository: Path) -> None:
    pack = repository / "packs" / PACK
    text = pack.read_text(encoding="utf-8").replace("id: noisy-alarm", "id: loud-fan")
    (pack.parent / "loud-fan.yaml").write_text(text, encoding="utf-8")
    _replace(pack, "id: alarm-trial", "id: parallel-trial")
    result = lpkit("diff", "HEAD", "--json")
    assert result.returncode == 1
    document = json.loads(result.stdout)
    assert document["grade"] == "major"
    assert [(change["kind"], change["item"]) for change in document["changes"]] == [
        ("renamed", "alarm-trial"),
        ("pack-added", "loud-fan"),
    ]
    assert lpkit("diff", "HEAD", "--fail-on", "none").returncode == 0


def test_deleted_pack_and_pack_in_a_folder_below(lpkit: Run, repository: Path) -> None:
    (repository / "packs" / PACK).unlink()
    result = lpkit("diff", "HEAD")
    assert result.returncode == 1
    assert "removed-unretired pack noisy-alarm" in result.stdout


def test_from_a_folder_of_the_repository(lpkit: Run, repository: Path) -> None:
    inner = repository / "content"
    inner.mkdir()
    (repository / "packs").rename(inner / "packs")
    run_git(repository, "add", "--all")
    run_git(repository, "commit", "--quiet", "--message", "moved")
    _replace(inner / "packs" / PACK, "total: 19", "total: 20")
    result = lpkit("diff", "HEAD", cwd=inner)
    assert "total-changed" in result.stdout
    assert lpkit("diff", "first", "first", cwd=inner).stdout == "no changes of content\n"


def test_base_without_packs_is_a_state_too(lpkit: Run, repository: Path) -> None:
    run_git(repository, "checkout", "--quiet", "--orphan", "bare")
    run_git(repository, "rm", "-r", "--quiet", "--cached", "packs")
    run_git(repository, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    result = lpkit("diff", "bare", "main")
    assert "library-added" in result.stdout, result.stderr


def test_two_folders_withoutrun_git(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    shutil.copytree(tmp_path / "packs", tmp_path / "after")
    _replace(tmp_path / "after" / PACK, "difficulty: hard", "difficulty: medium")
    result = lpkit("diff", "packs", "after")
    assert (result.returncode, "difficulty-changed" in result.stdout) == (0, True)


def test_markdown_shows_content_as_text(lpkit: Run, repository: Path) -> None:
    _replace(repository / "packs" / PACK, "answer: Frugality", 'answer: "<img src=x> @all *Ownership*"')
    shown = lpkit("diff", "HEAD", "--markdown").stdout
    assert "\\<img src=x\\>" in shown
    assert "@all" not in shown
    assert "**Minor**" in shown


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "no folder or git revision is called nowhere"),
        (["--", "-x"], "no folder or git revision is called -x"),
        (["./nowhere"], "no folder is called ./nowhere"),
        (["first", "--json", "--markdown"], "given at once"),
        (["HEAD:packs"], "no folder or git revision"),
        ([""], "is a variable empty?"),
        (["first", " "], "is a variable empty?"),
    ],
)
def test_wrong_use_is_one_line(lpkit: Run, arguments: list[str], said: str) -> None:
    result = lpkit("diff", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_name_of_a_folder_and_of_a_branch(lpkit: Run, repository: Path) -> None:
    run_git(repository, "branch", "packs")
    assert "write ./packs for the folder" in lpkit("diff", "packs").stderr
    assert lpkit("diff", "./packs").returncode == 0


def test_outside_any_repository(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("diff", "main", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "in no git repository" in result.stderr


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    """Make a repository with two teams, each with settings of its own and packs where these say."""
    for team in ("a", "b"):
        folder = tmp_path / "teams" / team
        write_sample(folder)
        (folder / "packs").rename(folder / "content")
        _replace(folder / "content" / LIBRARY, "id: sample", f"id: team-{team}")
        (folder / "lpkit.toml").write_text('packs = ["content"]\n', encoding="utf-8")
    begin(tmp_path, "first")
    return tmp_path


TOLD = """\
teams/a/content/ownership/noisy-alarm.yaml
  minor total-changed candidate a: total: 19 became 20
"""


@pytest.mark.parametrize("here", [".", "teams", "teams/a"])
def test_projects_below_are_compared_and_named_as_from_anywhere(lpkit: Run, teams: Path, here: str) -> None:
    _replace(teams / "teams/a/content" / PACK, "total: 19", "total: 20")
    result = lpkit("diff", "first", cwd=teams / here)
    assert (result.returncode, result.stdout[: len(TOLD)]) == (0, TOLD), result.stderr
    assert result.stdout.endswith("\n1 change: 1 minor\n")
    run_git(teams, "commit", "--quiet", "--all", "--message", "second")
    assert lpkit("diff", "first", "HEAD", cwd=teams / here).stdout == result.stdout


def test_a_project_that_is_gone_is_a_change(lpkit: Run, teams: Path) -> None:
    shutil.rmtree(teams / "teams/b")
    result = lpkit("diff", "first")
    assert (result.returncode, result.stdout.splitlines()[0]) == (1, "teams/b/content/library.yaml"), result.stderr
    assert "removed" in result.stdout


def test_settings_of_now_count_for_both_states(lpkit: Run, teams: Path) -> None:
    """Where a commit has settings that cannot be read, or none yet, nothing seems to be new."""
    settings = teams / "teams/a/lpkit.toml"
    written = settings.read_bytes()
    settings.write_text("packs = [", encoding="utf-8")
    (teams / "teams/b/lpkit.toml").write_text("unknown = 1\n", encoding="utf-8")
    run_git(teams, "commit", "--quiet", "--all", "--message", "broken")
    settings.write_bytes(written)
    (teams / "teams/b/lpkit.toml").unlink()
    result = lpkit("diff", "HEAD")
    assert (result.returncode, result.stdout) == (0, "no changes of content\n"), result.stderr


@pytest.mark.parametrize("settings", ["packs = []\n", 'packs = ["nowhere"]\n'])
def test_settings_that_name_no_packs(lpkit: Run, repository: Path, settings: str) -> None:
    (repository / "lpkit.toml").write_text(settings, encoding="utf-8")
    result = lpkit("diff", "HEAD")
    assert (result.returncode, "there are no packs" in result.stderr) == (2, True), result.stderr


def test_a_pack_whose_name_is_nearly_one_is_seen_in_a_commit_too(lpkit: Run, repository: Path) -> None:
    pack = repository / "packs" / PACK
    pack.rename(pack.with_suffix(".YAML"))
    run_git(repository, "add", "--all")
    run_git(repository, "commit", "--quiet", "--message", "capitals")
    assert lpkit("diff", "HEAD").stdout == "no changes of content\n"
    assert lpkit("diff", "HEAD", "HEAD").stdout == "no changes of content\n"
