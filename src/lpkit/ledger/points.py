"""Points and weights in prose: "hence 13 for structure", "weighs 30 points"."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.pattern import pattern

_WORDS = pattern(r"\w+")
_JUDGED = frozenset(("note", "reason", "delivery", "message", "rewrite"))


def read_weights(reading: Reading) -> Iterator[Entry]:
    """Read what a dimension is said to weigh."""
    for named in reading.find(reading.known.weights):
        weight = reading.account.weights.get(named.dimension or "")
        if weight is None or named.dimension is None or named.number is None or sets_own(reading, named.number):
            continue
        if named.groups.get("full") is not None and named.number == weight:
            continue  # Whether somebody has them is read with the points.
        full = named.groups.get("full") is not None
        if not full and reading.known.imagined.search(reading.around(named.start, named.end)):
            continue
        reading.take(named.figure)
        claim = reading.claim("weight", named, named.dimension)
        place = reading.account.weight_place(named.dimension)
        title = reading.account.dimension_titles[named.dimension]
        if named.number == weight:
            yield bound(claim, place)
        elif reading.passage.topic.question is None or not _elsewhere(reading, named.dimension, named.number):
            message = f'the text says "{named.text}", but {title} weighs {weight}'
            severity = Severity.ERROR if named.certain else Severity.WARNING
            yield refuted(claim, message, f"write {weight}", [place], severity)


def _elsewhere(reading: Reading, dimension: str, weight: int) -> bool:
    library = reading.account.pack.library
    return library is not None and any(rubric.weights.get(dimension) == weight for rubric in library.rubrics())


def sets_own(reading: Reading, number: int) -> bool:
    """Tell whether a question sets this figure itself."""
    question = reading.passage.topic.question
    if question is None:
        return False
    value = question.value
    said = " ".join((value.stem, value.excerpt or "", *(option.text for option in value.options)))
    return str(number) in _WORDS.findall(said)


def read_points(reading: Reading) -> Iterator[Entry]:
    """Read the points that a candidate is said to have for a dimension."""
    yield from _of_weight(reading)
    for named in reading.find(reading.known.points):
        if named.part_of is not None and named.number is not None and named.number > named.part_of:
            yield from _impossible(reading, named)
            continue
        whom = reading.whom(named)
        topic = reading.passage.topic
        if whom not in reading.account.candidates or topic.role not in _JUDGED or named.number is None:
            continue
        lead = reading.passage.before(named.start)
        if reading.known.bounded.search(lead) or _is_supposed(reading, named):
            continue
        if named.dimension is None:
            yield from _some_points(reading, named, whom)
        else:
            yield from _points(reading, named, whom, named.dimension)


def _of_weight(reading: Reading) -> Iterator[Entry]:
    """Read of how many points a reason gives some, where it takes another dimension's weight for its own."""
    account, dimension = reading.account, reading.passage.topic.dimension
    weight, weights = account.weights.get(dimension), frozenset(account.weights.values())
    for match in reading.known.of_weight.finditer(reading.passage.text) if weight else ():
        part, whole = int(match["part"]), int(match["whole"])
        if whole == weight or whole not in weights or part > whole or reading.has_taken(*match.span()):
            continue
        candidate = account.candidates.get(reading.passage.topic.candidate)
        if candidate is None or match["whole"] in _WORDS.findall(candidate.answer):
            continue
        reading.take(match.span())
        claim = reading.claim("points", _named(match.start(), match.end(), match.group()), dimension)
        message = f'the text says "{match.group()}", but {account.dimension_titles[dimension]} weighs {weight}'
        yield refuted(claim, message, f"write {weight}", [account.weight_place(dimension)], Severity.WARNING)


def _is_supposed(reading: Reading, named: Named) -> bool:
    """Tell whether points are supposed or given by others; what follows from the clause before it is not."""
    known = reading.known
    if named.groups.get("base") is not None:  # From where points would rise or fall they do stand.
        return known.others.search(reading.around(named.start, named.end)) is not None
    if known.follows.search(reading.passage.before(named.figure[0])):
        return False
    around = reading.around(named.start, named.end)
    return reading.supposes(named.start, named.end) or known.others.search(around) is not None


