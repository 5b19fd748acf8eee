"""Nothing that is shipped, written by `lpkit init` or printed names a place to install from that is not certain.

Nor does it name an address that nobody here answers for: what is on no list below fails, and each entry has a reason.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from lpkit.cli.app import COMMANDS
from lpkit.report import format_names
from lpkit.rules import all_rules
from project import Run, write_sample

ROOT = Path(__file__).parent.parent

SHIPPED = (
    *(
        "src",
        "exporters",
        "importers",
        "schema",
        "docs",
        "examples",
        "packs",
        "benchmarks",
        "tests/third_party",
        "editors",
        ".ci",
    ),
    *("*.md", "*.yml", "pyproject.toml", ".pre-commit-hooks.yaml", ".pre-commit-config.yaml"),
)

INSTALLS = {
    r"(-e )?\.": "this clone",
    r"-e '\.\[\w+\]'": "this clone",
    r"'?PATH/OF/THE/CLONE(\[\w+\])?'?( pre-commit)?": "a clone, to be filled in; and pre-commit, which is its makers'",
    r"pre-commit(, then pre-commit install)?": "pre-commit, which is its makers' on the package index",
    r"duckdb": "an example for DuckDB, which is its makers' on the package index",
    r"check-jsonschema yamllint": "what benchmarks compare with: their makers' on the package index",
    r"\"\$LPKIT_SOURCE\"": "the variable that says where lpkit came from",
    r"\"\$\{LPKIT_SOURCE:\?[\w ,]+\}\"": "the same, with words for where it is empty",
    r"'\{requirement\}' \{hook\}": "scaffold: what pip noted, or what the author gave",
    r"\{hook\}": "scaffold: pre-commit",
    r"\{shlex\.quote\(wanted\)\}": "distribution: what pip noted",
    r"\{'-e ' if self\.editable else ''\}.*": "distribution: the folder that pip noted",
    r"--quiet \"\$ACTION\"": "the action: the folder that it lies in",
    r"\.\*\\\)\$/\\1/p'\)": "CI: the commands of README",
    r"": "the words pip install, without anything that would be installed",
}
"""What may stand behind `pip install`, as a whole, and why it is certain."""

ADDRESSES = {
    r"https?://([\w-]+\.)*example(\.(com|org|net))?(/.*)?": "reserved for examples (RFC 2606)",
    r"http://\{.*": "code that puts in this machine's host",
    r"https?://…?": "no address, only how one begins",
    r"http://www\.w3\.org/2000/svg": "the name of a vocabulary of the W3C",
    r"https://json-schema\.org/draft/2020-12/schema": "the name of a dialect of JSON Schema",
    r"https://docs\.oasis-open\.org/sarif/sarif/v2\.1\.0/.*": "the name of the format SARIF, by OASIS",
    r"https://www\.sqlite\.org/fileformat2\.html.*": "the source of a figure, in a comment",
    r"https://github\.com/actions/toolkit/discussions/\d+": "the source of a figure, in a comment",
    r"https://github\.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm": "the source of formulas, in a comment",
    r"https://docs\.moodle\.org/en/\w+": "Moodle's makers on their formats",
    r"https://duckdb\.org": "DuckDB's makers, who have the engine of an example",
    r"https://h5p\.org": "H5P's makers, who have its libraries",
    r"http://www\.(imsproject|imsglobal)\.org/xsd/[\w/{}.]+": "the name of a vocabulary of IMS, now 1EdTech",
    r"https://www\.1edtech\.org/standards/\w+": "1EdTech on its formats",
    r"http://ltsc\.ieee\.org/xsd/[\w/{}.]+": "the name of the vocabulary for metadata, by IEEE",
    r"http://canvas\.instructure\.com/xsd/\w+": "the name of the vocabulary of Canvas",
    r"http://schemas\.(microsoft\.com/developer/vsx-schema/2011|openxmlformats\.org/package/2006/content-types)": (
        "the names of the vocabularies in which a file with an extension of VS Code says what it holds"
    ),
    r"http://127\.0\.0\.1:\d+/(\S*)?": "this machine, as lpkit serve says it: in tests of the extension",
    r"http://127\.0\.0\.1:\{server\.server_port\}/\{path\}": "this machine, in a benchmark",
    r"http://www\.adlnet\.org/xsd/\w+": "the name of a vocabulary of SCORM's makers",
}
"""Addresses that may stand anywhere, and why."""

_INSTALL = re.compile(r"\bpip3?\"? install\b *([^\n`&|#]*)")
_ADDRESS = re.compile(r"\b(?:https?|ssh|git(?:\+\w+)?)://[^\s\"'<>)\]`,*\\]*")


def _install_targets(text: str) -> Iterator[str]:
    for found in _INSTALL.finditer(text):
        target = found[1].strip()
        # A text of code ends with a quotation mark that is no part of the command.
        yield target.removesuffix('"') if target.count('"') % 2 else target


def strangers(text: str) -> list[str]:
    """Give what a text names and no list knows."""
    named = [(f"pip install {target}", target, INSTALLS) for target in _install_targets(text)]
    named += [(found, found, ADDRESSES) for found in _ADDRESS.findall(text)]
    return [whole for whole, part, known in named if not _known(part, known)]


def _known(text: str, known: Mapping[str, str]) -> bool:
    return any(re.fullmatch(pattern, text) for pattern in known)


@pytest.mark.parametrize(
    "text",
    [
        "pip install lpkit",
        "pip install 'lpkit[serve]'",
        "Run `pip3 install lpkit==0.1.0`, then",
        "pip install lpkit pre-commit\nlpkit init",
        'say("pip install lpkit")',
        '"$RUNNER_TEMP/bin/pip" install lpkit',
        "see https://lpkit.readthedocs.io/en/stable/.",
        "- repo: https://github.com/lpkit/lpkit",
        "http://127.0.0.1.nobody.dev/",
        "lpkit @ git+https://git.nobody.dev/lpkit",
        "https://example.com.nobody.dev",
    ],
)
def test_strangers_are_seen(text: str) -> None:
    assert len(strangers(text)) == 1


def _shipped() -> list[str]:
    """Give the files that are texts: pictures name nothing, and compiled catalogues what their texts name."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *SHIPPED]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if (ROOT / name).is_file() and not name.endswith((".webp", ".mo"))]


