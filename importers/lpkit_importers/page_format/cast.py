"""All candidates of a page as they are read: what is known of each already stays."""

from dataclasses import dataclass, field

from lpkit.importing import CandidateDraft, NotesDraft
from lpkit_importers.page_format.scores import Scores


@dataclass(slots=True)
class People:
    """All candidates of a page, by id, as they are read."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    scores: dict[str, dict[str, int]] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    weights: dict[str, int | None] = field(default_factory=dict)
    notes: list[NotesDraft] = field(default_factory=list)

    def meet(self, whose: str, place: str) -> dict[str, str]:
        """Give the texts of a candidate, whom the page may not have named before."""
        self.places.setdefault(whose, place)
        return self.texts.setdefault(whose, {})

    def drafts(self) -> tuple[CandidateDraft, ...]:
        """Give the candidates in the order of their ids."""
        return tuple(map(self._draft, sorted(self.places)))

    def _draft(self, whose: str) -> CandidateDraft:
        texts = self.texts.get(whose, {})
        return CandidateDraft(
            whose,
            self.places[whose],
            answer=texts.get("answer", ""),
            delivery=texts.get("delivery", ""),
            notes=texts.get("notes", ""),
            scores=self.scores.get(whose, {}),
            total=self.totals.get(whose),
            verdict=self.verdicts.get(whose, ""),
        )

    def add(self, found: Scores, place: str) -> list[str]:
        """Add what a table says; what is known already stays, and what it says otherwise is given back."""
        other: list[str] = []
        for whose, one in found.people.items():
            self.meet(whose, place)
            known = self.scores.get(whose, {})
            other += [f"{name} {said}" for name, said in one.scores.items() if known.get(name, said) != said]
            self.scores[whose] = {**one.scores, **known}
            if one.total is not None and self.totals.setdefault(whose, one.total) != one.total:
                other.append(str(one.total))
            if one.verdict and self.verdicts.setdefault(whose, one.verdict) != one.verdict:
                other.append(one.verdict)
        self.weights = {**found.weights, **{name: one for name, one in self.weights.items() if one is not None}}
        return other
