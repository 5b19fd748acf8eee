"""A question with two options, or with more than five.

## Why
With two options a guess is right every second time; with more than five nobody weighs them all, and the last ones are
filler. Three good ones suffice (Rodriguez, 2005), so a question may have fewer than its neighbours. Two options such
as True and False are the matter of LP509.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options:  # error: LP403
      [Customer Obsession, Ownership]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```

## Good
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.rule import QUESTION, rule
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Judgements

_FEWEST, _MOST = 3, 5


@rule("LP403", "option-count", Severity.WARNING, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    texts = [option.text.strip(" .").casefold() for option in question.value.options]
    site = Site(question.file, (*question.at, "options"), on_key=True)
    if len(texts) > _MOST:
        yield Finding(site, f"{len(texts)} options are more than anybody weighs", f"keep the best {_MOST} or fewer")
    elif len(texts) < _FEWEST and not _judge(texts, question.language):
        message = "with two options every second guess is right"
        yield Finding(site, message, "write a third option that a learner could believe")


def _judge(texts: list[str], language: Language) -> bool:
    """Tell whether options only judge a statement, which is the matter of LP509."""
    known = language.get(Judgements)
    return known is not None and known.words.issuperset(texts)
