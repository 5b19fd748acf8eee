"""Files of facts to one report: the corpus stage over what several machines found, byte for byte as one would."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lpkit.checking.bank import report_on_banks
from lpkit.checking.filed import FactsFile
from lpkit.checking.kept_places import PlaceBook, places_in
from lpkit.checking.locating import Book, Place
from lpkit.checking.packing import BROKEN, ForeignError
from lpkit.checking.run import Asked, conclude
from lpkit.checking.sheet import facts_in
from lpkit.checking.silencing import Comments
from lpkit.config import Config
from lpkit.corpus import Fact
from lpkit.diagnostic import Diagnostic, Report, Severity, Site
from lpkit.errors import LpkitError
from lpkit.rule import Rule
from lpkit.rules import all_rules

_AGAIN = "run the shards again"


class Merged(NamedTuple):
    """What several shards found together."""

    parts: list[tuple[Report, Config]]
    """The report on each part of the run, projects and then banks, with what is told of its settings."""
    documentation: str
    """Where the documentation is served, as the settings say; empty where they do not."""


def merged(paths: Sequence[Path], top: Path) -> Merged:
    """Put together what was found in shards.

    `top` is the folder from which files are named. Raises LpkitError where a file of facts is damaged, or they are not
    those of all shards of one run.
    """
    rules = {rule.code: rule for rule in all_rules()}
    files = sorted((FactsFile(path) for path in paths), key=lambda file: file.shard)
    _require_one_run(files)
    parts = [_Part(files, number, told, rules) for number, told in enumerate(files[0].header["parts"])]
    reports = [(part.report(), part.settings(top)) for part in parts]
    return Merged(reports, files[0].header["documentation"])


class _Part:
    """One part of a run, as the files of facts hold it: what `conclude` asks of a run."""

    def __init__(self, files: Sequence[FactsFile], number: int, told: dict[str, Any], known: dict[str, Rule]) -> None:
        self._files, self._number, self._told = files, number, told
        try:
            self._rules = [
                known[code]._replace(severity=Severity(severity), configured=configured)
                for code, severity, configured in told["rules"]
            ]
        except BROKEN as error:
            raise files[0].damaged from error
        self._sheets = sorted(
            (sheet for file in files for sheet in file.sheets if sheet.part == number), key=lambda sheet: sheet.place
        )
        self._banks = sorted(
            (bank for file in files for bank in file.banks if bank.part == number), key=lambda bank: bank.place
        )

    def report(self) -> Report:
        """Give what a check of all would."""
        if self._banks:
            found = [entry for bank in self._banks for entry in bank.diagnostics]
            questions = sum(bank.questions for bank in self._banks)
            return report_on_banks([bank.name for bank in self._banks], found, questions, self._rules)
        asked = [sheet for sheet in self._sheets if sheet.asked]
        libraries = frozenset(sheet.name for sheet in asked if sheet.library)
        try:
            return conclude(self, Asked(frozenset(sheet.name for sheet in asked), libraries), self._rules)
        except ForeignError as error:
            raise LpkitError(f"the files of facts are not as they were written: {error}", _AGAIN) from error

    def settings(self, top: Path) -> Config:
        """Give what is told of the settings."""
        told, file = self._told, self._told["file"]
        return Config(
            root=top / told["root"],
            schemas=tuple(told["schemas"]),
            fail_on=told["fail_on"],
            file=top / file if file else None,
        )

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Give what the pack stage found."""
        return [entry for sheet in self._sheets for entry in sheet.sheet.diagnostics]

    @property
    def comments(self) -> dict[str, Comments]:
        """Give the comments of files that have some."""
        return {sheet.name: sheet.sheet.comments for sheet in self._sheets if sheet.sheet.comments.speak}

    def facts_of(self, code: str) -> Sequence[Fact]:
        """Give the facts of a rule."""
        texts: dict[str, str] = {}
        return [fact for file in self._files for line in self._of(file, code) for fact in self._read(file, line, texts)]

    def _of(self, file: FactsFile, code: str) -> Iterator[str]:
        return file.facts(self._number, code)

    @staticmethod
    def _read(file: FactsFile, line: str, texts: dict[str, str]) -> tuple[Fact, ...]:
        try:
            return facts_in(line, texts)
        except ForeignError as error:
            raise file.damaged from error

    def book(self, name: str) -> Book:
        """Give what tells positions in a file."""
        places: dict[Site, Place] = {}
        for file in self._files:
            try:
                for line in file.places(name):
                    places |= places_in(line)
            except ForeignError as error:
                raise file.damaged from error
        return PlaceBook(places)


def _require_one_run(files: Sequence[FactsFile]) -> None:
    """Raise LpkitError where the files are not all shards of one run, each once."""
    if not files:
        raise LpkitError("there is nothing to merge", "name the files of facts")
    first, seen, libraries = files[0], dict[int, FactsFile](), dict[tuple[int, str], tuple[str, FactsFile]]()
    for file in files:
        number, count = file.shard
        if count != first.shard[1]:
            raise LpkitError(
                f"{first.path} is one of {first.shard[1]} shards, and {file.path} one of {count}",
                "merge the shards of one run",
            )
        if number in seen:
            raise LpkitError(
                f"shard {number} of {count} is there twice: {seen[number].path} and {file.path}",
                "leave one of them out",
            )
        seen[number] = file
        _require_same(first, file)
        for library, digest in file.libraries.items():
            before, other = libraries.setdefault(library, (digest, file))
            if before != digest:
                message = f"{library[1]}, its lock or its releases are not the same in {other.path} and {file.path}"
                raise LpkitError(message, "check out the same commit with its tags for every shard")
    missing = [number for number in range(1, first.shard[1] + 1) if number not in seen]
    if missing:
        raise LpkitError(
            f"{_named(missing)} of {first.shard[1]} {'is' if len(missing) == 1 else 'are'} missing",
            f"lpkit check --shard {missing[0]}/{first.shard[1]} --facts FILE makes it",
        )


def _require_same(one: FactsFile, two: FactsFile) -> None:
    before, now = one.header, two.header
    if before["commit"] and now["commit"] and before["commit"] != now["commit"]:
        message = f"{one.path} is of commit {_short(before)}, and {two.path} of {_short(now)}"
        raise LpkitError(message, "check out the same commit for every shard")
    if any(before[key] != now[key] for key in ("parts", "documentation")):
        message = f"{one.path} and {two.path} were made with other settings or options"
        raise LpkitError(message, "give every shard the same settings and options")
    if before["files"] != now["files"]:
        message = f"{one.path} and {two.path} are of other files"
        raise LpkitError(message, "check the same folders for every shard")


def _short(header: dict[str, Any]) -> str:
    return str(header["commit"])[:12]


def _named(numbers: Sequence[int]) -> str:
    """Name shards, the first few of many."""
    shown = [str(number) for number in numbers[:5]] + (["more"] if len(numbers) > 5 else [])
    *most, last = shown
    return f"shard {last}" if not most else f"shards {', '.join(most)} and {last}"
