"""Whether counting tells the strongest answer of a pack: words, figures and "I", most and fewest."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lpkit.model import Candidate
from lpkit.text.counting import count_words, measures
from lpkit.text.guessing import Tally
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Evidence


class Contest(NamedTuple):
    """The answers of one pack by what can be counted in them, and the place of the one with most points."""

    counts: tuple[tuple[str, tuple[int, ...]], ...]
    strongest: int


def contest(candidates: Sequence[Candidate], language: Language) -> Contest | None:
    """Count in the answers of a pack; None where there are less than two, or two share the highest total."""
    totals = [candidate.total for candidate in candidates]
    if len(totals) < 2 or totals.count(max(totals)) > 1:
        return None
    answers = [candidate.answer for candidate in candidates]
    counts = [("words", tuple(map(count_words, answers)))]
    evidence = language.get(Evidence)
    if evidence is not None:
        counts.append(("figures", tuple(sum(1 for _ in measures(answer, evidence)) for answer in answers)))
        said = tuple(sum(1 for _ in evidence.says.finditer(answer)) for answer in answers)
        counts.append((f'"{evidence.pronoun}"', said))
    return Contest(tuple(counts), totals.index(max(totals)))


def counted(contests: Iterable[Contest]) -> dict[str, Tally]:
    """Give what choosing the answer with most, or with fewest, of each count earns, as strategies of quizzes do."""
    sums: dict[str, list[float]] = {}
    for one in contests:
        for what, values in one.counts:
            for word, end in (("most", max(values)), ("fewest", min(values))):
                mine = sums.setdefault(f"the answer with {word} {what}", [0, 0.0, 0.0])
                picks = [at for at, value in enumerate(values) if value == end]
                if len(picks) < len(values):
                    mine[0] += 1
                    mine[1] += (one.strongest in picks) / len(picks)
                    mine[2] += 1 / len(values)
    return {title: Tally(int(decided), score, chance) for title, (decided, score, chance) in sums.items()}
