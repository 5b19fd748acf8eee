"""Multiple-choice questions in Moodle's XML; other kinds of question are counted and named.

The format is described in Moodle's documentation, "Moodle XML format".
"""

from collections.abc import Iterator, Mapping

from lpkit.importing import Draft, Imported, LpkitError, Options
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.choice import Choice, Offer, share_of
from lpkit_importers.foreign.texts import Texts
from lpkit_importers.foreign.xml import Node, begins_with, read_xml

_KINDS = {
    "truefalse": "true-or-false",
    "shortanswer": "short-answer",
    "match": "matching",
    "matching": "matching",
    "randomsamatch": "matching",
    "multianswer": "cloze",
    "cloze": "cloze",
    "gapselect": "gap",
    "ddwtos": "drag-and-drop",
    "ddimageortext": "drag-and-drop",
    "ddmarker": "drag-and-drop",
    "calculatedmulti": "calculated",
    "calculatedsimple": "calculated",
}
"""What kinds of question are called; a kind that is not here has Moodle's own name."""
_WHOLE = {
    "correctfeedback": "what is said of right answers as a whole",
    "partiallycorrectfeedback": "what is said of partly right answers",
    "incorrectfeedback": "what is said of wrong answers as a whole",
}


class MoodleXmlImporter:
    """Reads questions. Feedback on a wrong answer becomes the option's `why`, general feedback the worked solution."""

    name = "moodle-xml"
    summary = "Moodle's XML: the multiple-choice questions with one right answer."
    settings: Mapping[str, str] = {}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the content is XML that begins with a quiz."""
        return begins_with(content, "quiz")

    def read(self, content: bytes, options: Options) -> Imported:  # noqa: ARG002
        """Read the questions.

        Raises LpkitError where the file is not XML, or no quiz of Moodle.
        """
        quiz = read_xml(content)
        if quiz.tag != "quiz":
            raise LpkitError(f"the file is XML, but no quiz of Moodle: it holds <{quiz.tag}>", "export as Moodle XML")
        account = Account("line")
        drafts = tuple(_drafts(quiz, account))
        return Imported(drafts, account.notes())


def _drafts(quiz: Node, account: Account) -> Iterator[Draft]:
    for question in quiz.children("question"):
        kind = question.attributes.get("type", "").strip()
        if kind == "category":
            account.lose(question.line, f"the category {question.said('category') or 'without a name'}")
        elif kind == "multichoice":
            yield _choice(question).draft("line", account)
        elif kind == "description":
            account.lose(question.line, "a text without a question")
        else:
            account.leave(question.line, _KINDS.get(kind, kind or "nameless"))


def _choice(question: Node) -> Choice:
    texts = Texts()
    said = question.first("questiontext")
    form = said.attributes.get("format", "html").strip() if said else "html"
    stem = texts.plain(*_body(said, form))
    offers = [_offer(answer, form, texts) for answer in question.children("answer")]
    general = texts.prose(*_body(question.first("generalfeedback"), form))
    hints = [hint for node in question.children("hint") if (hint := texts.prose(*_body(node, form)))]
    lost = [*texts.losses, *(["hints after the first"] if len(hints) > 1 else []), *_losses(question)]
    return Choice(question.line, stem, offers, [general] if general else [], "".join(hints[:1]), lost)


def _offer(answer: Node, form: str, texts: Texts) -> Offer:
    share = share_of(answer.attributes.get("fraction") or answer.said("fraction") or "0")
    return Offer(texts.plain(*_body(answer, form)), share, texts.prose(*_body(answer.first("feedback"), form)))


def _body(node: Node | None, form: str) -> tuple[str, str]:
    """Give the text of an element and what kind of text that is, which may be left to the question.

    It is what its `text` says, or in old files the element itself.
    """
    if node is None:
        return "", form
    text = node.said("text") if node.first("text") else "".join(one for one in node.parts if isinstance(one, str))
    return text, node.attributes.get("format", form).strip()


def _losses(question: Node) -> Iterator[str]:
    """Name what the format has no place for."""
    if question.said("name"):
        yield "the name of a question"
    if question.said("idnumber"):
        yield "the id number of a question"
    yield from (f"the tag {tag.text().strip()}" for tag in question.within("tag"))
    yield from (what for name, what in _WHOLE.items() if Texts().plain(*_body(question.first(name), "html")))
    if question.said("single") in {"false", "0"}:
        yield "that several answers could be chosen"
    if next(question.within("file", "image_base64"), None):
        yield "a file within the question"


importer = MoodleXmlImporter()
