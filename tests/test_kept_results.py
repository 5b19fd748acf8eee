"""Results that are kept between runs: less work and the same answer, whatever became of the folder that holds them."""

import json
import os
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fuzz.kept_results import play
from lpkit.checking.memory import Memory
from lpkit.checking.pack import Examined
from lpkit.checking.packing import ForeignError
from lpkit.checking.project import Project
from lpkit.checking.sheet import facts_in, pressed, read_sheet, sheet_of, spread, written
from lpkit.checking.store import Store
from lpkit.corpus import Fact
from lpkit.diagnostic import Diagnostic, Site, Span
from lpkit.rules import all_rules
from lpkit.source import Source, read_source
from project import PACK, Run, project_at, write_sample
from rule_examples import write_example


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Write the sample with a wrong total below a folder; give its pack."""
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    return pack


def _project(folder: Path, store: Store | None) -> Project:
    return replace(project_at(folder, folder / "packs"), store=store, content=False)


def _entries(folder: Path, libraries: bool = False) -> list[Path]:
    """Give what is kept of packs, or of libraries; findings across packs and places of them are kept beside it."""
    texts = {file: file.read_text(encoding="ascii") for file in sorted(folder.rglob("*.json"))}
    found = {file: text for file, text in texts.items() if '"record":"file"' in text}
    return [file for file, text in found.items() if ('library.yaml","classes"' in text) is libraries]


@pytest.mark.parametrize("seed", range(2))
def test_kept_and_fresh_reports_are_equal(tmp_path: Path, seed: int) -> None:
    """A few edits; `python tests/fuzz/kept_results.py 2000` makes many."""
    play(tmp_path, seed, 10)


@pytest.mark.usefixtures("faulty")
def test_a_file_that_was_checked_is_not_read_into_data_again(tmp_path: Path) -> None:
    parsed: list[str] = []

    class Watched(Source):
        @property
        def _tree(self) -> object:  # type: ignore[override]
            parsed.append(self.name)
            return Source(self.name, self.text)._tree

    def read(file: Path, name: str) -> Source:
        plain = read_source(file, name)
        return Watched(plain.name, plain.text)

    first = replace(_project(tmp_path, Store(tmp_path / "kept", "a")), read=read).check().report
    assert f"packs/{PACK}" in parsed
    parsed.clear()
    second = replace(_project(tmp_path, Store(tmp_path / "kept", "a")), read=read).check().report
    assert set(parsed) == {"packs/library.yaml"}
    assert repr(second) == repr(first)
    assert [entry.code for entry in second.diagnostics] == ["LP204"]


def test_facts_that_a_hook_remembers_of_a_damaged_library_are_forgotten(tmp_path: Path) -> None:
    write_sample(tmp_path)
    kept, libraries = tmp_path / "kept", Memory()
    fresh = _project(tmp_path, None).check().report
    _project(tmp_path, Store(kept, "a")).check()
    (entry,) = _entries(kept, libraries=True)
    spoilt = SPOILT["facts that are no JSON"](entry.read_text(encoding="ascii"))
    Store(kept, "a").put(entry.parent.name + entry.stem, spoilt.removeprefix(_WHOLE))
    # What was found across packs was kept too, and facts are read where it is not.
    for file in kept.rglob("*.json"):
        if '"findings"' in file.read_text(encoding="ascii"):
            file.unlink()
    for _ in range(2):
        asked = replace(_project(tmp_path, Store(kept, "a")), libraries=libraries)
        assert repr(asked.check().report) == repr(fresh)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in all_rules()])
def test_what_a_rule_finds_and_gathers_comes_back(rule: object, tmp_path: Path) -> None:
    """Every example of the documentation, so that no rule keeps what cannot be kept and makes each check slow."""
    for number, title in enumerate(("Bad", "Good")):
        folder = tmp_path / str(number)
        write_example(folder, rule.section(title))  # type: ignore[attr-defined]
        project = project_at(folder)
        store = Store(tmp_path / "kept", "a")
        fresh = project.check().report
        assert repr(replace(project, store=store).check().report) == repr(fresh)
        packs = [file for files in project.listing.packs.values() for file in files]
        before = {entry: entry.read_bytes() for entry in _entries(tmp_path / "kept")}
        assert len(before) >= bool(packs)
        assert repr(replace(project, store=store).check().report) == repr(fresh)
        assert {entry: entry.read_bytes() for entry in _entries(tmp_path / "kept")} == before


def test_content_is_read_anew_for_exporters(tmp_path: Path) -> None:
    write_sample(tmp_path)
    for _ in range(2):
        project = replace(project_at(tmp_path, tmp_path / "packs"), store=Store(tmp_path / "kept", "a"))
        assert project.check().corpus == project_at(tmp_path, tmp_path / "packs").check().corpus


_WHOLE = "whole\n"


def _signed(body: str) -> str:
    """Give what is kept as a text of lpkit's own would be, with its digest."""
    return f"{_WHOLE}{body}"


