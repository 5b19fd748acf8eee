"""What authors do to a library under git, at random, some of which takes released wording back."""

import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fuzz.learners import decks_of, expect_released, import_into
from fuzz.running import Ended, call
from lpkit.publishing.lock import Deck, read_lock
from lpkit.scaffold.versioning import DRIVER, DRIVER_KEY
from project import write_sample
from repository import try_git

START = datetime(2026, 1, 1, tzinfo=UTC)
TAGS, COMMITS, RECORDED = "tags", "commits", "recorded"
ADDED = """  - id: added-{number}
    pool: practice
    difficulty: easy
    stem: Which number has the added question, {number} or another?
    options: [It is {number}, Another one]
    answer: It is {number}
    steps: [It says so, so It is {number}.]
    hint: Nothing to say.
"""


class History:
    """One library, its repository, and the collections of its learners."""

    def __init__(self, folder: Path, number: int, figures: Counter[str]) -> None:
        self.folder = folder
        self.chance = random.Random(number)
        self.figures = figures
        self.kind = (TAGS, TAGS, COMMITS, RECORDED)[number % 4]
        self.days = 0
        self.added = 0
        self.releases: list[list[bytes]] = []
        self.decks: list[dict[str, Deck]] = []
        self.follower = folder / "follower.anki2"
        self.work = folder / "work"
        self.pack = write_sample(self.work)
        driver = "lpkit" if number // 4 % 2 else "union"
        (self.work / ".gitattributes").write_text(f"library.lock merge={driver}\n", encoding="utf-8")
        (self.work / ".gitignore").write_text("out\nlibrary.released\n", encoding="utf-8")
        if self.kind == RECORDED:
            return
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", DRIVER_KEY, DRIVER.replace("lpkit", f'"{sys.executable}" -m lpkit', 1))
        self.commit("start")

    def git(self, *arguments: str) -> bool:
        """Run git; tell whether it succeeded."""
        return self.asked(*arguments).returncode == 0

    def asked(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run git and give what it said."""
        return try_git(self.work, *arguments)

    def lpkit(self, *arguments: str) -> Ended:
        """Run lpkit where the library is."""
        os.chdir(self.work)
        return call(arguments)

    def commit(self, message: str) -> None:
        """Commit all that there is."""
        if self.kind != RECORDED:
            self.git("add", "--all")
            self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def commits(self) -> list[str]:
        """Give all commits but the first, wherever they are."""
        return self.asked("rev-list", "--all", "--no-merges", "--min-parents=1").stdout.split()

    def time(self) -> str:
        """Give a time for a lock: mostly a new one, at times an old one again."""
        self.days += 1
        back = 0 if self.chance.random() < 0.7 else self.chance.randint(0, self.days)
        return (START + timedelta(days=self.days - back)).strftime("%Y-%m-%d")

    # What authors do.

    def edit(self) -> None:
        """Write one of a few wordings, so that one may come back, with or without the lock; or take a question away."""
        text = self.pack.read_text(encoding="utf-8")
        hints = list(re.finditer(r"^    hint: .*$", text, re.MULTILINE))
        if hints:
            found = self.chance.choice(hints)
            text = f"{text[: found.start()]}    hint: Wording {self.chance.randint(1, 3)}.{text[found.end() :]}"
        if self.chance.random() < 0.25:
            self.added += 1
            text += ADDED.format(number=self.added)
        elif self.chance.random() < 0.15:
            text = self._without_one(text)
        self.pack.write_text(text, encoding="utf-8")
        if self.chance.random() < 0.8:
            self.lpkit("lock", "--time", self.time())
        self.commit("edit")

    def _without_one(self, text: str) -> str:
        blocks = re.findall(r"^  - id: (added-\d+)\n", text, re.MULTILINE)
        if not blocks:
            return text
        name = self.chance.choice(blocks)
        text = re.sub(rf"^  - id: {name}\n(?:    .*\n)+", "", text, flags=re.MULTILINE)
        return _with_retired(text, [name])

    def rename(self) -> None:
        """Give the decks one of a few names, so that one may come back."""
        library = self.pack.parents[1] / "library.yaml"
        text = library.read_text(encoding="utf-8")
        title = f"title: Title {self.chance.randint(1, 3)}"
        library.write_text(re.sub(r"^title: .*$", title, text, count=1, flags=re.MULTILINE), encoding="utf-8")
        self.lpkit("lock", "--time", self.time(), "--rename-decks")
        # The decks keep their names. Notes repeat the title, and are not updated for that alone.
        library.write_text(text, encoding="utf-8")
        self.commit("rename")

    def revert(self) -> None:
        """Take a commit back."""
        if self.commits() and not self.git("revert", "--no-edit", self.chance.choice(self.commits())):
            self.git("revert", "--abort")

    def pick(self) -> None:
        """Apply a commit once more."""
        if self.commits() and not self.git("cherry-pick", "--allow-empty", self.chance.choice(self.commits())):
            self.git("cherry-pick", "--abort")

    def merge(self) -> None:
        """Work on a branch that began somewhere, and merge it in one of the ways that lose something."""
        self.git("checkout", "--quiet", "-B", "topic", self.chance.choice(self.commits() or ["main"]))
        self.edit()
        self.git("checkout", "--quiet", "main")
        how = self.chance.choice([("-X", "ours"), ("-X", "theirs"), ("-s", "ours"), ()])
        if self.git("merge", "--quiet", "--no-edit", "--no-ff", *how, "topic"):
            self.figures["merged"] += 1
        else:
            self.git("merge", "--abort")

    def reset(self) -> None:
        """Go on from an old commit, as if nothing had happened since."""
        if self.kind == TAGS:
            self.git("reset", "--quiet", "--hard", self.chance.choice(self.commits() or ["main"]))

    def restore(self) -> None:
        """Bring an old state of the files back, where there is no git."""
        old = self.folder / "old"
        if old.exists() and self.chance.random() < 0.5:
            for file in old.iterdir():
                place = self.pack if file.suffix == ".yaml" else self.pack.parents[1] / file.name
                place.write_bytes(file.read_bytes())
        lock = self.pack.parents[1] / "library.lock"
        old.mkdir(exist_ok=True)
        for file in (self.pack, *([lock] if lock.exists() else [])):
            (old / file.name).write_bytes(file.read_bytes())

    # What a release is.

    def release(self) -> None:
        """Release what there is, mended until the gate is open, and bring every learner along."""
        self.pack.write_text(_tidied(self.pack.read_text(encoding="utf-8")), encoding="utf-8")
        out = self.lpkit("export", "anki", "--frozen", "-o", "out")
        if out.code or not (self.pack.parents[1] / "library.lock").exists():
            self.figures["shut"] += 1
            self._mend()
            out = self.lpkit("export", "anki", "--frozen", "-o", "out")
        assert out.code == 0, out.output + out.errors
        for arguments in (("check",), ("lock", "--check")):
            ended = self.lpkit(*arguments)
            assert ended.code == 0, ended.output + ended.errors
        self.commit("release")
        if self.kind == TAGS:
            assert self.git("tag", f"r{len(self.releases)}")
        if self.kind == RECORDED:
            assert self.lpkit("lock", "--release").code == 0
        self.figures["releases"] += 1
        self.releases.append([file.read_bytes() for file in sorted((self.work / "out").glob("*.apkg"))])
        self.decks.append(read_lock((self.pack.parents[1] / "library.lock").read_text(encoding="utf-8")).decks)
        self._converge()

    def _mend(self) -> None:
        report = json.loads(self.lpkit("check", "-f", "json", "--select", "LP108").output)
        gone = [
            found[1] for entry in report["diagnostics"] if (found := re.search(r'question "([^"]+)"', entry["message"]))
        ]
        text = _with_retired(self.pack.read_text(encoding="utf-8"), gone)
        self.pack.write_text(text, encoding="utf-8")
        elsewhere = self.asked("tag", "--no-merged", "HEAD").stdout.split() if self.kind == TAGS else []
        for after in [(), *(("--after", tag) for tag in elsewhere)]:
            ended = self.lpkit("lock", "--time", self.time(), *after)
            if ended.code:
                # A question of a release that is elsewhere is gone here.
                missing = re.findall(r'question "([^"]+)"', ended.output)
                assert missing, ended.output + ended.errors
                self.pack.write_text(_with_retired(self.pack.read_text("utf-8"), missing), encoding="utf-8")
                ended = self.lpkit("lock", "--time", self.time(), *after)
            assert ended.code == 0, ended.output + ended.errors

    def _converge(self) -> None:
        last = self.releases[-1]
        assert {deck.name for deck in self.decks[-1].values()} == decks_of(last)
        for earlier in self.decks[:-1]:
            # New cards go where the learner's are, unless somebody renamed the deck since.
            for key, deck in earlier.items():
                now = self.decks[-1][key]
                assert now == deck or now.renamed > deck.renamed, f"{key}: {now} came after {deck}"
        # Who follows all releases has one collection; who skips some comes with a fresh one.
        import_into(self.follower, last)
        expect_released(self.follower, last)
        for earlier in self.releases[:-1]:
            learner = self.folder / "learner.anki2"
            learner.unlink(missing_ok=True)
            import_into(learner, [*earlier, *last])
            expect_released(learner, last)
            self.figures["brought along"] += 1


def _with_retired(text: str, names: list[str]) -> str:
    entries = "".join(f"  - {{id: {name}, reason: Done.}}\n" for name in names)
    if not entries:
        return text
    start, head, end = text.partition("retired:\n")
    return start + head + entries + end if head else text.replace("questions:\n", f"retired:\n{entries}questions:\n", 1)


def _tidied(text: str) -> str:
    """Mend what merges leave and a check would refuse: things twice, and what is retired and in use."""
    head, questions = text.split("\nquestions:\n", 1)
    blocks = {block.partition("\n")[0]: block for block in re.split(r"^  - id: ", questions, flags=re.MULTILINE)[1:]}
    body, _, retired = head.partition("\nretired:\n")
    kept = dict.fromkeys(name for name in re.findall(r"\{id: ([\w-]+), reason", retired) if name not in blocks)
    tidy = f"{body}\nquestions:\n" + "".join(f"  - id: {block}" for block in blocks.values())
    return _with_retired(tidy, list(kept))
