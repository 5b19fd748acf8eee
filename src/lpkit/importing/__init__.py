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
    gives_packs,
    importer_names,
    load_importer,
)
from lpkit.importing.option_ids import own_id
from lpkit.importing.outline import TERM, Block, Kind
from lpkit.importing.pack_draft import (
    AutoFailDraft,
    CalibrationDraft,
    CandidateDraft,
    FixItDraft,
    NotesDraft,
    PackDraft,
    Words,
)

__all__ = [
    "TERM",
    "AutoFailDraft",
    "Block",
    "CalibrationDraft",
    "CandidateDraft",
    "Decision",
    "Draft",
    "FixItDraft",
    "Imported",
    "Importer",
    "Kind",
    "LpkitError",
    "Note",
    "NotesDraft",
    "Options",
    "PackDraft",
    "Plan",
    "Words",
    "check_options",
    "decoded",
    "extra_advice",
    "gives_packs",
    "importer_names",
    "lines_of",
    "load_importer",
    "own_id",
    "plan_import",
    "read_json",
]
