"""Fixes for what does not fit the schema: the spelling that was surely meant."""

from lpkit.diagnostic import Fix
from lpkit.editing.edits import new_key, new_value, quoted, sure
from lpkit.schema import Misfit
from lpkit.source import Source


def suggested(source: Source, misfit: Misfit) -> Fix | None:
    """Give the fix for a misfit: its suggestion, or quotation marks where a number is meant as text."""
    if misfit.kind == "wrong-type" and misfit.suggestion:
        return quoted(source, misfit.at, safe=source.value(misfit.at) is not None)
    if misfit.suggestion is None or not misfit.at:
        return None
    written = str(misfit.at[-1]) if misfit.on_key else str(source.value(misfit.at))
    safe = sure(written.casefold(), misfit.suggestion)
    change = new_key if misfit.on_key else new_value
    return change(source, misfit.at, misfit.suggestion, safe)
