"""Markdown to blocks by markdown-it, and blocks to HTML: what importers read questions from.

Only the blocks of a file are told apart at once, in a time that grows as the file does; marks within a text are read
where one is asked for, and not in texts that are longer than the format may hold.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from lpkit.importing import LpkitError
from lpkit.model.types import MAX_TEXT
from lpkit_importers.foreign.eased import eased

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

MARKDOWN_MOST = 2_000_000
"""Characters of Markdown that are read."""
_BOX = re.compile(r"[\[(]([ xX])[\])](?:\s+|$)")
_HOLDING = {"blockquote", "list_item", "bullet_list", "ordered_list"}
_BORDER = re.compile(r"\s*</?quiz\b[^<>]*>\s*")


def blocks_of(lines: Sequence[str]) -> "list[SyntaxTreeNode]":
    """Give the blocks of a document, one within another as its lists and quotes are; their lines count from 0.

    Raises LpkitError where there is more text than is read.
    """
    from markdown_it.tree import SyntaxTreeNode

    # Between two lines there is one character more.
    if sum(map(len, lines)) + len(lines) - 1 > MARKDOWN_MOST:
        raise LpkitError(f"the file has more than {MARKDOWN_MOST:,} characters of Markdown", "split it")
    numbered = eased(_bare(lines))
    tokens = _parser().parse("\n".join(line for _, line in numbered))
    for token in tokens:
        if token.map:
            begin, end = token.map
            token.map = [numbered[begin][0], numbered[end - 1][0] + 1] if end > begin else [numbered[begin][0]] * 2
    return SyntaxTreeNode(tokens).children


def _bare(lines: Sequence[str]) -> list[str]:
    """Empty the lines of front matter; lines that only begin or end a quiz part it from what is around it."""
    bare = ["***" if _BORDER.fullmatch(line) else line for line in lines]
    end = next((at for at, line in enumerate(bare) if at and line.rstrip() in {"---", "..."}), 0)
    if bare and bare[0].rstrip() == "---" and end:
        bare[: end + 1] = [""] * (end + 1)
    return bare


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable("html_block")
    parser.core.ruler.disable(["inline"])
    return parser


def html_of(tokens: "Sequence[Token]") -> str:
    """Give blocks as HTML."""
    parser = _parser()
    for token in tokens:
        if token.type == "inline" and not token.children:
            token.children = []
            if len(token.content) <= MAX_TEXT:
                parser.inline.parse(token.content, parser, {}, token.children)
            else:
                token.children = [_text(token.content)]
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


def _text(content: str) -> "Token":
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)


def box_of(item: "SyntaxTreeNode") -> bool | None:
    """Tell whether an item of a list is ticked; None where it has no box."""
    found = _BOX.match(_begin(item))
    return None if found is None else found.group(1) != " "


def _begin(item: "SyntaxTreeNode") -> str:
    """Give the text with which an item begins."""
    first = item.children[0] if item.children else None
    return first.children[0].content if first and first.type == "paragraph" and first.children else ""


def without_box(item: "SyntaxTreeNode") -> "list[Token]":
    """Give what stands in an item of a list behind its box."""
    tokens = [token for child in item.children for token in child.to_tokens()]
    inline = next(token for token in tokens if token.type == "inline")
    inline.content = _BOX.sub("", inline.content, count=1)
    return tokens


def holds_choice(node: "SyntaxTreeNode") -> bool:
    """Tell whether a quote or list is none itself, and has a list with a box in any item within."""
    waiting = [] if is_choice(node) else [node]
    while waiting:
        inner = waiting.pop().children
        if any(is_choice(child) for child in inner):
            return True
        waiting.extend(child for child in inner if child.type in _HOLDING)
    return False


def is_choice(node: "SyntaxTreeNode") -> bool:
    """Tell whether a block is a list with a box in any item."""
    return node.type in {"bullet_list", "ordered_list"} and any(box_of(item) is not None for item in node.children)
