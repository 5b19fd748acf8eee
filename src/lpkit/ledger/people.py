"""Candidates in prose: names that nobody has, counts that are not theirs, a text on one that speaks of another."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.text.figures import figures

_ON_PACK = frozenset(("setting", "delivery", "note", "reason", "message", "rewrite", "guidance"))
_TOLD = frozenset(("setting", "delivery", "message"))
_PAIR = 2
_SLIP = 3
"""By how many a count of candidates may be wrong; one that is farther off counts something else."""
_OWN = frozenset(("delivery", "note", "reason", "message"))


def read_people(reading: Reading) -> Iterator[Entry]:
    """Read every name of a candidate."""
    account, passage = reading.account, reading.passage
    for start, end, name in account.mentions(passage):
        who = account.resolve(name)
        claim = Claim("candidate", passage.at, start, end, passage.text[start:end], who or name)
        if who is not None:
            yield bound(claim, Place(account.candidate_site(who, "id"), f"candidate {who}"))
        elif not account.all_known or _may_be_elsewhere(reading, name):
            yield unbound(claim)
        else:
            known = ", ".join(account.candidates)
            places = [Place(account.pack.site("evaluate", "candidates"), "the candidates")]
            message = f'the text speaks of "{claim.text}", but the pack has {len(account.candidates)}: {known}'
            severity = Severity.ERROR if passage.topic.role in _ON_PACK else Severity.WARNING
            yield refuted(claim, message, "name one of them", places, severity)


def read_letters(reading: Reading) -> Iterator[Entry]:
    """Read a bare letter with which somebody is compared, and which no candidate has."""
    account, passage = reading.account, reading.passage
    if passage.topic.role not in _ON_PACK or not account.all_known or any(len(key) > 1 for key in account.candidates):
        return
    told = account.words_beside.union(*map(account.names_told, account.candidates))
    for match in account.cast.compared.finditer(passage.text):
        name = match["name"]
        if account.resolve(name) is None and name not in told:
            claim = Claim("candidate", passage.at, *match.span("name"), name)
            places = [Place(account.pack.site("evaluate", "candidates"), "the candidates")]
            known = ", ".join(account.candidates)
            message = f'the text speaks of "{match.group()}", but the pack has {len(account.candidates)}: {known}'
            yield refuted(claim, message, "name one of them", places, Severity.WARNING)


def read_itself(reading: Reading) -> Iterator[Entry]:
    """Read whether a text on one candidate compares it with itself: the twin of Candidate C, in a note on C."""
    account, passage = reading.account, reading.passage
    own = passage.topic.candidate
    for match in account.cast.itself.finditer(passage.text) if own in account.candidates else ():
        group = next(name for name, value in match.groupdict().items() if value)
        start, end = passage.sentence(*match.span())
        others = [at for at, _, name in account.mentions(passage) if at < match.end() and account.resolve(name) != own]
        if account.resolve(match[group]) != own or others or account.cast.alone.search(passage.text, start, end):
            continue
        claim = Claim("subject", passage.at, *match.span(), match.group(), own)
        message = f'the text belongs to candidate {own}, and compares with the same: "{match.group()}"'
        place = Place(account.candidate_site(own, "id"), f"candidate {own}")
        yield refuted(claim, message, "name whom it is compared with", [place], Severity.WARNING)


def read_ordinals(reading: Reading) -> Iterator[Entry]:
    """Read a candidate by place who is not there."""
    account, passage = reading.account, reading.passage
    if not account.all_known or passage.topic.role not in _ON_PACK:
        return
    for match in account.cast.ordinal.finditer(passage.text):
        if account.cast.ordinals[match["place"]] > len(account.candidates):
            claim = Claim("candidate", passage.at, *match.span(), match.group())
            places = [Place(account.pack.site("evaluate", "candidates"), "the candidates")]
            message = f'the text speaks of "{match.group()}", but the pack has {len(account.candidates)}'
            yield refuted(claim, message, "name one of them", places, Severity.WARNING)


def _may_be_elsewhere(reading: Reading, name: str) -> bool:
    """Tell whether a name may be one of a question's own people, or stand for anybody."""
    topic = reading.passage.topic
    if topic.question is None:
        return topic.role not in _ON_PACK and name in reading.account.cast.anybody
    value = topic.question.value
    said = " ".join((value.stem, value.excerpt or "", *(option.text for option in value.options)))
    return name in said.replace("'", " ").replace("’", " ").split() or value.excerpt is not None


def read_counts(reading: Reading) -> Iterator[Entry]:
    """Read how many candidates there are said to be."""
    account, role = reading.account, reading.passage.topic.role
    if not account.all_known or role not in _ON_PACK:
        return
    taken = set()
    for forms, fewer in ((account.cast.many, 0), (account.cast.others, 1)):
        for named in reading.find(forms):
            taken.add(named.figure)
            yield from _count(reading, named, len(account.candidates) - fewer)
    for named in _first(reading.find(account.cast.roles)) if role == "setting" else ():
        if named.figure not in taken:
            yield from _count(reading, named, len(account.candidates))


def _first(found: Iterator[Named]) -> list[Named]:
    return sorted(found, key=lambda named: named.start)[:1]


