"""Applying suppressions: which diagnostics they silence, and which of them are no use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lpkit.checking.selection import matching
from lpkit.diagnostic import Diagnostic, Site
from lpkit.errors import LpkitError
from lpkit.rule import Rule, SuppressionFault
from lpkit.source.suppressions import Mistake, Suppression


class Comments(NamedTuple):
    """The suppressions of one file; `sound` tells whether every rule saw the whole of it."""

    suppressions: Sequence[Suppression] = ()
    mistakes: Sequence[Mistake] = ()
    sound: bool = True


NO_COMMENTS = Comments()


@dataclass(slots=True)
class Silenced:
    """What is left after suppression, how many were silenced, and what is wrong with the comments."""

    kept: list[Diagnostic] = field(default_factory=list)
    count: int = 0
    faults: list[SuppressionFault] = field(default_factory=list)


def silence(
    diagnostics: Iterable[Diagnostic],
    comments: Mapping[str, Comments],
    known: Sequence[Rule],
    ran: Iterable[Rule],
) -> Silenced:
    """Take out the diagnostics that a comment of their file silences.

    `known` are all rules, `ran` those that were run: a comment is unused only if its rule had the chance to find
    something. What keeps a file from being checked cannot be silenced.
    """
    silenced = Silenced()
    permanent = {rule.code for rule in known if rule.permanent}
    codes = {
        word: _codes(known, word)
        for comment in comments.values()
        for suppression in comment.suppressions
        for word in suppression.words
    }
    used: set[tuple[str, int, str]] = set()
    for diagnostic in diagnostics:
        hits = [
            (diagnostic.path, suppression.extent[0], word)
            for suppression in comments.get(diagnostic.path, NO_COMMENTS).suppressions
            if diagnostic.code not in permanent and suppression.covers(diagnostic.span)
            for word in suppression.words
            if diagnostic.code in codes[word]
        ]
        used.update(hits)
        if hits:
            silenced.count += 1
        else:
            silenced.kept.append(diagnostic)
    running = {rule.code for rule in ran}
    for path, comment in comments.items():
        silenced.faults += _faults(path, comment, codes, running, used)
    return silenced


def _codes(known: Sequence[Rule], word: str) -> set[str]:
    try:
        return set(matching(known, word))
    except LpkitError:
        return set()


def _faults(
    path: str,
    comment: Comments,
    codes: Mapping[str, set[str]],
    running: set[str],
    used: set[tuple[str, int, str]],
) -> Iterator[SuppressionFault]:
    for mistake in comment.mistakes:
        site = Site(path, extent=mistake.extent)
        kind = "unused" if mistake.in_text else "unknown"
        yield SuppressionFault(kind, site, mistake.message, mistake.help)
    for suppression in comment.suppressions:
        site = Site(path, extent=suppression.extent)
        for word in suppression.words:
            if not codes[word]:
                message = f'no rule is called "{word}"'
                yield SuppressionFault("unknown", site, message, "lpkit rules lists all rules")
            elif comment.sound and codes[word] & running and (path, suppression.extent[0], word) not in used:
                message = f"{word} is not found here, so the suppression silences nothing"
                yield SuppressionFault("unused", site, message, "remove the comment")
