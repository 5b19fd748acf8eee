"""Choices as a format of items gives them back: what was exported, read by our own importer, compared text by text.

What a format has no field for comes back in another one, as its losses say: the excerpt above the stem, steps as one
text with the mistakes below them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from html import unescape
from typing import Any

from fields import SOURCE, corpus_of
from lpkit.export import Corpus, render_markdown
from lpkit.importing import load_importer
from lpkit_exporters.items import Choice
from lpkit_exporters.items.page import explained, open_hints

CODE = "Look:\n\n    if x == {1: 'a'}:\n        y = \"~#=:\"  # \\n stays\n\nWhat is `y`?"
NASTY = (
    "~ = # { } : -> %50% [html] // :: $CATEGORY: ####",
    "<b>bold</b> & &amp; ]]> <![CDATA[ </text> <!-- -->",
    r"\(x^2\) and $$\frac{a}{b}$$, C:\new\table",
    "שלום עולם, (abc) مرحبا 123",
    "%100% of all [markdown] brackets, ANSWER: B",
    "A) looks like an option",
    "ANSWER: C",
    "Why: a label",
    "“Quotes” 'and' \"more\" – – … 😀",
    "</script><script>alert(1)</script> <img src=x onerror=alert(1)>",
    "${x} $x {{x}} {% x %} <%= x %> #{x} @@PLUGINFILE@@/a [[x]]",
    ">>q<< ||hint|| [[a, (b)]] (x) one ( ) two [x] {{ hint }} ===",
    "\u202eturned\u202c a\u200bb e\u0301 \ufb01 line",
    "-1/2 = {#0.5:1} {=a~b} {1:MULTICHOICE:=a~b} {T}",
    "`~=#{}:` ``a`b`` \\\\` \\n \\",
    "|a|b|\u0009tab, \"csv\"; 'x' ^^^ %20 &#x41; &lt;p&gt;",
    "1. one",
    "# heading",
    "> quote",
    "word " * 399 + "end.",
)
"""Texts that formats read as something else, of which the last has 2,000 characters."""

_TAG = re.compile(r"<[^>]*>")


def nasty_corpus() -> Corpus:
    """Give the sample with a question for each nasty text: in its stem, its options and what is said of them."""
    source = deepcopy(SOURCE)
    asked = source["pack"]["questions"]
    plain = {**asked[0], "excerpt": None, "formerly": []}
    for number, text in enumerate((*NASTY, CODE)):
        options = [
            {"text": f"{text} 1", "why": _literal(f"{text} a")},
            {"text": f"2 {text}", "why": None},
            {"text": text, "why": _literal(text)},
            {"text": "another", "why": _literal("* starred\n\n* list")},
        ]
        entry = {"id": f"nasty-{number}", "stem": text, "options": options, "answer": f"2 {text}"}
        said = {"steps": [_literal(text)], "hint": _literal(text), "mistakes": []}
        asked.append({**plain, **entry, **said})
    few = ["Yes", "yes, but not at all nights"]
    many = ["10", "10.0", "1e1", "ten", "10 %", "(10)", "=10", "10~", "A. 10", "10; 10", '10, or "10"', "#10"]
    for name, options in (("few", few), ("many", many)):
        said = {"steps": [f"So {options[-1]}"], "hint": None, "mistakes": []}
        asked.append({**plain, "id": f"nasty-{name}", "stem": name, "options": options, "answer": options[-1], **said})
    return corpus_of(source)


def corpus_of_controls() -> Corpus:
    """Give the sample with characters in its texts and titles that no file for others holds."""
    source = deepcopy(SOURCE)
    signs = "a\x00b\x0bc\x1f\ufffe"
    source["library"]["title"] += signs
    for key in ("title", "prompt"):
        source["pack"][key] += signs
    first = source["pack"]["questions"][0]
    options = [{"text": f"{signs} {place}", "why": f"{signs} {place}"} for place in range(3)]
    said = {"stem": signs, "steps": [signs], "hint": signs, "mistakes": [signs]}
    first |= {**said, "options": options, "answer": options[1]["text"]}
    return corpus_of(source)


def _literal(text: str) -> str:
    """Write a text as Markdown that shows it; code is left as it is."""
    return text if "\n" in text else re.sub(r"([\\`*_\[\]<>&~#+-])", r"\\\1", text)


def drafts_of(importer: str, content: bytes, **options: Sequence[str]) -> list[Mapping[str, Any]]:
    """Give the questions that an importer reads; none is left out."""
    read = load_importer(importer).read(content, options)
    assert [draft.unfit for draft in read.drafts if draft.unfit] == []
    assert [note.message for note in read.notes if note.message.startswith("left out")] == []
    return [draft.fields for draft in read.drafts]


def said_of(item: Choice, *, prose: bool = True) -> dict[str, Any]:
    """Give a choice as it should come back: the key, options with reasons, and of all prose what is read."""
    options = [
        (option.text.lines(), seen(option.feedback.html()) if option.feedback and prose else "")
        for option in item.options
    ]
    return {
        "stem": "\n\n".join(
            [*(passage.text.lines() for passage in item.context if not passage.title), item.stem.lines()]
        ),
        "options": options,
        "answer": item.key.text.lines(),
        "steps": seen(explained(item)) if prose else "",
        "hint": seen("".join(hint.html() for hint in open_hints(item))) if prose else "",
    }


def came_back(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an importer read in the same shape."""
    return {
        "stem": fields["stem"],
        "options": list(_options(fields["options"])),
        "answer": fields["answer"],
        "steps": seen("".join(map(render_markdown, fields["steps"]))),
        "hint": seen(render_markdown(fields.get("hint") or "")),
    }


def _options(options: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for option in options:
        text, why = (option, "") if isinstance(option, str) else (option["text"], option.get("why") or "")
        yield text, seen(render_markdown(why))


def seen(html: str) -> str:
    """Give the words that HTML shows."""
    return " ".join(unescape(_TAG.sub(" ", html.replace("<code>", "").replace("</code>", ""))).split())
