"""Snippets for packs."""

from lpkit.model import (
    Advice,
    AutoFail,
    Calibration,
    Candidate,
    Concept,
    Evaluate,
    FixIt,
    ModelAnswer,
    Option,
    Pack,
    Probe,
    Question,
    Requirements,
    Retired,
)
from lpkit.schema.snippets.parts import Body, Known, Snippet, Stop, one_of


def _dimensions(known: Known) -> list[str]:
    return [name for name, _ in known.weights]


def _candidate(known: Known, name: str = "a", best: bool = False) -> dict[str | Stop, Body]:
    """Give a candidate who has no points at all, or all of them."""
    points = {name: weight if best else 0 for name, weight in known.weights} or {"dimension-id": 100 if best else 0}
    scores: dict[str | Stop, Body] = {
        key if known.weights else Stop(key): Stop(str(value)) for key, value in points.items()
    }
    return {
        "id": Stop(name),
        "answer": Stop(f"TODO what candidate {name} said"),
        "delivery": Stop("TODO how it sounded"),
        "scores": scores,
        "total": Stop(str(sum(points.values()))),
        "verdict": one_of(known.verdicts, "verdict-id", -1 if best else 0),
        "notes": Stop(f"TODO the notes of the expert on candidate {name}"),
    }


def _auto_fail(known: Known) -> Body:
    return {
        "marker": one_of(known.markers, "marker-id"),
        "quote": Stop("TODO the words of the answer that show it"),
        "why": Stop("TODO why these words show it"),
    }


def _concept(_: Known) -> Body:
    return {"title": Stop("TODO a concept"), "text": Stop("TODO what to know before practising")}


def _evaluate(known: Known) -> Body:
    return {
        "minutes": Stop("3"),
        "setting": Stop("TODO who asks, and what counts"),
        "score_first": [one_of(_dimensions(known), "dimension-id")],
        "rubric": one_of(known.rubrics, "rubric-id"),
        "candidates": [_candidate(known), _candidate(known, "b", best=True)],
    }


def _fix_it(_: Known) -> Body:
    return {
        "id": Stop("fix-1"),
        "title": Stop("TODO what the rewrite mends"),
        "candidate": Stop("a"),
        "before": Stop("TODO the weak words of the answer"),
        "after": Stop("TODO the same passage, rewritten"),
        "why": Stop("TODO why the rewrite is stronger"),
    }


def _model_answer(_: Known) -> Body:
    return {"guidance": Stop("TODO what a strong answer does"), "candidate": Stop("b")}


def _question(_: Known) -> Body:
    return {
        "id": Stop("question-1"),
        "pool": Stop("practice", ("practice", "test")),
        "difficulty": Stop("easy", ("easy", "medium", "hard")),
        "stem": Stop("TODO ask so that it can be answered without the options"),
        "options": [Stop("TODO the right option"), Stop("TODO a wrong option"), Stop("TODO one more wrong option")],
        "answer": Stop("TODO the right option"),
        "steps": [Stop("TODO how a learner gets to the answer")],
        "hint": Stop("TODO a nudge that does not give the answer away"),
    }


def _pack(known: Known) -> Body:
    return {
        "format": "1",
        "id": Stop("file-name-without-its-ending"),
        "title": Stop("TODO the name of the pattern"),
        "principle": one_of(known.principles, "principle-id"),
        "level": one_of(known.levels, "level-id"),
        "status": Stop("draft", ("draft", "published", "retired")),
        "prompt": Stop("TODO the interview question, in the words of the interviewer"),
        "concepts": [_concept(known)],
        "evaluate": _evaluate(known),
        "fix_its": [_fix_it(known)],
        "coaching": [Stop("TODO a note of the coach")],
        "model_answer": _model_answer(known),
        "questions": [_question(known)],
    }


SNIPPETS: tuple[Snippet, ...] = (
    Snippet("pack", "A whole pack, to be filled in", Pack, _pack),
    Snippet("concept", "Something to know before practising", Concept, _concept),
    Snippet("evaluate", "The exercise with two answers to score", Evaluate, _evaluate),
    Snippet("candidate", "An answer with its scores", Candidate, lambda known: _candidate(known)),
    Snippet("auto-fail", "A marker that was found in the answer, with its quote", AutoFail, _auto_fail),
    Snippet(
        "probe",
        "A follow-up question of the interviewer, with the reply",
        Probe,
        lambda _: {
            "ask": Stop("TODO what the interviewer asks next"),
            "reply": Stop("TODO what the candidate replies"),
            "shows": Stop("TODO what the reply shows"),
        },
    ),
    Snippet(
        "calibration",
        "What a reader's own score tells",
        Calibration,
        lambda _: {"candidate": Stop("a"), "above": Stop("50"), "message": Stop("TODO what such a score tells")},
    ),
    Snippet("fix-it", "A weak passage of an answer with its rewrite", FixIt, _fix_it),
    Snippet(
        "note",
        "A note of the coach that answers a question, which makes a card of it",
        Advice,
        lambda _: {"text": Stop("TODO a note of the coach"), "ask": Stop("TODO the question that it answers")},
    ),
    Snippet("model answer", "What a strong answer does, and who gives it", ModelAnswer, _model_answer),
    Snippet(
        "requirements",
        "Figures that the model answer meets",
        Requirements,
        lambda _: {"first_person_sentences": Stop("3"), "numbers": Stop("1")},
    ),
    Snippet("question", "A multiple-choice question with its solution", Question, _question),
    Snippet(
        "option with a reason",
        "A wrong option that tells why it is wrong",
        Option,
        lambda _: {"text": Stop("TODO a wrong option"), "why": Stop("TODO why it is wrong")},
    ),
    Snippet(
        "retired id",
        "An id that was published and is no longer in use",
        Retired,
        lambda _: {"id": Stop("old-id"), "reason": Stop("TODO why it was retired")},
    ),
)
