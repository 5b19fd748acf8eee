"""What proves fixes: a check of a whole corpus with some files as they would be after them."""

from collections.abc import Sequence
from dataclasses import replace

from lpkit.checking.memory import Memory
from lpkit.checking.project import Project
from lpkit.checking.selection import configured_rules
from lpkit.diagnostic import Diagnostic
from lpkit.editing.fixing import Check
from lpkit.rules import all_rules
from lpkit.source import Source


def offers_fixes(project: Project, unsafe: bool) -> bool:
    """Tell whether there may be something to mend in the files that were asked for, without a look at all others.

    Rules across packs have no fixes, so what can be mended in a file is found in it and its library.
    """
    alone = replace(_with_all_rules(project), listing=project.listing.alone(), content=False)
    found = alone.check().report.diagnostics
    return any(entry.fix is not None and (entry.fix.safe or unsafe) for entry in found)


def checker(project: Project) -> Check:
    """Give what checks the corpus with some files replaced; all that is found counts, not only in the named files.

    Rules that are not selected have their say on what the fixes bring, but none of theirs is made.
    """
    selected = {rule.code for rule in project.rules.all}
    memory = project.memory or Memory()
    whole = replace(_with_all_rules(project), listing=project.listing.whole(), memory=memory, content=False)

    def check(changed: dict[str, Source]) -> Sequence[Diagnostic]:
        found = whole.with_sources(changed).check().report.diagnostics
        return [entry if entry.code in selected else replace(entry, fix=None) for entry in found]

    return check


def _with_all_rules(project: Project) -> Project:
    return project.with_rules(configured_rules(all_rules(), project.settings, select=()))
