"""`lpkit fix`: mend what is mechanical."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.run import check
from lpkit.checking.selection import configured_rules
from lpkit.cli.check import Ignore, Paths, Select
from lpkit.cli.editing import ForceExclude, show_diff, write_texts
from lpkit.cli.running import EXIT_FAULTS, find_files, name_of, plural, say, settings
from lpkit.config import Config
from lpkit.corpus import Listing
from lpkit.diagnostic import Diagnostic
from lpkit.editing.fixing import Mended, mend
from lpkit.rules import all_rules
from lpkit.schema.house import load_house_schemas
from lpkit.source import Source, read_source


def fix(
    paths: Paths = None,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Apply fixes that change what the content says too.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change, change nothing, exit 1 if anything would.")
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    force_exclude: ForceExclude = False,
) -> None:
    """Mend faults that have a fix; nothing else is touched.

    Comments, quotation marks, order and line ends stay.

    A fix is written only if a new check proves it: the fault is gone, no other came, and all other data is the
    same. A file that does not parse is left as it is. A safe fix never changes a score, weight, verdict, answer or id.

    Examples:

      lpkit fix

      lpkit fix packs/amazon-lp/ownership --diff

      lpkit fix --unsafe --select total-not-sum
    """
    config = settings(select or [], ignore or [])
    listing = find_files(paths or [], config, force_exclude)
    sources = {name_of(file): read_source(file, name_of(file)) for file in sorted(listing.asked)}
    mended = mend(sources, partial(_check, listing, config), unsafe)
    broken = [name for name, source in sources.items() if source.flaws]
    if diff:
        for name, text in sorted(mended.texts.items()):
            show_diff(name, text)
    else:
        write_texts(mended.texts)
    _tell(mended, broken, diff)
    if broken or (diff and mended.texts):
        raise typer.Exit(EXIT_FAULTS)


def _check(listing: Listing, config: Config, changed: dict[str, Source]) -> Sequence[Diagnostic]:
    """Check the corpus with some files replaced; all that is found counts, not only what concerns the named files.

    Rules that are not selected have their say on what the fixes bring, but none of theirs is made.
    """
    everything = Listing(listing.packs, {file for library, packs in listing.packs.items() for file in packs})
    everything.asked |= {library for library in listing.packs if library is not None}
    house = load_house_schemas([config.root / name for name in config.schemas])
    selected = {rule.code for rule in configured_rules(all_rules(), config)}

    def read(file: Path, name: str) -> Source:
        return changed.get(name) or read_source(file, name)

    rules = configured_rules(all_rules(), config, select=())
    found = check(everything, rules, name_of, house=house, read=read).report.diagnostics
    return [entry if entry.code in selected else replace(entry, fix=None) for entry in found]


def _tell(mended: Mended, broken: Sequence[str], diff: bool) -> None:
    for name in broken:
        say(f"{name}: not touched, since it does not parse: run lpkit check")
    for fault in mended.refused:
        say(f"{fault.path}:{fault.span.line}: {fault.code} not fixed: the result would have another fault")
    done = "would be fixed" if diff else "fixed"
    say(f"{plural(len(mended.fixed), 'fault')} {done} in {plural(len(mended.texts), 'file')}")
