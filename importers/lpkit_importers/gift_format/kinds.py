"""Which kind of question an entry is, decided in Moodle's order; all kinds but one are named and not taken."""

from enum import StrEnum

from lpkit_importers.gift_format.grammar import Parts

_TRUTHS = {"T", "TRUE", "F", "FALSE"}


class Kind(StrEnum):
    """A kind of question, by the name under which it is counted."""

    CHOICE = "multiple choice"
    DESCRIPTION = "description"
    ESSAY = "essay"
    NUMERICAL = "numerical"
    MATCHING = "matching"
    TRUE_FALSE = "true or false"
    SHORT = "short answer"
    CLOZE = "embedded answers"
    UNREADABLE = "not readable"


REASONS = {
    Kind.DESCRIPTION: "a text without answers asks nothing: it is a description",
    Kind.ESSAY: "an essay has no options",
    Kind.NUMERICAL: "a numerical question has no options",
    Kind.MATCHING: "a matching question has no single key",
    Kind.TRUE_FALSE: "true or false is no choice of options",
    Kind.SHORT: "a short answer has no wrong options",
}
"""Why no other kind than a choice is taken."""


def kind_of(parts: Parts) -> Kind:
    """Tell of which kind an entry is.

    A tilde anywhere makes a choice, whatever else there is: an arrow makes a matching question only without one.
    """
    if parts.fault:
        return Kind.CLOZE if "Cloze" in parts.fault else Kind.UNREADABLE
    if parts.answers is None:
        return Kind.DESCRIPTION
    if not parts.answers:
        return Kind.ESSAY
    if parts.answers.startswith("#"):
        return Kind.NUMERICAL
    if "~" in parts.answers:
        return Kind.CHOICE
    if "=" in parts.answers and "->" in parts.answers:
        return Kind.MATCHING
    # Moodle asks for capital letters; {true} is meant so too, and no other kind could be taken instead.
    return Kind.TRUE_FALSE if parts.answers.partition("#")[0].strip().upper() in _TRUTHS else Kind.SHORT
