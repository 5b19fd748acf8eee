"""Templates to pages, in the words of a language; and what scripts say in it."""

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from markupsafe import Markup

from lpkit_exporters.catalogue.words import SOURCE, Words
from lpkit_exporters.html.environment import environment
from lpkit_exporters.html.marking import with_elements
from lpkit_exporters.html.package_files import escaped, read

_TEXT = r'"((?:[^"\\]|\\.)*)"'
_SAYS = re.compile(rf"\bsay\(\s*{_TEXT}")
_COUNTS = re.compile(rf"\bplural\(\s*{_TEXT},\s*{_TEXT}")


def rendered(template: str, words: Words, languages: Iterable[str], **values: Any) -> str:
    """Render a template; `languages` are those of its content, which may be other ones than that of the words."""
    foreign = not all(map(words.fits, languages))
    html = environment(words, foreign).get_template(template).render(**values)
    return with_elements(html, words.language) if foreign else html


@cache
def script_words(words: Words, modules: tuple[str, ...]) -> Markup:
    """Give what modules of scripts say, as data for a page; nothing where that is what stands in them."""
    if words.language == SOURCE:
        return Markup()
    return _data({"lang": words.language, "samples": words.samples(), "said": said_in(words, modules)})


def later_words(words: Words, modules: Iterable[str], known: Iterable[str]) -> str:
    """Give a script that hands a page what modules say that come once it is there, but for what it knows already."""
    before = said_in(words, known).keys()
    said = {message: text for message, text in said_in(words, modules).items() if message not in before}
    return f"self.lpkitWords = {_data(said)};\n"


def said_in(words: Words, modules: Iterable[str]) -> dict[str, str | list[str]]:
    """Give what modules say in another language: a text for each message, or the forms of one that counts."""
    texts = [read("assets/js", f"{name}.js") for name in modules]
    said: dict[str, str | list[str]] = {}
    for message in (_unquoted(found) for text in texts for found in _SAYS.findall(text)):
        said[message] = words.said(message)
    for one, many in (map(_unquoted, found) for text in texts for found in _COUNTS.findall(text)):
        said[one] = words.forms(one, many)
    return {message: said[message] for message in sorted(said)}


def _data(value: object) -> Markup:
    return Markup(escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"))))


def _unquoted(text: str) -> str:
    return str(json.loads(f'"{text}"'))
