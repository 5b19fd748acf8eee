"""The prose of a pack: every text that says something of the pack's own facts, and whom it is about."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lpkit.corpus import PackView, Placed, QuestionView
from lpkit.diagnostic import Path
from lpkit.model import Candidate, advice_of
from lpkit.pattern import folded, pattern
from lpkit.text.once import Once

ADVICE = frozenset(("coaching", "concept", "guidance"))
"""Roles of texts that advise: they speak of what might be, and not of an answer or a question at hand."""
_DIGIT = pattern(r"\d")
_SENTENCE_END = pattern(r"[.!?][\"'”’)*_]*(?=\s)|\n")
_CLAUSE_END = pattern(r"[.!?;:][\"'”’)*_]*(?=\s)|\n|[—–]|\s-\s")

_NEAR = 60
_FARTHEST = 400
"""Code points up to which what stands around a claim is looked at; without it a text of no sentences costs its "
"square."""


class Topic(NamedTuple):
    """What a text is about, where the place tells: ids, empty where it does not."""

    role: str
    candidate: str = ""
    dimension: str = ""
    marker: str = ""
    question: QuestionView | None = None


class Passage:
    """A text with its place and its topic."""

    def __init__(self, at: Path, text: str, topic: Topic) -> None:
        self.at = at
        self.text = text
        self.topic = topic
        self.places: dict[str, list[int]] = {}
        """Where numbers and names begin, by what they are: kept for all who look."""
        self.mentions: list[tuple[int, int, str]] | None = None
        """The candidates that are named, once somebody has looked."""

    @Once
    def has_digit(self) -> bool:
        """Tell whether the text has a figure in digits."""
        return _DIGIT.search(self.text) is not None

    @Once
    def lower(self) -> str:
        """Give the text in lower case."""
        return folded(self.text)

    @Once
    def _sentences(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self.text)]

    @Once
    def _clauses(self) -> list[int]:
        return [match.end() for match in _CLAUSE_END.finditer(self.text)]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Give the sentence, from where to where, in which a stretch of the text stands."""
        return _around(self._sentences, start, end, len(self.text))

    def before(self, end: int) -> str:
        """Give what stands right before a place."""
        return self.text[max(0, end - _NEAR) : end]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Give the clause, parted by stops, colons, semicolons and dashes, in which a stretch stands."""
        return _around(self._clauses, start, end, len(self.text))


def _around(ends: list[int], start: int, end: int, length: int) -> tuple[int, int]:
    before, after = bisect_right(ends, start), bisect_right(ends, end - 1)
    first, last = ends[before - 1] if before else 0, ends[after] if after < len(ends) else length
    return max(first, start - _FARTHEST), min(last, end + _FARTHEST)


class Row(NamedTuple):
    """What makes a passage: most texts claim nothing, and never become one."""

    at: Path
    text: str
    topic: Topic


def prose(pack: PackView) -> list[Row]:
    """Give the prose of a pack in the order of the format; what was set aside is left out."""
    evaluate, model = pack.pack.evaluate, pack.pack.model_answer
    found = [Row(("evaluate", "setting"), evaluate.setting, Topic("setting"))]
    for placed in pack.candidates:
        found += _on_candidate(pack, placed)
    for at, entry in pack.place(evaluate.calibration, "evaluate", "calibration"):
        found.append(Row((*at, "message"), entry.message, Topic("message", entry.candidate)))
    for at, fix_it in pack.fix_its:
        found.append(Row((*at, "why"), fix_it.why, Topic("rewrite", fix_it.candidate)))
    found.append(Row(("model_answer", "guidance"), model.guidance, Topic("guidance", model.candidate)))
    for at, note in pack.place(pack.pack.coaching, "coaching"):
        place = at if isinstance(note, str) else (*at, "text")
        found.append(Row(place, advice_of(note).text, Topic("coaching")))
    for at, concept in pack.place(pack.pack.concepts, "concepts"):
        found.append(Row((*at, "text"), concept.text, Topic("concept")))
    for question in pack.questions:
        found += _on_question(question)
    return found if pack.sound else [row for row in found if not pack.hidden(row.at)]


def _on_candidate(pack: PackView, placed: Placed[Candidate]) -> Iterator[Row]:
    at, candidate = placed
    note = Topic("note", candidate.id)
    if candidate.delivery:
        yield Row((*at, "delivery"), candidate.delivery, Topic("delivery", candidate.id))
    for dimension, reason in candidate.reasons.items():
        yield Row((*at, "reasons", dimension), reason, Topic("reason", candidate.id, dimension))
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        yield Row((*place, "why"), entry.why, Topic("note", candidate.id, marker=entry.marker))
    if candidate.notes:
        yield Row((*at, "notes"), candidate.notes, note)
    for place, probe in pack.place(candidate.probes, *at, "probes"):
        yield Row((*place, "ask"), probe.ask, Topic("ask", candidate.id))
        yield Row((*place, "shows"), probe.shows, note)


def _on_question(question: QuestionView) -> Iterator[Row]:
    """Give the prose of a question: steps, mistakes, hint, and what is wrong with options."""
    at, value = question.at, question.value
    steps, mistakes = Topic("steps", question=question), Topic("mistakes", question=question)
    for number, text in enumerate(value.steps):
        yield Row((*at, "steps", number), text, steps)
    for number, text in enumerate(value.mistakes):
        yield Row((*at, "mistakes", number), text, mistakes)
    if value.hint:
        yield Row((*at, "hint"), value.hint, Topic("hint", question=question))
    offered = Topic("option", question=question)
    for number, option in enumerate(value.options):
        if option.why:
            yield Row((*at, "options", number, "why"), option.why, offered)