def _impossible(reading: Reading, named: Named) -> Iterator[Entry]:
    if named.dimension is None and named.part_of not in reading.account.weights.values():
        return
    reading.take(named.figure)
    places = [reading.account.weight_place(named.dimension)] if named.dimension in reading.account.weights else []
    message = f'the text says "{named.text}", but nobody has {named.number} of {named.part_of} points'
    yield refuted(reading.claim("points", named), message, "mend one of the two figures", places)


def _points(reading: Reading, named: Named, whom: str, dimension: str) -> Iterator[Entry]:
    account = reading.account
    score, weight = account.candidates[whom].scores.get(dimension), account.weights.get(dimension)
    if score is None or weight is None:
        return
    reading.take(named.figure)
    claim = reading.claim("points", named, whom)
    title = account.dimension_titles[dimension]
    place = Place(account.candidate_site(whom, "scores", dimension), f"the score of candidate {whom}")
    if not named.certain and named.number == weight != score:
        yield unbound(claim)  # It may be what the dimension weighs.
    elif named.number != score:
        message = f'the text says "{named.text}", but candidate {whom} has {score} of {weight} for {title}'
        yield refuted(claim, message, f"write {score}, or mend the score", [place])
    elif named.part_of not in (None, weight):
        message = f'the text says "{named.text}", but {title} weighs {weight}'
        yield refuted(claim, message, f"write {weight}", [account.weight_place(dimension)])
    else:
        yield bound(claim, place)


def _some_points(reading: Reading, named: Named, whom: str) -> Iterator[Entry]:
    """Read points without a dimension: those of the reason's own, or of any that the figure fits."""
    account, topic = reading.account, reading.passage.topic
    if topic.dimension:
        yield from _points(reading, named, whom, topic.dimension)
        return
    scores = account.candidates[whom].scores
    fitting = [key for key in scores if named.part_of in (None, account.weights.get(key))]
    reading.take(named.figure)
    claim = reading.claim("points", named, whom)
    if any(scores[key] == named.number for key in fitting):
        matching = next(key for key in fitting if scores[key] == named.number)
        yield bound(claim, Place(account.candidate_site(whom, "scores", matching), f"a score of candidate {whom}"))
    elif fitting:
        listed = ", ".join(f"{account.dimension_titles.get(key, key)} {scores[key]}" for key in fitting)
        message = f'the text says "{named.text}", but no score of candidate {whom} is {named.number} ({listed})'
        places = [Place(account.candidate_site(whom, "scores"), f"the scores of candidate {whom}")]
        yield refuted(claim, message, "mend the figure, or the score", places, Severity.WARNING)
    else:
        yield unbound(claim)


def read_dimensions(reading: Reading) -> Iterator[Entry]:
    """Read points for a dimension that the rubric does not have."""
    cast, account = reading.account.cast, reading.account
    topic = reading.passage.topic
    if topic.role not in _JUDGED or not account.weights:
        return
    for match in cast.unknown_dimension.finditer(reading.passage.text):
        group = next(name for name, value in match.groupdict().items() if value)
        name = match[group]
        last_word = name.split()[-1]
        if account.reader.dimension(name) or account.reader.dimension(last_word) or name in cast.no_dimension:
            continue
        if reading.supposes(*match.span()) or reading.has_taken(*match.span()):
            continue
        if group == "share" and not _looks_like_score(reading, match.group()):
            continue
        claim = reading.claim("dimension", _named(match.start(), match.end(), match.group()))
        titles = ", ".join(account.dimension_titles.values())
        message = f'the text says "{claim.text}", but no dimension is called {name}: the rubric has {titles}'
        yield refuted(claim, message, "name a dimension of the rubric", [], Severity.WARNING)


def _looks_like_score(reading: Reading, text: str) -> bool:
    """Tell whether a share is one of a weight of the rubric."""
    digits = [int(word) for word in "".join(c if c.isdecimal() else " " for c in text).split()]
    return len(digits) > 1 and digits[1] in reading.account.weights.values()


def _named(start: int, end: int, text: str) -> Named:
    return Named(
        start, end, " ".join(text.split()).strip(" .;:,!?*_\"'"), None, None, None, None, True, {}, (-1, -1), (-1, -1)
    )
