"""Two options that read the same.

## Why
If one is the key, the other is right too; if not, the question has an option less than it seems.
In prose white space, typography and a final full stop make no difference; the case of letters does, since `-d` is
not `-D`. In code each sign and each indentation counts: `i++` is not `++i`, and an indented line is another one.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options:
      - Customer Obsession
      - Ownership
      - Customer  Obsession.  # error: LP402
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
```

## Good
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
```

## Fix
Where both are the same to the letter, the second one is taken out. Unsafe: another option may have been meant there.

```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options:
      - Customer Obsession
      - Ownership
      - Customer Obsession
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
```
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options:
      - Customer Obsession
      - Ownership
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.editing.placing import without_entry
from lpkit.rule import QUESTION, rule
from lpkit.text.sameness import same_option


@rule("LP402", "duplicate-option", Severity.ERROR, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    spoken = question.item.option_words
    if len({"".join(tokens).replace("'", "") for tokens in spoken}) == len(spoken):
        return  # Options of other letters or figures are no duplicates, whatever their signs.
    first: dict[str, int] = {}
    for number, option in enumerate(question.value.options):
        text = same_option(option.text)
        if text in first:
            related = ((question.site("options", first[text]), "the same option"),)
            message = f'the option "{option.text}" is given twice'
            fix = None
            if question.source is not None and option.text == question.value.options[first[text]].text:
                fix = without_entry(question.source, (*question.at, "options", number), safe=False)
            yield Finding(question.site("options", number), message, "write another distractor", related, fix)
        else:
            first[text] = number
