"""Keys that are missing, and whose value follows from what is there."""

from pathlib import PurePath
from typing import Any

from lpkit.corpus.meaning.answers import text_of
from lpkit.corpus.meaning.case import Case, Meant
from lpkit.corpus.meaning.ids import slugged
from lpkit.corpus.meaning.labels import ticked
from lpkit.corpus.meaning.numbers import sum_of_scores
from lpkit.diagnostic import Fix
from lpkit.editing.edits import new_value
from lpkit.editing.placing import added
from lpkit.editing.restating import stays_plain
from lpkit.schema.keys import entry_at, keys_of
from lpkit.source import one_line

_RIGHT = frozenset(("correct", "is_correct", "right", "is_answer", "answer", "key"))
STATUSES = frozenset(("published", "draft", "retired"))
"""What packs have behind `status`, and authors write as a key: `published: yes`."""
_MANY = 200
"""Entries of a list from which nobody looks whether an id that is made is taken: the proof of the fix will tell."""


def missing_meant(case: Case) -> Meant | None:
    """Give what a missing key would hold, where that follows, and else what may stand there."""
    key, parent = case.misfit.key, case.source.value(case.at)
    if not isinstance(parent, dict):
        return None
    found = _follows(case, key, parent)
    if found is None and key == "answer" and (meant := _by_tick(case, parent)):
        return meant
    if found is None:
        known = case.names.known((*case.at, key))
        return Meant(f"add the line: {key}: …, with one of {', '.join(known)}") if known else None
    value, certain, because = found
    entry = entry_at(case.model, case.at)
    order = list(keys_of(entry)) if entry else []
    return Meant(f"add the line: {key}: {value} ({because})", added(case.source, case.at, key, value, order, certain))


def _follows(case: Case, key: str, parent: dict[str, Any]) -> tuple[str, bool, str] | None:
    path = PurePath(case.source.name)
    known = case.names.known((*case.at, key))
    if key == "format":
        return "1", True, "the version of the format"
    if key == "id":
        return _id(case, parent, path)
    if key == "total" and (total := sum_of_scores(parent.get("scores"))) is not None:
        return str(total), True, "the sum of the scores"
    if key == "answer" and (marked := marked_right(parent.get("options"))) is not None:
        written = marked if stays_plain(marked, "[", "]") else one_line(marked)
        return written, False, "the option that is marked as right"
    if key == "verdict" and isinstance(parent.get("total"), int) and (band := case.names.band(parent["total"])):
        return band, False, f"a total of {parent['total']} lies in its band"
    if key == "status" and STATUSES.isdisjoint(map(str, parent)):
        return "draft", False, "until it may be published"
    if key == "principle" and path.parent.name in known:
        return path.parent.name, False, "the folder of the pack"
    if known and len(known) == 1:
        return next(iter(known)), False, "the only one there is"
    return None


def _by_tick(case: Case, question: dict[str, Any]) -> Meant | None:
    """Take the one option with a tick or a star for the answer, and the sign off it: learners would see it."""
    listed = question.get("options")
    options = listed if isinstance(listed, list) else []
    found = ticked([text_of(option) for option in options], stars=True)
    if found is None:
        return None
    number, bare = found
    at = (*case.at, "options", number, *(("text",) if isinstance(options[number], dict) else ()))
    written = bare if stays_plain(bare, "[", "]") else one_line(bare)
    entry = entry_at(case.model, case.at)
    fixes = (
        added(case.source, case.at, "answer", written, list(keys_of(entry)) if entry else [], False),
        new_value(case.source, at, bare, safe=False),
    )
    edits = tuple(edit for fix in fixes if fix for edit in fix.edits)
    fix = Fix(f"add answer: {written}, and take the sign off the option", edits, False, (at,)) if all(fixes) else None
    return Meant(f"add the line: answer: {written} (the option with the tick; take that off it)", fix)


def marked_right(options: object) -> str | None:
    """Give the text of the one option that says of itself that it is the right one."""
    entries = [entry for entry in options if isinstance(entry, dict)] if isinstance(options, list) else []
    marked = [
        str(entry.get("text", ""))
        for entry in entries
        if any(is_mark(name) and says_yes(value) for name, value in entry.items())
    ]
    return marked[0] if len(marked) == 1 and marked[0] else None


def is_mark(key: object) -> bool:
    """Tell whether a key in an option says of it whether it is right."""
    return str(key).casefold() in _RIGHT


def says_yes(value: object) -> bool:
    """Tell whether a value is true, or a word for it."""
    return str(value).casefold() in {"true", "yes", "1", "x", "ja", "oui"}


def _id(case: Case, parent: dict[str, Any], path: PurePath) -> tuple[str, bool, str] | None:
    if not case.at:
        stem = path.name.partition(".")[0]
        return (stem, True, "the name of the file") if slugged(stem) == stem else None
    words = next((parent[key] for key in ("title", "stem", "ask") if isinstance(parent.get(key), str)), "")
    made = slugged(" ".join(words.split()[:6]))
    beside = case.source.value(case.at[:-1])
    taken = {entry.get("id") for entry in beside if isinstance(entry, dict)} if len(beside) <= _MANY else set()
    return (made, False, "a permanent name, made of its text") if made and made not in taken else None
