"""Times, words and counts that prose gives: minutes of an answer, its words, what guidance asks for."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.text.counting import count_first_person, count_words, measures
from lpkit.text.languages.parts import Evidence, Lengths

_TIMED = frozenset(("setting", "guidance", "coaching", "delivery"))
_MARGIN = 0.1
"""How far a count of words may lie from what is there, as a share: people round."""
_FEWEST = 12
"""Fewer words than these are a manner of speaking (in two words)."""


def read_minutes(reading: Reading) -> Iterator[Entry]:
    """Read how long an answer may take."""
    known = reading.account.pack.language[Lengths]
    role = reading.passage.topic.role
    if role not in _TIMED:
        return
    minutes = reading.account.pack.pack.evaluate.minutes
    for named in reading.account.reader.read(reading.passage, known.limit):
        first, last = reading.passage.sentence(named.start, named.end)
        around = f"{reading.passage.text[first : named.start]} _ {reading.passage.text[named.end : last]}"
        number = reading.account.reader.number(named.groups.get("n") or "")
        if number is None or known.other_time.search(around) or (not named.certain and role == "delivery"):
            continue
        claim = Claim("minutes", reading.passage.at, named.start, named.end, named.text)
        place = Place(reading.account.pack.site("evaluate", "minutes"), "the minutes of an answer")
        if number == minutes:
            yield bound(claim, place)
        else:
            message = f'the text says "{named.text}", but an answer may take {minutes} (evaluate.minutes)'
            severity = Severity.ERROR if named.certain and role == "setting" else Severity.WARNING
            yield refuted(claim, message, "mend one of the two", [place], severity)


def read_words(reading: Reading) -> Iterator[Entry]:
    """Read how many words an answer is said to have, by itself or beside another."""
    known = reading.account.pack.language[Lengths]
    if reading.passage.topic.role not in {"delivery", "note", "reason", "message"}:
        return
    for named in reading.account.reader.read(reading.passage, (*known.more_words, *known.words)):
        whom = reading.account.whom(reading.passage, named.start, named.start + 1) or ""
        number = _count(reading, named)
        if whom not in reading.account.candidates or number is None or reading.supposes(named.start, named.end):
            continue
        have = count_words(reading.account.candidates[whom].answer)
        claim = Claim("length", reading.passage.at, named.start, named.end, named.text, whom)
        place = Place(reading.account.candidate_site(whom, "answer"), f"the answer of candidate {whom}")
        if "less" in named.groups:
            yield from _difference(reading, named, claim, number, have, place)
        elif number >= _FEWEST:
            yield _compared(claim, number, have, f"the answer of candidate {whom} has {have} words", place)


def _count(reading: Reading, named: Named) -> int | None:
    return reading.account.reader.number(named.groups.get("n") or "")


def _difference(reading: Reading, named: Named, claim: Claim, number: int, have: int, place: Place) -> Iterator[Entry]:
    account = reading.account
    name = account.resolve(named.groups.get("other") or "") or ""
    others = [key for key in account.candidates if key != claim.about]
    other = name if name in others else others[0] if len(others) == 1 else ""
    if not other:
        return
    there = count_words(account.candidates[other].answer)
    more = (there - have) if named.groups["less"] else (have - there)
    yield _compared(claim, number, more, f"{have} words against {there} of candidate {other}: {have - there:+d}", place)


def _compared(claim: Claim, said: int, real: int, computation: str, place: Place) -> Entry:
    if abs(said - real) <= max(2, _MARGIN * abs(real)):
        return bound(claim, place)
    message = f'the text says "{claim.text}", but {computation}'
    return refuted(claim, message, "mend the figure, or the answer", [place], Severity.WARNING)


def read_requirements(reading: Reading) -> Iterator[Entry]:
    """Read how many sentences in the first person and how many figures guidance asks for."""
    if reading.passage.topic.role != "guidance":
        return
    known, pack = reading.account.pack.language[Lengths], reading.account.pack
    for named in reading.account.reader.read(reading.passage, known.asked):
        number = _count(reading, named)
        if number is None:
            continue
        numbers = named.groups.get("numbers") is not None
        requires = pack.pack.model_answer.requires
        key = "numbers" if numbers else "first_person_sentences"
        wanted = (requires.numbers if numbers else requires.first_person_sentences) if requires else 0
        claim = Claim("requirement", reading.passage.at, named.start, named.end, named.text)
        yield from _requirement(reading, claim, number, wanted, key)


def _requirement(reading: Reading, claim: Claim, number: int, wanted: int, key: str) -> Iterator[Entry]:
    pack = reading.account.pack
    if wanted and wanted != number:
        place = Place(pack.site("model_answer", "requires", key), "what is required")
        message = f'the guidance says "{claim.text}", but model_answer.requires asks for {wanted}'
        yield refuted(claim, message, "let both say the same", [place], Severity.WARNING)
        return
    if wanted:
        yield bound(claim, Place(pack.site("model_answer", "requires", key), "what is required"))
        return  # LP307 counts it.
    candidate = reading.account.candidates.get(pack.pack.model_answer.candidate)
    known = pack.language.get(Evidence)
    if candidate is None or known is None or (key != "numbers" and known.asked.search(pack.pack.model_answer.guidance)):
        yield unbound(claim)  # What guidance asks for in this form is counted by LP307.
        return
    answer = candidate.answer
    have = count_first_person(answer, known) if key != "numbers" else sum(1 for _ in measures(answer, known))
    place = Place(reading.account.candidate_site(candidate.id, "answer"), f"the answer of candidate {candidate.id}")
    if have >= number:
        yield bound(claim, place)
    else:
        message = f'the guidance says "{claim.text}", but the model answer, candidate {candidate.id}, has {have}'
        yield refuted(claim, message, "mend the answer, or ask for what it shows", [place], Severity.WARNING)
