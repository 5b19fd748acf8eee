"""Shards of a check, merged: the report of one check of all, to the last byte; or a line that says what is wrong."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.forged_facts import play, signed
from lpkit import __version__
from lpkit.checking.shard import Shard
from lpkit.report import format_names
from lpkit.rules import all_rules
from project import LIBRARY, PACK, Once, Run, base_of, write_sample
from repository import begin
from rule_examples import write_example

DAMAGED = "{0} is damaged or cut off (run its shard again)"
BANK = (
    '{"id": "a", "stem": "Who acts?", "options": ["I", "We", "I"], "answer": "I"}\n'
    '{"id": "b", "stem": "Who acts?", "options": ["I", "We"], "answer": "You"}\n'
    "{\n"
)


def write_faults(folder: Path) -> None:
    """Write the bad example of every rule, each with a library of its own, and packs that repeat each other."""
    for rule in all_rules():
        write_example(folder / "packs" / rule.code, rule.section("Bad"))
    shared = folder / "packs/shared"
    names = [f"ownership/pack-{number}.yaml" for number in range(9)]
    for name in (LIBRARY, *names):
        (shared / name).parent.mkdir(parents=True, exist_ok=True)
        (shared / name).write_text(base_of(name), encoding="utf-8")
    silent = shared / names[3]
    text = silent.read_text(encoding="utf-8").replace("total: 19", "total: 20 # lpkit: ignore[LP204] as it is")
    useless = "# lpkit: ignore[LP301] of no use\n# lpkit: ignore\n# lpkit: ignore[LP999] so\n"
    silent.write_text(text + useless, encoding="utf-8")
    (shared / names[4]).write_text("principle: [\n", encoding="utf-8")
    (folder / "packs/stray.yaml").write_text(base_of("ownership/stray.yaml"), encoding="utf-8")
    # Settings of its own: another project of the same run.
    other = folder / "packs/other"
    write_sample(other)
    (other / "lpkit.toml").write_text('[severity]\nLP103 = "info"\nLP802 = "warning"\n', encoding="utf-8")
    shutil.copy(other / "packs" / PACK, other / "packs/ownership/twin.yaml")
    for name in ("one.jsonl", "two.jsonl"):
        (folder / name).write_text(BANK, encoding="utf-8")


@pytest.fixture
def faults(once: Once) -> Path:
    """Give a folder with faults of all rules; nobody changes it."""
    return once("shards", write_faults)


def _formats(folder: Path) -> list[str]:
    return [word for name in format_names() for word in ("-f", f"{name}={folder / name}")]


def _reports(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in format_names()}


def _shards(lpkit: Run, cwd: Path, into: Path, count: int, *arguments: str) -> list[str]:
    """Check every shard; give the files of facts."""
    into.mkdir(exist_ok=True)
    files = [str(into / f"facts-{number}.jsonl") for number in range(1, count + 1)]
    for number, file in enumerate(files, start=1):
        done = lpkit("check", "--shard", f"{number}/{count}", "--facts", file, *arguments, cwd=cwd)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return files


def test_a_pack_is_in_one_shard_whoever_stands_beside_it() -> None:
    names = [f"packs/a/pack-{number}.yaml" for number in range(500)]
    for count in (1, 2, 3, 7, 1000):
        owners = [[number for number in range(1, count + 1) if Shard(number, count).owns(name)] for name in names]
        assert all(len(found) == 1 for found in owners)
    sizes = [sum(Shard(number, 4).owns(name) for name in names) for number in range(1, 5)]
    assert (sum(sizes), min(sizes) > 90) == (500, True)
    # Another lpkit, and one on another machine, cut the same.
    assert [number for number in range(20) if Shard(2, 4).owns(names[number])] == [11, 18]


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_shards_of_faults_of_all_rules_give_the_same_bytes(
    lpkit: Run, faults: Path, tmp_path: Path, count: int
) -> None:
    what = ("packs", "--bank", "one.jsonl", "--bank", "two.jsonl")
    (tmp_path / "one").mkdir()
    (tmp_path / "merged").mkdir()
    whole = lpkit("check", *what, "--show-fixes", *_formats(tmp_path / "one"), cwd=faults)
    files = _shards(lpkit, faults, tmp_path / "facts", count, *what)
    shown = lpkit("merge", *reversed(files), "--show-fixes", *_formats(tmp_path / "merged"), cwd=faults)
    assert _reports(tmp_path / "merged") == _reports(tmp_path / "one")
    assert (shown.returncode, shown.stdout, shown.stderr) == (whole.returncode, whole.stdout, whole.stderr)
    found = {entry["code"] for entry in json.loads((tmp_path / "one/json").read_text(encoding="utf-8"))["diagnostics"]}
    assert len(found) > 100


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """Write four packs of one library, with faults within and across packs; one may stay."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("total: 19", "total: 20")
    for name in ("b", "c", "d"):
        (pack.parent / f"{name}.yaml").write_text(re.sub("^id: .*", f"id: {name}", text, flags=re.M), encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('fail-on = "warning"\ndocumentation = "https://d.example"\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", [(), ("packs/ownership/c.yaml",), ("packs/ownership",)])
def test_more_shards_than_packs_and_some_files_of_a_library(lpkit: Run, some: Path, arguments: tuple[str, ...]) -> None:
    files = _shards(lpkit, some, some / "facts", 9, *arguments)
    for options in (
        (),
        ("-f", "sarif"),
        ("--statistics",),
        ("--fail-on", "error"),
        ("-q", "-f", "grouped", "--show-fixes"),
    ):
        whole = lpkit("check", *arguments, *options)
        shown = lpkit("merge", *files, *options)
        assert (shown.returncode, shown.stdout, shown.stderr) == (whole.returncode, whole.stdout, whole.stderr)


@pytest.mark.parametrize(
    "chosen", [("--select", "LP409,LP2"), ("--ignore", "LP204", "--no-cache"), ("--select", "LP801")]
)
def test_rules_are_chosen_where_shards_are_checked(lpkit: Run, some: Path, chosen: tuple[str, ...]) -> None:
    whole = lpkit("check", *chosen, "-f", "json")
    shown = lpkit("merge", *_shards(lpkit, some, some / "facts", 2, *chosen), "-f", "json")
    assert (shown.returncode, shown.stdout, shown.stderr) == (whole.returncode, whole.stdout, whole.stderr)


def test_baselines_and_changes_count_where_shards_are_merged(lpkit: Run, some: Path) -> None:
    begin(some)
    files = _shards(lpkit, some, some / "facts", 3)
    lpkit("check", "--write-baseline", "one.json")
    assert lpkit("merge", *files, "--write-baseline", "merged.json").stderr.endswith("faults in merged.json\n")
    assert (some / "merged.json").read_bytes() == (some / "one.json").read_bytes()
    clean = lpkit("merge", *files, "--baseline", "one.json")
    assert (clean.returncode, clean.stderr) == (0, lpkit("check", "--baseline", "one.json").stderr)
    file = some / "packs/ownership/c.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("total: 20", "total: 21"), encoding="utf-8")
    again = _shards(lpkit, some, some / "facts", 3)
    for options in (("--since", "HEAD"), ("--baseline", "one.json", "--since", "HEAD", "-f", "junit")):
        whole, shown = lpkit("check", *options), lpkit("merge", *again, *options)
        assert (shown.returncode, shown.stdout, shown.stderr) == (whole.returncode, whole.stdout, whole.stderr)
        assert whole.returncode == 1


def test_packs_are_not_read_again_where_shards_are_merged(lpkit: Run, some: Path) -> None:
    files = _shards(lpkit, some, some / "facts", 2)
    whole = lpkit("check")
    assert "LP409" in whole.stdout
    shutil.rmtree(some / "packs")
    assert lpkit("merge", *files).stdout == whole.stdout


# What cannot be merged.


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)[:-1]


def _with_header(text: str, **values: object) -> str:
    first, *rest = text.splitlines(keepends=True)
    return signed([json.dumps({**json.loads(first), **values}) + "\n", *rest[:-1]])


SPOILT: dict[str, tuple[Callable[[str], str], str]] = {
    "cut off": (lambda text: text[: len(text) // 2], DAMAGED),
    "cut at a line": (
        lambda text: text[: text.rindex('{"record":"end"')],
        DAMAGED,
    ),
    "one sign": (lambda text: text.replace("packs/", "pecks/", 1), DAMAGED),
    "doubled": (lambda text: text + text, DAMAGED),
    "strange facts": (
        lambda text: signed(_lines(text.replace("corpus.facts:Fact", "errors:LpkitError"))),
        DAMAGED,
    ),
    "another type": (
        lambda text: signed(_lines(re.sub(r'"message":"', '"message":1,"x":"', text, count=1))),
        DAMAGED,
    ),
    "facts of another rule": (
        lambda text: signed(
            [re.sub('"LP802"', '"LP803"', line) if number else line for number, line in enumerate(_lines(text))]
        ),
        "the files of facts are not as they were written: LP803 collects no such facts (run the shards again)",
    ),
    "no place": (
        lambda text: signed([re.sub(r'"places":\[.*\]', '"places":[]', line) for line in _lines(text)]),
        "no file of facts says where packs/ownership/d.yaml has a fault (run the shards again)",
    ),
    "settings of another type": (
        lambda text: _with_header(text, parts=[{"root": 1}]),
        "{0} is no file of facts (lpkit check --facts FILE writes one)",
    ),
    "empty": (lambda _: "", "{0} is no file of facts (lpkit check --facts FILE writes one)"),
    "a report": (lambda _: '{"version": 1}\n', "{0} is no file of facts (lpkit check --facts FILE writes one)"),
    "no JSON": (lambda _: "[" * 100_000 + "\n", "{0} is no file of facts (lpkit check --facts FILE writes one)"),
    "a part in a word": (
        lambda text: _with_header(text, shard="two"),
        "{0} is no file of facts (lpkit check --facts FILE writes one)",
    ),
    "more than the whole": (
        lambda text: _with_header(text, shard=3),
        "{0} is no file of facts (lpkit check --facts FILE writes one)",
    ),
    "one endless line": (
        lambda _: " " * 10_000_001 + "{}\n",
        "{0} is no file of facts (lpkit check --facts FILE writes one)",
    ),
    "a later form": (
        lambda text: _with_header(text, version=2),
        "{0} has version 2 of the form, and this lpkit reads 1 (run shards and merge with the same lpkit)",
    ),
    "another lpkit": (
        lambda text: _with_header(text, lpkit="9.9"),
        f"{{0}} was written by lpkit 9.9, and this is {__version__} (run shards and merge with the same lpkit)",
    ),
    "another whole": (
        lambda text: _with_header(text, of=3),
        "{1} is one of 2 shards, and {0} one of 3 (merge the shards of one run)",
    ),
    "the same": (
        lambda text: _with_header(text, shard=1),
        "shard 1 of 2 is there twice: {1} and {0} (leave one of them out)",
    ),
    "another commit": (
        lambda text: _with_header(text, commit="b" * 40),
        "{1} is of commit aaaaaaaaaaaa, and {0} of bbbbbbbbbbbb (check out the same commit for every shard)",
    ),
    "other settings": (
        lambda text: _with_header(text, documentation="https://other.example"),
        "{1} and {0} were made with other settings or options (give every shard the same settings and options)",
    ),
    "other files": (
        lambda text: _with_header(text, files="0"),
        "{1} and {0} are of other files (check the same folders for every shard)",
    ),
    "another library": (
        lambda text: signed(
            re.sub(r'("record":"library".*"digest":")[0-9a-f]', r"\1x", text).splitlines(keepends=True)[:-1]
        ),
        f"packs/{LIBRARY}, its lock or its releases are not the same in {{1}} and {{0}} "
        "(check out the same commit with its tags for every shard)",
    ),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_what_cannot_be_merged(lpkit: Run, some: Path, kind: str) -> None:
    spoil, said = SPOILT[kind]
    one, two = _shards(lpkit, some, some / "facts", 2)
    first = Path(one)
    first.write_text(_with_header(first.read_text(encoding="ascii"), commit="a" * 40), encoding="ascii")
    second = Path(two)
    second.write_text(spoil(second.read_text(encoding="ascii")), encoding="ascii")
    done = lpkit("merge", one, two)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"lpkit: {said.format(two, one)}\n"


@pytest.mark.parametrize("seed", range(4))
def test_forged_facts_are_reported_or_refused(lpkit: Run, some: Path, seed: int) -> None:
    """A few forgeries; `python tests/fuzz/forged_facts.py 2000` makes many, of faults of all rules."""
    files = [Path(file) for file in _shards(lpkit, some, some / "facts", 2)]
    assert play(files, some, seed, 10) > 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([1, 2, 4], "shard 3 of 4 is missing"),
        ([1, 4], "shards 2 and 3 of 4 are missing"),
        ([3], "shards 1, 2 and 4 of 4 are missing"),
    ],
)
def test_missing_shards_are_named(lpkit: Run, some: Path, given: list[int], said: str) -> None:
    files = _shards(lpkit, some, some / "facts", 4)
    done = lpkit("merge", *(files[number - 1] for number in given))
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--shard", "1/2"), "--shard and --facts go together (write: --shard 2/3 --facts facts-2.jsonl)"),
        (("--facts", "f"), "--shard and --facts go together (write: --shard 2/3 --facts facts-2.jsonl)"),
        *(
            (
                ("--shard", wrong, "--facts", "f"),
                f'"{wrong}" is no part of a whole (write --shard 2/3 for the second of three)',
            )
            for wrong in ("0/2", "3/2", "2", "1/0", "-1/2", "a/b", "1/2/3", "")
        ),
        (
            ("--shard", "1/2", "--facts", "f", "-f", "json"),
            "a shard reports nothing, so --output-format has no say in it (give it to lpkit merge)",
        ),
        (
            ("--shard", "1/2", "--facts", "f", "--fail-on", "info"),
            "a shard reports nothing, so --fail-on has no say in it (give it to lpkit merge)",
        ),
        (("--shard", "1/2", "--facts", "f", "--watch"), "--watch has no shards (leave --shard out)"),
        (("--shard", "1/2", "--facts", "f", "--add-ignores", "so"), "--add-ignores has no shards (leave --shard out)"),
        (("--shard", "1/2", "--facts", "packs"), "cannot write packs: Is a directory (name a file)"),
    ],
)
def test_what_a_shard_refuses(lpkit: Run, some: Path, arguments: tuple[str, ...], said: str) -> None:
    done = lpkit("check", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"lpkit: {said}\n")
    assert not (some / "f").exists()
