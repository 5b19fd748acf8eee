"""What is written for each tag: markdownify's converter, narrowed to the Markdown of the format, or to plain text."""

import re
from collections import Counter

from bs4 import Tag
from markdownify import MarkdownConverter

from lpkit.importing.losses import is_held
from lpkit.importing.prose import escaped, fenced

BREAK = "\ufdd0"
"""What stands for a break until the whole text is there: a code point that no text may hold."""

_CODE = "\ufdd1"
UNHELD = BREAK + _CODE
_PLACE = re.compile(rf"(?m)^([ \t]*)((?:[-*] |\d+\. )*){_CODE}(\d+){_CODE}")
_RAISED = {
    "sup": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}
_SIGNS = {"sup": "^", "sub": "_"}


def _unmarked(self: MarkdownConverter, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG001
    return text


class ProseWriter(MarkdownConverter):
    """Emphasis, code, links and lists as Markdown; all other blocks are paragraphs, headings in bold ones."""

    def __init__(self) -> None:
        """Make a writer for one text: it counts the entries of lists and keeps code."""
        super().__init__(bullets="-", wrap=True, wrap_width=None)
        self._entries: Counter[int] = Counter()
        self._code: list[str] = []

    def with_code(self, text: str) -> str:
        """Put code in its places, with the indentation of the list that it is in."""
        return _PLACE.sub(self._indented, text)

    def _indented(self, match: re.Match[str]) -> str:
        before, bullets, number = match.groups()
        margin = before + " " * len(bullets)
        return before + bullets + self._code[int(number)].replace("\n", f"\n{margin}")

    def escape(self, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Escape what Markdown would obey."""
        return escaped(text)

    def fenced(self, text: str) -> str:
        """Give lines of code as a block."""
        return fenced(text)

    def marked(self, sign: str, text: str) -> str:
        """Put signs of emphasis around a text, within its blanks; none where it is more than one paragraph."""
        inner = text.strip(f" \n{BREAK}")
        if not inner or "\n\n" in inner or _CODE in inner or sign in inner:
            return text
        before, _, after = text.partition(inner)
        return f"{before}{sign}{inner}{sign}{after}"

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Strong emphasis; in code there is none."""
        return text if "_noformat" in parent_tags else self.marked("**", text)

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Emphasis; in code there is none."""
        return text if "_noformat" in parent_tags or "*" in text else self.marked("*", text)

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link where its address may be followed, else its text."""
        address = str(el.get("href") or "").strip()
        if (
            "_noformat" in parent_tags
            or not is_held(address)
            or "\n" in text.strip()
            or BREAK in text
            or not text.strip()
        ):
            return text
        if el.get_text().strip() == address:
            return f"<{address}>"
        return f"[{text.strip()}]({address})"

    def convert_code(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Code within a line, between more backticks than it has in a row."""
        inner = text.strip(" \n")
        if "_noformat" in parent_tags or not inner or "\n" in inner or BREAK in inner:
            return text
        runs = [len(run) for run in re.findall("`+", inner)]
        sign, blank = "`" * (max(runs, default=0) + 1), " " if runs else ""
        before, _, after = text.partition(inner)
        return f"{before}{sign}{blank}{inner}{blank}{sign}{after}"

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A block: a paragraph of its own."""
        return "\n\n" + text.strip(" \n") + "\n\n"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A break; in code a line break."""
        return text + ("\n" if "pre" in parent_tags else BREAK)

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Code, which keeps its lines and spaces: it stands aside until all else is written."""
        code = "\n".join(line.rstrip() for line in text.replace("\xa0", " ").split("\n")).strip("\n")
        if not code.strip():
            return ""
        self._code.append(self.fenced(code))
        return f"\n\n{_CODE}{len(self._code) - 1}{_CODE}\n\n"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002, N802
        """A heading: a paragraph in bold."""
        return f"\n\n{self.marked('**', text.strip())}\n\n"

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A rule: a new paragraph."""
        return "\n\n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """An image: what is said in its place."""
        return self.escape(str(el.get("alt") or ""), parent_tags)

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """An entry of a list, numbered as it is counted here."""
        parent = el.parent
        self._entries[id(parent)] += 1
        start = str(parent.get("start") or "") if parent else ""
        first = int(start) if start.isdecimal() and len(start) < 9 else 1
        bullet = f"{first + self._entries[id(parent)] - 1}. " if parent and parent.name == "ol" else "- "
        lines = text.strip(" \n").split("\n")
        margin = " " * len(bullet)
        return bullet + "\n".join([lines[0], *(line and margin + line for line in lines[1:])]).rstrip() + "\n"

    def convert_tr(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A row of a table: a line."""
        return text.rstrip(" |") + BREAK

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A cell of a table."""
        return " ".join(text.replace(BREAK, " ").split()) + " | "

    def _raised(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """A raised or lowered text, in the signs that there are for it, else with a mark before it."""
        raised = text.translate(_RAISED[el.name])
        unlike = any(sign in text and not sign.isspace() for sign in raised)
        return f"{_SIGNS[el.name]}{text}" if unlike else raised

    convert_sup = convert_sub = _raised
    convert_strong = convert_b
    convert_i = convert_cite = convert_dfn = convert_var = convert_em
    convert_kbd = convert_samp = convert_tt = convert_code
    convert_th = convert_td
    convert_p = convert_article = convert_section = convert_blockquote = convert_dl = convert_dt = convert_dd = (
        convert_figcaption
    ) = convert_div
    convert_address = convert_aside = convert_center = convert_details = convert_summary = convert_div
    convert_footer = convert_form = convert_header = convert_fieldset = convert_legend = convert_div
    convert_main = convert_nav = convert_figure = convert_caption = convert_option = convert_div
    convert_del = convert_s = convert_video = _unmarked


class PlainWriter(ProseWriter):
    """The same without any mark: blocks are paragraphs, entries of lists lines, code is as it stands."""

    def escape(self, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Leave a text as it is."""
        return text

    def fenced(self, text: str) -> str:
        """Give code as it is."""
        return text

    def marked(self, sign: str, text: str) -> str:  # noqa: ARG002
        """Leave a text as it is."""
        return text

    convert_a = convert_code = convert_kbd = convert_samp = convert_tt = _unmarked
