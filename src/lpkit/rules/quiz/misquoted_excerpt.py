"""Words in quotation marks that are not in the text which they quote.

## Why
Learners look for the quoted words in the excerpt and do not find them: they doubt the text or themselves. Three words
or more in double quotes count as a quote; words may be left out with … or [..]. A stem may quote the excerpt, and
where it names a candidate, that answer. The notes on answers and the library may be quoted too; steps may also quote
the stem and the options. What an interviewer or a colleague says is no quote. Options are taken for quotes where the
stem asks for a part of the answer or another option is one; rewrites to choose from are not.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which passage shows that nobody took the decision?
    excerpt: I counted 64 pages in a month. We all agreed to raise the threshold.
    options:
      - '"I counted 64 pages in a month"'
      - '"We all agreed to lift the threshold"'  # error: LP405
      - '"64 pages in a month"'
    answer: '"We all agreed to lift the threshold"'
    steps: [A group agreed to lift it.]
    hint: Who asked for the count?
```

## Good
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which passage shows that nobody took the decision?
    excerpt: I counted 64 pages in a month. We all agreed to raise the threshold.
    options:
      - '"I counted 64 pages in a month"'
      - '"We all agreed to raise the threshold"'
      - '"64 pages in a month"'
    answer: '"We all agreed to raise the threshold"'
    steps: [A group agreed to raise it.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterable, Iterator
from functools import partial

from lpkit.corpus import LibraryView, PackView, QuestionView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.pattern import pattern
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Citations
from lpkit.text.nearest import parting
from lpkit.text.passage import contains, says
from lpkit.text.quoting import may_quote, quotations, without_quotations

_SENTENCE = pattern(r"(?<=[.!?])\s+(?=[A-Z\"“])")


@rule("LP405", "misquoted-excerpt", Severity.WARNING, PACK, needs=Citations)
def check(pack: PackView) -> Iterator[Finding]:
    for question in pack.questions:
        if question.value.excerpt is not None:
            yield from _against_excerpt(pack, question, question.value.excerpt)
        else:
            yield from _against_answers(pack, question)


def _against_excerpt(pack: PackView, question: QuestionView, excerpt: str) -> Iterator[Finding]:
    value, known = question.value, pack.language[Citations]
    misquote = partial(_misquote, source=excerpt, related=(question.site("excerpt"), "the excerpt"))
    for quote in _cited(value.stem, known):
        if not _known(quote, [excerpt]) and not _known_elsewhere(pack, quote):
            yield misquote(question.site("stem"), quote, "the excerpt")
    for number in _misquoting_options(question, excerpt, known):
        for quote in quotations(value.options[number].text):
            if not contains(excerpt, quote):
                yield misquote(question.site("options", number), quote, "the excerpt")
    own = [excerpt, value.stem, *(option.text for option in value.options)]
    for number, step in enumerate(value.steps):
        for quote in _cited(step, known):
            if not _known(quote, own) and not _known_elsewhere(pack, quote):
                yield misquote(question.site("steps", number), quote, "neither the excerpt nor an option")


def _against_answers(pack: PackView, question: QuestionView) -> Iterator[Finding]:
    known = pack.language[Citations]
    named = [pack.candidate(name.lower()) for name in map("".join, known.candidate.findall(question.value.stem))]
    placed = [entry for entry in named if entry is not None]
    if not placed or len(placed) < len(named):
        return
    for quote in _cited(question.value.stem, known):
        if not _known(quote, [entry.value.answer for entry in placed]):
            at, candidate = placed[0]
            related = (pack.site(*at, "answer", on_key=True), f"the answer of candidate {candidate.id}")
            yield _misquote(question.site("stem"), quote, f"candidate {candidate.id}", candidate.answer, related)


def _misquote(site: Site, quote: str, who: str, source: str, related: tuple[Site, str]) -> Finding:
    verb = "has" if "neither" in who else "does not have"
    message = f'{who} {verb} the words "{quote}"{parting(source, quote)}'
    return Finding(site, message, "quote word for word; … stands for words left out", (related,), value=quote)


def _cited(text: str, known: Citations) -> list[str]:
    """Give the quotes of a text, but for those in sentences that suggest or suppose something."""
    if not may_quote(text):
        return []
    return [
        quote
        for sentence in _SENTENCE.split(text)
        if not (known.supposed.search(own := without_quotations(sentence)) or known.others.search(own))
        for quote in quotations(sentence)
    ]


def _misquoting_options(question: QuestionView, excerpt: str, known: Citations) -> Iterator[int]:
    """Give the places of the options whose quotes claim to be in the excerpt and are not all there."""
    stem = without_quotations(question.value.stem)
    if known.rewrites.search(stem):
        return
    quotes = [quotations(option.text) for option in question.value.options]
    verbatim = [bool(found) and all(contains(excerpt, quote) for quote in found) for found in quotes]
    if known.asks_for_part.search(stem) or any(verbatim):
        yield from (number for number, found in enumerate(quotes) if found and not verbatim[number])


def _known(quote: str, texts: Iterable[str]) -> bool:
    return any(contains(text, quote) for text in texts)


def _known_elsewhere(pack: PackView, quote: str) -> bool:
    """Tell whether the pack says some words or, in whatever case, its library: titles are quoted within sentences."""
    library = _library_texts(pack.library) if pack.library is not None else ()
    return _known(quote, _known_texts(pack)) or any(says(text, quote) for text in library)


def _known_texts(pack: PackView) -> Iterator[str]:
    """Give what a question may quote of its pack besides the excerpt: the prompt, answers, and the notes on them."""
    yield pack.pack.prompt
    for placed in pack.candidates:
        yield from (placed.value.answer, placed.value.delivery or "", placed.value.notes or "")
        yield from (text for probe in placed.value.probes for text in (probe.ask, probe.reply))


def _library_texts(view: LibraryView) -> Iterator[str]:
    library = view.library
    for marker in library.markers:
        yield from (marker.title, marker.why, *marker.phrases)
    for principle in library.principles:
        yield from (principle.title, principle.summary)
    for rubric in library.rubrics:
        for dimension in rubric.dimensions:
            yield from (dimension.title, dimension.looks_for)
