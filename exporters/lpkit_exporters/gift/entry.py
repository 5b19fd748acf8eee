r"""Entries of GIFT: one question each, on lines of its own, with nothing in a text that GIFT would obey.

Texts are HTML, as Moodle itself writes them. Each is one line: breaks of code are entities, since programs read `\n` in
two ways.
"""

import re

from lpkit_exporters.items import Choice, Evaluation, Option
from lpkit_exporters.items.page import asked, explained, guidance_page, prompt_page
from lpkit_exporters.moodle.names import Names, item_title, title

_SIGNS = re.compile(r"[\\~=#{}:]")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)


def choice_entry(item: Choice, names: Names) -> str:
    """Give a choice with one right answer."""
    answers = "".join(f"\t{_answer(option)}\n" for option in item.options)
    general = escaped(explained(item, with_hints=True))
    head = _head(item_title(item), names.idnumbers[item.id], names.tags(item.tags))
    return f"{head}[html]{escaped(asked(item))} {{\n{answers}\t####{general}\n}}\n\n"


def essay_entry(evaluation: Evaluation, names: Names) -> str:
    """Give an essay: the interview question, and how a strong answer is built."""
    name = title(evaluation.prompt.line())
    head = _head(name, names.idnumbers[evaluation.id], names.tags(evaluation.tags))
    return f"{head}[html]{escaped(prompt_page(evaluation))} {{\n\t####{escaped(guidance_page(evaluation))}\n}}\n\n"


def category_entry(path: str) -> str:
    """Give what puts all questions behind it into a category. Nothing is escaped in it: a backslash would be one."""
    return f"$CATEGORY: {path.replace(chr(92), '∖')}\n\n"


def escaped(html: str) -> str:
    """Give HTML on one line in which every sign of GIFT is text."""
    parts = _CODE.split(html)
    lines = (part.replace("\n", "&#10;" if place % 2 else " ") for place, part in enumerate(parts))
    return _SIGNS.sub(r"\\\g<0>", "".join(lines))


def _head(name: str, idnumber: str, tags: list[str]) -> str:
    told = " ".join([f"[id:{idnumber}]", *(f"[tag:{tag}]" for tag in tags)])
    return f"// {told}\n::{escaped(name)}::"


def _answer(option: Option) -> str:
    said = f" #{_marked(option.feedback.phrase())}" if option.feedback else ""
    return f"{'=' if option.is_key else '~'}{_marked(option.text.phrase())}{said}"


def _marked(html: str) -> str:
    """Escape a text, and say that it is HTML where it begins as a format or a weight does."""
    return f"{'[html]' if html.startswith(('[', '%')) else ''}{escaped(html)}"
