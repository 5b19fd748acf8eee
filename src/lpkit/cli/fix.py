"""`lpkit fix`: mend what is mechanical."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from lpkit.checking.memory import Memory
from lpkit.checking.mending import checker, offers_fixes
from lpkit.checking.project import Project
from lpkit.cli.caching import NoCache
from lpkit.cli.check import Ignore, Paths, Select
from lpkit.cli.editing import ForceExclude, show_diff, write_texts
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.running import EXIT_FAULTS, Choice, plural, projects_of
from lpkit.diagnostic import Diagnostic
from lpkit.editing.fixing import Mended, mend
from lpkit.editing.refused import MOST_REFUSED
from lpkit.rule import hiding
from lpkit.rules import all_rules


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
    no_cache: NoCache = False,
) -> None:
    """Mend faults that have a fix; nothing else is touched.

    Comments, quotation marks, order and line ends stay.

    A fix is written only if a new check proves it: the fault is gone, no other came, and all other data is the
    same. A file that does not parse is mended with --unsafe only. A safe fix never changes a score, weight, verdict,
    answer or id.

    Examples:

      lpkit fix

      lpkit fix packs/amazon-lp/ownership --diff

      lpkit fix --unsafe --select total-not-sum
    """
    choice = Choice(select or [], ignore or [], no_cache)
    mended, broken = mended_in(projects_of(paths or [], choice, force_exclude), unsafe)
    if diff:
        for name, text in sorted(mended.texts.items()):
            show_diff(name, text)
    else:
        write_texts(mended.texts)
    _tell(mended, broken, diff, unsafe)
    if broken or (diff and mended.texts):
        raise typer.Exit(EXIT_FAULTS)


def mended_in(projects: Iterable[Project], unsafe: bool = False) -> tuple[Mended, list[str]]:
    """Give what fixes make of the files that were asked for, and the names of those that do not parse."""
    mended, broken = Mended(), list[str]()
    for project in projects:
        remembering = replace(project, memory=Memory())
        sources = {name_of(file): project.source(file) for file in sorted(project.listing.asked)}
        if offers_fixes(remembering, unsafe):
            mended += mend(sources, checker(remembering), unsafe, hiding(all_rules()))
        broken += [name for name, source in sources.items() if source.flaws and name not in mended.texts]
    return mended, broken


def _tell(mended: Mended, broken: Sequence[str], diff: bool, unsafe: bool) -> None:
    wish = "" if unsafe else "; --unsafe mends what it names as the cause"
    for name in broken:
        say(f"{name}: not touched, since it does not parse: run lpkit check{wish}")
    for fault, cause in zip(mended.refused, mended.causes, strict=True):
        say(f"{fault.path}:{fault.span.line}: {fault.code} not fixed: {_why(cause)}")
    for (path, code), number in sorted(mended.untried.items()):
        say(f"{path}: {code} not tried for {plural(number, 'more fault')}: {MOST_REFUSED} could not be fixed")
    done = "would be fixed" if diff else "fixed"
    say(f"{plural(len(mended.fixed), 'fault')} {done} in {plural(len(mended.texts), 'file')}")


def _why(cause: Diagnostic | None) -> str:
    """Say what keeps a fix from being made."""
    if cause is None:
        return "its edit would not do what it says"
    where = f"{cause.path}:{cause.span.line}:{cause.span.column}"
    return f"the result would have another fault, {cause.code} {cause.name} at {where}: {cause.message}"
