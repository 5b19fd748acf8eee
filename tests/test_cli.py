"""The command line as users and CI see it: exit codes, streams, formats, and errors that say what to do."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lpkit.report._json_types import report_schema
from project import Run, write_sample


def _spoil(pack: Path, old: str = "total: 19", new: str = "total: 20") -> None:
    text = pack.read_text(encoding="utf-8")
    assert old in text
    pack.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_clean(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("check")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "1 pack and 1 library checked: no faults\n"


def test_a_pipe_gets_the_line_and_the_help_too(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path))
    result = lpkit("check")
    assert result.returncode == 1
    assert result.stdout == (
        "packs/ownership/noisy-alarm.yaml:26:14: error LP204 total-not-sum: "
        "the total is 20, but the scores sum to 19 (12 + 4 + 3)\n"
        "26 |       total: 20\n"
        "   |              ^^\n"
        "   = help: write total: 19, or mend the score that is wrong\n\n"
    )
    assert result.stderr == ("1 pack and 1 library checked: 1 error in 1 file; 1 fixable with lpkit fix --unsafe\n")
    assert lpkit("check", "-f", "concise").stdout == result.stdout.splitlines(keepends=True)[0]


def test_full_format_has_a_frame(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path))
    lines = lpkit("check", "-f", "full").stdout.splitlines()
    assert lines[1:4] == [
        "26 |       total: 20",
        "   |              ^^",
        "   = help: write total: 19, or mend the score that is wrong",
    ]


def test_carets_count_cells_of_the_screen(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    _spoil(pack, "title: Quiet a Noisy Alarm", "title: {世界: 😀, 世界: 1}")
    lines = lpkit("check", "-f", "full", "--select", "LP003").stdout.splitlines()
    frame = next(index for index, line in enumerate(lines) if "世界" in line and "|" in line)
    assert lines[frame + 1].index("^") == len("4 | title: {") + len("世界: 😀, ") + 3


def test_json_report_fits_its_schema(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    _spoil(pack)
    _spoil(pack, "principle: ownership", "principle: ownershp")
    result = lpkit("check", "--output-format", "json")
    document = json.loads(result.stdout)
    Draft202012Validator(report_schema()).validate(document)
    by_code = {entry["code"]: entry for entry in document["diagnostics"]}
    assert by_code["LP204"]["pointer"] == "/evaluate/candidates/0/total"
    assert by_code["LP204"]["item"] == "a"
    assert document["summary"] == {
        "packs": 1,
        "libraries": 1,
        "banks": 0,
        "questions": 0,
        "errors": 2,
        "warnings": 0,
        "infos": 0,
        "suppressed": 0,
        "fixable": 2,
    }


def test_fingerprint_outlives_edits_elsewhere(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    _spoil(pack)
    before = json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"][0]
    _spoil(pack, "format: 1\n", "# a comment\n\nformat: 1\n")
    after = json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"][0]
    assert after["line"] == before["line"] + 2
    assert after["fingerprint"] == before["fingerprint"]


def test_several_formats_in_one_run(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path))
    result = lpkit("check", "-f", "concise", "-f", "json=out/report.json")
    assert "LP204" in result.stdout
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["version"] == 1


def test_colour_only_on_a_terminal(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path))
    assert "\x1b[" not in lpkit("check", "-f", "full").stdout
    assert "\x1b[" in _on_terminal(tmp_path, {"TERM": "xterm"})
    assert "\x1b[" not in _on_terminal(tmp_path, {"TERM": "xterm", "NO_COLOR": "1"})
    assert "\x1b[" not in _on_terminal(tmp_path, {"TERM": "dumb"})


def _on_terminal(folder: Path, environment: dict[str, str]) -> str:
    """Run a check on a pseudo-terminal and give what it showed."""
    main, worker = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    command = [sys.executable, "-m", "lpkit", "check"]
    with subprocess.Popen(command, cwd=folder, env={**plain, **environment}, stdout=worker, stderr=worker) as process:
        os.close(worker)
        shown = b""
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(main)
    assert process.returncode == 1
    return shown.decode()


def test_hostile_text_does_not_reach_the_terminal(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    _spoil(pack, "status: published", 'status: "\\e[31mred\\u202e"')
    for name in ("full", "concise"):
        shown = lpkit("check", "-f", name).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "no such file or folder"),
        (["check", "empty"], "no packs found in empty"),
        (["check", "--select", "LP9"], 'no rule is called "LP9"'),
        (["check", "--ignore", "weight-not-100"], "did you mean weights-not-100?"),
        (["check", "-f", "jason"], "did you mean json?"),
        (["check", "-f", "json", "-f", "concise"], "two reports would go to standard output"),
        (["check", "-f", "json=report", "-f", "sarif=./report"], "two reports would go into report"),
        (["check", "--add-ignores", "x", "--write-baseline", "b.json"], "written down twice"),
        (["explain", "LP999"], 'no rule is called "LP999"'),
        (["explain", "total-not-some"], "did you mean total-not-sum?"),
        (["export"], "no format is named"),
        (["export", "ankj"], "did you mean anki?"),
        (["schema", "pact"], "did you mean pack?"),
        (["schema"], "no schema is named"),
        (["schema", "pack", "-o", "here"], "--output goes with --write"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(lpkit: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    write_sample(tmp_path)
    (tmp_path / "empty").mkdir()
    result = lpkit(*arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.startswith("lpkit: ")
    assert result.stderr.count("\n") == 1


def test_unknown_option(lpkit: Run) -> None:
    result = lpkit("check", "--selekt", "LP1")
    assert result.returncode == 2
    assert "--select" in result.stderr


def test_no_packs_folder(lpkit: Run) -> None:
    result = lpkit("check")
    assert result.returncode == 2
    assert "there is no packs in" in result.stderr


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("lpkit.toml", 'outptu = "x"\n', 'lpkit.toml:1: unknown key "outptu" (did you mean "output"?)'),
        ("lpkit.toml", "packs = 3\n", '"packs" must be a list of texts'),
        ("lpkit.toml", 'fail-on = "fatal"\n', '"fatal" is no severity'),
        (
            "lpkit.toml",
            'documentation = "docs"\n',
            'lpkit.toml:1: "docs" is no address (write documentation = "https://',
        ),
        ("lpkit.toml", 'documentation = "javascript:a"\n', '"javascript:a" is no address'),
        ("lpkit.toml", 'documentation = "https://a.example/?b"\n', '"https://a.example/?b" is no address'),
        ("lpkit.toml", 'documentation = "https://a.example/\\u001b"\n', "is no address"),
        ("lpkit.toml", "packs = [\n", "cannot be read"),
        ("pyproject.toml", '[tool.lpkit]\nselct = ["LP1"]\n', 'pyproject.toml:2: unknown key "selct"'),
        ("pyproject.toml", "[tool]\nlpkit = 3\n", "tool.lpkit is not a table"),
        ("lpkit.toml", "packs = []\n", 'lpkit.toml names no folder (write packs = ["packs"], or name paths)'),
        ("lpkit.toml", "severity = 3\n", 'lpkit.toml:1: "severity" must be a table'),
        ("lpkit.toml", '[severity]\nLP204 = "fatal"\n', 'lpkit.toml:2: "fatal" is no severity'),
        (
            "lpkit.toml",
            '[severity]\nLP204 = "info"\ntotal-not-some = "info"\n',
            'lpkit.toml:3: no rule is called "total-not-some" (did you mean total-not-sum?)',
        ),
        ("lpkit.toml", 'packs = ["packs"]\nseverity = { LP204 = 3 }\n', 'lpkit.toml:2: "3" is no severity'),
        ("lpkit.toml", '\nseverity.LP204 = "no"\n', 'lpkit.toml:2: "no" is no severity'),
        ("pyproject.toml", '[tool.lpkit.severity]\nLP2 = "off"\n', 'pyproject.toml:2: no rule is called "LP2"'),
        ("lpkit.toml", '[severity]\nLP002 = "off"\n', "lpkit.toml:2: LP002 yaml-syntax cannot be switched off"),
        ("lpkit.toml", "\ufeffpacks = 3\n", 'lpkit.toml:1: "packs" must be a list of texts'),
        # Python neither reads nor writes a decimal number of more than 4,300 digits.
        pytest.param("lpkit.toml", f"packs = {'9' * 5000}\n", "lpkit.toml: cannot be read", id="long-number"),
        pytest.param(
            "lpkit.toml",
            f"severity.LP204 = [0x{'F' * 5000}]\n",
            "lpkit.toml:1: such a number is no severity",
            id="long-number-that-is-read",
        ),
        ("lpkit.toml", 'profile = "Strikt"', 'lpkit.toml:1: no profile is called "Strikt" (did you mean "strict"?)'),
        ("lpkit.toml", 'profile = "x"', 'no profile is called "x" (profiles: recommended, strict)'),
        ("lpkit.toml", "profile = 1", 'lpkit.toml:1: "profile" must be a text (write profile = "recommended")'),
    ],
)
def test_wrong_settings(lpkit: Run, tmp_path: Path, file: str, text: str, said: str) -> None:
    write_sample(tmp_path)
    (tmp_path / file).write_text(text, encoding="utf-8")
    result = lpkit("check")
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_tool_that_is_no_section_is_not_ours(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "pyproject.toml").write_text("tool = 3  # not lpkit\n", encoding="utf-8")
    assert lpkit("check").returncode == 0


@pytest.mark.parametrize(
    ("rule", "severity", "code", "said"),
    [
        ("LP204", "warning", 0, "warning LP204"),
        ("total-not-sum", "info", 0, "info LP204"),
        ("LP204", "error", 1, "error LP204"),
        ("LP204", "off", 0, "no faults"),
    ],
)
def test_severity_of_a_rule(lpkit: Run, tmp_path: Path, rule: str, severity: str, code: int, said: str) -> None:
    _spoil(write_sample(tmp_path))
    (tmp_path / "lpkit.toml").write_text(f'[severity]\n"{rule}" = "{severity}"\n', encoding="utf-8")
    result = lpkit("check", "--output-format", "concise", "--output-format", "sarif=out.sarif")
    assert result.returncode == code
    assert said in result.stdout + result.stderr
    rules = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["tool"]["driver"]["rules"]
    levels = {"info": "note", "off": None}
    found = {entry["id"]: entry["defaultConfiguration"]["level"] for entry in rules}
    assert found.get("LP204") == levels.get(severity, severity)
    assert json.loads(lpkit("config", "--json").stdout)["severity"]["value"] == {rule: severity}


def test_a_severity_holds_for_every_finding(lpkit: Run, tmp_path: Path) -> None:
    """LP503 says of findings in a bank that they are warnings; a team that calls it an error means all of them."""
    line = {"stem": "What does an alarm cost?", "options": ["Sleep", "A line", "Both A and B"], "answer": "Sleep"}
    (tmp_path / "bank.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    select = ("check", "--bank", "bank.jsonl", "--select", "LP503", "--output-format", "concise")
    before = lpkit(*select).stdout
    (tmp_path / "lpkit.toml").write_text('[severity]\nLP503 = "info"\n', encoding="utf-8")
    after = lpkit(*select).stdout
    assert "LP503" in before
    assert after == before.replace("warning LP503", "info LP503").replace("error LP503", "info LP503")


def test_the_lock_asks_for_what_lpkit_calls_errors(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path))
    (tmp_path / "lpkit.toml").write_text('[severity]\nLP204 = "off"\n', encoding="utf-8")
    assert lpkit("lock").returncode == 1


def test_settings_hold_in_folders_below(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path))
    (tmp_path / "lpkit.toml").write_text('packs = ["packs"]\nignore = ["total-not-sum"]\n', encoding="utf-8")
    assert lpkit("check", cwd=tmp_path / "packs" / "ownership").returncode == 0
    assert lpkit("check", "noisy-alarm.yaml", cwd=tmp_path / "packs" / "ownership").returncode == 0


def test_a_pyproject_of_others_is_not_looked_into(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.other\n", encoding="utf-8")
    assert lpkit("check").returncode == 0


def test_fail_on(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path), "above: 40", "above: 10")
    assert lpkit("check").returncode == 0
    assert lpkit("check", "--fail-on", "warning").returncode == 1
    (tmp_path / "lpkit.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    assert lpkit("check").returncode == 1


def test_select_keeps_what_makes_a_file_unreadable(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text("a: [\n", encoding="utf-8")
    result = lpkit("check", "--select", "LP2", "--ignore", "LP002")
    assert result.returncode == 1
    assert "LP002" in result.stdout


def test_one_path_is_checked_with_its_library(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    twin = tmp_path / "packs" / "customer-obsession" / pack.name
    twin.parent.mkdir()
    twin.write_bytes(pack.read_bytes())
    for path in (pack, twin):
        result = lpkit("check", str(path.relative_to(tmp_path)))
        assert "LP103" in result.stdout
        assert "1 pack and 0 libraries checked" in result.stderr


def test_excluded_files_are_left_out(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    _spoil(pack)
    other = pack.with_name("other.yaml")
    other.write_bytes(pack.read_bytes().replace(b"id: noisy-alarm", b"id: other").replace(b"total: 20", b"total: 19"))
    (tmp_path / "lpkit.toml").write_text('exclude = ["packs/*/noisy-*"]\n', encoding="utf-8")
    assert lpkit("check").returncode == 0


def test_interrupt(tmp_path: Path) -> None:
    write_sample(tmp_path)
    code = (
        "import signal, lpkit.cli.examining as c, lpkit.cli.main as m\n"
        "c.run_check = lambda *a: (print('waiting', flush=True), signal.pause())\n"
        "m.main()"
    )
    command = [sys.executable, "-c", code, "check"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said == "lpkit: interrupted\n"


def test_a_bug_is_exit_code_3_with_a_log(tmp_path: Path) -> None:
    write_sample(tmp_path)
    code = "import lpkit.cli.examining as c, lpkit.cli.main as m; c.run_check = lambda *a: 1 / 0; m.main()"
    result = subprocess.run(
        [sys.executable, "-c", code, "check"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 3
    assert "Traceback" not in result.stderr
    log = Path(result.stderr.strip().rpartition(" ")[2])
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_closed_pipe(tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = subprocess.run(
        f"{sys.executable} -m lpkit schema pack | head -n 1",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout == "{\n"
    assert "Traceback" not in result.stderr


def test_poor_terminal_encoding(lpkit: Run, tmp_path: Path) -> None:
    _spoil(write_sample(tmp_path), "total: 19", "total: „19“")
    result = lpkit("check", "-f", "full", PYTHONIOENCODING="ascii")
    assert result.returncode == 1
    assert "LP012" in result.stdout


@pytest.mark.parametrize(
    "command", ["check", "build", "export", "explain", "rules", "schema", "serve", "stats", "verdict"]
)
def test_help_has_an_example(lpkit: Run, command: str) -> None:
    result = lpkit(command, "--help")
    assert result.returncode == 0
    assert f"  lpkit {command}" in result.stdout


def test_explain_and_rules(lpkit: Run) -> None:
    assert lpkit("explain", "lp201").stdout == lpkit("explain", "weights-not-100").stdout
    listed = json.loads(lpkit("rules", "--json").stdout)
    assert {"LP001", "LP201", "LP404"} <= {entry["code"] for entry in listed}
    assert len(lpkit("rules").stdout.splitlines()) == len(listed)
    assert json.loads(lpkit("explain", "LP201", "--json").stdout)["name"] == "weights-not-100"


def _optimized(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *arguments]
    given = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command", [["check"], ["explain", "LP204"], ["check", "--help"], ["rules"], ["--version"], []]
)
def test_without_assertions_all_is_the_same(tmp_path: Path, command: list[str]) -> None:
    _spoil(write_sample(tmp_path), "total: 19", "total: 20")
    plain = _optimized(tmp_path, "-m", "lpkit", *command)
    shorter = _optimized(tmp_path, "-O", "-m", "lpkit", *command)
    assert (shorter.returncode, shorter.stdout, shorter.stderr) == (plain.returncode, plain.stdout, plain.stderr)


@pytest.mark.parametrize(
    "command", [["check"], ["explain", "LP204"], ["check", "--help"], ["rules"], ["--version"], []]
)
@pytest.mark.parametrize("how", ["-OO", "PYTHONOPTIMIZE"])
def test_without_docstrings_one_line_says_why_not(tmp_path: Path, command: list[str], how: str) -> None:
    write_sample(tmp_path)
    if how == "-OO":
        result = _optimized(tmp_path, "-OO", "-m", "lpkit", *command)
    else:
        result = _optimized(tmp_path, "-m", "lpkit", *command, PYTHONOPTIMIZE="2")
    said = "lpkit: rules and help are docstrings, which python -OO leaves out (run it without -OO)\n"
    assert (result.returncode, result.stdout, result.stderr) == (2, "", said)


@pytest.mark.parametrize(
    ("tag", "help"),
    [
        ("en_US", "write en-US, the short name of that language"),
        ("EN", "write en, the short name of that language"),
        ("x", "write one such as en or pt-BR"),
        ("english language", "write one such as en or pt-BR"),
    ],
)
def test_a_language_is_named_by_its_tag(lpkit: Run, tmp_path: Path, tag: str, help: str) -> None:
    library = write_sample(tmp_path).parents[1] / "library.yaml"
    library.write_text(
        library.read_text(encoding="utf-8").replace("language: en", f"language: {tag}"), encoding="utf-8"
    )
    result = lpkit("check", "--select", "LP013", "--output-format", "full")
    assert "which is no short name of a language" in result.stdout
    assert f"= help: {help}\n" in result.stdout