def read_pairs(reading: Reading) -> Iterator[Entry]:
    """Read "Both saw it" where nothing before it in the text may be two, and the pack has more candidates."""
    account, passage = reading.account, reading.passage
    count = len(account.candidates)
    if not account.all_known or count <= _PAIR:
        return
    for match in account.cast.pair.finditer(passage.text):
        start, end = match.start("both"), match.end()
        named = [begin for begin, _, _ in account.mentions(passage) if begin < start]
        if named or account.cast.pairs_up.search(passage.text, 0, start) or _supposed_behind(reading, end):
            continue
        claim = Claim("count", passage.at, start, end, passage.text[start:end])
        place = Place(account.pack.site("evaluate", "candidates"), "the candidates")
        message = f'the text says "{claim.text}", but the pack has {count} candidates'
        yield refuted(claim, message, "mend the count, or say who they are", [place], Severity.WARNING)


def _supposed_behind(reading: Reading, end: int) -> bool:
    last = reading.passage.clause(end - 1, end)[1]
    return reading.known.supposed.search(reading.passage.text, end, last) is not None


def _count(reading: Reading, named: Named, there: int) -> Iterator[Entry]:
    cast, role = reading.account.cast, reading.passage.topic.role
    who = (named.groups.get("who") or "").lower()
    said = 2 if named.groups.get("both") else named.number
    if said is None or said < 2 or _supposed(reading, named):
        return
    sure = who.startswith(cast.sure)
    if not sure and not _is_on_candidates(reading, named, said, there):
        return
    if who and not sure and role != "setting":
        return
    claim = reading.claim("count", named)
    place = Place(reading.account.pack.site("evaluate", "candidates"), "the candidates")
    if said == there:
        yield bound(claim, place)
        return
    count = len(reading.account.candidates)
    certain = sure and named.certain
    message = f'the text says "{named.text}", but the pack has {count} candidates'
    yield refuted(claim, message, "mend the count", [place], Severity.ERROR if certain else Severity.WARNING)


def _supposed(reading: Reading, named: Named) -> bool:
    """Tell whether a count is only supposed; what a setting goes on to tell of those who answer does not say so."""
    if reading.passage.topic.role == "setting":
        start = named.figure[0] if named.figure[0] >= 0 else named.start
        return reading.known.supposed.search(reading.lead(start)) is not None
    return reading.supposes(named.start, named.end)


def _is_on_candidates(reading: Reading, named: Named, said: int, there: int) -> bool:
    """Tell whether a count without a word for candidates is hardly one of anything else."""
    role, account = reading.passage.topic.role, reading.account
    if named.certain:
        return role in _TOLD
    if role == "delivery":
        return not _said_before(reading, named)
    whom = reading.passage.topic.candidate
    if role not in _OWN or whom not in account.candidates or _said_before(reading, named):
        return False
    # A note speaks of the story too: what may be counted there is left alone.
    found = account.candidates[whom]
    told = (account.pack.pack.evaluate.setting, *found.spoken)
    told += tuple(probe.ask for probe in found.probes)
    every = (one for text in told for one in figures(text, account.pack.language) if one.kind == "count")
    numbers = {one.value for one in every}
    few = said <= len(account.candidates) + _SLIP
    if named.groups.get("judged"):
        return few
    # Of so many, all but one are the others.
    own = {float(said), float(said + 1)} if there < len(account.candidates) else {float(said)}
    return few and numbers.isdisjoint(own)


def _said_before(reading: Reading, named: Named) -> bool:
    """Tell whether a text has counted something before: `the larger of the two` then is of that."""
    before = reading.passage.lower[: named.start]
    counts = {one.value for one in figures(before, reading.account.pack.language) if one.kind == "count"}
    pairs = not reading.account.cast.both.isdisjoint(part.strip(".,;:") for part in before.split())
    return pairs or named.number in counts


def read_model(reading: Reading) -> Iterator[Entry]:
    """Read which candidate guidance calls the model."""
    account, passage = reading.account, reading.passage
    model = passage.topic.candidate
    by_end = {end: (start, name) for start, end, name in reversed(account.mentions(passage))}
    for end, (start, name) in by_end.items() if model in account.candidates else ():
        who = account.resolve(name)
        if who is None or not account.cast.model.match(passage.text, end):
            continue
        claim = Claim("subject", passage.at, start, end, passage.text[start:end], who)
        place = Place(account.pack.site("model_answer", "candidate"), "the model answer")
        if who == model:
            yield bound(claim, place)
        else:
            message = f"the guidance calls {claim.text} the model, but model_answer.candidate is {model}"
            yield refuted(claim, message, f"name candidate {model}, or change the model", [place], Severity.WARNING)


def read_subjects(reading: Reading) -> Iterator[Entry]:
    """Read whether a text on one candidate begins with another and never comes to its own."""
    account, passage = reading.account, reading.passage
    own = passage.topic.candidate
    if passage.topic.role not in _OWN or own not in account.candidates:
        return
    mentions = account.mentions(passage)
    names = {account.resolve(name) for _, _, name in mentions}
    if not mentions or own in names or len(names) != 1:
        return
    start, end, name = mentions[0]
    lead = passage.text[:start]
    opens = not lead.strip() if passage.topic.role != "message" else bool(account.cast.scored.search(lead))
    sentence = passage.text[slice(*passage.sentence(start, end))]
    if not opens or account.cast.contrasts.search(sentence) or account.resolve(name) is None:
        return
    claim = Claim("subject", passage.at, start, end, passage.text[start:end], account.resolve(name) or "")
    place = Place(account.candidate_site(own, "id"), f"candidate {own}")
    message = f"the text belongs to candidate {own}, but speaks of {claim.text}"
    yield refuted(claim, message, f"name candidate {own}, or move the text", [place], Severity.WARNING)
