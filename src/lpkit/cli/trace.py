"""`lpkit trace`: what the prose of a pack says of its own facts, and what proves it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.completing import pack_files
from lpkit.cli.one_pack import read_pack
from lpkit.cli.printer import say, show, show_json
from lpkit.cli.running import EXIT_FAULTS, plural
from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Site
from lpkit.ledger import Bound, Entry, Place, Refuted, Stated, tally
from lpkit.ledger import trace as traced


def trace(
    pack: Annotated[Path, typer.Argument(metavar="PACK", autocompletion=pack_files, help="A pack.")],
    unbound: Annotated[bool, typer.Option("--unbound", help="Show only what nothing proves.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Give the entries as JSON.")] = False,
) -> None:
    """Show what proves each figure, name and quote of a pack's prose.

    What a text states by itself has no other place: advice, what is supposed, what it counts of its question, what a
    setting tells. What no place proves is unbound: no fault, but worth a look. What the pack contradicts is refuted,
    and the exit code is then 1: lpkit check says more.

    Examples:

      lpkit trace packs/amazon-lp/ownership/some-pattern.yaml

      lpkit trace packs/amazon-lp/ownership/some-pattern.yaml --unbound

      lpkit trace packs/amazon-lp/ownership/some-pattern.yaml --json
    """
    view, library = read_pack(pack)
    entries = traced(view)
    if entries is None:
        say(f"lpkit has no ledger for {library.library.language}, so nothing was traced")
    found = entries or ()
    shown = [entry for entry in found if not unbound or _outcome(entry) == "unbound"]
    if as_json:
        counted = tally(found)._asdict() if entries is not None else None
        listed = [_entry(entry, view, library) for entry in shown]
        report = {"version": 1, "pack": view.pack.id, "ledger": counted, "entries": listed}
        show_json(report)
    else:
        for line in _text(shown, found, view, library):
            show(line)
    if any(isinstance(entry.binding, Refuted) for entry in found):
        raise typer.Exit(EXIT_FAULTS)


def _outcome(entry: Entry) -> str:
    return type(entry.binding).__name__.lower()


def _text(shown: Sequence[Entry], found: Sequence[Entry], view: PackView, library: LibraryView) -> Iterator[str]:
    at: tuple[str | int, ...] | None = None
    for entry in shown:
        if entry.claim.at != at:
            at = entry.claim.at
            yield f"{view.source.name}:{_line(view.site(*at), view, library)}: {_name(at)}"
        yield f"  {entry.claim.kind:<11} {_quoted(entry.claim.text)}: {_proof(entry, view, library)}"
    counted = tally(tuple(found))
    kinds = [_outcome(entry) for entry in found]
    totals = ", ".join(f"{kinds.count(name)} {name}" for name in ("bound", "stated", "refuted", "unbound"))
    figures = f"{counted.unbound} of {plural(counted.figures, 'figure')} unbound"
    yield f"{plural(len(found), 'entry', 'entries')}: {totals}; {figures}"


def _name(at: Sequence[str | int]) -> str:
    return ".".join(map(str, at))


def _quoted(text: str) -> str:
    return f'"{" ".join(text.split())}"'


def _proof(entry: Entry, view: PackView, library: LibraryView) -> str:
    if isinstance(entry.binding, Refuted):
        return f"refuted: {entry.binding.message}"
    if isinstance(entry.binding, Bound):
        return "; ".join(f"{place.says}, {_where(place.site, view, library)}" for place in entry.binding.places[:2])
    return f"stated: {entry.binding.why}" if isinstance(entry.binding, Stated) else "unbound"


def _where(site: Site, view: PackView, library: LibraryView) -> str:
    line = _line(site, view, library)
    return f"line {line}" if site.file == view.source.name else f"{site.file}:{line}"


def _line(site: Site, view: PackView, library: LibraryView) -> int:
    source = view.source if site.file == view.source.name else library.source
    return source.span(site).line


def _entry(entry: Entry, view: PackView, library: LibraryView) -> dict[str, object]:
    claim, binding = entry
    places: tuple[Place, ...] = binding.places if isinstance(binding, Bound | Refuted) else ()
    site = view.site(*claim.at)
    found: dict[str, object] = {
        "kind": claim.kind,
        "text": claim.text,
        "about": claim.about or None,
        "pointer": site.pointer,
        "line": _line(site, view, library),
        "start": claim.start,
        "end": claim.end,
        "outcome": _outcome(entry),
        "places": [
            {
                "path": place.site.file,
                "pointer": place.site.pointer,
                "line": _line(place.site, view, library),
                "says": place.says,
            }
            for place in places
        ],
    }
    if isinstance(binding, Stated):
        return found | {"message": binding.why}
    return found | ({"message": binding.message} if isinstance(binding, Refuted) else {})
