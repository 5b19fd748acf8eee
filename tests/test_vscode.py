"""The extension for VS Code says what lpkit says: its version, its matcher, its snippets; the guide tells of all of it.

Its own tests run in Node (`npm test` in `editors/vscode`), with the real lpkit behind a stand-in for VS Code.
"""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from ruamel.yaml import YAML

from lpkit import __version__
from lpkit.cli.app import COMMANDS
from pages import ROOT
from project import SAMPLE, Run, read_yaml, write_sample

HOME = ROOT / "editors/vscode"
MANIFEST: dict[str, Any] = json.loads((HOME / "package.json").read_text(encoding="utf-8"))
CONTRIBUTES = MANIFEST["contributes"]
SNIPPETS: dict[str, dict[str, Any]] = json.loads((HOME / "snippets/lpkit.json").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs/editors.md").read_text(encoding="utf-8")

PLACES = {
    "Question": ("pack", "questions"),
    "Option": ("pack", "questions/0/options"),
    "Candidate": ("pack", "evaluate/candidates"),
    "Auto-fail": ("pack", "evaluate/candidates/0/auto_fails"),
    "Probe": ("pack", "evaluate/candidates/0/probes"),
    "Calibration": ("pack", "evaluate/calibration"),
    "Fix-it": ("pack", "fix_its"),
    "Concept": ("pack", "concepts"),
    "Coaching note": ("pack", "coaching"),
    "Retired item": ("pack", "retired"),
    "Marker": ("library", "markers"),
    "Principle": ("library", "principles"),
    "Level": ("library", "levels"),
    "Dimension": ("library", "rubrics/0/dimensions"),
}
"""Where a snippet of one item belongs: in which file, and in which list of it."""


def _filled(name: str) -> str:
    """Give a snippet as it stands once Tab was pressed to its end, each place left as it was proposed."""
    text = "\n".join(SNIPPETS[name]["body"])
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\w+:([^}]*)\}", r"\1", text).replace("$0", "").replace(r"\$", "$")
    assert "${" not in text
    return text


def _read(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def _faults(kind: str, data: Any) -> list[str]:
    schema = json.loads((ROOT / f"schema/{kind}.schema.json").read_text(encoding="utf-8"))
    found = Draft202012Validator(schema, registry=Registry()).iter_errors(data)
    return [f"{fault.json_path}: {fault.message}" for fault in found]


def test_versions_go_together() -> None:
    lock = json.loads((HOME / "package-lock.json").read_text(encoding="utf-8"))
    assert {MANIFEST["version"], lock["version"], lock["packages"][""]["version"]} == {__version__}


def test_the_guide_tells_of_every_command_and_setting() -> None:
    commands = [f"{entry['category']}: {entry['title']}" for entry in CONTRIBUTES["commands"]]
    settings = list(CONTRIBUTES["configuration"]["properties"])
    prefixes = [snippet["prefix"] for snippet in SNIPPETS.values()]
    wanted = [*(f"*{name}*" for name in commands), *(f"`{name}`" for name in (*settings, *prefixes))]
    assert [name for name in wanted if name not in GUIDE] == []


def test_tasks_are_commands_of_lpkit() -> None:
    (definition,) = CONTRIBUTES["taskDefinitions"]
    assert set(definition["properties"]["command"]["enum"]) <= set(COMMANDS)


def test_no_workspace_names_a_program_before_it_is_trusted() -> None:
    assert MANIFEST["capabilities"]["untrustedWorkspaces"]["supported"] is False
    assert CONTRIBUTES["configuration"]["properties"]["lpkit.path"]["scope"] == "machine-overridable"


@pytest.mark.parametrize("form", ["concise", "full"])
def test_the_matcher_reads_what_check_prints(lpkit: Run, tmp_path: Path, form: str) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(
        text.replace("total: 19", "total: 20").replace("options: [", "options: [All of the above, "), "utf-8"
    )
    printed = lpkit("check", "-f", form).stdout
    told = json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"]
    (pattern,) = CONTRIBUTES["problemPatterns"]
    keys = ("file", "line", "column", "severity", "code")
    matched = [found for line in printed.splitlines() if (found := re.fullmatch(pattern["regexp"], line))]
    assert {entry["severity"] for entry in told} >= {"error", "warning"}
    assert [[found[pattern[key]] for key in keys] for found in matched] == [
        [str(entry[{"file": "path"}.get(key, key)]) for key in keys] for entry in told
    ]


@pytest.mark.parametrize("name", PLACES)
def test_a_snippet_fits_where_it_belongs(name: str) -> None:
    kind, place = PLACES[name]
    file = SAMPLE / ("library.yaml" if kind == "library" else "ownership/noisy-alarm.yaml")
    data = read_yaml(file)
    assert _faults(kind, data) == []
    *way, last = place.split("/")
    holder = data
    for step in way:
        holder = holder[int(step) if step.isdigit() else step]
    entries = holder.setdefault(last, [])
    before = len(entries)
    entries.extend(_read(_filled(name)))
    assert len(entries) == before + 1
    assert _faults(kind, data) == []


def test_the_snippet_of_a_pack_is_a_pack(lpkit: Run, tmp_path: Path) -> None:
    sample = write_sample(tmp_path)
    text = _filled("Pack")
    assert _faults("pack", _read(text)) == []
    (sample.parent / "my-pattern.yaml").write_text(f"{text}\n", encoding="utf-8")
    shape = lpkit("check", "--select", "LP0", "-f", "concise")
    assert (shape.returncode, shape.stdout) == (0, "")


def test_the_snippet_of_a_suppression_silences(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("total: 19", f"total: 20  {_filled('Suppression')}"), encoding="utf-8")
    assert lpkit("check", "--select", "LP204").returncode == 0


def test_every_snippet_is_tried() -> None:
    assert {*PLACES, "Pack", "Suppression"} == set(SNIPPETS)


def test_it_is_built_as_the_guide_says() -> None:
    said = re.search(r"cd editors/vscode && (npm ci) && (npm run package)\n", GUIDE)
    assert said
    run = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert [command for command in said.groups() if f"\n  {command} " not in run] == []


def test_what_is_built_stays_out_of_git() -> None:
    built = ["node_modules/a/b.js", "dist/extension.js", "build/words.test.js", f"lpkit-{__version__}.vsix"]
    names = [f"editors/vscode/{name}" for name in built]
    ignored = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ignored.stdout.split() == names
