"""Words in emphasis, days of the week and times of day of a text that stand nowhere in what it speaks of."""

from collections.abc import Iterator
from re import Match

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Kind, Place
from lpkit.ledger.closed import world_of
from lpkit.ledger.reading import Reading, refuted
from lpkit.pattern import pattern
from lpkit.text.figures import figures
from lpkit.text.languages.parts import Accounts, Speech, Timeline
from lpkit.text.passage import contains

_STRESSED = pattern(r"(?<![\w*])([*_])([^*_\n\"“«]{1,80}?)\1(?![\w*])")
_WORD = pattern(r"\w{2}")
_EDGES = " \t\n.,;:!?…"
_SHOWN = "shows"
_SPOKEN = "delivery"
_DAY = 86_400.0


def read_emphasis(reading: Reading) -> Iterator[Entry]:
    """Read words in emphasis of a text on an answer: they are the answer's, or names of the library."""
    passage, known = reading.passage, reading.account.pack.language[Speech]
    if passage.at[-1] == _SHOWN or passage.topic.candidate not in reading.account.candidates:
        return
    for match in _STRESSED.finditer(passage.text):
        said = match[2].strip(_EDGES)
        first, last = passage.sentence(*match.span())
        around = f"{passage.text[first : match.start()]} _ {passage.text[match.end() : last]}"
        spoken = passage.topic.role == _SPOKEN or known.cited.search(around) is not None
        if not spoken or reading.has_taken(match.start(), match.start() + 1) or not _WORD.search(said):
            continue
        if reading.known.denied.search(around) or known.not_said.search(around):
            continue
        if not _stands(reading, match, said):
            yield _nowhere(reading, match, said, "quotation")


def _stands(reading: Reading, match: Match[str], said: str) -> bool:
    library = reading.account.pack.library
    if any(contains(text, said) for text in world_of(reading, match)):
        return True
    named = said.lower().replace("-", " ")
    every = (
        (entry.title for part in (library.library.markers, library.library.principles) for entry in part)
        if library
        else ()
    )
    titles = (*every, *reading.account.titles.values(), *reading.account.dimension_titles.values())
    return any(named in title.lower().replace("-", " ") for title in titles)


def read_moments(reading: Reading) -> Iterator[Entry]:
    """Read days of the week and times of day: they are those of the answer or the question."""
    passage, language = reading.passage, reading.account.pack.language
    known = language[Timeline]
    found = list(_moments(reading))
    every = figures(passage.text, language) if found else ()
    times = [one.start for one in every if one.kind == "duration" and one.factor >= _DAY]
    for match in found:
        begin, stop = passage.sentence(*match.span())
        if any(begin <= start < stop for start in times):
            continue
        first, last = passage.clause(*match.span())
        if known.supposed.search(passage.text, first, last) or known.repeated.search(passage.text, first, last):
            continue
        said = match.group().rstrip("s") if match.group()[0].isalpha() else match.group()
        if not any(said in text for text in world_of(reading, match)):
            yield _nowhere(reading, match, match.group(), "moment")


def _moments(reading: Reading) -> Iterator[Match[str]]:
    text, language = reading.passage.text, reading.account.pack.language
    known, accounts = language[Timeline], language[Accounts]
    if known.sign.search(text):
        yield from known.weekday.finditer(text)
    if ":" in text:
        yield from accounts.clock.finditer(text)


def _nowhere(reading: Reading, match: Match[str], said: str, kind: Kind) -> Entry:
    account, passage = reading.account, reading.passage
    question, whom = passage.topic.question, passage.topic.candidate
    if question is not None:
        place = Place(question.matter, "the question")
    elif whom in account.candidates:
        place = Place(account.candidate_site(whom, "answer"), f"the answer of candidate {whom}")
    else:
        place = Place(account.pack.site("evaluate"), "the pack")
    claim = Claim(kind, passage.at, *match.span(), said, whom)
    message = f'"{said}" stands nowhere in {place.says}, nor in what is beside it'
    help = "name it as it is told, or say where it comes from"
    return refuted(claim, message, help, [place], Severity.INFO)
