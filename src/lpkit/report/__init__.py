"""Reports: one module for each output format, found by its file name. Each has `render(report, colour)`."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from lpkit.diagnostic import Report

ALWAYS, FAULTS = "always", "faults"
"""Where a format tells it."""

Render = Callable[[Report, bool], str]


def format_names() -> list[str]:
    """Give the names of the output formats, sorted."""
    return sorted(file.stem for file in Path(__file__).parent.glob("*.py") if not file.stem.startswith("_"))


def shows_addresses(name: str, faults: bool = True) -> bool:
    """Tell whether a format tells where the documentation of rules is served: only then is it looked for.

    One that names the page of a rule at each fault (`FAULTS`) tells nothing where there are no `faults`.
    """
    where = getattr(import_module(f"{__name__}.{name}"), "SHOWS_ADDRESSES", "")
    return where == ALWAYS or (where == FAULTS and faults)


def shows_links(name: str) -> bool:
    """Tell whether a format makes links of the codes of rules, on terminals that have them."""
    return bool(getattr(import_module(f"{__name__}.{name}"), "LINKS", False))


def shows_patches(name: str) -> bool:
    """Tell whether a format shows beside a fault what its fix changes."""
    return bool(getattr(import_module(f"{__name__}.{name}"), "PATCHES", False))


def renderer(name: str) -> Render:
    """Import an output format by a name of `format_names`."""
    return cast("Render", import_module(f"{__name__}.{name}").render)
