"""Words in emphasis, days of the week and times of day of a text that stand nowhere in what it speaks of."""

from collections.abc import Iterator, Sequence
from re import Match

from lpkit.diagnostic import Path, Severity
from lpkit.ledger.claim import Claim, Entry, Kind, Place
from lpkit.ledger.closed import world_of
from lpkit.ledger.reading import Reading, refuted
from lpkit.pattern import pattern
from lpkit.text.dates import Moment, moments
from lpkit.text.figures import figures
from lpkit.text.languages.parts import Accounts, Speech, Timeline
from lpkit.text.passage import contains
from lpkit.text.tokens import words

_STRESSED = pattern(r"(?<![\w*])([*_])([^*_\n\"“«]{1,80}?)\1(?![\w*])")
_WORD = pattern(r"\w{2}")
_EDGES = " \t\n.,;:!?…"
_SHOWN = "shows"
_SPOKEN = "delivery"
_DAY, _DAYS, _YEAR, _ROUGHLY = 86_400.0, 30.4, 12, 0.45
"""Seconds of a day, days of a month, months of a year, and the part of one by which two times may differ."""
_PIECE, _QUOTED = 2, 3
"""Words from which on what is in emphasis is a piece of speech, and hardly a stressed word of the text's own."""
_FEWEST, _ENOUGH, _MOSTLY = 4, 40, 0.6
"""Pieces in emphasis of a pack that tell how it quotes, how many are looked at, and which part of them are quotes."""
_ON_STORIES = frozenset(("reasons", "notes", "steps"))


def read_emphasis(reading: Reading) -> Iterator[Entry]:
    """Read words in emphasis: they are those of what the text speaks of, or names of the library."""
    passage, known = reading.passage, reading.account.pack.language[Speech]
    if passage.at[-1] == _SHOWN or not _speaks_of_one(reading):
        return
    for match in _STRESSED.finditer(passage.text):
        said = match[2].strip(_EDGES)
        first, last = passage.sentence(*match.span())
        before = passage.text[first : match.start()]
        around = f"{passage.text[first : match.start()]} _ {passage.text[match.end() : last]}"
        spoken = passage.topic.role == _SPOKEN or known.cited.search(around) is not None
        quoted = _is_quote(reading, before, said)
        if not (spoken or quoted) or reading.has_taken(match.start(), match.start() + 1) or not _WORD.search(said):
            continue
        if quoted:
            own = known.not_said.search(before) or known.unsaid_behind.match(passage.text, match.end())
        else:
            own = reading.known.denied.search(around) or known.not_said.search(around)
        if own:
            continue
        if not _stands(reading, match, said):
            yield _nowhere(reading, match, said, "quotation")


def _speaks_of_one(reading: Reading) -> bool:
    """Tell whether a text speaks of one answer, or of a question with a text to quote from."""
    topic = reading.passage.topic
    if topic.question is not None:
        return topic.question.value.excerpt is not None
    return topic.candidate in reading.account.candidates


def _is_quote(reading: Reading, before: str, said: str) -> bool:
    """Tell whether words in emphasis are hardly the text's own: nobody but a speaker says I, or the pack so quotes."""
    every, known = words(said), reading.account.pack.language[Speech]
    if len(every) < _PIECE or known.own_noun.search(before):
        return False
    return not known.speaker.isdisjoint(every) or (len(every) >= _QUOTED and _quotes_so(reading))


def _quotes_so(reading: Reading) -> bool:
    """Tell whether most of what notes and solutions of the pack have in emphasis are words of stories."""
    texts = reading.account.elsewhere.texts  # Asked for each time: what somebody found elsewhere is not kept for long.
    if reading.account.quotes_so is None:
        reading.account.quotes_so = _quoted(reading, texts)
    return reading.account.quotes_so


