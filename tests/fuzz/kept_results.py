"""Random edits of a project: a check that keeps its results and a fresh one say the same, to the last character.

    python tests/fuzz/kept_results.py 2000 [SEED]

Packs, library, lock, settings and a house schema are damaged, mended, renamed and removed; now and then entries of
the store are damaged too, or it is emptied or may not be written to.
"""

import json
import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent)]

from lpkit.checking.project import Project, open_project  # noqa: E402
from lpkit.checking.store import Store  # noqa: E402
from lpkit.config import find_config  # noqa: E402
from lpkit.corpus import discover  # noqa: E402
from lpkit.errors import LpkitError  # noqa: E402
from project import LIBRARY, PACK, base_of  # noqa: E402

ROOT = Path(__file__).parents[2]
WORDS = (
    "I",
    "my manager asked",
    "12 %",
    "the the",
    "“",
    "TODO",
    "weekly",
    ": ",
    "- ",
    "\t",
    "é",
    "# lpkit: ignore[LP204] r",
)
HOUSE = ({"required": ["tags"]}, {"required": ["title"]}, {"properties": {"title": {"maxLength": 9}}}, [])
STAMP = "fuzz"


class Play:
    """A project in a folder, and the edits that are made to it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder / "here", chance
        self.kept = folder / "kept"
        real = sorted((ROOT / "packs/amazon-lp").glob("*/*.yaml"))
        self.texts = {f"packs/a/{LIBRARY}": base_of(LIBRARY), f"packs/a/{PACK}": base_of(PACK)}
        self.texts |= {
            f"packs/a/customer-obsession/{name}.yaml": base_of(f"customer-obsession/{name}.yaml") for name in "xy"
        }
        self.texts |= {f"packs/b/{LIBRARY}": (ROOT / "packs/amazon-lp" / LIBRARY).read_text(encoding="utf-8")}
        self.texts |= {f"packs/b/{file.parent.name}/{file.name}": file.read_text(encoding="utf-8") for file in real[:1]}
        for name in self.texts:
            self._put(name, self.texts[name])

    def _put(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self) -> None:
        """Change one thing."""
        name = self.chance.choice([*self.texts])
        file = self.folder / name
        kind = self.chance.random()
        if not file.exists() or kind < 0.2:
            self._put(name, self.texts[name])
        elif kind < 0.7:
            file.write_text(self._damaged(file.read_text(encoding="utf-8")), encoding="utf-8")
        elif kind < 0.76:
            file.unlink()
        elif kind < 0.82:
            target = self.folder / self.chance.choice([*self.texts])
            target.parent.mkdir(exist_ok=True)
            file.rename(target)
        elif kind < 0.88:
            self._put("house.json", json.dumps(self.chance.choice(HOUSE)))
        elif kind < 0.94:
            house = 'schemas = ["house.json"]\n' if (self.folder / "house.json").exists() else ""
            table = self.chance.choice(("", "[severity]\nLP204 = 'warning'\n", 'ignore = ["LP2"]\n'))
            self._put("lpkit.toml", (house + table) if table[:1] != "i" else table + house)
        else:
            self._spoil()

    def _damaged(self, text: str) -> str:
        at = self.chance.randrange(len(text) + 1)
        until = min(at + self.chance.choice((0, 1, 1, 2, 9, 60)), len(text))
        return text[:at] + self.chance.choice(("", "", str(self.chance.randint(0, 99)), *WORDS)) + text[until:]

    def _spoil(self) -> None:
        """Damage entries of the store: cut one off, exchange two, or leave something that was never one."""
        entries = sorted(self.kept.rglob("*.json"))
        for entry in self.chance.sample(entries, min(3, len(entries))):
            text = entry.read_text(encoding="ascii")
            other = self.chance.choice(entries).read_text(encoding="ascii")
            spoilt = self.chance.choice((text[: len(text) // 2], "", "[]", text.replace("LP2", "LP3", 1), other + text))
            entry.write_text(spoilt, encoding="ascii")

    def said(self, *, keeping: bool) -> str:
        """Check, and give the whole report, or why there is none."""
        try:
            project = self._project()
            if keeping:
                project = replace(project, store=Store(self.kept, STAMP), content=False)
            return repr(project.check().report)
        except LpkitError as error:
            return f"{error.message} ({error.hint})"

    def _project(self) -> Project:
        settings = find_config(self.folder)
        packs = self.folder / "packs"
        some = [packs, *sorted(packs.rglob("*.yaml"))]
        asked = [packs] if self.chance.random() < 0.7 else [self.chance.choice(some)]
        listing = discover(asked, [], self.folder, self.folder)
        return open_project(settings, listing, lambda file: file.relative_to(self.folder).as_posix())


def play(folder: Path, seed: int, edits: int) -> None:
    """Play one history of edits; raises AssertionError where the reports differ."""
    made = Play(folder, random.Random(seed))
    for number in range(edits):
        state = made.chance.getstate()
        fresh = made.said(keeping=False)
        made.chance.setstate(state)
        assert made.said(keeping=True) == fresh, (seed, number)
        made.edit()


if __name__ == "__main__":
    wanted, seed = int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])
    for start in range(0, wanted, 50):
        with tempfile.TemporaryDirectory(prefix="lpkit-kept-") as name:
            play(Path(name), seed + start, 50)
    sys.stdout.write(f"{wanted} edits: kept and fresh reports are equal\n")
