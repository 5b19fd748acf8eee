"""Applying suppressions: which diagnostics they silence, and which of them are no use."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lpkit.checking.selection import names
from lpkit.checking.stretches import Stretches
from lpkit.diagnostic import Diagnostic, Site, Span
from lpkit.rule import Rule, SuppressionFault
from lpkit.source.suppressions import Mistake, Suppression


class Comments(NamedTuple):
    """The suppressions of one file; `sound` tells whether every rule saw the whole of it."""

    suppressions: Sequence[Suppression] = ()
    mistakes: Sequence[Mistake] = ()
    sound: bool = True

    @property
    def speak(self) -> bool:
        """Tell whether there is any."""
        return bool(self.suppressions or self.mistakes)


NO_COMMENTS = Comments()


@dataclass(slots=True)
class Silenced:
    """What is left after suppression, what was silenced, and what is wrong with the comments."""

    kept: list[Diagnostic] = field(default_factory=list)
    silent: list[Diagnostic] = field(default_factory=list)
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
    silent = {path: _stretches(comment.suppressions, codes) for path, comment in comments.items()}
    hit: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for diagnostic in diagnostics:
        stretches = silent.get(diagnostic.path, {}).get(diagnostic.code)
        if diagnostic.code in permanent or not (stretches and stretches.touches(diagnostic.span)):
            silenced.kept.append(diagnostic)
        else:
            silenced.silent.append(diagnostic)
            hit[diagnostic.path, diagnostic.code].append(diagnostic.span)
    spans = {place: Stretches((span.line, span.end_line) for span in found) for place, found in hit.items()}
    running = {rule.code for rule in ran}
    for path, comment in comments.items():
        silenced.faults += _faults(path, comment, codes, running, spans)
    return silenced


def _codes(known: Sequence[Rule], word: str) -> set[str]:
    # There may be thousands of words that name no rule, and to look for the nearest name takes a millisecond each.
    return {rule.code for rule in known if names(rule, word)}


def _stretches(suppressions: Iterable[Suppression], codes: Mapping[str, set[str]]) -> dict[str, Stretches]:
    """Give for each code the lines on which it is silenced."""
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for suppression in suppressions:
        for code in {code for word in suppression.words for code in codes[word]}:
            lines[code].append((suppression.first_line, suppression.last_line))
    return {code: Stretches(found) for code, found in lines.items()}


def _faults(
    path: str,
    comment: Comments,
    codes: Mapping[str, set[str]],
    running: set[str],
    spans: Mapping[tuple[str, str], Stretches],
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
            elif comment.sound and codes[word] & running and not _used(suppression, path, codes[word], spans):
                message = f"{word} is not found here, so the suppression silences nothing"
                yield SuppressionFault("unused", site, message, "remove the comment")


def _used(suppression: Suppression, path: str, codes: set[str], spans: Mapping[tuple[str, str], Stretches]) -> bool:
    lines = Span(suppression.first_line, 1, suppression.last_line, 1)
    return any((path, code) in spans and spans[path, code].touches(lines) for code in codes)
