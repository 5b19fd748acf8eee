"""Options, steps and dimensions in prose: letters and counts that are not there, and another key than the key."""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.text.languages.parts import Cast

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _own_text(question: QuestionView) -> str:
    value = question.value
    return " ".join((value.stem, value.excerpt or "", *(option.text for option in value.options)))


def _claim(reading: Reading, kind: str, start: int, end: int) -> Claim:
    text = " ".join(reading.passage.text[start:end].split()).strip(" .,;:!?(")
    return Claim(
        "key" if kind == "key" else "step" if kind == "step" else "option", reading.passage.at, start, end, text
    )


def read_named_options(reading: Reading) -> Iterator[Entry]:
    """Read which options the solution of a question names."""
    question, cast = reading.passage.topic.question, reading.account.cast
    if question is None:
        return
    have = len(question.value.options)
    for match in cast.option.finditer(reading.passage.text):
        name = match["name"] or match["also"]
        place = cast.ordinals[match["place"].lower()] if match["place"] else _place(name)
        claim = _claim(reading, "option", *match.span())
        if place == 0 or claim.text.lower() in _own_text(question).lower():
            yield unbound(claim)
        elif place <= have:
            yield bound(claim, Place(question.site("options", place - 1), "this option"))
        else:
            message = f'the text speaks of "{claim.text}", but the question has {have} options'
            yield refuted(
                claim, message, "name an option by its words", [Place(question.site("options"), "the options")]
            )


def _place(name: str) -> int:
    """Give the place that a letter or a number means, from 1; 0 for none."""
    return int(name) if name.isdecimal() else _LETTERS.find(name.upper()) + 1


def read_keys(reading: Reading) -> Iterator[Entry]:
    """Read which option a step says is the key."""
    question, cast = reading.passage.topic.question, reading.account.cast
    key = question.item.key if question else None
    if question is None or key is None:
        return
    value = question.value
    named = list(cast.key.finditer(reading.passage.text))
    own = _own_text(question) if named else ""
    lettered = any(len(option.text.strip()) <= 2 for option in value.options) or cast.candidate.search(own)
    for match in () if lettered else named:
        group = next(name for name, found in match.groupdict().items() if found)
        place = _place(match[group]) - 1
        claim = _claim(reading, "key", *match.span())
        if place >= len(value.options) or reading.supposes(*match.span()):
            continue
        if place == key:
            yield bound(claim, Place(question.site("answer"), "the key"))
            continue
        letter = _LETTERS[key]
        message = f'the step says "{claim.text}", but the key is option {letter}, "{_short(value.answer)}"'
        severity = Severity.WARNING if group == "arrow" else Severity.ERROR
        yield refuted(
            claim, message, "mend the step, or the answer", [Place(question.site("answer"), "the key")], severity
        )
    yield from _key_in_words(reading, question, cast)


def _key_in_words(reading: Reading, question: QuestionView, cast: Cast) -> Iterator[Entry]:
    texts = sorted((option.text for option in question.value.options), key=len, reverse=True)
    lower = reading.passage.lower
    for match in cast.key_is.finditer(reading.passage.text):
        rest = lower[match.end() :].lstrip(" \"'“‘*_")
        said = next((text for text in texts if rest.startswith(text.lower().strip(" .\"'“”"))), None)
        if said is None or reading.supposes(*match.span()):
            continue
        claim = _claim(reading, "key", match.start(), match.end() + len(said))
        place = Place(question.site("answer"), "the key")
        if said == question.value.answer:
            yield bound(claim, place)
        else:
            message = f'the step says that "{_short(said)}" is right, but the key is "{_short(question.value.answer)}"'
            yield refuted(claim, message, "mend the step, or the answer", [place])


def _short(text: str, most: int = 48) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def read_option_counts(reading: Reading) -> Iterator[Entry]:
    """Read how many options there are said to be."""
    question, cast = reading.passage.topic.question, reading.account.cast
    if question is None:
        return
    have = len(question.value.options)
    for match in cast.options.finditer(reading.passage.text):
        word = match["n"] or match["four"] or match["which"]
        said = reading.account.reader.number(word)
        claim = _claim(reading, "option", *match.span())
        own = f" {_own_text(question).lower()} "
        if said is None or f" {word.lower()} " in own or f" {said} " in own:
            continue
        if said == have:
            yield bound(claim, Place(question.site("options"), "the options"))
        elif said > have or match["all"] or match["which"]:
            message = f'the text says "{claim.text}", but the question has {have} options'
            severity = Severity.ERROR if said > have and not match["which"] else Severity.WARNING
            yield refuted(claim, message, "mend the count", [Place(question.site("options"), "the options")], severity)


def read_steps(reading: Reading) -> Iterator[Entry]:
    """Read which steps a solution names, and how many it says it has."""
    question, cast = reading.passage.topic.question, reading.account.cast
    if question is None:
        return
    steps = len(question.value.steps)
    for match in cast.step.finditer(reading.passage.text):
        said = reading.account.reader.number(match["n"] or match["all"])
        claim = _claim(reading, "step", *match.span())
        if said is None or cast.step.search(_own_text(question)):
            continue
        if said <= steps and not (match["all"] and said < steps):
            yield bound(claim, Place(question.site("steps"), "the steps"))
        else:
            message = f'the text says "{claim.text}", but the solution has {steps} steps'
            place = Place(question.site("steps"), "the steps")
            yield refuted(claim, message, "mend the count", [place], Severity.WARNING)


def read_dimension_counts(reading: Reading) -> Iterator[Entry]:
    """Read how many dimensions there are said to be: all of the rubric, or those to score first."""
    account = reading.account
    if not account.weights or reading.passage.topic.question is not None:
        return
    there = {len(account.weights), len(account.pack.pack.evaluate.score_first)}
    for match in account.cast.dimensions.finditer(reading.passage.text):
        word = match["n"].lower()
        said = 2 if word in account.cast.both else account.reader.number(word)
        claim = Claim("dimension", reading.passage.at, *match.span(), match.group())
        place = Place(account.pack.site("evaluate", "rubric"), "the rubric")
        if said in there:
            yield bound(claim, place)
        elif said is not None and not reading.supposes(*match.span()):
            message = f'the text says "{match.group()}", but the rubric has {len(account.weights)} dimensions'
            yield refuted(claim, message, "mend the count", [place], Severity.WARNING)