def _head(classes: str, number: int) -> str:
    value = f'{{"is":{number},"command":"touch stranger","path":"/etc/passwd"}}'
    return f'{{"classes":[{classes}],"diagnostics":[{value}],"comments":{value},"facts":[]}}'


def _with_facts(text: str, change: Callable[[bytes], bytes]) -> str:
    first, *lines = text.split("\n")[1:]
    assert lines
    return _signed("\n".join([first, *(b64encode(change(b64decode(line))).decode() for line in lines)]))


SPOILT: dict[str, Callable[[str], str]] = {
    "cut off": lambda text: text[: len(text) // 2],
    "empty": lambda _: "",
    "changed": lambda text: text.replace("LP204", "LP205"),
    "no JSON": lambda _: _signed("LP204"),
    "another thing": lambda _: _signed("[[],[0]]"),
    "no fact": lambda text: _with_facts(
        text, lambda line: pressed(spread(line).replace("lpkit.corpus.facts:Fact", "lpkit.diagnostic:Finding"))
    ),
    "facts that are not pressed": lambda text: _with_facts(text, lambda _: b"facts"),
    "facts that are cut off": lambda text: _with_facts(text, lambda line: line[:-1]),
    "facts with something behind them": lambda text: _with_facts(text, lambda line: line + b"x"),
    "facts that are no JSON": lambda text: _with_facts(text, lambda _: pressed("LP204")),
    "facts in no base 64": lambda text: _signed(text.partition("\n")[2].replace("\n", "\n?")),
    "nested": lambda _: _signed("[" * 100_000),
    "a function": lambda _: _signed(_head('"lpkit.errors:LpkitError","lpkit.files:opened"', 1)),
    "a stranger": lambda _: _signed(_head('"os:system"', 0)),
    "by another way": lambda _: _signed(_head('"lpkit.files:os.system"', 0)),
}


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("libraries", [False, True], ids=["pack", "library"])
@pytest.mark.parametrize("kind", SPOILT)
def test_a_damaged_entry_is_made_anew(tmp_path: Path, kind: str, libraries: bool) -> None:
    kept = tmp_path / "kept"
    fresh = _project(tmp_path, None).check().report
    _project(tmp_path, Store(kept, "a")).check()
    (entry,) = _entries(kept, libraries)
    good = entry.read_text(encoding="ascii")
    spoilt = SPOILT[kind](good)
    if spoilt.startswith(_WHOLE):
        Store(kept, "a").put(entry.parent.name + entry.stem, spoilt.removeprefix(_WHOLE))
    else:
        entry.write_text(spoilt, encoding="ascii")
    assert repr(_project(tmp_path, Store(kept, "a")).check().report) == repr(fresh)
    assert entry.read_text(encoding="ascii") == good
    assert not Path("stranger").exists()


def test_an_entry_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    write_sample(tmp_path)
    faulty = tmp_path / "packs/ownership/faulty.yaml"
    text = (tmp_path / "packs" / PACK).read_text(encoding="utf-8")
    faulty.write_text(text.replace("id: noisy-alarm", "id: faulty").replace("total: 19", "total: 20"), encoding="utf-8")
    fresh = _project(tmp_path, None).check().report
    _project(tmp_path, Store(tmp_path / "kept", "a")).check()
    entries = _entries(tmp_path / "kept")
    contents = [entry.read_bytes() for entry in entries]
    for entry, content in zip(entries, [*contents[1:], contents[0]], strict=True):
        entry.write_bytes(content)
    assert repr(_project(tmp_path, Store(tmp_path / "kept", "a")).check().report) == repr(fresh)


def test_a_first_run_that_was_killed_leaves_a_folder_of_use(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/.4711-0").write_text("Signature: 8a4", encoding="ascii")
    _project(tmp_path, Store(tmp_path / "kept", "a")).check()
    assert _entries(tmp_path / "kept")


def test_only_values_of_the_house_are_kept() -> None:
    fault = Diagnostic("LP1", "a", all_rules()[0].severity, "lone \ud800", "p", Span(1, 1, 1, 2))
    value = (frozenset({"b", "a"}), {"k": [1, None, True, 0.5]}, Counter("aab"), fault.severity)
    fact = Fact("l", value, Site("p", ("a", 1)), key="k")
    sheet = sheet_of("p", Examined((fault,), (("LP1", fact), ("LP2", fact), ("LP3", fact._replace(key="")))))
    assert read_sheet(written("p", sheet)) == sheet
    assert [(rules, facts_in(spread(packed))) for rules, packed in sheet.facts] == [
        (("LP1", "LP2"), (fact,)),
        (("LP3",), (fact._replace(key=""),)),
    ]
    first, *rest = written("p", sheet).split("\n")
    assert all(json.loads(line) for line in (first, *(spread(b64decode(line)) for line in rest)))
    with pytest.raises(ForeignError, match="pathlib"):
        sheet_of("p", Examined((), (("LP1", fact._replace(value=Path("a"))),)))


def test_another_code_knows_nothing_of_what_was_kept(tmp_path: Path) -> None:
    write_sample(tmp_path)
    for stamp, count in (("a", 1), ("b", 2), ("a", 2)):
        _project(tmp_path, Store(tmp_path / "kept", stamp)).check()
        assert len(_entries(tmp_path / "kept")) == count


def test_what_nobody_asked_for_in_a_month_goes(tmp_path: Path) -> None:
    write_sample(tmp_path)
    kept = tmp_path / "kept"
    _project(tmp_path, Store(kept, "a")).check()
    (entry,) = _entries(kept)
    old = time.time() - 40 * 86_400
    ours, foreign = entry.with_name(f"{'0' * 62}.json"), kept / "diary.json"
    for file in (ours, foreign):
        file.write_text("x", encoding="ascii")
    for file in (entry, ours, foreign, kept / "cleaned"):
        os.utime(file, (old, old))
    _project(tmp_path, Store(kept, "a")).check()
    assert (entry.exists(), ours.exists(), foreign.exists()) == (True, False, True)


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("holds", ["diary.txt", "CACHEDIR.TAG/diary.txt", "CACHEDIR.TAG"])
def test_nothing_is_put_beside_what_is_foreign(tmp_path: Path, lpkit: Run, holds: str) -> None:
    foreign = tmp_path / "mine" / holds
    foreign.parent.mkdir(parents=True)
    foreign.write_text("dear diary", encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('cache = "mine"\n', encoding="utf-8")
    refused = lpkit("check", LPKIT_CACHE="")
    assert (refused.returncode, refused.stderr) == (
        2,
        "lpkit: the cache cannot be mine: it holds other files (name a folder of its own, or off)\n",
    )
    assert lpkit("check", "--no-cache", LPKIT_CACHE="").returncode == 1
    assert [file for file in (tmp_path / "mine").rglob("*") if file.is_file()] == [foreign]


@pytest.mark.parametrize("device", ["pipe", "/dev/zero"])
@pytest.mark.parametrize("names", ["CACHEDIR.TAG", "*.json"])
def test_what_is_no_file_is_not_read(tmp_path: Path, lpkit: Run, device: str, names: str) -> None:
    """A link to /dev/zero in the place of what is kept can come with a pull request."""
    write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text('cache = "kept"\n', encoding="utf-8")
    first = lpkit("check", cwd=tmp_path)
    files = sorted((tmp_path / "kept").rglob(names))
    for file in files:
        file.unlink()
        os.mkfifo(file) if device == "pipe" else file.symlink_to(device)
    again = lpkit("check", cwd=tmp_path)
    if names == "CACHEDIR.TAG":
        assert (again.returncode, "the cache cannot be kept" in again.stderr) == (2, True)
    else:
        assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)
        assert files


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("setting", ["off", ".lpkit-cache", "a/b"])
def test_where_results_are_kept(tmp_path: Path, lpkit: Run, setting: str) -> None:
    (tmp_path / "lpkit.toml").write_text(f'cache = "{setting}"\n', encoding="utf-8")
    first, second = (
        lpkit("check", "--output-format", "json", LPKIT_CACHE=""),
        lpkit("check", "--output-format", "json", LPKIT_CACHE=""),
    )
    assert first.stdout == second.stdout != ""
    made = tmp_path / setting
    assert made.exists() is (setting != "off")
    if made.exists():
        assert (made / ".gitignore").read_text(encoding="ascii") == "*\n"
        assert len(_entries(made)) == 1
        subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
        seen = subprocess.run(["git", "status", "--porcelain", "-uall"], cwd=tmp_path, capture_output=True, check=True)
        assert b"cache" not in seen.stdout.replace(b"lpkit.toml", b"")


@pytest.mark.parametrize("command", ["check", "fix", "lock", "stats", "build"])
def test_a_command_does_without(tmp_path: Path, lpkit: Run, command: str) -> None:
    write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text('cache = "kept"\n', encoding="utf-8")
    lpkit(command, "--no-cache", LPKIT_CACHE="")
    assert not (tmp_path / "kept").exists()
    lpkit(command, LPKIT_CACHE="")
    assert _entries(tmp_path / "kept")


@pytest.mark.usefixtures("faulty")
def test_a_folder_that_cannot_be_written_to_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")
    fresh = repr(_project(tmp_path, None).check().report)
    for folder in (tmp_path / "file", tmp_path / "file/below", Path("/proc/lpkit")):
        assert repr(_project(tmp_path, Store(folder, "a")).check().report) == fresh


@pytest.mark.usefixtures("faulty")
def test_two_processes_at_once_keep_one_result(tmp_path: Path) -> None:
    environment = {**os.environ, "LPKIT_CACHE": str(tmp_path / "kept")}
    command = [sys.executable, "-m", "lpkit", "check"]
    both = [
        subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    said = {process.communicate()[0] for process in both}
    assert len(said) == 1
    assert len(_entries(tmp_path / "kept")) == 1
    assert not [file for file in (tmp_path / "kept").rglob(".*") if file.name != ".gitignore"]
