"""Backslashes between double quotation marks."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_KNOWN = r"[0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$"
_PAIR = pattern(rf"\\(?P<known>{_KNOWN})?")


def unknown(page: Page) -> Iterator[Repair]:
    """Propose a second backslash before each that begins no escape, or before all."""
    for line in page.near:
        found = [(line.start + match.start(), match["known"]) for match in _PAIR.finditer(line.text)]
        wrong = [at for at, known in found if known is None]
        if not wrong or '"' not in line.text:
            continue
        sign = page.text[wrong[0] : wrong[0] + 2]
        message = f"{sign} means nothing between double quotation marks"
        help = f"write \\{sign} for a backslash, or put the text in single quotation marks"
        for places in (wrong, [at for at, _ in found]):
            edits = tuple(Edit(at, at, "\\") for at in places)
            yield Repair((wrong[0], wrong[0] + 2), edits, message, help, "double the backslash", 1)
