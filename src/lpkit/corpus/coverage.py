"""What a library covers: principles, levels and difficulties, markers and dimensions, answers and key positions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lpkit.corpus.content import Shelf
from lpkit.model import Candidate, Library, Pack
from lpkit.text.counting import count_words, speaking_seconds

DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True)
class PrincipleCoverage:
    """The packs of one principle: how many at each level, and their questions by difficulty."""

    id: str
    title: str
    levels: dict[str, int]
    practice: dict[str, int]
    test: dict[str, int]


@dataclass(frozen=True, slots=True)
class AnswerLength:
    """The words of one answer and the seconds that it takes, at the library's fast and slow pace."""

    pack: str
    candidate: str
    verdict: str
    words: int
    seconds_fast: int
    seconds_slow: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one library covers.

    `markers` counts the answers that show each marker; `dimensions` gives, for each dimension, the answers that
    score below half of its weight and the others; `positions` counts the questions by the place of their key in
    the source, from 1.
    """

    library: str
    title: str
    packs: int
    levels: tuple[str, ...]
    principles: tuple[PrincipleCoverage, ...]
    markers: dict[str, int]
    dimensions: dict[str, tuple[int, int]]
    answers: tuple[AnswerLength, ...]
    positions: dict[int, int]


def cover(shelf: Shelf) -> Coverage:
    """Count what a library covers."""
    library, packs = shelf.library, shelf.packs
    candidates = [(pack, candidate) for pack in packs for candidate in pack.evaluate.candidates]
    shown = Counter(entry.marker for _, candidate in candidates for entry in candidate.auto_fails)
    positions = Counter(
        place
        for pack in packs
        for question in pack.questions
        for place, option in enumerate(question.options, 1)
        if option.text == question.answer
    )
    return Coverage(
        library=library.id,
        title=library.title,
        packs=len(packs),
        levels=tuple(level.id for level in library.levels),
        principles=tuple(_principles(library, packs)),
        markers={marker.id: shown[marker.id] for marker in library.markers},
        dimensions=_dimensions(library, packs),
        answers=tuple(_length(library, pack, candidate) for pack, candidate in candidates),
        positions=dict(sorted(positions.items())),
    )


def _principles(library: Library, packs: tuple[Pack, ...]) -> Iterator[PrincipleCoverage]:
    for principle in library.principles:
        mine = [pack for pack in packs if pack.principle == principle.id]
        questions: Counter[tuple[str, str]] = Counter(
            (question.pool, question.difficulty) for pack in mine for question in pack.questions
        )
        levels = Counter(pack.level for pack in mine)
        yield PrincipleCoverage(
            id=principle.id,
            title=principle.title,
            levels={level.id: levels[level.id] for level in library.levels},
            practice={name: questions["practice", name] for name in DIFFICULTIES},
            test={name: questions["test", name] for name in DIFFICULTIES},
        )


def _dimensions(library: Library, packs: tuple[Pack, ...]) -> dict[str, tuple[int, int]]:
    rubrics = {rubric.id: rubric.dimensions for rubric in library.rubrics}
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    names = {dimension.id: None for rubric in library.rubrics for dimension in rubric.dimensions}
    for pack in packs:
        choice = pack.evaluate.rubric
        for dimension in rubrics.get(choice, []) if isinstance(choice, str) else choice:
            names.setdefault(dimension.id)
            for candidate in pack.evaluate.candidates:
                below = candidate.scores.get(dimension.id, 0) * 2 < dimension.weight
                (low if below else high)[dimension.id] += 1
    return {name: (low[name], high[name]) for name in names}


def _length(library: Library, pack: Pack, candidate: Candidate) -> AnswerLength:
    words = count_words(candidate.answer)
    seconds = speaking_seconds(words, library.speaking.words_per_minute)
    return AnswerLength(pack.id, candidate.id, candidate.verdict, words, *seconds)
