"""`lpkit check --add-ignores REASON`: suppressions written into the files."""

from lpkit.cli.editing import require_utf8, write_texts
from lpkit.cli.naming import file_of
from lpkit.cli.printer import say
from lpkit.cli.running import plural
from lpkit.diagnostic import Diagnostic, Report
from lpkit.editing.suppressing import add_ignores
from lpkit.errors import LpkitError
from lpkit.rules import all_rules
from lpkit.source import read_source


def ignore_all(report: Report, reason: str) -> None:
    """Write a comment for every fault that can be silenced, and say how many were written and which were not.

    Raises LpkitError where the reason is blank, not UTF-8, or has more than one line.
    """
    if not reason.strip() or len(reason.splitlines()) > 1:
        raise LpkitError("the reason is blank or has several lines", 'write --add-ignores "why, in one line"')
    require_utf8(reason)
    silenceable = {rule.code for rule in all_rules() if rule.silenceable}
    by_file: dict[str, list[Diagnostic]] = {}
    for entry in report.diagnostics:
        if entry.code in silenceable:
            by_file.setdefault(entry.path, []).append(entry)
    texts: dict[str, str] = {}
    for path, entries in by_file.items():
        source = read_source(file_of(path), path)
        changed = add_ignores(source, [(entry.code, entry.span) for entry in entries], reason.strip())
        if changed is None:
            raise LpkitError(f"{path}: the comments would change what the file says", "write them by hand")
        texts[path] = changed
    write_texts(texts)
    written = sum(len(entries) for entries in by_file.values())
    rest = len(report.diagnostics) - written
    done = f"{plural(written, 'fault')} silenced in {plural(len(by_file), 'file')}"
    say(f"{done}; {rest} cannot be silenced" if rest else done)
