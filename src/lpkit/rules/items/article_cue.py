"""An option that the grammar of the stem rules out.

## Why
A stem that ends in "a" or "an", or in "are" before options of which some are one thing, says more than it means to,
and so does an option that does not go on as the stem began: a sentence behind "by", a form in -ing behind "should" or
"is to", the name of a thing where the key says what to do, "when …" behind "is", "makes" where the key has "make".
Grammar rules the distractor out before its content does (Haladyna, Downing and Rodriguez 2002, guideline 28c; NBME
Item-Writing Guide 2020). One sentence or one form in -ing among names of things, one verb in another tense, several
things where the stem speaks of one, an article that does not fit the key itself, and a key that alone names several
where the stem asks for several are information: they look odd and may be meant.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What rings at night for nothing is an
    options:
      - alarm
      - pager  # error: LP516
      - engineer
    answer: alarm
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What rings at night for nothing is
    options:
      - an alarm
      - a pager
      - an engineer
    answer: an alarm
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.continuing import alone_several, breaks
from lpkit.text.languages.parts import Articles, Combinations, Forms

_ARTICLES = "end the stem before the article, and begin each option with its own"


@rule("LP516", "article-cue", Severity.WARNING, QUESTION, needs=Articles, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    found = list(_last_words(question)) or list(_broken(question))
    yield from found or _several(question)


def _last_words(question: QuestionView) -> Iterator[Finding]:
    """Find options that an article or a verb in the plural at the end of the stem rules out."""
    item, known = question.item, question.language[Articles]
    stem = item.stem
    last = item.stem_words[-1:]
    if (not last or last[0] not in known.last) and "__" not in stem:
        return
    if item.key is None or item.metas[item.key]:
        return
    if (plural := known.plural.search(stem, max(0, len(stem) - 12))) and not known.one.match(item.answer):
        single = [at for at in item.distractors if known.one.match(item.options[at])]
        yield from _misfits(question, plural["verb"], single)
        return
    match = known.article.search(stem, max(0, len(stem) - 24))
    match = match or ("__" in stem and known.before_blank.search(stem)) or None
    # "Hepatitis A" ends in a name.
    if match is None or match["article"].isupper():
        return
    article = match["article"].lower()
    fits = {place: known.article_of(item.options[place].strip()) for place in item.answers}
    if fits[item.key] != article:
        if fits[item.key]:
            message = f'"{article}" at the end of the stem does not fit the answer "{item.answer}"'
            yield Finding(question.site("options", item.key), message, _ARTICLES, severity=Severity.INFO)
        return
    yield from _misfits(question, article, [place for place in item.distractors if fits[place] not in {article, ""}])


def _broken(question: QuestionView) -> Iterator[Finding]:
    """Find options that do not go on as the stem began."""
    known = question.language.get(Forms)
    for place, why, sure in breaks(question.item, known) if known else ():
        yield Finding(
            question.site("options", place),
            f"the option breaks the sentence of the stem: {why}",
            "give all options the form that the stem asks for",
            value=why,
            severity=None if sure else Severity.INFO,
        )


def _several(question: QuestionView) -> Iterator[Finding]:
    """Find a key that alone names several things where the stem asks for several."""
    item, known = question.item, question.language.get(Forms)
    joined = question.language.get(Combinations)
    if item.key is not None and known and joined and alone_several(item, known, joined.joints):
        message = f'the stem asks for several, and only the answer "{item.answer}" names more than one'
        help = "let each option name as many"
        yield Finding(question.site("options", item.key), message, help, severity=Severity.INFO)


def _misfits(question: QuestionView, last: str, places: list[int]) -> Iterator[Finding]:
    item = question.item
    for place in places:
        message = f'"{last}" at the end of the stem fits the answer "{item.answer}" and not "{item.options[place]}"'
        help = f'end the stem before "{last}" and begin each option with its own'
        yield Finding(question.site("options", place), message, help)