def test_what_is_shipped() -> None:
    names = _shipped()
    assert {"README.md", "action.yml", "src/lpkit/scaffold/repository/README.md", "docs/ci.md"} <= set(names)
    found = {name: strangers((ROOT / name).read_text(encoding="utf-8")) for name in names}
    assert {name: named for name, named in found.items() if named} == {}


def test_what_init_writes_and_says(lpkit: Run, tmp_path: Path) -> None:
    said = lpkit("init", "content", "--title", "Night Shift")
    assert strangers(said.stdout + said.stderr) == []
    files = [file for file in (tmp_path / "content").rglob("*") if file.is_file() and ".git" not in file.parts]
    assert len(files) > 10
    assert {file: named for file in files if (named := strangers(file.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["new", "pack"], ["new", "question"]])
def test_what_help_prints(lpkit: Run, command: list[str]) -> None:
    result = lpkit(*command, "--help")
    assert (result.returncode, strangers(result.stdout)) == (0, [])


@pytest.mark.parametrize("name", format_names())
def test_what_reports_print(lpkit: Run, tmp_path: Path, name: str) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    result = lpkit("check", "-f", name)
    assert "LP204" in result.stdout
    assert strangers(result.stdout + result.stderr) == []


def test_what_rules_explain() -> None:
    assert {rule.code: named for rule in all_rules() if (named := strangers(rule.manual()))} == {}


def test_golden_files() -> None:
    files = [file for file in (ROOT / "tests").rglob("golden/*") if file.is_file()]
    assert len(files) > 5
    assert {file: named for file in files if (named := strangers(file.read_text(encoding="utf-8")))} == {}


def test_every_entry_is_used_by_something() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in _shipped()]
    installs = [target for text in texts for target in _install_targets(text)]
    addresses = [found for text in texts for found in _ADDRESS.findall(text)]
    assert [entry for entry in INSTALLS if not any(re.fullmatch(entry, text) for text in installs)] == []
    assert [entry for entry in ADDRESSES if not any(re.fullmatch(entry, text) for text in addresses)] == []
