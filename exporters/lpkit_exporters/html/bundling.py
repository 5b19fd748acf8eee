"""Scripts and style sheets as one file each, and pages as bytes."""

import json
import re
from functools import cache

from rcssmin import cssmin
from rjsmin import jsmin

from lpkit.export import Tallies
from lpkit_exporters.html.package_files import escaped, read

STYLES = (
    *("tokens.css", "base.css", "layout.css", "evaluate.css", "scoring.css", "learn.css", "questions.css"),
    *(
        "controls.css",
        "modes.css",
        "rehearse.css",
        "home.css",
        "today.css",
        "calibration.css",
        "coverage.css",
    ),
)
"""Parts of the style sheet in the order of the cascade."""

PRINT = "print.css"
"""The style sheet of paper, which follows them; a page is drawn without waiting for it."""

BUNDLES = {
    "app": (
        "begin",
        "words",
        "dom",
        "notes",
        "store",
        "fsrs",
        "memory",
        "agenda",
        "sealing",
        "grade",
        "pages",
        "keys",
        "main",
    ),
    "evaluate": ("random", "countdown", "clock", "verdict", "marking", "sheet", "compare", "evaluate"),
    "pack": (
        *("spotted", "rewrite", "sureness", "question", "run", "practice", "draw", "outcome", "repeats", "test"),
        *("session", "handout", "pack"),
    ),
    "stories": ("bank", "takes"),
    "rehearse": ("counting", "recorder", "tally", "keep", "rehearse"),
    "storybook": ("grid", "storybook"),
    "home": (
        *("status", "queue", "plan", "mistakes", "today", "calibration", "shelves", "search", "home", "keeping"),
        "lists",
    ),
}
"""Scripts by name, each after those that it stands on; the single file has all. Of each its modules, each after those
that it imports; a module of an earlier script may be imported."""

PARTS = {"home": ("app", "stories", "home"), "pack": ("app", "evaluate"), "stories": ("app", "stories", "storybook")}
"""The scripts that kinds of pages have before they are shown."""

LATER = {"pack": ("pack", "stories", "rehearse")}
"""Those that come once the page is there: a pattern opens on the answers to evaluate."""

SCRIPTS = tuple(module for modules in BUNDLES.values() for module in modules)
"""All modules, by whose places they find one another."""

FINDER = ("finding", "markers")
"""Modules of the script that shows markers, in the same order."""

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_BLOCKS = r"p|li|[uod]l|d[dt]|div|article|section|details|summary|blockquote|h[345]|t[rhd]|thead|tbody|tfoot|option"
_LINE_END = re.compile(rf"(?<!\n)\n+(?=</?(?:{_BLOCKS})\b)")
_EXPORT = re.compile(r"^export (?:async )?(?:const|function) (\w+)", re.MULTILINE)


@cache
def style(*names: str) -> str:
    """Give some style sheets as one; without any name that of the screen."""
    return str(cssmin("\n".join(read("assets", name) for name in names or STYLES)))


@cache
def _finder() -> str:
    modules = "\n".join(_IMPORT.sub("", read("assets/js", f"{name}.js")) for name in FINDER)
    return str(jsmin(re.sub(r"^export ", "", modules, flags=re.MULTILINE)))


def markers_script(data: str) -> str:
    """Give a script that finds the markers of a library, from its data as JSON; it is compiled when first used."""
    return f'(() => {{\n"use strict";\n{_finder()}\noffer({data});\n}})();\n'


def patterns_script(library: str, data: str) -> str:
    """Give a script that hands a page all patterns of a library."""
    return f"self.lpkitPatterns = {{ ...self.lpkitPatterns, {json.dumps(library)}: {data} }};\n"


def counting_script(language: str, tallies: Tallies) -> str:
    """Give a script that hands the pages what counts in the answers of a language."""
    data = json.dumps(tallies, ensure_ascii=False, separators=(",", ":"))
    return f"self.lpkitCounting = {{ ...self.lpkitCounting, {json.dumps(language)}: {escaped(data)} }};\n"


@cache
def script(bundle: str) -> str:
    """Give the modules of a bundle as one classic script: pages that are opened from a disk may not load modules."""
    modules = "\n".join(_scope(name) for name in BUNDLES[bundle])
    return str(jsmin(f'(() => {{\n"use strict";\nconst $ = (self.lpkitModules ??= []);\n{modules}\n}})();\n'))


def page_bytes(html: str) -> bytes:
    """Give the bytes of a page, without the line ends between elements that show none."""
    return _LINE_END.sub("", html).encode()


def _scope(name: str) -> str:
    """Turn a module into a value that holds what it exports."""
    text = read("assets/js", f"{name}.js")
    names = ", ".join(_EXPORT.findall(text))
    body = _IMPORT.sub(
        lambda found: f"const {found[1]} = $[{SCRIPTS.index(found[2])}];",
        re.sub(r"^export ", "", text, flags=re.MULTILINE),
    )
    return f"$[{SCRIPTS.index(name)}] = (() => {{\n{body}\nreturn {{ {names} }};\n}})();"
