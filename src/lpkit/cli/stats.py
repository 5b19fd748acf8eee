"""`lpkit stats`: what a library covers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.tracing import tallies
from lpkit.cli.caching import NoCache
from lpkit.cli.check import Paths
from lpkit.cli.printer import say, show, show_json
from lpkit.cli.running import EXIT_FAULTS, Choice, plural, project_of, run_check
from lpkit.cli.tables import table
from lpkit.corpus import Stock
from lpkit.diagnostic import Severity
from lpkit.errors import LpkitError
from lpkit.export import DIFFICULTIES, Coverage, Shelf, cover
from lpkit.ledger import Tally


def stats(
    paths: Paths = None,
    guess: Annotated[
        bool, typer.Option("--guess", help="Show instead how guessing does, by the library and by the pack.")
    ] = False,
    bank: Annotated[
        list[Path] | None,
        typer.Option(
            "--bank",
            metavar="FILE",
            help="With --guess: a bank of questions to guess in. Repeatable. Packs are played too where named.",
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help="With --guess: write what the judge found to library.judge, for lpkit check."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Give the figures as JSON.")] = False,
    no_cache: NoCache = False,
) -> None:
    """Show what the published packs cover.

    Counts principles, levels, difficulties, markers, dimensions, answers and the places of keys. With --guess,
    strategies that see only stems and options play each quiz: a p-value below .01 means that one beats chance (LP603).
    A judge that learns (extra judge) is tried on the options of packs from which it did not learn, and what betrays the
    key is named (LP606); the same for the answers of candidates (LP607).

    Examples:

      lpkit stats

      lpkit stats packs/amazon-lp --json

      lpkit stats --guess

      lpkit stats --guess --bank questions.jsonl

      lpkit stats --guess --write
    """
    if (bank or write) and not guess:
        raise LpkitError(f"{'--bank' if bank else '--write'} goes with --guess", "write: lpkit stats --guess …")
    if bank and write and not paths:
        raise LpkitError("a bank has no library.judge", "leave --write out, or name packs")
    project = None if bank and not paths else project_of(paths or [], Choice(no_cache=no_cache))
    outcome = run_check(project) if project else None
    if outcome and outcome.report.reaches(Severity.ERROR):
        say("the packs have errors, so nothing was counted: run lpkit check")
        raise typer.Exit(EXIT_FAULTS)
    shelves = outcome.corpus.shelves if outcome else ()
    if guess:
        _guess(shelves, outcome.stocks if outcome and write else (), bank or (), as_json)
        return
    prose = tallies(project) if project else {}
    if as_json:
        show_json({"version": 1, "libraries": [{**asdict(cover(shelf)), **_ledger(shelf, prose)} for shelf in shelves]})
        return
    for shelf in shelves:
        for line in [*_text(cover(shelf)), *_prose(shelf, prose)]:
            show(line)


def _guess(shelves: Sequence[Shelf], written: Sequence[Stock], banks: Sequence[Path], as_json: bool) -> None:
    """Show how guessing does in libraries and banks; what was judged of some stocks is written too."""
    from lpkit.cli.guessing import BankGuess, LibraryGuess, demand_learner, write_judged

    if written:
        demand_learner()
    libraries = [LibraryGuess(shelf) for shelf in shelves]
    others = [BankGuess(file) for file in banks]
    if as_json:
        played = [{**asdict(cover(one.shelf)), **one.data()} for one in libraries]
        show_json({"version": 1, "libraries": played, **({"banks": [one.data() for one in others]} if others else {})})
    else:
        for line in (line for one in (libraries, others) for guessed in one for line in guessed.text()):
            show(line)
    if written:
        write_judged(written, libraries)


def _ledger(shelf: Shelf, prose: Mapping[str, Tally | None]) -> dict[str, object]:
    """Give how many figures in prose are stated there, or bound to nothing; null where the language has no ledger."""
    counted = prose.get(shelf.library.id)
    return {"ledger": counted._asdict() if counted else None}


def _prose(shelf: Shelf, prose: Mapping[str, Tally | None]) -> Iterator[str]:
    counted = prose.get(shelf.library.id)
    if counted is None:
        yield f"figures in prose: lpkit has no ledger for the language {shelf.library.language}, and binds none"
    else:
        told = f"{counted.stated} are stated where they stand and {counted.unbound} are bound to no place"
        yield f"figures in prose: {counted.figures}, of which {told} (lpkit trace)"
    yield ""


def _text(coverage: Coverage) -> Iterator[str]:
    yield f"{coverage.title}: {plural(coverage.packs, 'pack')}"
    yield ""
    head = ["principle", *coverage.levels, *(f"practice {name}" for name in DIFFICULTIES)]
    rows = [
        [entry.title, *entry.levels.values(), *entry.practice.values(), *entry.test.values()]
        for entry in coverage.principles
    ]
    yield from table([*head, *(f"test {name}" for name in DIFFICULTIES)], rows)
    yield from table(["marker", "answers"], list(coverage.markers.items()))
    dimensions = [[name, low, high] for name, (low, high) in coverage.dimensions.items()]
    yield from table(["dimension", "below half", "half or more"], dimensions)
    answers = [
        [f"{entry.pack} {entry.candidate}", entry.verdict, entry.words, f"{entry.seconds_fast}-{entry.seconds_slow} s"]
        for entry in coverage.answers
    ]
    yield from table(["answer", "verdict", "words", "speaking time"], answers)
    total = sum(coverage.positions.values())
    places = [[place, count, f"{100 * count / total:.0f}%"] for place, count in coverage.positions.items()]
    yield from table(["key at place", "questions", "share"], places)
