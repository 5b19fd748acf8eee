"""What players of H5P say around questions, and titles within its limits."""

from collections.abc import Mapping

from lpkit_exporters.bundle.printable import printable
from lpkit_exporters.items.naming import cut

MOST_TITLE = 255
_NO_TAGS = str.maketrans({"<": "‹", ">": "›"})

BUTTONS: Mapping[str, str] = {
    "checkAnswerButton": "Check",
    "submitAnswerButton": "Submit",
    "showSolutionButton": "Show solution",
    "tryAgainButton": "Retry",
    "tipsLabel": "Show hint",
    "scoreBarLabel": "You got :num out of :total points",
    "tipAvailable": "Hint available",
    "feedbackAvailable": "Feedback available",
    "readFeedback": "Read feedback",
    "wrongAnswer": "Wrong answer",
    "correctAnswer": "Correct answer",
    "shouldCheck": "Should have been chosen",
    "shouldNotCheck": "Should not have been chosen",
    "noInput": "Answer before you view the solution",
}
SET_WORDS: Mapping[str, str] = {
    "prevButton": "Previous question",
    "nextButton": "Next question",
    "finishButton": "Finish",
    "submitButton": "Submit",
    "textualProgress": "Question @current of @total",
    "jumpToQuestion": "Question %d of %total",
    "questionLabel": "Question",
    "readSpeakerProgress": "Question @current of @total",
    "unansweredText": "Not answered",
    "answeredText": "Answered",
    "currentQuestionText": "Current question",
}
END: Mapping[str, object] = {
    "showResultPage": True,
    "showSolutionButton": True,
    "showRetryButton": True,
    "noResultMessage": "Finished",
    "message": "Your result:",
    "overallFeedback": [{"from": 0, "to": 100}],
    "solutionButtonText": "Show solutions",
    "retryButtonText": "Retry",
    "finishButtonText": "Finish",
    "submitButtonText": "Submit",
    "showAnimations": False,
    "skippable": False,
}


def title(text: str) -> str:
    """Give a title on one line, in which nothing looks like markup: some sites show titles as they are."""
    return cut(" ".join(printable(text).split()).translate(_NO_TAGS), MOST_TITLE)
