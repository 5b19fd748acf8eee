"""The format, version 1: frozen values for what a valid library and a valid pack hold."""

from lpkit.model.library import (
    Dimension,
    Frame,
    Level,
    Library,
    Marker,
    Mix,
    Principle,
    Rubric,
    Speaking,
    TestBlueprint,
    Verdict,
)
from lpkit.model.pack import (
    AutoFail,
    Calibration,
    Candidate,
    Concept,
    Evaluate,
    FixIt,
    ModelAnswer,
    Pack,
    Probe,
    Requirements,
)
from lpkit.model.question import Difficulty, Option, Pool, Question
from lpkit.model.retired import Retired

__all__ = [
    "AutoFail",
    "Calibration",
    "Candidate",
    "Concept",
    "Difficulty",
    "Dimension",
    "Evaluate",
    "FixIt",
    "Frame",
    "Level",
    "Library",
    "Marker",
    "Mix",
    "ModelAnswer",
    "Option",
    "Pack",
    "Pool",
    "Principle",
    "Probe",
    "Question",
    "Requirements",
    "Retired",
    "Rubric",
    "Speaking",
    "TestBlueprint",
    "Verdict",
]
