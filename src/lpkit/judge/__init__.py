"""The judge that learns: what options alone betray of the key, tried on packs from which it did not learn.

`cases` says what it is shown, `tells` counts single words and habits, `features` and `learning` need the extra `judge`.
"""

from lpkit.judge.cases import Case, bank_cases, delivery_cases, question_cases, too_little
from lpkit.judge.tells import Tell, tells_of
from lpkit.judge.trial import Sure, Trial

__all__ = ["Case", "Sure", "Tell", "Trial", "bank_cases", "delivery_cases", "question_cases", "tells_of", "too_little"]
