"""`lpkit verdict`: how the verdicts of a pack follow from its scores."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.completing import pack_files
from lpkit.cli.naming import name_of
from lpkit.cli.one_pack import read_pack
from lpkit.cli.printer import show, show_json
from lpkit.cli.running import EXIT_FAULTS
from lpkit.errors import LpkitError
from lpkit.verdict import Flip, Proof, prove


def verdict(
    pack: Annotated[Path, typer.Argument(metavar="PACK", autocompletion=pack_files, help="A pack.")],
    as_json: Annotated[bool, typer.Option("--json", help="Give the proofs as JSON.")] = False,
) -> None:
    """Prove the verdict of each candidate of a pack.

    The proof gives scores, sum, band, marker caps, and the margin.

    The margin is the smallest change of one score, one weight or one marker that leads to another verdict. The
    exit code is 1 where a declared total or verdict is not the proven one.

    Examples:

      lpkit verdict packs/amazon-lp/ownership/some-pattern.yaml

      lpkit verdict packs/amazon-lp/ownership/some-pattern.yaml --json
    """
    view, library = read_pack(pack)
    if view.rubric is None or not library.bands_hold:
        raise LpkitError(f"{name_of(pack)}: the rubric or the verdict bands are broken", "run lpkit check first")
    proofs = [prove(placed.value, view.rubric, library) for placed in view.candidates]
    if as_json:
        entries = [{**asdict(proof), "holds": proof.holds} for proof in proofs]
        show_json({"version": 1, "pack": view.pack.id, "candidates": entries}, ascii_only=True)
    else:
        titles = {entry.id: entry.title for entry in library.library.verdicts}
        for number, proof in enumerate(proofs):
            if number:
                show()
            for line in _text(proof, titles):
                show(line)
    if not all(proof.holds for proof in proofs):
        raise typer.Exit(EXIT_FAULTS)


def _text(proof: Proof, titles: dict[str, str]) -> Iterator[str]:
    yield f"candidate {proof.candidate}: {titles.get(proof.declared_verdict, proof.declared_verdict)}"
    width = max(len(term.title) for term in proof.terms)
    for term in proof.terms:
        cap = f"   capped at {term.cap} by a marker" if term.cap is not None else ""
        yield f"  {term.title:<{width}}  {term.score:>3} of {term.weight:>3}{cap}"
    yield f"  {'sum':<{width}}  {proof.total:>3} of 100{_mismatch(proof.total, proof.declared_total)}"
    yield f"  band     {titles[proof.band]} ({proof.band_from} to {proof.band_to})"
    for limit in proof.limits:
        yield f"  marker   {limit.title}: {titles.get(limit.verdict, limit.verdict)} at the most"
    yield f"  verdict  {titles[proof.verdict]}{_mismatch(proof.verdict, proof.declared_verdict)}"
    for line in _margin(proof.margin, titles):
        yield f"  margin   {line}"


def _mismatch(proven: object, declared: object) -> str:
    return "" if proven == declared else f"   the pack says {declared}"


def _margin(flips: Sequence[Flip], titles: dict[str, str]) -> Iterator[str]:
    """Give a line for each kind of change, amount and verdict, with all dimensions or markers that it is true of."""
    grouped: dict[tuple[str, int, str], list[str]] = {}
    for flip in flips:
        grouped.setdefault((flip.kind, flip.change, flip.verdict), []).append(flip.subject)
    for (kind, change, verdict), subjects in grouped.items():
        yield f"{_CHANGES[kind].format(change=change, subjects=' or '.join(subjects))}: {titles[verdict]}"


_CHANGES = {
    "score": "{change:+d} on the score of {subjects}",
    "weight": "{change:+d} on the weight of {subjects}",
    "marker-removed": "without the marker {subjects}",
    "marker-added": "with the marker {subjects}",
}
