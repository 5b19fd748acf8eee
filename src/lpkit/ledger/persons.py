"""Persons and places in an order: names that an answer lacks, she or he, all of so many, what comes last."""

from collections.abc import Iterator
from itertools import takewhile

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.closed import texts_of
from lpkit.ledger.reading import Reading, bound, refuted
from lpkit.text.counting import sentence_starts
from lpkit.text.gate import has_any
from lpkit.text.languages.parts import Persons
from lpkit.text.passage import locate

_QUOTES = "\"“”«»'’‘*_. "
_LEAST_LOCATED = 3
"""Options that must stand in an excerpt to have an order there."""


def read_names(reading: Reading) -> Iterator[Entry]:
    """Read names that neither the answer of which a text speaks has, nor what all answers are about."""
    account, passage = reading.account, reading.passage
    known, whom = account.pack.language[Persons], passage.topic.candidate
    if passage.topic.question is not None:
        yield from _in_question(reading, known)
    if whom not in account.candidates or not account.all_known:
        return
    told, beside = account.names_told(whom), account.words_beside
    capital = [word for word in known.capital.findall(passage.text) if word not in told and word not in beside]
    # What begins a sentence is a name only where another answer has it as one.
    opens = any(word in account.names_elsewhere(whom) for word in capital)
    for certain, forms in ((True, known.name), (False, known.opening))[: 1 + opens if capital else 0]:
        for match in forms.finditer(passage.text):
            name = match.group()
            for ending in known.endings:
                name = name.removesuffix(ending)
            if name.lower() not in known.common and name not in told and name not in beside:
                yield from _name(reading, match.start(), name, certain)


def _in_question(reading: Reading, known: Persons) -> Iterator[Entry]:
    """Read names of a solution that neither its question has, nor what all answers are about."""
    passage, account, question = reading.passage, reading.account, reading.passage.topic.question
    if question is None or not question.value.excerpt or not known.capital.search(passage.text):
        return
    said = " ".join(text for text in texts_of(question) if text != passage.text)
    there = frozenset(known.capital.findall(said)) | account.words_beside
    for match in known.name.finditer(passage.text):
        name = match.group()
        for ending in known.endings:
            name = name.removesuffix(ending)
        if name.lower() not in known.common and name not in there:
            claim = Claim("name", passage.at, match.start(), match.start() + len(name), name)
            place = Place(question.matter, "the question")
            message = f'"{name}" stands neither in the question nor in what is beside it'
            yield refuted(claim, message, "name who is meant as the question does", [place], Severity.INFO)


def _name(reading: Reading, start: int, name: str, certain: bool) -> Iterator[Entry]:
    account, passage = reading.account, reading.passage
    whom = passage.topic.candidate
    others = [key for key in account.candidates if key != whom and name in account.names_inside(key)]
    if (not certain and not others) or account.mentions(passage):
        return
    claim = Claim("name", passage.at, start, start + len(name), name, whom)
    if others:
        places = [Place(account.candidate_site(key, "answer"), f"the answer of candidate {key}") for key in others]
        message = f'"{name}" is not in the answer of candidate {whom}, but in that of candidate {", ".join(others)}'
        yield refuted(claim, message, "name who is meant, or move the text", places, Severity.WARNING)
    else:
        place = Place(account.candidate_site(whom, "answer"), f"the answer of candidate {whom}")
        message = f'"{name}" stands neither in the answer of candidate {whom} nor in what is beside it'
        yield refuted(claim, message, "name who is meant as the answer does", [place], Severity.INFO)


