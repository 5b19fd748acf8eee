"""What shells complete: the protocol that bash asks by, and bash itself."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lpkit.cli.app import make_app
from lpkit.cli.completing import command_asked
from project import PACK, write_sample

CASES = {
    "lpkit che": {"check"},
    "lpkit check --statis": {"--statistics"},
    "lpkit check --select LP20": {f"LP20{digit}" for digit in range(1, 10)},
    "lpkit check --ignore total-not-sum,weights-n": {"total-not-sum,weights-not-100"},
    "lpkit fix --select weights-n": {"weights-not-100"},
    "lpkit explain weights-n": {"weights-not-100"},
    "lpkit check -f g": {"github", "gitlab", "grouped"},
    "lpkit check pa": set(),
    "lpkit export ht": {"html"},
    "lpkit export html --set single": {"single-file="},
    "lpkit import gi": {"gift"},
    "lpkit import csv --set keys": {"keys-from="},
    "lpkit import csv --pack packs/own": {f"packs/{PACK}"},
    "lpkit schema lib": {"library"},
    "lpkit verdict ": {f"packs/{PACK}"},
    "lpkit trace packs/": {f"packs/{PACK}"},
    "lpkit new question packs/own": {f"packs/{PACK}"},
    "lpkit mv noi": {"noisy-alarm"},
}


Ask = Callable[[str], list[str]]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ask:
    """Complete a line as bash asks for it, in this process; give the lines that bash is given."""

    def asked(line: str) -> list[str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("_LPKIT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line.replace(" ", "\n"))
        monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
        with pytest.raises(SystemExit):
            make_app(command_asked())(prog_name="lpkit")
        said = capfd.readouterr()
        assert said.err == ""
        return [word for word in said.out.split("\n") if word]

    return asked


@pytest.mark.parametrize(("line", "expected"), CASES.items(), ids=CASES)
def test_words_are_offered(ask: Ask, tmp_path: Path, line: str, expected: set[str]) -> None:
    write_sample(tmp_path)
    assert set(ask(line)) == expected


@pytest.mark.parametrize("broken", ["settings", "folder"])
def test_faults_are_silent(ask: Ask, tmp_path: Path, broken: str) -> None:
    write_sample(tmp_path)
    if broken == "settings":
        (tmp_path / "lpkit.toml").write_text("packs = [", encoding="utf-8")
    else:
        shutil.rmtree(tmp_path / "packs")
    assert ask("lpkit verdict ") == []


def test_names_that_a_shell_could_obey_are_left_to_it(ask: Ask, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    for name in ("$(touch pwned)", "a b", "a'b", "`id`", "é-é", "-x", "a\nb", "a;b"):
        pack.with_name(f"{name}.yaml").write_bytes(pack.read_bytes())
    folder = f"packs/{PACK.rpartition('/')[0]}"
    assert sorted(ask("lpkit verdict ")) == sorted([f"packs/{PACK}", f"{folder}/é-é.yaml", f"{folder}/-x.yaml"])
    assert sorted(ask("lpkit mv ")) == ["noisy-alarm", "é-é"]


def test_bash_completes(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    write_sample(tmp_path)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "lpkit"
    command.write_text(
        f'#!{bash}\nexec {sys.executable} -c \'import sys; sys.argv[0] = "lpkit"; '
        'from lpkit.cli.main import main; main()\' "$@"\n',
        encoding="utf-8",
    )
    command.chmod(0o755)
    script = (
        'eval "$(lpkit --show-completion bash)"\n'
        'COMP_WORDS=(lpkit check --select LP204,weights-n); COMP_CWORD=3; _lpkit_completion lpkit; echo "$COMPREPLY"\n'
        "complete -p lpkit\n"
    )
    said = subprocess.run(
        [bash, "--norc", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines()[0] == "LP204,weights-not-100", said.stderr
    assert "-o default" in said.stdout
