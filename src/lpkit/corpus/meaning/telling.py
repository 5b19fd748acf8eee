"""From a misfit to what its author is told: the message, what to write, and the fix."""

from collections.abc import Callable
from typing import NamedTuple

from lpkit.corpus.meaning.absent import absent_meant
from lpkit.corpus.meaning.case import Case, Meant
from lpkit.corpus.meaning.choices import choice_meant, language_meant, truth_meant
from lpkit.corpus.meaning.groups import keys_meant
from lpkit.corpus.meaning.ids import id_meant
from lpkit.corpus.meaning.keys import key_meant, spaced
from lpkit.corpus.meaning.missing import missing_meant
from lpkit.corpus.meaning.names import Names
from lpkit.corpus.meaning.numbers import number_meant
from lpkit.corpus.meaning.shapes import hashtags_meant, list_meant, single_meant, text_meant
from lpkit.diagnostic import Fix
from lpkit.schema import Misfit
from lpkit.schema.misfit import CHOICE, ID, KEYS, LANGUAGE, LIST, NUMBER, SPACE, TEXT, TRUTH
from lpkit.source import Source

_READERS: dict[str, Callable[[Case], Meant | None]] = {
    TEXT: text_meant,
    NUMBER: number_meant,
    TRUTH: truth_meant,
    LIST: list_meant,
    KEYS: keys_meant,
    CHOICE: choice_meant,
    ID: id_meant,
    LANGUAGE: language_meant,
}


_SINGLE = frozenset((NUMBER, TRUTH, CHOICE, ID, LANGUAGE))


class Told(NamedTuple):
    """What an author is told of a misfit."""

    message: str
    help: str | None
    fix: Fix | None


def told(source: Source, misfit: Misfit, names: Names) -> Told:
    """Say what stands there, what is meant and what to write, with the edit that writes it where that is known."""
    meant = _meant(Case(source, misfit, names))
    if meant is None:
        return Told(misfit.message, misfit.help, None)
    return Told(misfit.message + meant.hint, meant.help, meant.fix)


def _meant(case: Case) -> Meant | None:
    kind = case.misfit.kind
    if kind == "unknown-key":
        return key_meant(case)
    if kind == "missing-key":
        return missing_meant(case)
    if kind not in {"wrong-type", "value-not-allowed"}:
        return None
    if case.misfit.expected == SPACE:
        return Meant(case.misfit.help or "", spaced(case))
    if case.value is None and case.at and (gone := hashtags_meant(case) or absent_meant(case)):
        return gone
    if case.misfit.expected in _SINGLE and (single := single_meant(case)):
        return single
    reader = _READERS.get(case.misfit.expected)
    return reader(case) if reader else None
