"""The course of events: which of two things came first by a text, and by the story of which it speaks."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity, Site
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.reading import Reading, refuted
from lpkit.text.sequence import misplaced


def read_courses(reading: Reading) -> Iterator[Entry]:
    """Read which of two things a text says came first."""
    source = _story(reading)
    if source is None or reading.account.mentions(reading.passage):
        return
    site, what, story = source
    passage = reading.passage
    for start, said, first, then in misplaced(passage.text, story, reading.account.pack.language):
        claim = Claim("moment", passage.at, start, start + len(said), said, passage.topic.candidate)
        message = f'the text says "{said}", but {what} tells of "{first}" before it tells of "{then}"'
        yield refuted(claim, message, "mend the order, or say that it was told backwards", [Place(site, what)], _LOOK)


_LOOK = Severity.INFO


def _story(reading: Reading) -> tuple[Site, str, str] | None:
    account, topic = reading.account, reading.passage.topic
    if topic.question is not None:
        excerpt = topic.question.value.excerpt
        return (topic.question.site("excerpt"), "the excerpt", excerpt) if excerpt else None
    if topic.candidate not in account.candidates:
        return None
    site = account.candidate_site(topic.candidate, "answer")
    return site, f"the answer of candidate {topic.candidate}", account.candidates[topic.candidate].answer
