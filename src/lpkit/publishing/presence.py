"""What of a library and its packs has a line in library.lock, and the hash of what learners see of it.

The hash of an item covers what it says: its own text, the titles that its ids stand for, and for an answer the rubric.
Texts that a note only repeats from elsewhere (the titles of library, principle, level and pack, the prompt beside a
passage, tags) are in no hash: an update replaces all fields of a note, and with them whatever a learner wrote there.
What a key is to a hash stands at its field: `lpkit.model.roles`.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from typing import Any, Final

from pydantic import BaseModel

from lpkit.model import AutoFail, Candidate, Library, Pack, Question, advice_of
from lpkit.model.roles import identity_keys
from lpkit.publishing.lock import RETIRED, Key
from lpkit.publishing.updating import Presence
from lpkit.text.languages import language_of
from lpkit.text.quantities import rising
from lpkit.text.surroundings import surroundings

_ITEMS: Final[Any] = {"evaluate": {"candidates"}, "fix_its": True, "questions": True, "status": True}
"""Parts of a pack that have lines of their own, and its status, which the lock shows in another way."""


def library_presences(library: Library) -> Iterator[Presence]:
    """Give the markers of a library, and what it retired."""
    for marker in library.markers:
        yield Presence("live", Key("marker", marker.id), content_hash(marker))
    for entry in library.retired:
        yield Presence(RETIRED, Key("", entry.id), content_hash(entry))


def pack_presences(library: Library, pack: Pack) -> Iterator[Presence]:
    """Give the items of a pack, and those that it retired."""
    if pack.status == "retired":
        yield Presence(RETIRED, Key("", pack.id), content_hash(pack.status))
        return
    state = "live" if pack.status == "published" else "kept"
    for key, content in _contents(library, pack):
        yield Presence(state, key, content_hash(content), former_paths(pack, key))
    for entry in pack.retired:
        yield Presence(RETIRED, Key("", f"{pack.id}/{entry.id}"), content_hash(entry))


def former_paths(pack: Pack, key: Key) -> tuple[str, ...]:
    """Give the paths that an item of a pack had before: its own former names, then those that the pack's give it."""
    _, _, rest = key.path.partition("/")
    own = [name for question in pack.questions if question.id == rest for name in question.formerly]
    inherited = [f"{name}/{rest}" if rest else name for name in pack.formerly]
    return tuple(dict.fromkeys([*(own if key.kind == "question" else ()), *inherited]))


def _contents(library: Library, pack: Pack) -> Iterator[tuple[Key, Any]]:
    answers = {candidate.id: candidate.answer for candidate in pack.evaluate.candidates}
    yield Key("pack", pack.id), pack.model_dump(mode="json", exclude=identity_keys(Pack) | _ITEMS)
    yield Key("concepts", pack.id), pack.concepts
    model = [pack.model_answer, answers.get(pack.model_answer.candidate)]
    yield Key("coaching", pack.id), [pack.prompt, pack.coaching, model]
    yield from _asked_of(pack)
    for question in pack.questions:
        yield Key("question", f"{pack.id}/{question.id}"), _asked(library, question)
    for fix_it in pack.fix_its:
        yield Key("fix-it", f"{pack.id}/{fix_it.id}"), [library.language, fix_it]
    for candidate in pack.evaluate.candidates:
        yield Key("candidate", f"{pack.id}/{candidate.id}"), _scored(library, pack, candidate)
        by_marker = sorted(candidate.auto_fails, key=lambda found: found.marker)
        for marker, found in groupby(by_marker, key=lambda found: found.marker):
            yield (
                Key("auto-fail", f"{pack.id}/{candidate.id}/{marker}"),
                _failed(library, pack, candidate, marker, list(found)),
            )


def _asked_of(pack: Pack) -> Iterator[tuple[Key, Any]]:
    """Give what is a card of its own because its author phrased a question for it, and gave it an id."""
    for concept in pack.concepts:
        if concept.ask and concept.id:
            yield Key("concept", f"{pack.id}/{concept.id}"), concept
    for advice in map(advice_of, pack.coaching):
        if advice.ask and advice.id:
            yield Key("coaching-note", f"{pack.id}/{advice.id}"), advice


def _asked(library: Library, question: Question) -> dict[str, Any]:
    """Give a question; a pin is left out where it holds nothing: rising numbers keep their places anyway."""
    content = _plain(question)
    held = rising([option.text for option in question.options], language_of(library.language))
    for option in content["options"] if held else ():
        option.pop("pinned", None)
    return content


def _scored(library: Library, pack: Pack, candidate: Candidate) -> list[Any]:
    """Give what is shown with an answer that learners score."""
    evaluate = pack.evaluate
    calibration = [entry for entry in evaluate.calibration if entry.candidate == candidate.id]
    found = {entry.marker for entry in candidate.auto_fails}
    markers = [(entry.id, entry.title) for entry in library.markers if entry.id in found]
    bands = [(entry.title, entry.starts_at) for entry in library.verdicts]
    passes = [entry.passes for entry in library.verdicts if entry.id == candidate.verdict]
    exercise = [pack.prompt, evaluate.minutes, evaluate.setting, evaluate.score_first]
    return [candidate, *exercise, _rubric(library, pack), bands, passes, calibration, markers]


def _failed(library: Library, pack: Pack, candidate: Candidate, marker: str, found: list[AutoFail]) -> list[Any]:
    """Give what is shown with the passages of an answer in which a marker was found."""
    others = [entry.quote for entry in candidate.auto_fails if entry.marker != marker]
    shown = [surroundings(candidate.answer, entry.quote, others) for entry in found]
    rule = [entry for entry in library.markers if entry.id == marker]
    dimensions = {entry.dimension for entry in rule}
    verdicts = {entry.verdict for entry in rule}
    titles = [
        *(entry.title for entry in _rubric(library, pack) if entry.id in dimensions),
        *(entry.title for entry in library.verdicts if entry.id in verdicts),
    ]
    return [shown, others, found, rule, titles]


def _rubric(library: Library, pack: Pack) -> list[Any]:
    rubric = pack.evaluate.rubric
    if not isinstance(rubric, str):
        return list(rubric)
    return [dimension for entry in library.rubrics if entry.id == rubric for dimension in entry.dimensions]


def content_hash(content: Any) -> str:
    """Give 16 hexadecimal digits of the SHA-256 of some content as canonical JSON."""
    canonical = json.dumps(content, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode(errors="surrogatepass")).hexdigest()[:16]


def _plain(value: BaseModel) -> dict[str, Any]:
    return value.model_dump(mode="json", by_alias=True, exclude=identity_keys(type(value)))
