"""Content of H5P: a multiple-choice question, and a set of them."""

from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.h5p.simple import simple
from lpkit_exporters.h5p.versions import MULTI_CHOICE, Versions
from lpkit_exporters.h5p.wording import BUTTONS, END, SET_WORDS, title
from lpkit_exporters.items import Choice, ItemPool, Option, Text
from lpkit_exporters.items.page import asked, explained, open_hints

_MOST_DOTS = 20
"""Questions of a set up to which a dot for each is shown."""


def question(item: Choice) -> dict[str, Any]:
    """Give the parameters of a multiple-choice question; the solution is what is said of the key."""
    tip = "".join(simple(hint.html()) for hint in open_hints(item))
    solution = simple(explained(item))
    return {
        "question": simple(asked(item)),
        "answers": [_answer(option, tip, solution if option.is_key else "") for option in item.options],
        "overallFeedback": [{"from": 0, "to": 100}],
        "behaviour": {
            "enableRetry": item.pool == "practice",
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "type": "single",
            "singlePoint": True,
            "randomAnswers": item.may_shuffle,
            "showSolutionsRequiresInput": True,
            "confirmCheckDialog": False,
            "confirmRetryDialog": False,
            "autoCheck": False,
            "passPercentage": 100,
            "showScorePoints": True,
        },
        "UI": BUTTONS,
    }


def question_set(pool: ItemPool, file: PackFile, versions: Versions) -> dict[str, Any]:
    """Give the parameters of a set; one for a test draws as the library says, and tells nothing before its end."""
    is_test = pool.id == "test"
    drawn = {"poolSize": file.test.draw} if is_test and file.test.draw < len(pool.items) else {}
    return {
        "introPage": {
            "showIntroPage": True,
            "title": escape(title(f"{file.title}: {pool.title}"), quote=False),
            "introduction": simple(Text(file.prompt).html()),
            "startButtonText": "Start",
        },
        "progressType": "dots" if len(pool.items) <= _MOST_DOTS else "textual",
        "passPercentage": file.test.strong_from,
        "questions": [_part(item, versions) for item in pool.items],
        "disableBackwardsNavigation": False,
        "randomQuestions": is_test,
        **drawn,
        "endGame": END,
        "override": {"checkButton": not is_test},
        "texts": SET_WORDS,
    }


def _part(item: Choice, versions: Versions) -> dict[str, Any]:
    shown = {"contentType": "Multiple Choice", "license": "U", "title": title(item.name)}
    return {
        "library": versions.named(MULTI_CHOICE),
        "params": question(item),
        "subContentId": str(uuid5(NAMESPACE_URL, f"lpkit:{item.id}")),
        "metadata": shown,
    }


def _answer(option: Option, tip: str, solution: str) -> dict[str, Any]:
    chosen = simple(option.feedback.html()) if option.feedback else ""
    said = {"tip": tip, "chosenFeedback": chosen or solution, "notChosenFeedback": solution}
    return {"text": simple(option.text.html()), "correct": option.is_key, "tipsAndFeedback": said}
