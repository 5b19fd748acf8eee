"""Questions from elsewhere: the interface of importers, what they give, and the plan to take it into a pack."""

from lpkit.errors import LpkitError
from lpkit.files import lines_of, read_json
from lpkit.importing.draft import Draft, Note, Plan, plan_import
from lpkit.importing.interface import (
    Decision,
    Imported,
    Importer,
    Options,
    check_options,
    decoded,
    extra_advice,
    importer_names,
    load_importer,
)

__all__ = [
    "Decision",
    "Draft",
    "Imported",
    "Importer",
    "LpkitError",
    "Note",
    "Options",
    "Plan",
    "check_options",
    "decoded",
    "extra_advice",
    "importer_names",
    "lines_of",
    "load_importer",
    "plan_import",
    "read_json",
]
