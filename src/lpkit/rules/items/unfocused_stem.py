"""A stem that asks nothing without its options.

## Why
A reader who covers the options should know what is asked (Haladyna, Downing and Rodriguez 2002, guideline 15: put the
central idea in the stem). A sentence that the options complete is a question too; a mere heading, "Which of these is
true?", "The Sahara is" before options of all kinds, and code or a statement without a question are none.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Alarm fatigue  # error: LP517
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - The yearly licence of the pager
    answer: The sleep of whoever is on call
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - The yearly licence of the pager
    answer: The sleep of whoever is on call
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator, Sequence

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.asking import sentences
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Forms, Judgements, StemFocus
from lpkit.text.topics import states_on_topic

_FEW, _BARE, _SHORT = 4, 5, 14
"""Most words of a heading, of a subject with `is`, and of a stem that may be neither."""
_BARE_LENGTH = 60
_GAPS = ("_", "[", "..", "…", "--")
_STATEMENT, _MANY = 4, 3
_NO_CODE = frozenset("=(){}[];<>")
_HELP = "ask a question that can be answered with the options covered"


@rule("LP517", "unfocused-stem", Severity.INFO, QUESTION, needs=StemFocus)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[StemFocus]
    if question.value.excerpt:
        return
    if broken := _broken_off(item.own, known):
        yield Finding(question.site("stem"), f'the stem breaks off at "{broken}" and asks nothing', _HELP)
        return
    if message := _without_subject(item, known) or _without_question(item, known):
        yield Finding(question.site("stem"), message, _HELP)


def _without_subject(item: ItemText, known: StemFocus) -> str:
    """Say what a short stem lacks; nothing where it asks something."""
    stem, tokens = item.stem, item.stem_vocabulary
    if len(item.stem_words) > _SHORT:
        return ""
    if item.own == stem and tokens and tokens <= known.empty:
        return f'the stem "{stem.strip()}" has no subject of its own'
    if (
        known.about.fullmatch(item.own)
        or _is_heading(item.own, item.stem_words, known)
        or (
            len(item.stem_words) <= _BARE
            and len(item.own) <= _BARE_LENGTH
            and known.bare.fullmatch(item.own)
            and _of_all_kinds(item, known)
        )
        or states_on_topic(item, acting=True)
    ):
        return f'the stem "{stem.strip()}" names a subject and asks nothing'
    return ""


def _without_question(item: ItemText, known: StemFocus) -> str:
    """Say that a stem is code or whole statements and asks nothing; nothing where it asks, or options end it."""
    own = item.own.strip()
    if "?" in own or not known.demands or not known.demands.isdisjoint(item.stem_vocabulary):
        return ""
    if _is_code(own):
        return "the stem is code, and asks nothing of it"
    if not own.endswith(".") or len(item.stem_words) < _STATEMENT or any(map(own.__contains__, _GAPS)):
        return ""
    judged = item.language.get(Judgements)
    if judged is None or not judged.verdicts.isdisjoint(item.first_words):
        return ""
    forms = item.language.get(Forms)
    if forms and item.stem_words[-1] in forms.unfit:
        return ""  # A sentence that the options end, with a full stop too many.
    return "the stem states something and asks nothing"


def _is_code(own: str) -> bool:
    """Tell whether a text has several lines, and each has signs that prose has not."""
    lines = [line for line in own.splitlines() if line.strip()]
    return len(lines) > 1 and not any(map(_NO_CODE.isdisjoint, lines))


def _of_all_kinds(item: ItemText, known: StemFocus) -> bool:
    """Tell whether some answers have an article and some have none, or some are of many words and some of one."""
    named = sum(1 for place in item.answers if known.named.match(item.plain[place]))
    counts = [len(item.option_words[place]) for place in item.answers]
    return named < len(counts) and (named > 0 or (min(counts) == 1 and max(counts) > _MANY))


def _broken_off(own: str, known: StemFocus) -> str:
    """Give a last sentence that says nothing yet, behind others that ask nothing."""
    if "?" in own or "." not in own or not own.rstrip()[-1:].isalpha():
        return ""
    *before, last = sentences(own)
    return last if before and known.begun.fullmatch(last) else ""


def _is_heading(own: str, tokens: Sequence[str], known: StemFocus) -> bool:
    """Tell whether a stem is a few words that neither ask nor begin a sentence; `Synonym of …:` asks."""
    if not 0 < len(tokens) <= _FEW or not known.asking.isdisjoint(tokens):
        return False
    return not known.completed.search(own.rstrip(" :") if known.keeps_colon.isdisjoint(tokens) else own)
