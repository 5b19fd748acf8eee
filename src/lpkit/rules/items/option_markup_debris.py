"""An option with leftovers of another format, or a tag in the stem, hint or steps.

## Why
Stems and options are plain text: tags, entities and letters copied from a page or a form are shown as they stand. So
are tags in hints and steps, which are Markdown: a blank line ends a paragraph there, not `<br>`. A letter before
the text is wrong as soon as the options are shuffled (NBME Item-Writing Guide 2020: options of one form). Tags
in a question about HTML or XML are its subject, as double braces are in one about templates; in backticks, fences and
`${{ … }}` they are code. A tick at one option (✓, ✅, `[x]`, `(correct)`), as authors mark the key for themselves,
tells learners the answer.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - "<b>The sleep</b> of whoever is on call"  # error: LP519
      - A line in a log file
      - The yearly licence of the pager
    answer: A line in a log file
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

## Fix
Letters and numbers before all options are taken off, also before the answer, and so is a tick. Unsafe, since other
texts may name them.

```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [a) Earn Trust, b) Ownership, c) Frugality]
    answer: b) Ownership
    steps: [The count was unasked, so it is Ownership.]
    hint: Who asked for the count?
```
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Earn Trust, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked, so it is Ownership.]
    hint: Who asked for the count?
```
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lpkit.corpus import QuestionView, ticked
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.edits import new_value
from lpkit.pattern import pattern
from lpkit.rule import QUESTION, rule
from lpkit.text.code import is_on_markup, is_on_templates, without_code
from lpkit.text.enclosed import Enclosed
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import MarkupWords
from lpkit.text.tags import TAG

_ENTITY = pattern(
    r"&(?:nbsp|amp|lt|gt|quot|apos|hellip|mdash|ndash|rsquo|lsquo|ldquo|rdquo|deg|#\d{2,5}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
_BROKEN = Enclosed(
    r"\ufffd|â€[™œ\x9d“”˜¦]|Ã[©¨¤¶¼±³¡]|\\[nt](?![\w\\])|\{\{.*?\}\}", {"{": r"\}\}|\n"}, others="\ufffdâÃ\\"
)
_EMPHASIS = pattern(r"(?<!\w)\*\*[^\s*][^*]*\*\*(?!\w)|__[A-Za-z][^_]* [^_]*__")
_LABEL = pattern(r"\(?(?P<label>[A-Ha-h]|[1-8])(?:[.):]|\s-)\)?\s+\S")
_MARKS = pattern(r"[<&\\{*_\ufffdâÃ]")
_FIRST = "(ABCDEFGHabcdefgh12345678"


@rule("LP519", "option-markup-debris", Severity.WARNING, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    labels = [_LABEL.match(option) for option in item.options if option[:1] in _FIRST]
    labelled = [match["label"].lower() for match in labels if match]
    if len(labelled) > 1 and labelled in (list("abcdefgh")[: len(labelled)], list("12345678")[: len(labelled)]):
        message = f'the options begin with labels ("{item.options[0].strip()[:30]}")'
        help = "leave the labels out; front ends add their own"
        yield Finding(question.site("options", 0), message, help, fix=_unlabelled(question, labels), value="labels")
    if tick := ticked(item.options):
        message = f'the option "{item.options[tick[0]].strip()[:60]}" bears a tick, which tells learners the answer'
        help = f'write "{tick[1][:60]}"; the right option stands behind answer:'
        yield Finding(question.site("options", tick[0]), message, help, fix=_unticked(question, *tick), value="tick")
    for place, option in enumerate(item.options if _MARKS.search(item.joined) else ()):
        found = _debris(without_code(option))
        if found and not _is_on_markup(item) and not (found.startswith("{{") and is_on_templates(item.stem)):
            message = f'the option holds "{found}", which learners would see as it stands'
            yield Finding(question.site("options", place), message, "write plain text")
    yield from _tagged(question)


def _tagged(question: QuestionView) -> Iterator[Finding]:
    """Find the first tag in each text of a question beside its options."""
    item, value = question.item, question.value
    told: list[tuple[Path, str]] = [(("stem",), item.stem), (("hint",), value.hint or "")]
    told += [(("steps", number), step) for number, step in enumerate(value.steps)]
    for place, text in told:
        match = TAG.search(without_code(text)) if "<" in text else None
        if match and not _is_on_markup(item):
            message = (
                f'the {str(place[0]).removesuffix("s")} holds "{match.group()}", which learners would see as it stands'
            )
            yield Finding(
                question.site(*place), message, f'write the text without "{match.group()}"', value=match.group()
            )


def _is_on_markup(item: ItemText) -> bool:
    known = item.language.get(MarkupWords)
    return is_on_markup(item.stem_vocabulary) or bool(known and known.words & item.stem_vocabulary)


def _debris(option: str) -> str:
    patterns = (TAG, _ENTITY, _BROKEN, _EMPHASIS)
    return next((match.group() for pattern in patterns if (match := pattern.search(option))), "")


def _unticked(question: QuestionView, number: int, bare: str) -> Fix | None:
    """Take the tick off an option, and off the answer."""
    return _rewritten(question, {number: bare}, "take the tick off")


def _unlabelled(question: QuestionView, labels: Sequence[re.Match[str] | None]) -> Fix | None:
    """Take the labels off all options, and off the answer."""
    if None in labels:
        return None
    options = question.value.options
    bare = {number: options[number].text[match.end() - 1 :] for number, match in enumerate(labels) if match}
    return _rewritten(question, bare, "leave the labels out")


def _rewritten(question: QuestionView, texts: Mapping[int, str], title: str) -> Fix | None:
    """Give options another text, by number, and the answer that of its option."""
    if question.source is None:
        return None
    fixes: list[Fix] = []
    places: list[Path] = []
    for number, bare in texts.items():
        option = question.value.options[number]
        at = (*question.at, "options", number)
        at = at if question.source.value(at) == option.text else (*at, "text")
        targets = [at, (*question.at, "answer")] if option.text == question.value.answer else [at]
        found = [new_value(question.source, target, bare, safe=False) for target in targets]
        fixes += [fix for fix in found if fix]
        places += targets
    if len(fixes) < len(places):
        return None
    return Fix(title, tuple(edit for fix in fixes for edit in fix.edits), False, tuple(places))
