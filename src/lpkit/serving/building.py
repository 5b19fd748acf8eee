"""From a check to what is shown: the new site, or the last one with the faults that keep the new one away."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from lpkit.checking.run import Outcome
from lpkit.corpus import Corpus, stocked
from lpkit.diagnostic import Diagnostic, Severity
from lpkit.errors import LpkitError
from lpkit.export import Exporter
from lpkit.model import Pack
from lpkit.serving.pages import served
from lpkit.serving.state import Fault, State, fault_of

DRAFT = "Draft: "
"""Stands before the title of a draft: what learners do not get yet must not look as if they did."""


def rebuild(last: State, examine: Callable[[], Outcome], exporter: Exporter, drafts: bool) -> State:
    """Check and render; whatever happens is a state to show, since a server must outlive every save."""
    try:
        outcome = examine()
        faults = tuple(map(fault_of, _worst_first(outcome.report.diagnostics)))
        if any(_in_the_way(outcome, drafts)):
            return State(last.site, faults, stale=bool(last.site))
        corpus = _with_drafts(outcome) if drafts else outcome.corpus
        return State({artifact.path: served(artifact) for artifact in exporter.render(corpus, {})}, faults)
    except LpkitError as error:
        return _failed(last, error.message, error.hint or "")
    except Exception as error:
        return _failed(last, f"this is a bug in lpkit: {type(error).__name__}: {error}", "lpkit check may say more")


def _failed(last: State, message: str, hint: str) -> State:
    return State(last.site, (Fault(Severity.ERROR.label, "", message, help=hint),), stale=bool(last.site))


def _worst_first(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda entry: -entry.severity)


def _in_the_way(outcome: Outcome, drafts: bool) -> Iterator[Diagnostic]:
    """Give the errors that keep a site from being built.

    A draft is full of errors until it is finished, and its author wants to see it grow: those of a well-formed draft
    are shown, and so is the draft.
    """
    packs = [pack for stock in outcome.stocks for pack in stock.packs]
    tolerated = {pack.id for pack in packs if drafts and pack.status == "draft"}
    for diagnostic in outcome.report.diagnostics:
        if diagnostic.severity is Severity.ERROR and PurePosixPath(diagnostic.path).stem not in tolerated:
            yield diagnostic


def _with_drafts(outcome: Outcome) -> Corpus:
    return stocked([stock._replace(packs=tuple(map(_shown, stock.packs))) for stock in outcome.stocks])


def _shown(pack: Pack) -> Pack:
    """Give a draft as if it were published, with a mark; all others as they are."""
    if pack.status != "draft":
        return pack
    return pack.model_copy(update={"status": "published", "title": DRAFT + pack.title})
