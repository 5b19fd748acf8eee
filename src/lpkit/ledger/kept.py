"""What was read in the prose of a pack and still holds: who types into one text has the others read no second time.

A text is read beside the facts of its pack: all but what the prose claims. Readers are given these alone, so where
neither they, nor the text, nor its question changed, its claims are the same. Who looks at other prose too has to ask
`Elsewhere` for it, and is asked again each time.
"""

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from lpkit.corpus import PackView
from lpkit.diagnostic import Path
from lpkit.ledger.account import Account
from lpkit.ledger.claim import Entry
from lpkit.ledger.elsewhere import Elsewhere
from lpkit.ledger.passage import Row, Topic
from lpkit.model import Candidate, Pack, Question

_FILES = 4
"""Packs of which something is kept: more are seldom typed into by turns, and a check of a thousand reads each once."""


class _Read(NamedTuple):
    """A text that was read, what it is about, with its question if any, and its claims."""

    text: str
    topic: Topic
    question: Question | None
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, row: Row, entries: tuple[Entry, ...]) -> "_Read":
        """Note the claims of a text; the view of its question goes with the view of its pack."""
        question = row.topic.question.value if row.topic.question else None
        return cls(row.text, row.topic._replace(question=None), question, entries)

    def holds(self, row: Row) -> bool:
        """Tell whether a text of the same place is the same, in the same question."""
        return self == _Read.of(row, self.entries)


class Kept(NamedTuple):
    """The facts of a pack, and the claims of texts that were read beside them, by their places."""

    account: Account
    read: dict[Path, _Read]

    def entries(self, row: Row) -> tuple[Entry, ...] | None:
        """Give the claims of a text; None where they are not known."""
        found = self.read.get(row.at)
        return found.entries if found and found.holds(row) else None


_KEPT: dict[str, Kept] = {}


def kept_of(pack: PackView, rows: Sequence[Row]) -> Kept:
    """Give the facts of a pack, with what is known of its texts where they are those of the last time."""
    facts, elsewhere = pack.with_content(_facts(pack.pack)), Elsewhere(pack, rows)
    before = _KEPT.get(pack.source.name)
    if before is None or not before.account.pack.is_like(facts):
        return Kept(Account(facts, elsewhere), {})
    # Whatever was worked out from the facts before need not be again.
    account = copy(before.account)
    account.elsewhere = elsewhere
    return Kept(account, before.read)


def keep(account: Account, rows: Sequence[Row], entries: Sequence[tuple[Entry, ...] | None]) -> None:
    """Keep the claims of texts; None stands for those that hang on other prose."""
    facts = copy(account)
    facts.elsewhere = Elsewhere(account.pack, ())
    read = {row.at: _Read.of(row, found) for row, found in zip(rows, entries, strict=True) if found is not None}
    _KEPT.pop(name := account.pack.source.name, None)
    _KEPT[name] = Kept(facts, read)
    for oldest in list(_KEPT)[:-_FILES]:
        _KEPT.pop(oldest, None)


def _facts(pack: Pack) -> Pack:
    """Give a pack without its questions, and without what notes, messages and advice say."""
    evaluate = pack.evaluate
    heard = {
        "candidates": list(map(_heard, evaluate.candidates)),
        "calibration": [entry.model_copy(update={"message": ""}) for entry in evaluate.calibration],
    }
    fix_its = [fix_it.model_copy(update={"why": ""}) for fix_it in pack.fix_its]
    unsaid = {"questions": [], "coaching": [], "fix_its": fix_its}
    return pack.model_copy(update={"evaluate": evaluate.model_copy(update=heard), **unsaid})


def _heard(candidate: Candidate) -> Candidate:
    fails = [entry.model_copy(update={"why": ""}) for entry in candidate.auto_fails]
    return candidate.model_copy(update={"notes": None, "delivery": None, "reasons": {}, "auto_fails": fails})