def _quoted(reading: Reading, texts: Sequence[tuple[Path, str]]) -> bool:
    stories = [text for at, text in texts if not _ON_STORIES.intersection(at)]
    notes = (text for at, text in texts if _ON_STORIES.intersection(at))
    every = [match[2].strip(_EDGES) for text in notes for match in _STRESSED.finditer(text)]
    pieces = [said for said in every if len(words(said)) >= _PIECE and not _is_name(reading, said)][:_ENOUGH]
    there = sum(any(contains(story, said) for story in stories) for said in pieces)
    return len(pieces) >= _FEWEST and there >= _MOSTLY * len(pieces)


def _stands(reading: Reading, match: Match[str], said: str) -> bool:
    return any(contains(text, said) for text in world_of(reading, match)) or _is_name(reading, said)


def _is_name(reading: Reading, said: str) -> bool:
    """Tell whether words are those by which the library calls something."""
    library, named = reading.account.pack.library, _plain(said)
    parts = (library.library.markers, library.library.principles) if library else ()
    every = (entry.title for part in parts for entry in part)
    titles = (*every, *reading.account.titles.values(), *reading.account.dimension_titles.values())
    return any(named in _plain(title) for title in titles)


def _plain(name: str) -> str:
    return " ".join(word for word in words(name) if len(word) > 1)


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
    yield from _dates(reading, known)


def _dates(reading: Reading, known: Timeline) -> Iterator[Entry]:
    """Read the months and years of a text that its source has not, and that no time leads to."""
    passage, language = reading.passage, reading.account.pack.language
    for date in moments(passage.text, language):
        first, last = passage.sentence(date.start, date.end)
        if known.supposed.search(passage.text, first, last) or known.repeated.search(passage.text, first, last):
            continue
        world = world_of(reading, date)
        there = [one for text in world for one in moments(text, language)]
        month = date.month and any(one.month for one in there) and date.month not in {one.month for one in there}
        year = not date.month and date.year and any(one.year for one in there) and not _has_year(world, date)
        if (month or year) and not (date.month and _leads(reading, date.month, there, world)):
            yield _nowhere(reading, date, date.text, "moment")


def _has_year(world: Sequence[str], date: Moment) -> bool:
    return any(str(date.year) in text for text in world)


def _leads(reading: Reading, month: int, there: Sequence[Moment], world: Sequence[str]) -> bool:
    """Tell whether a time that is told leads from one of some months to another one."""
    language = reading.account.pack.language
    texts = (reading.passage.text, *world)
    times = {time.value / _DAY / _DAYS for text in texts for time in figures(text, language) if time.kind == "duration"}
    apart = {abs(month - one.month) for one in there if one.month}
    turns = {turn for way in apart for turn in (way, _YEAR - way)}
    return any(abs(time - turn) <= _ROUGHLY for time in times if time > _ROUGHLY for turn in turns)


def _moments(reading: Reading) -> Iterator[Match[str]]:
    text, language = reading.passage.text, reading.account.pack.language
    known, accounts = language[Timeline], language[Accounts]
    if known.sign.search(text):
        yield from known.weekday.finditer(text)
    if ":" in text:
        yield from accounts.clock.finditer(text)


def _nowhere(reading: Reading, match: Match[str] | Moment, said: str, kind: Kind) -> Entry:
    account, passage = reading.account, reading.passage
    question, whom = passage.topic.question, passage.topic.candidate
    if question is not None:
        place = Place(question.matter, "the question")
    elif whom in account.candidates:
        place = Place(account.candidate_site(whom, "answer"), f"the answer of candidate {whom}")
    else:
        place = Place(account.pack.site("evaluate"), "the pack")
    start, end = (match.start, match.end) if isinstance(match, Moment) else match.span()
    claim = Claim(kind, passage.at, start, end, said, whom)
    message = f'"{said}" stands nowhere in {place.says}, nor in what is beside it'
    help = "name it as it is told, or say where it comes from"
    return refuted(claim, message, help, [place], Severity.INFO)
