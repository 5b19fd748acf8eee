"""A pack whose every free text is an attack, and its harmless twin."""

import re
from collections.abc import Iterator
from typing import Any

from wrapped import NAMES

from lpkit.corpus.content import Corpus, arrange
from lpkit.model import Library, Pack

PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "{{7*7}} {% raw %} {# note #}",
    "[x](javascript:alert(1)) [y](data:text/html,z) [z](vbscript:q) [f](file:///etc/passwd)",
    '" onmouseover="alert(1)" x=\' onfocus=\'alert(1)',
    "]]> <!-- --> <![CDATA[x]]>",
    "<img src=x onerror=alert(1)>",
    "![p](data:image/png;base64,AAAA)",
    "&lt;b&gt; &#60;i&#62;",
    "<svg/onload=alert(1)> <base href=//example.org>",
    "[ref]: javascript:alert(1)",
]


def texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from texts(entry, name)
    elif isinstance(value, list):
        for entry in value:
            yield from texts(entry, key)
    elif isinstance(value, str) and key not in NAMES:
        yield value


def hostile(value: Any, counter: Iterator[int], harmless: bool, key: str = "") -> Any:
    """Replace every free text; the harmless twin has as many words, equal where the hostile ones are equal."""
    if isinstance(value, dict):
        return {name: hostile(entry, counter, harmless, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [hostile(entry, counter, harmless, key) for entry in value]
    if not isinstance(value, str) or key in NAMES:
        return value
    number = next(counter)
    text = f"{PAYLOADS[number % len(PAYLOADS)]} n{number}"
    return re.sub(r"\S+", lambda word: "w" + word[0].encode().hex(), text) if harmless else text


def attacked(corpus: Corpus, start: int, harmless: bool = False) -> Corpus:
    counter = iter(range(start, 100_000))
    shelf = corpus.shelves[0]
    library = hostile(shelf.library.model_dump(mode="json", by_alias=True), counter, harmless)
    pack = hostile(shelf.packs[0].model_dump(mode="json"), counter, harmless)
    for question in pack["questions"]:
        question["answer"] = question["options"][1]["text"]
    for candidate in pack["evaluate"]["candidates"]:
        quotes = [found["quote"] for found in candidate["auto_fails"]]
        candidate["answer"] = "\n\n".join([candidate["answer"], *quotes])
    return arrange([(Library.model_validate(library), [Pack.model_validate(pack)])])
