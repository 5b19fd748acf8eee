"""Quotations in prose: whether the words stand in what the prose speaks of."""

import re
from collections.abc import Iterator

from lpkit.diagnostic import Severity, Site
from lpkit.ledger.claim import Claim, Entry, Place, Refuted
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.model import Library
from lpkit.pattern import pattern
from lpkit.text.languages.parts import Speech
from lpkit.text.nearest import another_word, parting
from lpkit.text.passage import contains, says
from lpkit.text.tokens import words

_DOUBLE = pattern(r'"([^"\n]*)"|“([^“”]*)”|«([^«»]*)»')
_STRESSED = pattern(r"(?<![\w*])([*_])([^*_\n\"“«]{8,160})\1(?![\w*])")
_STRESSED_WORDS, _STRESSED_ALIKE = 3, 84
"""Words of a passage in emphasis that may be a quote, and the similarity from which it is meant for one."""
_INSERTED = pattern(r"\[[^\]]*\]")
_EMPHASIS = pattern(r"[*_`]+")
_EDGES = " \t\n.,;:!?"
_NAMED_ALIKE = 65
"""Similarity from which a name is meant for that of a marker."""
_DOUBLE_MARKS, _STRESS = frozenset('"“«'), frozenset("*_")
_ALIKE = 75
"""Similarity, from 0 to 100, from which words that are not in a text are a misquotation of it."""


def read_quotations(reading: Reading) -> Iterator[Entry]:
    """Read the quotations of a passage; those that a rule on excerpts reads are left to it."""
    topic = reading.passage.topic
    known = reading.account.pack.language[Speech]
    if not (topic.role == "steps" and topic.question is not None and topic.question.value.excerpt is not None):
        for start, end, said in _quoted(reading.passage.text, known):
            yield from _quotation(reading, known, start, end, said)
    for match in _STRESSED.finditer(reading.passage.text):
        if len(match[2].split()) >= _STRESSED_WORDS and _may_be_said(reading, match):
            yield from _quotation(reading, known, *match.span(), match[2])


