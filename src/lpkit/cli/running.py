"""What several commands share: settings, a check of some paths, and the reports of its outcome."""

import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lpkit.checking.keeping import OFF
from lpkit.checking.places import Place, one, places
from lpkit.checking.project import Project, open_project
from lpkit.checking.run import Outcome
from lpkit.checking.selection import configured_rules
from lpkit.cli.caching import store_of
from lpkit.cli.naming import name_of
from lpkit.cli.printer import show
from lpkit.cli.progress import progress
from lpkit.config import Config, find_config
from lpkit.corpus import Listing
from lpkit.corpus.discover import at_home
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError
from lpkit.rules import all_rules
from lpkit.source import decode
from lpkit.source.limits import MAX_BYTES
from lpkit.witness import note_once

if TYPE_CHECKING:
    from lpkit.export import Exporter
    from lpkit.importing import Importer

EXIT_FAULTS = 1
_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Choice:
    """What options say in the place of the settings, whichever those are."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    no_cache: bool = False

    def of(self, config: Config) -> Config:
        """Give the settings with what the options say."""
        return replace(
            config,
            select=_words(self.select) or config.select,
            ignore=_words(self.ignore) or config.ignore,
            cache=OFF if self.no_cache else config.cache,
        )


def settings(paths: Sequence[Path] = (), choice: Choice = Choice()) -> Config:
    """Read the settings that count for some paths, or for the current folder.

    Raises LpkitError where several count.
    """
    return one(places(paths, choice.of)).settings if paths else choice.of(find_config(Path.cwd()))


def _words(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def assigned(words: Sequence[str]) -> list[tuple[str, str]]:
    """Split the words of `--set NAME=VALUE`.

    Raises LpkitError where one has no name or no value.
    """
    pairs = [word.partition("=") for word in words]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise LpkitError(f"--set {name}{equals} has no name or no value", "write --set NAME=VALUE")
    return [(name, value) for name, _, value in pairs]


def projects_of(
    paths: Sequence[Path], choice: Choice, force_exclude: bool = False, unsaved: Path | None = None
) -> list[Project]:
    """Give the projects of the given paths, or of those in the settings: one for each settings file that counts."""
    return [_project_in(place, force_exclude, unsaved) for place in places([unsaved] if unsaved else paths, choice.of)]


def project_of(paths: Sequence[Path], choice: Choice) -> Project:
    """Give the project of the given paths, or of those in the settings.

    Raises LpkitError where several settings count.
    """
    return _project_in(one(places(paths, choice.of)))


def _project_in(place: Place, force_exclude: bool = False, unsaved: Path | None = None) -> Project:
    config, listing = place.settings, place.listing(force_exclude, unsaved)
    project = replace(open_project(config, listing, name_of), store=store_of(config), latest=latest_time())
    if unsaved is None:
        return project
    name = name_of(Path(os.path.normpath(Path.cwd() / unsaved)))
    return project.with_sources({name: decode(given(), name)})


def latest_time() -> int:
    """Give the latest time that a line of a lock may have: that of a day ahead, by which clocks and zones differ."""
    return int(time.time()) + _DAY


def given() -> bytes:
    """Give what comes through standard input; of what is too long for a file, a byte more than one may have."""
    note_once()
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def run_check(project: Project) -> Outcome:
    """Check a project, and say on a terminal how far that is."""
    return project.check(progress("checking"))


def run_bank_check(files: Sequence[Path], config: Config) -> Report:
    """Check banks of questions with the selected rules."""
    from lpkit.checking.bank import check_banks

    return check_banks(files, configured_rules(all_rules(), config), name_of)


def processes() -> int:
    """Give how many processes may share a check: as many as LPKIT_PROCESSES says, or one for each core there is.

    Raises LpkitError where the variable is no such number.
    """
    wanted = os.environ.get("LPKIT_PROCESSES", "")
    if wanted.isdecimal() and int(wanted) > 0:
        return int(wanted)
    if wanted:
        raise LpkitError(f'LPKIT_PROCESSES is "{wanted}"', "give it a number from 1, or leave it out")
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def unsaved_file(paths: Sequence[Path], name: Path | None) -> Path | None:
    """Give the name of the file that comes through standard input, if one does: `-` with `--stdin-filename`.

    Raises LpkitError where only one of the two is given, `-` is not the only path, or the name is that of a folder.
    """
    if name is not None and name.is_dir():
        raise LpkitError(f"{name} is a folder", "name the file that the text belongs to: --stdin-filename PATH")
    if (list(paths) == [Path("-")]) == (name is not None) and (name is None) == (Path("-") not in paths):
        return name and at_home(name, Path.cwd())
    raise LpkitError("- and --stdin-filename go together, without other paths", "write: - --stdin-filename PATH")


def find_files(paths: Sequence[Path], unsaved: Path | None = None) -> Listing:
    """List the files below the given paths, or below those of the settings.

    Raises LpkitError where several settings count.
    """
    return one(places(paths, Choice().of)).listing(unsaved=unsaved)


def summarize(report: Report) -> str:
    """Say in one line what was checked and what was found."""
    checked = f"{_scope(report)} checked"
    counts = [
        plural(report.count(severity), name)
        for severity, name in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "info"))
        if report.count(severity)
    ]
    suppressed = f" ({report.suppressed} suppressed)" if report.suppressed else ""
    if not counts:
        return f"{checked}: no faults{suppressed}"
    files = len({entry.path for entry in report.diagnostics})
    return f"{checked}: {', '.join(counts)} in {plural(files, 'file')}{suppressed}{_fixable(report)}"


def _fixable(report: Report) -> str:
    fixes = [entry.fix for entry in report.diagnostics if entry.fix]
    safe = sum(1 for fix in fixes if fix.safe)
    parts = [f"{safe} fixable: run lpkit fix"] if safe else []
    if len(fixes) > safe:
        parts.append(f"{len(fixes) - safe} fixable with lpkit fix --unsafe")
    return "".join(f"; {part}" for part in parts)


def _scope(report: Report) -> str:
    """Say what was looked at: packs with their libraries, questions of banks, or both."""
    packs = f"{plural(report.packs, 'pack')} and {plural(report.libraries, 'library', 'libraries')}"
    banks = f"{plural(report.questions, 'question')} of {plural(report.banks, 'bank')}"
    if not report.banks:
        return packs
    return f"{packs}, {banks}" if report.packs or report.libraries else banks


def advice(extra: str) -> str:
    """Say how to install this lpkit again with what one of its extras adds."""
    from lpkit.distribution import find_installation

    found = find_installation()
    return found.advice(extra) if found else f"install lpkit with its extra {extra}, from where you have it"


def show_plugins(plugins: "Iterable[Exporter | Importer]") -> None:
    """Write the name and the summary of each plug-in, and below it what may be set for it."""
    for plugin in plugins:
        show(f"{plugin.name:<12} {plugin.summary}")
        for setting, meaning in plugin.settings.items():
            show(f"{'':<12} --set {setting}={meaning}")


def plural(number: int, one: str, many: str | None = None) -> str:
    """Give a number with its noun in the right form."""
    return f"{number} {one if number == 1 else many or one + 's'}"
