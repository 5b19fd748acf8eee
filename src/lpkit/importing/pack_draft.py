"""A whole pack as a file tells of it: names stand as they are written there, since ids are the library's."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AutoFailDraft:
    """A marker with its evidence; `candidate` is empty where the file does not say whose words they are."""

    marker: str
    quote: str
    why: str
    place: str
    candidate: str = ""


@dataclass(frozen=True, slots=True)
class FixItDraft:
    """A rewrite; what is empty the file does not say."""

    title: str
    before: str
    after: str
    why: str
    place: str
    candidate: str = ""


@dataclass(frozen=True, slots=True)
class CandidateDraft:
    """A candidate; `scores` has points by the name of the dimension."""

    id: str
    place: str
    answer: str = ""
    delivery: str = ""
    notes: str = ""
    scores: dict[str, int] = field(default_factory=dict)
    total: int | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class CalibrationDraft:
    """What a reader's own score above a number of points would tell."""

    candidate: str
    above: int
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class NotesDraft:
    """Notes on an answer that do not say on which."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a file: all, those of headings and labels, and those that found no place and are quoted in notes."""

    all: int
    labels: int
    left: int


@dataclass(frozen=True, slots=True)
class PackDraft:
    """All of a pack but its questions, which are drafts of their own; empty is what the file is silent about."""

    words: Words = Words(0, 0, 0)
    title: str = ""
    principle: str = ""
    level: str = ""
    prompt: str = ""
    minutes: int | None = None
    setting: str = ""
    score_first: tuple[str, ...] = ()
    concepts: tuple[tuple[str, str], ...] = ()
    dimensions: dict[str, int | None] = field(default_factory=dict)
    """The names of the dimensions, each with its weight where the file has one."""
    candidates: tuple[CandidateDraft, ...] = ()
    notes: tuple[NotesDraft, ...] = ()
    auto_fails: tuple[AutoFailDraft, ...] = ()
    calibration: tuple[CalibrationDraft, ...] = ()
    fix_its: tuple[FixItDraft, ...] = ()
    coaching: tuple[str, ...] = ()
    guidance: str = ""
