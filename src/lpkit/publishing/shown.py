"""What a judge that learns is shown of a pack, as hashes: with another title, tag or hint it would judge alike."""

from collections.abc import Iterator

from lpkit.model import Library, Pack
from lpkit.publishing.lock import Key
from lpkit.publishing.presence import content_hash
from lpkit.publishing.updating import Presence


def judged_presences(library: Library, pack: Pack) -> Iterator[Presence]:
    """Give the questions of a published pack, by options and key, and its answers with a delivery, by that and whether
    they pass; the language tells which words are of which kind."""
    if pack.status != "published":
        return
    for question in pack.questions:
        texts = sorted(option.text for option in question.options)
        yield _live("question", f"{pack.id}/{question.id}", [library.language, texts, question.answer])
    passing = {verdict.id for verdict in library.verdicts if verdict.passes}
    for candidate in pack.evaluate.candidates:
        if candidate.delivery:
            passes = candidate.verdict in passing
            yield _live("candidate", f"{pack.id}/{candidate.id}", [library.language, candidate.delivery, passes])


def _live(kind: str, path: str, content: list[object]) -> Presence:
    return Presence("live", Key(kind, path), content_hash(content))
