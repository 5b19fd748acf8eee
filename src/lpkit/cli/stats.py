"""`lpkit stats`: what a library covers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from lpkit.checking.tracing import tallies
from lpkit.cli.check import Paths
from lpkit.cli.printer import say, show, show_json
from lpkit.cli.running import EXIT_FAULTS, plural, project_of, run_check, settings
from lpkit.diagnostic import Severity
from lpkit.export import DIFFICULTIES, Coverage, Shelf, cover
from lpkit.ledger import Tally


def stats(
    paths: Paths = None,
    guess: Annotated[
        bool, typer.Option("--guess", help="Show instead how guessing does, by the library and by the pack.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Give the figures as JSON.")] = False,
) -> None:
    """Show what the published packs cover.

    Counts principles, levels, difficulties, markers, dimensions, answers and the places of keys. With --guess,
    strategies that see only stems and options play each quiz: a p-value below .01 means that one beats chance (LP603).

    Examples:

      lpkit stats

      lpkit stats packs/amazon-lp --json

      lpkit stats --guess
    """
    project = project_of(paths or [], settings())
    outcome = run_check(project)
    if outcome.report.reaches(Severity.ERROR):
        say("the packs have errors, so nothing was counted: run lpkit check")
        raise typer.Exit(EXIT_FAULTS)
    shelves = outcome.corpus.shelves
    prose = {} if guess else tallies(project)
    if as_json:
        libraries = [
            {**asdict(cover(shelf)), **_ledger(shelf, prose, guess), **_guesses(shelf, guess)} for shelf in shelves
        ]
        show_json({"version": 1, "libraries": libraries})
        return
    for shelf in shelves:
        for line in _guess_text(shelf) if guess else [*_text(cover(shelf)), *_prose(shelf, prose)]:
            show(line)


def _ledger(shelf: Shelf, prose: Mapping[str, Tally | None], guess: bool) -> dict[str, object]:
    """Give how many figures in prose are bound to nothing; null where the language has no ledger."""
    counted = prose.get(shelf.library.id)
    return {} if guess else {"ledger": counted._asdict() if counted else None}


def _prose(shelf: Shelf, prose: Mapping[str, Tally | None]) -> Iterator[str]:
    counted = prose.get(shelf.library.id)
    if counted is None:
        yield f"figures in prose: lpkit has no ledger for the language {shelf.library.language}, and binds none"
    else:
        yield f"figures in prose: {counted.figures}, of which {counted.unbound} are bound to no place (lpkit trace)"
    yield ""


def _guesses(shelf: Shelf, wanted: bool) -> dict[str, object]:
    """Give the figures of guessing for the JSON, where they are asked for."""
    from lpkit.corpus.guesses import guess

    return {"guess": [asdict(guessed) for guessed in guess(shelf)]} if wanted else {}


def _guess_text(shelf: Shelf) -> Iterator[str]:
    from lpkit.corpus.guesses import guess

    for guessed in guess(shelf):
        yield f"{guessed.pack or shelf.library.title}: {plural(guessed.questions, 'question')}"
        rows = [
            [
                entry.title,
                entry.questions,
                f"{entry.score:.4g}",
                f"{entry.chance:.4g}",
                f"{entry.p:.2g}{' beats chance' if entry.wins else ''}",
            ]
            for entry in guessed.strategies
        ]
        yield from _table(["choosing", "decided", "score", "chance", "p"], rows)


def _text(coverage: Coverage) -> Iterator[str]:
    yield f"{coverage.title}: {plural(coverage.packs, 'pack')}"
    yield ""
    head = ["principle", *coverage.levels, *(f"practice {name}" for name in DIFFICULTIES)]
    rows = [
        [entry.title, *entry.levels.values(), *entry.practice.values(), *entry.test.values()]
        for entry in coverage.principles
    ]
    yield from _table([*head, *(f"test {name}" for name in DIFFICULTIES)], rows)
    yield from _table(["marker", "answers"], list(coverage.markers.items()))
    dimensions = [[name, low, high] for name, (low, high) in coverage.dimensions.items()]
    yield from _table(["dimension", "below half", "half or more"], dimensions)
    answers = [
        [f"{entry.pack} {entry.candidate}", entry.verdict, entry.words, f"{entry.seconds_fast}-{entry.seconds_slow} s"]
        for entry in coverage.answers
    ]
    yield from _table(["answer", "verdict", "words", "speaking time"], answers)
    total = sum(coverage.positions.values())
    places = [[place, count, f"{100 * count / total:.0f}%"] for place, count in coverage.positions.items()]
    yield from _table(["key at place", "questions", "share"], places)


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """Lay out rows below a head: the first column to the left, all others to the right; zeros as dots."""
    cells = [[*head], *[["·" if cell == 0 else str(cell) for cell in row] for row in rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        first, *rest = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()
    yield ""