def _may_be_said(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether half of the words in emphasis are those of a source: a look that spares a search in every text."""
    whom = reading.account.whom(reading.passage, *match.span()) or reading.passage.topic.candidate
    every = words(match[2])
    return any(2 * len(set(every).intersection(words(text))) > len(every) for _, _, text in _sources(reading, whom))


def read_markers(reading: Reading) -> Iterator[Entry]:
    """Read the names of markers in quotation marks or emphasis that are nearly those of the library."""
    from rapidfuzz import fuzz, process

    library, passage = reading.account.pack.library, reading.passage
    if library is None:
        return
    titles = {marker.title: marker.id for marker in library.library.markers}
    for match in reading.known.marker.finditer(passage.text):
        group = "name" if match["name"] else "curly"
        name = match[group].strip(_EDGES)
        plain = name.lower().replace("-", " ")
        if any(plain in {title.lower().replace("-", " "), key.replace("-", " ")} for title, key in titles.items()):
            continue
        near = process.extractOne(
            plain, list(titles), scorer=fuzz.ratio, processor=str.lower, score_cutoff=_NAMED_ALIKE
        )
        if near is None or _is_own(reading, name):
            continue
        number = next(at for at, marker in enumerate(library.library.markers) if marker.title == near[0])
        claim = Claim("quotation", passage.at, *match.span(group), name)
        place = Place(library.site("markers", number, "title"), near[0])
        message = f'the library has no marker "{name}"; the nearest is "{near[0]}"'
        yield refuted(claim, message, "name a marker of the library", [place], Severity.WARNING)


def _is_own(reading: Reading, name: str) -> bool:
    """Tell whether a question names a marker of its own."""
    question = reading.passage.topic.question
    return question is not None and any(name.lower() in text.lower() for _, _, text in _sources(reading, ""))


def _quoted(text: str, known: Speech) -> Iterator[tuple[int, int, str]]:
    if ('"' in text and text.count('"') % 2 == 0) or "“" in text or "«" in text:
        for match in _DOUBLE.finditer(text):
            yield (*match.span(), "".join(match.groups("")))
    if "'" in text or "‘" in text:
        for match in known.single.finditer(text):
            yield (*match.span(), match[1])


def _quotation(reading: Reading, known: Speech, start: int, end: int, quoted: str) -> Iterator[Entry]:
    passage = reading.passage
    quote = _INSERTED.sub(" … ", _EMPHASIS.sub("", quoted)).strip(_EDGES)
    first, last = passage.sentence(start, end)
    before, after = passage.text[first:start], passage.text[end:last]
    said = known.says.search(passage.text[first:start]) is not None
    least = 2 if said or passage.text[start] in _DOUBLE_MARKS else 3
    if len(quote.split()) < least:
        return
    claim = Claim("quotation", passage.at, start, end, quote)
    place = _found(reading, quote, start, end)
    if place is not None:
        yield bound(claim, place)
    elif known.not_said.search(_DOUBLE.sub(" ", before)) or reading.known.supposed.search(_DOUBLE.sub(" ", after)):
        yield unbound(claim)
    else:
        for entry in _misquotation(reading, claim, quote, said):
            if isinstance(entry.binding, Refuted):
                reading.take((start, start + 1))
            yield entry


def _found(reading: Reading, quote: str, start: int, end: int) -> Place | None:
    """Find where a quote stands: first in what the passage is about, then anywhere in the pack and its library."""
    account, topic = reading.account, reading.passage.topic
    whom = "" if topic.question is not None else account.whom(reading.passage, start, end) or topic.candidate
    for site, what, text in _sources(reading, whom):
        if contains(text, quote):
            return Place(site, what)
    for at, text in account.elsewhere.texts:
        if at != reading.passage.at and says(text, quote):
            return Place(account.pack.site(*at), "the same words")
    library = account.pack.library
    if library is not None and any(says(text, quote) for text in _library_texts(library.library)):
        return Place(Site(library.source.name), "the library")
    return None


def _sources(reading: Reading, whom: str) -> Iterator[tuple[Site, str, str]]:
    account, question = reading.account, reading.passage.topic.question
    if question is not None:
        if question.value.excerpt is not None:
            yield question.site("excerpt"), "the excerpt", question.value.excerpt
        yield question.site("stem"), "the stem", question.value.stem
        for number, option in enumerate(question.value.options):
            yield question.site("options", number), "an option", option.text
    if whom in account.candidates:
        answer = account.candidates[whom].answer
        yield account.candidate_site(whom, "answer"), f"the answer of candidate {whom}", answer


def _misquotation(reading: Reading, claim: Claim, quote: str, said: bool) -> Iterator[Entry]:
    """Refute a quote that somebody is said to have said, or that is nearly what a text says."""
    whom = reading.account.whom(reading.passage, claim.start, claim.end)
    sources = list(_sources(reading, whom or reading.passage.topic.candidate))
    mark = reading.passage.text[claim.start]
    loose, least = mark in _DOUBLE_MARKS or mark in _STRESS, _STRESSED_ALIKE if mark in _STRESS else _ALIKE
    near = next(
        (
            source
            for source in sources
            if _is_near(source[2], quote, least) or (loose and another_word(source[2], quote))
        ),
        None,
    )
    if near is None and not (said and sources and reading.passage.topic.role in _ON_ANSWERS):
        if (
            mark in _DOUBLE_MARKS
            and sources
            and reading.passage.topic.role in _SPOKEN_OF
            and _is_said(reading, claim, quote)
        ):
            site, what, _ = sources[0]
            message = f'the words "{quote}" stand nowhere in {what}, nor elsewhere in the pack'
            yield refuted(claim, message, "quote word for word", [Place(site, what)], Severity.INFO)
        else:
            yield unbound(claim)
        return
    site, what, text = near or sources[0]
    message = f'{what} does not have the words "{quote}"{parting(text, quote)}'
    yield refuted(
        claim, message, "quote word for word; … stands for words left out", [Place(site, what)], Severity.WARNING
    )


_ON_ANSWERS = frozenset(("note", "reason", "delivery", "message", "rewrite", "option", "steps", "mistakes", "hint"))


_SENTENCE = 5
"""Words from which on a quote is a sentence of somebody's."""
_SPOKEN_OF = frozenset(("note", "reason", "delivery", "message"))
"""Roles of texts that speak of one answer, and give no examples of their own."""


def _is_said(reading: Reading, claim: Claim, quote: str) -> bool:
    """Tell whether words are a piece of speech: by their number, or since a note would not say "I"."""
    every = words(quote)
    if reading.known.others.search(reading.around(claim.start, claim.end)):
        return False
    return len(every) >= _SENTENCE or not reading.account.pack.language[Speech].speaker.isdisjoint(every)


def _is_near(text: str, quote: str, least: int = _ALIKE) -> bool:
    from rapidfuzz import fuzz

    return len(quote.split()) >= 3 and fuzz.partial_ratio(quote.lower(), text.lower()) >= least


def _library_texts(library: Library) -> Iterator[str]:
    for marker in library.markers:
        yield from (marker.title, marker.why, *marker.phrases)
    for principle in library.principles:
        yield from (principle.title, principle.summary)
    for rubric in library.rubrics:
        for dimension in rubric.dimensions:
            yield from (dimension.title, dimension.looks_for)
    yield from (verdict.title for verdict in library.verdicts)
