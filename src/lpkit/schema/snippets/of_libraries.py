"""Snippets for libraries."""

from lpkit.model import Dimension, Frame, Level, Library, Marker, Principle, Rubric, Speaking, TestBlueprint, Verdict
from lpkit.schema.snippets.parts import Body, Known, Snippet, Stop, one_of


def _marker(known: Known) -> Body:
    return {
        "id": Stop("marker-id"),
        "title": Stop("TODO the name of the marker"),
        "dimension": one_of([name for name, _ in known.weights], "dimension-id"),
        "cap": Stop("0"),
        "verdict": one_of(known.verdicts, "verdict-id"),
        "phrases": [Stop("TODO words that give it away")],
        "why": Stop("TODO why it fails an answer"),
    }


def _dimension(weight: int = 100) -> Body:
    return {
        "id": Stop("dimension-id"),
        "title": Stop("TODO the name of the dimension"),
        "weight": Stop(str(weight)),
        "looks_for": Stop("TODO what an answer shows that scores high"),
    }


def _verdict(name: str, starts_at: int, passes: bool) -> Body:
    truth = ("true", "false")
    return {
        "id": Stop(name),
        "title": Stop("TODO the name of the verdict"),
        "from": Stop(str(starts_at)),
        "passes": Stop(truth[not passes], truth),
    }


def _principle(_: Known) -> Body:
    return {
        "id": Stop("principle-id"),
        "title": Stop("TODO the name of the principle"),
        "summary": Stop("TODO what it asks of people"),
    }


def _level(_: Known) -> Body:
    return {"id": Stop("level-id"), "title": Stop("TODO the name of the level")}


def _test(_: Known) -> Body:
    return {
        "draw": Stop("10"),
        "mix": {"easy": Stop("3"), "medium": Stop("4"), "hard": Stop("3")},
        "strong_from": Stop("80"),
    }


def _speaking(_: Known) -> Body:
    return {"words_per_minute": [Stop("130"), Stop("150")]}


def _library(known: Known) -> Body:
    return {
        "format": "1",
        "id": Stop("library-id"),
        "title": Stop("TODO the name of the library"),
        "language": Stop("en"),
        "principles": [_principle(known)],
        "levels": [_level(known)],
        "verdicts": [_verdict("no-hire", 0, False), _verdict("hire", 60, True)],
        "rubrics": [{"id": Stop("rubric-id"), "dimensions": [_dimension()]}],
        "test": _test(known),
        "speaking": _speaking(known),
    }


SNIPPETS: tuple[Snippet, ...] = (
    Snippet("library", "A whole library, to be filled in", Library, _library),
    Snippet("principle", "A principle that packs are about", Principle, _principle),
    Snippet("level", "A job level", Level, _level),
    Snippet(
        "verdict", "A verdict and the total from which it is earned", Verdict, lambda _: _verdict("hire", 60, True)
    ),
    Snippet(
        "rubric",
        "A set of dimensions whose weights sum to 100",
        Rubric,
        lambda _: {"id": Stop("rubric-id"), "dimensions": [_dimension(60), _dimension(40)]},
    ),
    Snippet("dimension", "One thing that a rubric scores", Dimension, lambda _: _dimension(20)),
    Snippet("marker", "A fault that caps a score and the verdict", Marker, _marker),
    Snippet(
        "way to say it",
        "Who did what to whom, in any form of the words",
        Frame,
        lambda _: {"who": [Stop("I")], "did": [Stop("wait")], "what": [Stop("approval")]},
    ),
    Snippet("test", "What the test of a pack is made of", TestBlueprint, _test),
    Snippet("speaking", "How fast candidates speak", Speaking, _speaking),
)
