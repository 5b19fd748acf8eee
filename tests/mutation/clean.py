"""The clean packs that mutants are made of, as plain data: nothing here asks the rules."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lpkit import diagnostic
from mutation.document import Document

ROOT = Path(__file__).parent.parent.parent
At = diagnostic.Path

CANDIDATES: At = ("evaluate", "candidates")


class Clean:
    """One clean pack with its library. File names are relative to the library's folder."""

    def __init__(self, library: Document, pack: Document) -> None:
        self.library = library
        self.pack = pack

    @property
    def documents(self) -> tuple[Document, Document]:
        return self.library, self.pack

    def document(self, name: str) -> Document:
        return self.library if name == self.library.name else self.pack

    def candidates(self) -> Iterator[tuple[At, dict[str, Any]]]:
        yield from self.entries(*CANDIDATES)

    def questions(self) -> Iterator[tuple[At, dict[str, Any]]]:
        yield from self.entries("questions")

    def entries(self, *at: str | int) -> Iterator[tuple[At, dict[str, Any]]]:
        """Give the entries of a list of the pack with their paths."""
        for number, entry in enumerate(self.pack[at] or []):
            yield (*at, number), entry

    def auto_fails(self) -> Iterator[tuple[At, dict[str, Any], At, dict[str, Any]]]:
        """Give every auto-fail with its path, behind its candidate's path and the candidate."""
        for at, candidate in self.candidates():
            for number, entry in enumerate(candidate.get("auto_fails", [])):
                yield at, candidate, (*at, "auto_fails", number), entry

    @property
    def verdicts(self) -> list[dict[str, Any]]:
        return self.library.data["verdicts"]  # type: ignore[no-any-return]

    @property
    def markers(self) -> dict[str, dict[str, Any]]:
        return {marker["id"]: marker for marker in self.library.data["markers"]}

    @property
    def rubric(self) -> tuple[Document, At]:
        """Give where the dimensions of the rubric in force stand."""
        name = self.pack[("evaluate", "rubric")]
        if isinstance(name, list):
            return self.pack, ("evaluate", "rubric")
        names = [rubric["id"] for rubric in self.library.data["rubrics"]]
        return self.library, ("rubrics", names.index(name), "dimensions")

    @property
    def weights(self) -> dict[str, int]:
        document, at = self.rubric
        return {dimension["id"]: dimension["weight"] for dimension in document[at]}

    def passes(self, verdict: str) -> bool:
        return next(bool(entry["passes"]) for entry in self.verdicts if entry["id"] == verdict)

    def rank(self, verdict: str) -> int:
        return [entry["id"] for entry in self.verdicts].index(verdict)

    def band(self, total: int) -> str:
        """Give the verdict whose band holds a total."""
        return str([entry["id"] for entry in self.verdicts if entry["from"] <= total][-1])

    def earned(self, candidate: dict[str, Any]) -> str:
        """Give the only lawful verdict of a candidate: that of the total, or the lowest that a marker leaves."""
        caps = [self.markers[entry["marker"]]["verdict"] for entry in candidate.get("auto_fails", [])]
        return min([self.band(candidate["total"]), *caps], key=self.rank)


@cache
def clean_packs() -> tuple[Clean, ...]:
    """Load the sample and all packs of the repository, each with its library."""
    found = []
    for folder in (ROOT / "tests" / "sample", *sorted(file.parent for file in ROOT.glob("packs/*/library.yaml"))):
        library = Document("library.yaml", (folder / "library.yaml").read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*/*.yaml")):
            name = file.relative_to(folder).as_posix()
            found.append(Clean(library, Document(name, file.read_text(encoding="utf-8"))))
    return tuple(found)
