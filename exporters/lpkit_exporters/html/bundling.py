"""Scripts and style sheets as one file each, and pages without white space that says nothing."""

import re
from functools import cache

from lpkit_exporters.html.package_files import read

STYLES = (
    *("tokens.css", "base.css", "layout.css", "evaluate.css", "learn.css", "questions.css"),
    *("controls.css", "modes.css", "home.css", "print.css"),
)
"""Parts of the style sheet in the order of the cascade."""

COVERAGE = "coverage.css"
"""What only the page of what is covered needs: patterns are read on phones, and each byte of theirs is loaded."""

SCRIPTS = (
    *("begin", "dom", "store", "random", "pages", "markers", "rewrite", "countdown", "compare", "evaluate"),
    *("question", "run", "practice", "draw", "outcome", "test", "status", "home", "keeping", "main"),
)
"""Modules, each after those that it imports."""

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:const|function) (\w+)", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^\s*(//.*|/\*.*\*/)$\n?", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_TEXT_OR_SPACE = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<=[,;{])\s+|(?<=[=:?<>&|+*()]) +"""
    r"""| +(?=[=:?<>&|+*(){["`!])|(?<=\})\n(?=[a-z$])"""
)
"""A string, or white space that means nothing. No template stands inside another one in our modules."""
_STYLE_SPACE = re.compile(r"(?<=[{;,:])\s+|\s+(?=[{}])|;\s*(?=\})|(?<=[ (:])0(?=\.\d)")

_LINE_END = re.compile(r"\n+(?=</?(?:p|li|[uod]l|d[dt]|div|article|summary|h[345]|t[rhd]|thead|tbody|tfoot|option)\b)")


@cache
def style(*names: str) -> str:
    """Give the style sheet of every page, or some of its parts alone."""
    return _STYLE_SPACE.sub("", _slim("\n".join(read("assets", name) for name in names or STYLES)))


@cache
def script() -> str:
    """Give all modules as one classic script: pages that are opened from a disk may not load modules."""
    modules = "\n".join(_scope(name) for name in SCRIPTS)
    text = _slim(f'(() => {{\n"use strict";\n{modules}\n}})();\n')
    return _TEXT_OR_SPACE.sub(lambda found: found[1] or "", text)


def page_bytes(html: str) -> bytes:
    """Give the bytes of a page; lines end where a reader of the source needs it."""
    return _LINE_END.sub("", html).encode()


def _scope(name: str) -> str:
    """Turn a module into a value that holds what it exports."""
    text = read("assets/js", f"{name}.js")
    names = ", ".join(_EXPORT.findall(text))
    body = _IMPORT.sub(r"const \1 = $\2;", re.sub(r"^export ", "", text, flags=re.MULTILINE))
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();"


def _slim(text: str) -> str:
    return _INDENT.sub("", _COMMENT_LINE.sub("", text))
