"""Where plug-ins are found: installed distributions name them as entry points."""

from difflib import get_close_matches

from lpkit.errors import LpkitError


def plugin_names(group: str) -> list[str]:
    """Give the names of all installed plug-ins of a group, sorted, without importing any."""
    from importlib.metadata import entry_points

    return sorted({entry.name for entry in entry_points(group=group)})


def load_plugin(group: str, what: str, name: str) -> object:
    """Import a plug-in; `what` is the word that messages use for one, such as exporter.

    Raises LpkitError where none has this name or its import fails.
    """
    from importlib.metadata import entry_points

    found = list(entry_points(group=group, name=name))
    if not found:
        names = plugin_names(group)
        close = get_close_matches(name, names, 1)
        hint = f"did you mean {close[0]}?" if close else f"installed: {', '.join(names)}"
        raise LpkitError(f"no {what} is called {name}", hint)
    try:
        return found[0].load()
    except ImportError as error:
        raise LpkitError(f"the {what} {name} cannot be imported: {error}", "reinstall the package it is in") from error


def check_setting(what: str, name: str, known: list[str]) -> None:
    """Refuse a setting that a plug-in does not declare; `what` names the plug-in, as in `the exporter json`.

    Raises LpkitError with the nearest name.
    """
    if name in known:
        return
    close = get_close_matches(name, known, 1)
    listed = f"it has: {', '.join(known)}" if known else "it has none"
    raise LpkitError(f"{what} has no setting {name}", f"did you mean {close[0]}?" if close else listed)
