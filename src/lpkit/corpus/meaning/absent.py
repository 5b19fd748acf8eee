"""Keys without a value that may be left out: to take the line away says the same."""

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.editing.placing import without
from lpkit.schema.keys import entry_at, required_keys


def absent_meant(case: Case) -> Meant | None:
    """Give how an optional key without a value is left out; None for one that must be there."""
    entry, key = entry_at(case.model, case.at[:-1]), case.at[-1]
    if entry is None or not isinstance(key, str) or key in required_keys(entry):
        return None
    help = f"{case.misfit.help or 'write its value'}, or take the line out: the key is optional"
    return Meant(help, without(case.source, case.at, safe=True))
