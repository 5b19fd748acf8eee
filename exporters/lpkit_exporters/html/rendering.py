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
    texts = [read("assets/js", f"{name}.js") for name in modules]
    said: dict[str, str | list[str]] = {}
    for message in (_unquoted(found) for text in texts for found in _SAYS.findall(text)):
        said[message] = words.said(message)
    for one, many in (map(_unquoted, found) for text in texts for found in _COUNTS.findall(text)):
        said[one] = words.forms(one, many)
    data = {"lang": words.language, "samples": words.samples(), "said": dict(sorted(said.items()))}
    return Markup(escaped(json.dumps(data, ensure_ascii=False, separators=(",", ":"))))


def _unquoted(text: str) -> str:
    return str(json.loads(f'"{text}"'))
