"""`--output-format FORMAT[=PATH]`: which reports go where."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from lpkit.cli.linking import links
from lpkit.cli.printer import coloured, show_document
from lpkit.diagnostic import Report
from lpkit.errors import LpkitError
from lpkit.report import format_names, renderer, shows_addresses, shows_links

FORMAT_HELP = (
    "Report format, and a file for it where it should not go to standard output: FORMAT[=PATH]. Repeatable. "
    f"One of {', '.join(format_names())}. Default: full."
)


def documentation_at(setting: str) -> str | None:
    """Give where the documentation is served: as the settings say, or else the metadata; None where neither does."""
    if setting:
        return setting
    from lpkit.distribution import served_documentation

    return served_documentation()


def parse_formats(words: Sequence[str]) -> list[tuple[str, Path | None]]:
    """Split `FORMAT[=PATH]` words.

    Raises LpkitError for an unknown format, an empty path, and where two reports would go to standard output or into
    one file.
    """
    names = format_names()
    wanted: list[tuple[str, Path | None]] = []
    for word in words or ["full"]:
        name, sign, path = word.partition("=")
        if name not in names:
            close = get_close_matches(name, names, 1)
            hint = f"did you mean {close[0]}?" if close else f"formats: {', '.join(names)}"
            raise LpkitError(f'no output format is called "{name}"', hint)
        if sign and not path:
            raise LpkitError(f"{word} names no file", f"write {name} for standard output, or {name}=PATH")
        wanted.append((name, Path(path) if path else None))
    if sum(1 for _, path in wanted if path is None) > 1:
        raise LpkitError("two reports would go to standard output", "give all but one a file: FORMAT=PATH")
    files = [path for _, path in wanted if path is not None]
    real = [os.path.realpath(file) for file in files]
    if twice := next((file for number, file in enumerate(files) if real[number] in real[:number]), None):
        raise LpkitError(f"two reports would go into {twice}", "give each a file of its own: FORMAT=PATH")
    return wanted


def write_reports(report: Report, formats: Sequence[tuple[str, Path | None]], documentation: str = "") -> None:
    """Render a report in each format, to standard output or to its file.

    `documentation` is the address that the settings name; without one, that of the metadata counts, if they have one.
    """
    for name, path in formats:
        faults = bool(report.diagnostics)
        wanted = shows_addresses(name, faults) or (faults and path is None and shows_links(name) and links())
        address = documentation_at(documentation) if wanted else None
        told = report.documented_at(address) if address else report
        if path is None:
            show_document(renderer(name)(told, coloured()))
        else:
            from lpkit.cli.results import Result, write_result

            # A file's name may hold bytes that are no UTF-8; the escapes are those of JSON too.
            write_result(path, Result.REPORT, renderer(name)(told, False).encode(errors="backslashreplace"))
