"""What a check of files and banks finds, and which of that concerns whoever asks: all, what changed, or what is new."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from lpkit.cli.naming import file_of, top
from lpkit.cli.printer import say
from lpkit.cli.running import Choice, processes, projects_of, run_check
from lpkit.config import Config, find_config
from lpkit.diagnostic import Diagnostic, Report, Severity
from lpkit.source import Source

if TYPE_CHECKING:
    from lpkit.checking.baseline import Baseline
    from lpkit.checking.memory import Memory
    from lpkit.git.changes import Changes


@dataclass(frozen=True, slots=True)
class Examination:
    """What is asked of a check; it can be made again and again."""

    paths: Sequence[Path]
    banks: Sequence[Path]
    choice: Choice
    force_exclude: bool = False
    unsaved: Path | None = None
    fail_on: str | None = None
    baseline: Path | None = None
    since: str | None = None
    patches: bool = False
    """Whether faults that have a fix are to show what it does."""
    memories: "dict[Path, Memory] | None" = None
    """What checks that follow each other remember, by the folder of the settings; None for a single one."""

    def settings(self) -> Config:
        """Read the settings that hold where lpkit was started."""
        return self.choice.of(find_config(Path.cwd()))

    def report(self) -> Report | None:
        """Check, and give what is to be reported; None where nothing changed since the revision that was named."""
        return concerning(self._parts, self.fail_on, self.baseline, self.since)

    def _parts(self) -> Iterator[tuple[Report, Config]]:
        """Check banks where there are any, and packs where they are named or no banks are: each by its settings."""
        if self.paths or not self.banks:
            for project in projects_of(self.paths, self.choice, self.force_exclude, self.unsaved):
                asked = replace(project, workers=processes(), content=False)
                if self.memories is not None:
                    # A copy of a process with threads may wait for a lock that none of its own holds.
                    asked = replace(asked, memory=self._memory(project.settings.root), workers=1)
                report = run_check(asked).report
                yield with_patches(report, asked.source) if self.patches else report, project.settings
        if self.banks:
            from lpkit.cli.running import run_bank_check

            config = self.settings()
            yield run_bank_check(self.banks, config), config

    def _memory(self, root: Path) -> "Memory":
        from lpkit.checking.memory import Memory

        assert self.memories is not None
        return self.memories.setdefault(root, Memory())


def concerning(
    parts: Callable[[], Iterable[tuple[Report, Config]]], fail_on: str | None, baseline: Path | None, since: str | None
) -> Report | None:
    """Join the parts of a run, and leave out what is not to be reported.

    None where nothing changed since the revision that was named: then no part is asked for.
    """
    known = _read_baseline(baseline) if baseline else None
    changes = _changes(since) if since is not None else None
    if changes is not None and not changes:
        return None
    joined = reduce(
        add,
        [failing(_only_changed(part, changes, own) if changes else part, fail_on, own) for part, own in parts()],
    )
    return _new_faults(joined, known) if known is not None else joined


def failing(report: Report, fail_on: str | None, config: Config) -> Report:
    """Give a report that knows which severity fails it: the given one, or that of the settings."""
    return replace(report, fails_at=Severity[(fail_on or config.fail_on).upper()])


# What only some options need is imported where it is needed: a check runs on every commit.


def with_patches(report: Report, read: Callable[[Path], Source]) -> Report:
    """Give a report whose faults show what their fixes do to the lines of their files."""
    from lpkit.editing.patching import patch_of

    texts: dict[str, str] = {}

    def shown(entry: Diagnostic) -> Diagnostic:
        if entry.fix is None:
            return entry
        if entry.path not in texts:
            texts[entry.path] = read(file_of(entry.path)).text
        return replace(entry, patch=patch_of(texts[entry.path], entry.fix.edits))

    return replace(report, diagnostics=tuple(map(shown, report.diagnostics)))


def without_patches(report: Report) -> Report:
    """Give a report whose faults show nothing of what their fixes do."""
    return replace(report, diagnostics=tuple(replace(entry, patch=()) for entry in report.diagnostics))


def _changes(ref: str) -> "Changes":
    from lpkit.git.changes import changes_since

    changes = changes_since(ref, Path.cwd(), top())
    if not changes:
        say(f"nothing changed since {ref}")
    return changes


def _only_changed(report: Report, changes: "Changes", config: Config) -> Report:
    from lpkit.git.changes import only_changed, settings_changed

    if settings_changed(config, changes, top()):
        say("the settings changed, so every fault is reported")
        return report
    return only_changed(report, changes, top())


def _read_baseline(file: Path) -> "Baseline":
    from lpkit.checking.baseline import read_baseline

    return read_baseline(file)


def _new_faults(report: Report, known: "Baseline") -> Report:
    """Leave out the faults of a baseline, and say which of its entries are stale."""
    from lpkit.checking.baseline import compare

    compared = compare(report.diagnostics, known, report.checked, top())
    if compared.known:
        say(f"{compared.known} known from the baseline")
    for note in compared.stale:
        say(f"no longer found, so the baseline can be written anew: {note}")
    return replace(report, diagnostics=compared.new)