def read_pronouns(reading: Reading) -> Iterator[Entry]:
    """Read whether a text calls its candidate she where others call him he."""
    account, passage = reading.account, reading.passage
    known, whom = account.pack.language[Persons], passage.topic.candidate
    if whom not in account.candidates:
        return
    if passage.topic.role != "delivery" and not has_any(passage.lower, known.pronouns):
        return
    for start, end, said in _pronouns(known, passage.topic.role, passage.text):
        # The later of two texts is told of, with the place of the first.
        earlier = takewhile(lambda row: row[0] != passage.at, account.elsewhere.on(whom))
        other = next((at for at, text, role in earlier if _calls(known, role, text, said)), None)
        if passage.topic.role != "delivery" and _calls(known, passage.topic.role, passage.text[:start], said):
            other = passage.at
        if other is None:
            continue
        claim = Claim("subject", passage.at, start, end, passage.text[start:end], whom)
        place = Place(account.pack.site(*other), "what else is said of the candidate")
        message = f'"{claim.text}" is said of candidate {whom}, who is called otherwise elsewhere'
        yield refuted(claim, message, "say the same of one person", [place], Severity.INFO)


def _pronouns(known: Persons, role: str, text: str) -> Iterator[tuple[int, int, str]]:
    pattern = known.in_delivery if role == "delivery" else known.spoken_of
    for match in pattern.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        yield match.start(group), match.end(group), "she" if group in {"she", "her"} else "he"


def _calls(known: Persons, role: str, text: str, said: str) -> bool:
    """Tell whether a text calls its candidate otherwise, and never so."""
    every = {pronoun for _, _, pronoun in _pronouns(known, role, text)}
    return bool(every) and said not in every


def read_all_of(reading: Reading) -> Iterator[Entry]:
    """Read "all three groups" where only what is said of another candidate has three of them."""
    account, passage = reading.account, reading.passage
    known, whom = account.pack.language[Persons], passage.topic.candidate
    if whom not in account.candidates or account.mentions(passage):
        return
    for match in known.counted.finditer(passage.text):
        said, noun = f"{match['n']} {match['noun']}", match["noun"]
        if noun in account.candidates[whom].answer:
            continue
        if any(said in text for at, text, _ in account.elsewhere.on(whom) if at != passage.at):
            continue
        others = [
            (at, key)
            for key in account.candidates
            if key != whom
            for at, text, _ in account.elsewhere.on(key)
            if said in text
        ]
        if others:
            claim = Claim("story", passage.at, *match.span(), match.group(), whom)
            at, key = others[0]
            place = Place(account.pack.site(*at), f"what is said of candidate {key}")
            message = f'the text belongs to candidate {whom}, but "{said}" is told of candidate {key} alone'
            yield refuted(claim, message, "mend the count, or move the text", [place], Severity.WARNING)


def read_order(reading: Reading) -> Iterator[Entry]:
    """Read at which place an option is said to come that stands in the excerpt, as the others do."""
    passage, question = reading.passage, reading.passage.topic.question
    known = reading.account.pack.language[Persons]
    match = known.placed.match(passage.text) if question else None
    if (
        known is None
        or question is None
        or match is None
        or not question.value.excerpt
        or passage.topic.role != "option"
    ):
        return
    value, excerpt = question.value, question.value.excerpt
    if known.reordered.search(value.stem):
        return
    found = {
        number: place
        for number, option in enumerate(value.options)
        if (place := locate(excerpt, option.text.strip(_QUOTES)))
    }
    own = found.get(int(passage.at[-2]))
    if own is None or len(found) < _LEAST_LOCATED:
        return
    starts = sentence_starts(excerpt)
    order = sorted(place[0] for place in found.values())
    ranks = ((order.index(own[0]) + 1, len(order)), (sum(start <= own[0] for start in starts), len(starts)))
    said = reading.account.cast.ordinals.get(match["place"] or "")
    fits = any(rank == (total if match["last"] else said) for rank, total in ranks)
    claim = Claim("sentence", passage.at, *match.span(), match.group())
    site = Place(question.site("excerpt"), "the excerpt")
    if fits:
        yield bound(claim, site)
        return
    at = f"number {ranks[0][0]} of {ranks[0][1]} in the excerpt"
    message = f'the text says "{match.group().strip()}", but what it speaks of is {at}'
    yield refuted(claim, message, "mend the place", [site], Severity.WARNING)
