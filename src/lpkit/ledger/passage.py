"""The prose of a pack: every text that says something of the pack's own facts, and whom it is about."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lpkit.corpus import PackView, Placed, QuestionView
from lpkit.diagnostic import Path
from lpkit.model import Candidate
from lpkit.pattern import pattern
from lpkit.text.once import Once

_DIGIT = pattern(r"\d")
_SENTENCE_END = pattern(r"[.!?][\"'”’)*_]*(?=\s)|\n")
_CLAUSE_END = pattern(r"[.!?;:][\"'”’)*_]*(?=\s)|\n|[—–]|\s-\s")

_NEAR = 60
_FARTHEST = 400
"""Code points up to which what stands around a claim is looked at; without it a text of no sentences costs its square."""


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
        self.has_digit = _DIGIT.search(text) is not None
        self.places: dict[str, list[int]] = {}
        """Where numbers and names begin, by what they are: kept for all who look."""

    @Once
    def lower(self) -> str:
        """Give the text in lower case."""
        return self.text.lower()

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


def passages(pack: PackView) -> list[Passage]:
    """Give the prose of a pack outside its questions, in the order of the format, without what was set aside."""
    evaluate, model = pack.pack.evaluate, pack.pack.model_answer
    found = [Passage(("evaluate", "setting"), evaluate.setting, Topic("setting"))]
    for placed in pack.candidates:
        found += _on_candidate(pack, placed)
    for at, entry in pack.place(evaluate.calibration, "evaluate", "calibration"):
        found.append(Passage((*at, "message"), entry.message, Topic("message", entry.candidate)))
    for at, fix_it in pack.fix_its:
        found.append(Passage((*at, "why"), fix_it.why, Topic("rewrite", fix_it.candidate)))
    found.append(Passage(("model_answer", "guidance"), model.guidance, Topic("guidance", model.candidate)))
    for at, text in pack.place(pack.pack.coaching, "coaching"):
        found.append(Passage(at, text, Topic("coaching")))
    for at, concept in pack.place(pack.pack.concepts, "concepts"):
        found.append(Passage((*at, "text"), concept.text, Topic("concept")))
    return [passage for passage in found if not pack.hidden(passage.at)]


def _on_candidate(pack: PackView, placed: Placed[Candidate]) -> Iterator[Passage]:
    at, candidate = placed
    note = Topic("note", candidate.id)
    yield Passage((*at, "delivery"), candidate.delivery or "", Topic("delivery", candidate.id))
    for dimension, reason in candidate.reasons.items():
        yield Passage((*at, "reasons", dimension), reason, Topic("reason", candidate.id, dimension))
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        yield Passage((*place, "why"), entry.why, Topic("note", candidate.id, marker=entry.marker))
    yield Passage((*at, "notes"), candidate.notes or "", note)
    for place, probe in pack.place(candidate.probes, *at, "probes"):
        yield Passage((*place, "shows"), probe.shows, note)


def solution(question: QuestionView) -> str:
    """Give all prose of a question as one text in lower case: whether it has a word at all is told by that."""
    value = question.value
    whys = [option.why for option in value.options if option.why]
    return "\n".join((*value.steps, *value.mistakes, value.hint or "", *whys)).lower()


def passages_of(question: QuestionView) -> Iterator[Passage]:
    """Give the prose of a question: steps, mistakes, hint, and what is wrong with options."""
    at, value = question.at, question.value
    for key, texts in (("steps", value.steps), ("mistakes", value.mistakes)):
        for number, text in enumerate(texts):
            yield Passage((*at, key, number), text, Topic(key, question=question))
    yield Passage((*at, "hint"), value.hint or "", Topic("hint", question=question))
    for number, option in enumerate(value.options):
        if option.why:
            yield Passage((*at, "options", number, "why"), option.why, Topic("option", question=question))
