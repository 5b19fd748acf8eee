"""Fit data to the model: a broken item is set aside, and the rest becomes a whole model all the same."""

import operator
from collections.abc import Set
from copy import deepcopy
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from lpkit.diagnostic import Path
from lpkit.model import Library, Pack
from lpkit.schema import neutral
from lpkit.schema.misfit import Misfit
from lpkit.schema.stray import misfits_of
from lpkit.schema.unfit import Written, unwritten

M = TypeVar("M", Pack, Library)

_NEUTRAL: dict[type, dict[str, Any]] = {Pack: neutral.PACK, Library: neutral.LIBRARY}

_UNITS = frozenset(
    (
        *("concepts", "candidates", "auto_fails", "calibration", "fix_its", "coaching", "questions", "retired"),
        *("principles", "levels", "verdicts", "rubrics", "markers", "patterns"),
    )
)
"""Lists whose entries are set aside one by one; elsewhere a neutral value stands in for the broken one."""

_SECTIONS = frozenset(("evaluate", "model_answer", "test"))
"""Mappings at the top level whose parts are set aside one by one."""

_MAX_ROUNDS = 8
"""Each round mends at least the outermost faults of what is left; the format nests seven deep."""

_ALL_WRONG = 1000
"""More departures than any mapping of keys is likely to have."""


class Fitted(NamedTuple, Generic[M]):
    """A model of what is well formed, and a record of what was not.

    `aside` lists the paths at which a neutral value stands in for the author's; positions never shift.
    """

    model: M | None
    misfits: tuple[Misfit, ...] = ()
    aside: frozenset[Path] = frozenset()


def fit(model: type[M], data: Any, unknown: list[Path], written: Written = unwritten) -> Fitted[M]:
    """Fit data to a model.

    `unknown` lists paths whose values a flaw of the file hides; nothing is said about them. `written` tells
    how values stand in the file. The result holds
    no model only where the data is no mapping or is of another format version.
    """
    if () in unknown:
        return Fitted(None)
    if not isinstance(data, dict):
        return Fitted(None, (_not_a_mapping(data),))
    try:
        return Fitted(model.model_validate(data))
    except ValidationError as error:
        errors = _located(error, data)
    misfits = misfits_of(model, errors, data, written)
    unsupported = [misfit for misfit in misfits if misfit.kind == "unsupported-format"]
    if unsupported:
        return Fitted(None, tuple(unsupported))
    hidden = frozenset(unknown)
    shown = tuple(misfit for misfit in misfits if not _covered(misfit.at, hidden))
    return _mend(model, data, errors, shown)


def departures(model: type[Pack] | type[Library], data: Any) -> int:
    """Count the places at which data departs from a model, as pydantic counts them; a whole file that does as 1000."""
    if not isinstance(data, dict):
        return _ALL_WRONG
    try:
        model.model_validate(data)
    except ValidationError as error:
        return error.error_count()
    return 0


def _not_a_mapping(data: Any) -> Misfit:
    what = "empty" if data is None else "a list" if isinstance(data, list) else "a single value"
    message = f"the file is {what}; lines with a key and its value each are expected"
    return Misfit("wrong-type", (), message, "begin with the line: format: 1")


def _covered(at: Path, paths: Set[Path]) -> bool:
    return any(at[:depth] in paths for depth in range(len(at) + 1))


def _located(error: ValidationError, data: Any) -> list[dict[str, Any]]:
    """Give the errors with the paths of the data, without the union tags that pydantic puts between."""
    found = []
    for entry in error.errors(include_url=False):
        at: list[str | int] = []
        here = data
        own_key = entry["type"] == "missing"
        for number, step in enumerate(entry["loc"], start=1):
            if isinstance(here, dict) and step in here:
                here = here[step]
            elif isinstance(here, list) and isinstance(step, int):
                here = here[step]
            elif not (own_key and number == len(entry["loc"])):
                continue
            at.append(step)
        if entry["type"] == "string_unicode" and isinstance(here, dict):
            # Of a key with half a character (an escape as "\\ud800") pydantic says no more than in which mapping it is.
            halves = (key for key in here if any("\ud800" <= char <= "\udfff" for char in str(key)))
            found += [{**entry, "type": "extra_forbidden", "loc": (*at, key)} for key in halves]
        else:
            found.append({**entry, "loc": tuple(at)})
    return found


def _mend(model: type[M], data: dict[str, Any], errors: list[dict[str, Any]], misfits: tuple[Misfit, ...]) -> Fitted[M]:
    mended = deepcopy(data)
    aside: set[Path] = set()
    for _ in range(_MAX_ROUNDS):
        units = {_unit(error["loc"], _NEUTRAL[model]) for error in errors if error["type"] != "extra_forbidden"}
        for error in errors:
            if error["type"] == "extra_forbidden":
                _remove(mended, error["loc"])
        for unit in units:
            if not any(unit[:end] in units for end in range(1, len(unit))):
                _put_neutral(mended, unit, _NEUTRAL[model])
                aside.add(unit)
        try:
            return Fitted(model.model_validate(mended), misfits, frozenset(aside))
        except ValidationError as error:
            errors = _located(error, mended)
    return Fitted(None, misfits, frozenset(aside))


def _unit(at: Path, stand_ins: Any) -> Path:
    """Give what is set aside for a fault at a path: the innermost entry of a unit list, or a section.

    Where authors name the keys, as in `word_groups`, one that is called as a unit list is none.
    """
    unit = at[:2] if at[0] in _SECTIONS else at[:1]
    source = stand_ins
    for end, step in enumerate(at, start=1):
        if isinstance(step, int) and source and isinstance(source, list):
            source = source[0]
            unit = at[:end] if at[end - 2] in _UNITS else unit
        elif isinstance(source, dict) and step in source:
            source = source[step]
        else:
            break
    return unit


def _remove(data: Any, at: Path) -> None:
    for step in at[:-1]:
        data = data[step]
    if isinstance(data, dict):
        data.pop(at[-1], None)


def _put_neutral(data: Any, at: Path, stand_ins: Any) -> None:
    """Put the neutral value for a path there, or nothing where none stands in: such a key may be left out.

    Lists of stand-ins hold one entry for every position.
    """
    here, source = data, stand_ins
    for step in at[:-1]:
        source = source[0 if isinstance(step, int) else step]
        if not isinstance(here[step], dict | list):
            here[step] = deepcopy(source)
        here = operator.getitem(here, step)
    if isinstance(at[-1], str) and at[-1] not in source:
        del here[at[-1]]
    else:
        here[at[-1]] = deepcopy(source[0 if isinstance(at[-1], int) else at[-1]])
