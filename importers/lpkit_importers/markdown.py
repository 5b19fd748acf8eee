"""Questions in Markdown: lists with boxes, of which the one that is ticked is the key.

What stands before a list is its question, what stands behind it up to the next heading or rule the solution. Where
headings or rules hold several lists, what stands between two of them belongs to the second, but for quotes and what
says that it explains.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lpkit.importing import Draft, Imported, LpkitError, Options, lines_of
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.blocks import blocks_of, box_of, holds_choice, html_of, is_choice, without_box
from lpkit_importers.foreign.choice import Choice, Offer
from lpkit_importers.foreign.eased import KEY_LABEL, LABEL
from lpkit_importers.foreign.texts import Texts
from lpkit_importers.page_format.keys import place_of
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.settings import one

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_BOXES = re.compile(rb"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+[\[(][ xX][\])](?:[ \t]|$)", re.MULTILINE)
_HEAD = 65_536
_NUMBER = re.compile(
    r"(?:Q(?:uestion)?\.?\s*)?\d{1,4}\s*[.):](?:\s+|$)|Q(?:uestion)?\s?\d{1,4}(?:\s+|$)", re.IGNORECASE
)
_CALLOUT = re.compile(r"\[!\w+\][-+]?\s*")
_CODE = {"fence", "code_block"}
_TASKS = re.compile(
    r"(?:my |our )?(?:to[- ]?dos?|tasks?|task list|check ?list|next steps|action items|open points|roadmap)\W*",
    re.IGNORECASE,
)
"""Headings above lists of boxes that ask nothing."""


class MarkdownImporter:
    """Reads the lists with boxes of a document. Code keeps its lines and indentation."""

    name = "markdown"
    summary = "Markdown: lists with boxes, - [x] before the right option and - [ ] before the others."
    settings: Mapping[str, str] = {"encoding": "NAME: the encoding of the file, as cp1252, where its bytes do not tell"}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the beginning of the content has a list with boxes."""
        return bool(_BOXES.search(content[:_HEAD].replace(b"\r", b"\n")))

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the questions.

        Raises LpkitError where the bytes are no text, there are too many, or no list has boxes.
        """
        text, _ = decode_table(content, one(options, "encoding") or None)
        account = Account("line")
        blocks = blocks_of(lines_of(text))
        if not any(is_choice(block) or holds_choice(block) for block in blocks):
            raise LpkitError("the file has no list with boxes", "write - [x] before the key, - [ ] before the others")
        drafts = tuple(_questions(blocks, account))
        return Imported(drafts, account.notes())


@dataclass(slots=True)
class _Asked:
    """A question: the blocks before its list, and each item with the code that stands behind it without indentation."""

    before: "list[SyntaxTreeNode]"
    items: "list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]]"
    parted: bool = False
    """Whether code parts its list into several."""


@dataclass(slots=True)
class _Section:
    """What stands between two headings or rules: questions, and the blocks behind the last one."""

    title: "SyntaxTreeNode | None" = None
    asked: list[_Asked] = field(default_factory=list)
    rest: "list[SyntaxTreeNode]" = field(default_factory=list)
    follows: bool = False
    """Whether it begins behind questions within a quote or an entry; what explains is about those."""

    def add(self, block: "SyntaxTreeNode") -> None:
        """Add a block; a list with nothing but code between it and the list before continues that one."""
        if not is_choice(block):
            self.rest.append(block)
            return
        items: list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]] = [(item, []) for item in block.children]
        if self.asked and self.rest and all(one.type in _CODE for one in self.rest):
            self.asked[-1].items[-1][1].extend(self.rest)
            self.asked[-1].items += items
            self.asked[-1].parted = True
        else:
            self.close()
            self.asked.append(_Asked(self.rest, items))
        self.rest = []

    def close(self) -> None:
        """Give code behind a list that code parts to its last option."""
        if self.asked and self.asked[-1].parted and self.rest and self.rest[0].type in _CODE:
            self.asked[-1].items[-1][1].append(self.rest.pop(0))


def _sections(blocks: "Sequence[SyntaxTreeNode]") -> Iterator[_Section]:
    section = _Section()
    for block in blocks:
        if block.type in {"heading", "hr"}:
            section.close()
            yield section
            section = _Section(block if block.type == "heading" else None)
        elif holds_choice(block):
            # Questions within a quote or an entry are whole: none begins before them or goes on behind them.
            if section.asked or section.rest:
                section.close()
                yield section
                section = _Section()
            yield _Section(section.title, rest=[block])
            section = _Section(follows=True)
        else:
            section.add(block)
    section.close()
    yield section


def _questions(blocks: "Sequence[SyntaxTreeNode]", account: Account) -> Iterator[Draft]:
    for section in _sections(blocks):
        _explained(section, account)
        if not section.asked:
            yield from _within(section, account)
            continue
        if _is_task_list(section):
            account.lose(_line(section.title or section.asked[0].items[0][0]), "a list of tasks")
            continue
        alone = len(section.asked) == 1
        if section.title and not alone and (said := Texts().plain(html_of(section.title.to_tokens()))):
            account.lose(_line(section.title), f"the heading {said}")
        behind = [*(one.before for one in section.asked[1:]), section.rest]
        for asked, after in zip(section.asked, behind, strict=True):
            explaining = after if after is section.rest else after[: _explaining(after)]
            yield _question(section.title if alone else None, asked, explaining, account)
            del after[: len(explaining)]


def _explained(section: _Section, account: Account) -> None:
    """Take what explains questions within a quote or an entry away from what follows those."""
    blocks = section.asked[0].before if section.asked else section.rest
    while section.follows and blocks and LABEL.match(Texts().plain(html_of(blocks[0].to_tokens()))):
        account.lose(_line(blocks.pop(0)), "what explains questions within a quote or a list")


def _is_task_list(section: _Section) -> bool:
    """Tell whether a heading says that what is ticked is done, and nothing asks."""
    if section.title is None or any(asked.before for asked in section.asked):
        return False
    return bool(_TASKS.fullmatch(Texts().plain(html_of(section.title.to_tokens()))))


def _within(section: _Section, account: Account) -> Iterator[Draft]:
    """Look for questions that stand within a list or a quote of their own; what holds none is lost."""
    found = False
    for block in section.rest:
        for inner in block.children if block.type.endswith("list") else [block]:
            if inner.type in {"list_item", "blockquote"} and holds_choice(inner):
                found = True
                yield from _questions(inner.children, account)
    if found and section.title and (said := Texts().plain(html_of(section.title.to_tokens()))):
        account.lose(_line(section.title), f"the heading {said}")
    elif not found and (section.title or section.rest):
        account.lose(_line(section.title or section.rest[0]), "text without a question")


def _explaining(blocks: "Sequence[SyntaxTreeNode]") -> int:
    """Count the blocks that explain the list before them: quotes, and what says so."""
    return next((at for at, block in enumerate(blocks) if not _explains(block)), len(blocks))


def _explains(block: "SyntaxTreeNode") -> bool:
    said = Texts().plain(html_of(block.to_tokens()))
    return block.type == "blockquote" or bool(LABEL.match(said) or KEY_LABEL.match(said))


def _question(
    title: "SyntaxTreeNode | None", asked: _Asked, behind: "Sequence[SyntaxTreeNode]", account: Account
) -> Draft:
    texts = Texts()
    heading = _heading(title, asked.before, texts)
    said = "\n".join(texts.plain(html_of(block.to_tokens())) for block in asked.before)
    said = _CALLOUT.sub("", _without_number(said), count=1).strip("\n")
    steps = [LABEL.sub("", step, count=1) for block in behind if (step := texts.prose(html_of(block.to_tokens())))]
    reason = "an option has no box" if any(box_of(item) is None for item, _ in asked.items) else ""
    offers = [_offer(item, code, texts) for item, code in asked.items]
    named = {step: at for step in steps if (at := _named(step, offers)) is not None}
    denied = next((step for step, at in named.items() if offers[at].share < 100), None)
    reason = reason or (f'its boxes say otherwise than "{denied}"' if denied else "")
    steps = [step for step in steps if step not in named]
    stem = "\n".join(part for part in (heading, said) if part)
    line = _line(title or (asked.before or [asked.items[0][0]])[0])
    return Choice(line, stem, offers, steps, losses=texts.losses, reason=reason).draft("line", account)


def _named(said: str, offers: "Sequence[Offer]") -> int | None:
    """Give the place of the option that a line as `Answer: B` names; None where it is no such line."""
    found = KEY_LABEL.match(said)
    return place_of(said[found.end() :], [offer.text.strip() for offer in offers], "") if found else None


def _heading(title: "SyntaxTreeNode | None", before: "Sequence[SyntaxTreeNode]", texts: Texts) -> str:
    """Give a heading as far as it asks: not its number, and nothing where it only names the chapter."""
    if title is None:
        return ""
    said = texts.plain(html_of(title.to_tokens()))
    bare = _without_number(said)
    asks = bare != said or bare.endswith(("?", ":")) or not any(block.type == "paragraph" for block in before)
    if bare and not asks:
        texts.losses.append(f"the heading {bare}")
    return bare if asks else ""


def _without_number(said: str) -> str:
    """Take the number of a question away, as in Q7. or 7)."""
    found = _NUMBER.match(said)
    return said[found.end() :] if found else said


def _offer(item: "SyntaxTreeNode", code: "Sequence[SyntaxTreeNode]", texts: Texts) -> Offer:
    box = box_of(item)
    held = without_box(item) if box is not None else [part for child in item.children for part in child.to_tokens()]
    tokens = [*held, *(part for block in code for part in block.to_tokens())]
    return Offer(texts.plain(html_of(tokens)), 100 if box else 0)


def _line(block: "SyntaxTreeNode") -> int:
    """Give the line on which a block begins, from 1."""
    return block.map[0] + 1 if block.map else 1


importer = MarkdownImporter()
