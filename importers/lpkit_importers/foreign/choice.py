"""A choice as other programs have it, and the draft that becomes of it: one right option, or the reason why not."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

from lpkit.importing import Draft
from lpkit_importers.foreign.account import Account


@dataclass(frozen=True, slots=True)
class Offer:
    """An option: its text, its share of the points in percent, and what is said to who chooses it."""

    text: str
    share: float
    said: str = ""


def share_of(said: str) -> float:
    """Give a share in percent as a file says it; 0 where it says no finite number."""
    try:
        share = float(said.strip().removesuffix("%"))
    except ValueError:
        return 0.0
    return share if isfinite(share) else 0.0


@dataclass(slots=True)
class Choice:
    """A question with its options; `place` is where it stands."""

    place: object
    stem: str
    offers: Sequence[Offer]
    steps: list[str] = field(default_factory=list)
    hint: str = ""
    losses: Sequence[str] = ()
    reason: str = ""
    """Why its key cannot be told, where the reader of the file knows."""

    def __post_init__(self) -> None:
        """Take the space before options away, unless it tells two of them apart or is that of several lines of code."""
        bare = [offer if "\n" in offer.text else replace(offer, text=offer.text.strip()) for offer in self.offers]
        if len({offer.text for offer in bare}) == len({offer.text for offer in self.offers}):
            self.offers = bare

    def unfit(self) -> str:
        """Say why it is no question with one key; an empty text where it is one."""
        right = [offer.text for offer in self.offers if offer.share >= 100]
        texts = [offer.text for offer in self.offers]
        if not self.stem:
            return "it has no text"
        if len(texts) < 2:
            return "it has one option" if texts else "it has no options"
        if not all(texts):
            return "an option has no text"
        if self.reason:
            return self.reason
        if len(right) != 1:
            several = len(right) or sum(offer.share > 0 for offer in self.offers)
            return f"it has {several} right answers" if several > 1 else "it has no right answer"
        return f'the key "{right[0]}" stands among its wrong options' if texts.count(right[0]) > 1 else ""

    def draft(self, unit: str, account: Account) -> Draft:
        """Give the draft, and put what is lost of a question that can be taken into the account.

        What is said of the right option becomes steps, of a wrong one its reason.
        """
        unfit = self.unfit()
        wrong = [offer for offer in self.offers if offer.share < 100]
        weights = [f"the weight {offer.share:g}% of an option" for offer in wrong if offer.share]
        for loss in () if unfit else dict.fromkeys((*self.losses, *weights)):
            account.lose(self.place, loss)
        right = [offer for offer in self.offers if offer.share >= 100]
        steps = [*self.steps, *(offer.said for offer in right if offer.said)]
        answer = right[0].text if right else ""
        options = [_option(offer) for offer in self.offers]
        fields = {"stem": self.stem, "options": options, "answer": answer, "steps": steps, "hint": self.hint}
        return Draft(f"{unit} {self.place}", fields, unfit)


def _option(offer: Offer) -> Any:
    return {"text": offer.text, "why": offer.said} if offer.said and offer.share < 100 else offer.text
