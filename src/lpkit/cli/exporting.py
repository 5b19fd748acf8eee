"""What `export` and `build` share: from a checked corpus to written files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from lpkit.cli.reporting import parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, plural, run_check, say, summarize
from lpkit.config import Config
from lpkit.corpus import Corpus
from lpkit.diagnostic import Severity
from lpkit.errors import LpkitError
from lpkit.export import Exporter
from lpkit.writing import write_folder


def checked_corpus(paths: Sequence[Path], config: Config) -> Corpus:
    """Check packs and give their published content; report the faults and exit where there are errors.

    Raises LpkitError where no pack is published.
    """
    outcome = run_check(paths, config)
    write_reports(outcome.report, parse_formats([]))
    say(summarize(outcome.report))
    if outcome.report.reaches(Severity.ERROR):
        say("nothing was exported: mend the errors first")
        raise typer.Exit(EXIT_FAULTS)
    published = sum(len(shelf.packs) for shelf in outcome.corpus.shelves)
    if not published:
        raise LpkitError("no pack is published, so there is nothing to export", "set status: published in a pack")
    return outcome.corpus


def write_export(exporter: Exporter, corpus: Corpus, target: Path, options: Mapping[str, str] | None = None) -> None:
    """Render a corpus, write the files all or none, and say what was written and what could not be held."""
    count = write_folder(target, exporter.render(corpus, options or {}))
    say(f"{exporter.name}: {plural(count, 'file')} in {target}")
    losses = list(exporter.losses(corpus))
    for field in sorted({loss.field for loss in losses}):
        of_field = [loss for loss in losses if loss.field == field]
        packs = len({loss.pack for loss in of_field})
        say(f"  not held: {field} ({plural(packs, 'pack')}): {of_field[0].reason}")
