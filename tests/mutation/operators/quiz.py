"""Operators on questions: keys, options, pools and how items are written."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from mutation.clean import At, Clean
from mutation.registry import Change, operator


def _texts(question: dict[str, Any]) -> list[str]:
    return [option if isinstance(option, str) else option["text"] for option in question["options"]]


def _distractors(clean: Clean) -> Iterator[tuple[At, dict[str, Any], int]]:
    for at, question in clean.questions():
        for number, text in enumerate(_texts(question)):
            if text != question["answer"]:
                yield at, question, number


def _stem(clean: Clean, at: At, text: str) -> Change:
    return Change(clean.pack, (*at, "stem"), (clean.pack.put((*at, "stem"), text),))


@operator("LP401")
def answer_letter_changed(clean: Clean) -> Iterator[Change]:
    """A key that differs from its option in one letter, or in its case."""
    for at, question in clean.questions():
        answer = question["answer"]
        for wrong in (answer[:-1] + ("x" if answer[-1] != "x" else "y"), answer[1:], answer.swapcase()):
            if wrong.strip() and wrong not in _texts(question):
                yield Change(clean.pack, (*at, "answer"), (clean.pack.put((*at, "answer"), wrong),))


@operator("LP401")
def right_option_gone(clean: Clean) -> Iterator[Change]:
    """A question whose right option was written anew and its key was not."""
    for at, question in clean.questions():
        number = _texts(question).index(question["answer"])
        place = (*at, "options", number)
        edit = clean.pack.put(place, "Something else that nobody said")
        yield Change(clean.pack, (*at, "answer"), (edit,), here=False)


@operator("LP402")
def option_given_twice(clean: Clean) -> Iterator[Change]:
    """An option with the text of an earlier one."""
    for at, question in clean.questions():
        texts = _texts(question)
        for later in range(1, len(texts)):
            for text in (texts[later - 1], f" {texts[later - 1].removesuffix('.')}."):
                place = (*at, "options", later)
                yield Change(clean.pack, place, (clean.pack.put(place, text),))


@operator("LP403")
def options_too_few(clean: Clean) -> Iterator[Change]:
    """The key and one distractor."""
    for at, question, number in _distractors(clean):
        both = [question["answer"], _texts(question)[number]]
        yield Change(clean.pack, (*at, "options"), (clean.pack.put((*at, "options"), both),), here=False)


@operator("LP403")
def options_too_many(clean: Clean) -> Iterator[Change]:
    """Six options."""
    for at, question in clean.questions():
        more = ["A red lantern", "A wet towel", "A long ladder", "A new fence"]
        texts = (_texts(question) + more)[:6]
        yield Change(clean.pack, (*at, "options"), (clean.pack.put((*at, "options"), texts),), here=False)


@operator("LP404")
def pool_shrunk(clean: Clean) -> Iterator[Change]:
    """A test pool with a question less of a difficulty than a test needs."""
    have = Counter(question["difficulty"] for _, question in clean.questions() if question["pool"] == "test")
    for difficulty, wanted in clean.library.data["test"]["mix"].items():
        mine = [
            at
            for at, question in clean.questions()
            if (question["pool"], question["difficulty"]) == ("test", difficulty)
        ]
        if wanted:
            moved = mine[: have[difficulty] - wanted + 1]
            edits = tuple(clean.pack.put((*at, "pool"), "practice") for at in moved)
            yield Change(clean.pack, ("questions",), edits, here=False)


@operator("LP404")
def practice_emptied(clean: Clean) -> Iterator[Change]:
    """A pack with nothing to practise."""
    mine = [at for at, question in clean.questions() if question["pool"] == "practice"]
    edits = tuple(clean.pack.put((*at, "pool"), "test") for at in mine)
    yield Change(clean.pack, ("questions",), edits, here=False)


@operator("LP404")
def mix_not_draw(clean: Clean) -> Iterator[Change]:
    """A mix that does not add up to what a test draws."""
    document = clean.library
    for name, number in document.data["test"]["mix"].items():
        edit = document.put(("test", "mix", name), number + 1)
        yield Change(document, ("test", "draw"), (edit,), here=False)
    yield Change(document, ("test", "draw"), (document.put(("test", "draw"), document.data["test"]["draw"] + 1),))


@operator("LP405")
def stem_misquotes_excerpt(clean: Clean) -> Iterator[Change]:
    """A stem that puts words into the mouth of its excerpt."""
    for at, question in clean.questions():
        if "excerpt" in question:
            yield _stem(clean, at, f'{question["stem"]} The answer says "zebras crossed my purple office".')


@operator("LP406")
def solution_says_nothing(clean: Clean) -> Iterator[Change]:
    """A worked solution that names no option."""
    for at, _ in clean.questions():
        edit = clean.pack.put((*at, "steps"), ["Zebras."])
        yield Change(clean.pack, (*at, "steps"), (edit,), here=False)


@operator("LP407")
def hint_is_answer(clean: Clean) -> Iterator[Change]:
    """A hint that gives the key away."""
    for at, question in clean.questions():
        edit = clean.pack.put((*at, "hint"), f"It is {question['answer']}")
        yield Change(clean.pack, (*at, "hint"), (edit,))


@operator("LP408")
def question_copied(clean: Clean) -> Iterator[Change]:
    """A question that was copied under another id."""
    for at, question in clean.questions():
        copy = clean.pack.copied(at, clean.pack.put((*at, "id"), question["id"] + "-again"))
        place = (*at[:-1], int(at[-1]) + 1, "stem")
        yield Change(clean.pack, place, (clean.pack.add_after(at, copy),), here=False)


@operator("LP409")
def pack_copied_under_another_id(clean: Clean) -> Iterator[Change]:
    """The questions of a pack once more in another one."""
    name = "zz-copies/zz-copy.yaml"
    text = clean.pack.text.replace(f"\nid: {clean.pack.data['id']}\n", "\nid: zz-copy\n", 1)
    for at, _ in clean.questions():
        yield Change(clean.pack, (*at, "stem"), (), beside=(name, text), found_in=name, here=False)


def _put_option(clean: Clean, text: str) -> Iterator[Change]:
    for at, _, number in _distractors(clean):
        place = (*at, "options", number)
        yield Change(clean.pack, place, (clean.pack.put(place, text),))


@operator("LP501")
def none_of_the_above(clean: Clean) -> Iterator[Change]:
    """None of the above in the place of a distractor."""
    yield from _put_option(clean, "None of the above")


@operator("LP502")
def all_of_the_above(clean: Clean) -> Iterator[Change]:
    """All of the above in the place of a distractor."""
    yield from _put_option(clean, "All of the above")


@operator("LP503")
def option_names_others(clean: Clean) -> Iterator[Change]:
    """An option that names two others by their place; A and B may well be the candidates."""
    yield from _put_option(clean, "The first and the second option")


@operator("LP507")
def stem_negated(clean: Clean) -> Iterator[Change]:
    """A stem that asks for what is not so."""
    for at, _ in clean.questions():
        yield _stem(clean, at, "Which of these is not what the candidate did?")


@operator("LP509")
def true_or_false(clean: Clean) -> Iterator[Change]:
    """True and False as the only options."""
    for at, _ in clean.questions():
        edits = (clean.pack.put((*at, "options"), ["True", "False"]), clean.pack.put((*at, "answer"), "True"))
        yield Change(clean.pack, (*at, "stem"), edits, here=False)


@operator("LP510")
def blank_in_stem(clean: Clean) -> Iterator[Change]:
    """A blank to fill in."""
    for at, _ in clean.questions():
        yield _stem(clean, at, "The candidate first asked for ____ and then went on.")


@operator("LP519")
def markup_in_option(clean: Clean) -> Iterator[Change]:
    """HTML in an option."""
    for at, question, number in _distractors(clean):
        place = (*at, "options", number)
        text = f"{_texts(question)[number]}<br>"
        yield Change(clean.pack, place, (clean.pack.put(place, text),))
