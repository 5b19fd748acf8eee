"""Candidates in prose: names that nobody has, counts that are not theirs, a text on one that speaks of another."""

from collections.abc import Iterator
from itertools import islice

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound

_ON_PACK = frozenset(("setting", "delivery", "note", "reason", "message", "rewrite", "guidance"))
_TOLD = frozenset(("setting", "delivery", "message"))
_PAIR = 2
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
    for named in islice(reading.find(account.cast.roles), 1) if role == "setting" else ():
        if named.figure not in taken:
            yield from _count(reading, named, len(account.candidates))


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
    if said is None or said < 2 or reading.supposes(named.start, named.end):
        return
    sure = who.startswith(cast.sure)
    if not sure and (role not in _TOLD or (not named.certain and (role != "delivery" or _said_before(reading, named)))):
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


def _said_before(reading: Reading, named: Named) -> bool:
    """Tell whether a text has counted something before: `the larger of the two` then is of that."""
    before = reading.passage.lower[: named.start]
    word = reading.passage.lower[slice(*named.figure)]
    return any(part.strip(".,;:") in {word, *reading.account.cast.both} for part in before.split())


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
