"""What a commit costs through pre-commit, and a check after it: python benchmarks/commit.py [PACKS ...].

A repository of its own gets the packs and one hook, `lpkit hook` on the files of a commit. Processor time of all
processes of a command, of lpkit with one process; results are kept between the runs. It needs `pip install pre-commit`.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import write_corpus
from speed import BIN, measure

HOOK = """repos:
- repo: local
  hooks:
  - id: lpkit
    name: lpkit
    entry: lpkit hook --
    language: system
    types: [yaml]
    always_run: true
    require_serial: true
"""


class Repository:
    """A repository with packs, in which commands are measured."""

    def __init__(self, folder: Path, packs: int) -> None:
        self.folder = folder
        write_corpus(folder / "packs", packs)
        (folder / "lpkit.toml").write_text('packs = ["packs"]\ncache = ".kept"\n', encoding="utf-8")
        (folder / ".pre-commit-config.yaml").write_text(HOOK, encoding="utf-8")
        (folder / ".gitignore").write_text(".kept\n", encoding="utf-8")
        self.git("init", "--quiet")
        # What is committed later is in canonical form already, as in a library that has the hook.
        changed = [f"packs/customer-obsession/pack-{number}.yaml" for number in range(min(packs, 4))]
        measure([str(BIN / "lpkit"), "fmt", *changed], folder)
        self.commit()

    def git(self, *arguments: str) -> None:
        """Run git."""
        said = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *said, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self) -> None:
        """Commit all that is there, without hooks."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", "Change")

    def add_to_readme(self) -> None:
        """Add a line to the README, and to the next commit."""
        with (self.folder / "README.md").open("a", encoding="utf-8") as readme:
            readme.write("A line.\n")
        self.git("add", "--all")

    def change_a_hint(self, number: int) -> None:
        """Change one hint of one pack, and add it to the next commit."""
        file = self.folder / f"packs/customer-obsession/pack-{number}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub("hint: ", "hint: Well, ", text, count=1), encoding="utf-8")
        self.git("add", "--all")

    def row(self, name: str, *command: str, **variables: str) -> None:
        """Measure a command and print what it took."""
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        cost = measure([str(BIN / command[0]), *command[1:]], self.folder, PATH=path, LPKIT_PROCESSES="1", **variables)
        print(f"| {name} | {cost.processor:.2f} s | {cost.clock:.2f} s | {cost.memory / 1024:.0f} |", flush=True)


def main() -> None:
    """Print a table for each number of packs."""
    for packs in [int(word) for word in sys.argv[1:]] or [1_000]:
        print(f"{packs} packs, one process, {os.cpu_count()} cores, Python {sys.version.partition(' ')[0]}\n")
        print("| what | processor time | by the clock | peak MB |\n| --- | ---: | ---: | ---: |")
        with tempfile.TemporaryDirectory() as name:
            made = Repository(Path(name), packs)
            made.row("check, nothing kept", "lpkit", "check", "--quiet")
            made.row("check, unchanged", "lpkit", "check", "--quiet")
            # Once for records of runs, which are not kept while files are younger than a moment.
            made.row("a commit of nothing", "pre-commit", "run")
            made.add_to_readme()
            made.row("a commit of README", "pre-commit", "run")
            made.commit()
            made.add_to_readme()
            made.row("another commit of README", "pre-commit", "run")
            made.commit()
            made.change_a_hint(1)
            made.row("a commit of one changed pack", "pre-commit", "run")
            made.commit()
            made.change_a_hint(2)
            made.row("check, one pack changed", "lpkit", "check", "--quiet")
            made.add_to_readme()
            made.row("pre-commit without the hook", "pre-commit", "run", SKIP="lpkit")
        print()


if __name__ == "__main__":
    main()
