"""Names and quotes of prose that no reader of claims could judge: verdicts that are supposed, days, examples."""

from lpkit.diagnostic import Site
from lpkit.ledger.claim import Binding, Bound, Claim, Entry, Place, Stated, Unbound
from lpkit.ledger.closed import world_of
from lpkit.ledger.passage import ADVICE
from lpkit.ledger.reading import Reading
from lpkit.pattern import pattern
from lpkit.text.languages.parts import Speech, Statements
from lpkit.text.passage import contains

_EDGES = "*\"“”' .,;:!?…"
_WORD = pattern(r"[^\W\d_]{3,}")


def named_place(reading: Reading, entry: Entry) -> Entry:
    """Give a name or a quote that is unbound so far with the place that has it, if there is one."""
    work = {"verdict": _verdict, "moment": _moment, "quotation": _quotation}.get(entry.claim.kind)
    if work is None or not isinstance(entry.binding, Unbound):
        return entry
    return entry._replace(binding=work(reading, entry.claim) or entry.binding)


def _verdict(reading: Reading, claim: Claim) -> Binding | None:
    """Give the verdict of the library that a text names."""
    library, said = reading.account.pack.library, claim.text.strip(_EDGES).lower()
    for number, verdict in enumerate(library.library.verdicts) if library else ():
        if library and verdict.title.lower() == said:
            return Bound((Place(library.site("verdicts", number), f"the verdict {verdict.title}"),))
    return None


def _moment(reading: Reading, claim: Claim) -> Binding | None:
    """Give the answer or the question in which a day or a month is named."""
    match = _WORD.search(reading.passage.text, claim.start, claim.end)
    if match is None:
        return None
    said = match.group().rstrip("s") if match.group().endswith("days") else match.group()
    if any(said in text for text in world_of(reading, match)):
        return Bound((_about(reading, claim),))
    return Stated("how it was said") if reading.passage.topic.role == "delivery" else None


def _about(reading: Reading, claim: Claim) -> Place:
    account, question = reading.account, reading.passage.topic.question
    if question is not None:
        return Place(question.matter, "the question")
    whom = account.whom(reading.passage, claim.start, claim.end) or reading.passage.topic.candidate
    if whom in account.candidates:
        return Place(account.candidate_site(whom, "answer"), f"the answer of candidate {whom}")
    return Place(account.pack.site("evaluate"), "the pack")


def _quotation(reading: Reading, claim: Claim) -> Binding | None:
    """Give the text that has a quote; an example, or what nobody said, is its own text's."""
    account, quote = reading.account, claim.text.strip(_EDGES)
    for at, text in account.elsewhere.texts:
        if at != reading.passage.at and contains(text, quote):
            return Bound((Place(account.pack.site(*at), "the same words"),))
    library = account.pack.library
    if library is not None and any(marker.title.lower() in quote.lower() for marker in library.library.markers):
        return Bound((Place(Site(library.source.name, ("markers",)), "a marker of the library"),))
    language, text = account.pack.language, reading.passage.text
    first, last = reading.passage.sentence(claim.start, claim.end)
    unsaid = language[Speech].not_said.search(text[first : claim.start])
    example = language[Statements].example.match(text[claim.end : last].lstrip(_EDGES))
    if reading.passage.topic.role in ADVICE or unsaid or example:
        return Stated("an example")
    return None
