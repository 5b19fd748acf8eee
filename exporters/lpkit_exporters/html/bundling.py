"""Scripts and style sheets as one file each, and pages as bytes."""

import json
import re
from functools import cache
from string import ascii_letters

from rcssmin import cssmin
from rjsmin import jsmin

from lpkit.export import Tallies
from lpkit_exporters.html.package_files import escaped, read

STYLES = (
    *("tokens.css", "base.css", "layout.css", "evaluate.css", "scoring.css", "learn.css", "questions.css"),
    *("controls.css", "fields.css", "modes.css", "answering.css", "rehearse.css", "session.css", "stories.css"),
    *("home.css", "today.css", "calibration.css", "coverage.css"),
)
"""Parts of the style sheet in the order of the cascade."""

LATER_STYLES = ("answering.css", "rehearse.css", "session.css")
"""Those of what scripts make in the modes of a pattern but Evaluate; they come with these scripts."""

_PACK = ("scoring.css", "learn.css", "questions.css", "modes.css", *LATER_STYLES)
_HOME = ("home.css", "today.css", "calibration.css", "coverage.css")
_ELSEWHERE = {
    "home": (*_PACK, "stories.css"),
    "pack": ("stories.css", *_HOME, *LATER_STYLES),
    "stories": (*_PACK, *_HOME),
}
"""The parts that a kind of page has no use for, or not at once."""

PRINT = "print.css"
"""The style sheet of paper, which follows them; a page is drawn without waiting for it."""

BUNDLES = {
    "app": ("begin", "words", "dom", "notes", "fetching", "store", "sealing", "pages", "keys", "main"),
    "evaluate": (
        *("random", "countdown", "clock", "verdict", "marking", "sheet", "compare", "worth", "evaluate", "handout"),
        "opening",
    ),
    "memory": ("fsrs", "memory", "agenda", "grade"),
    "pack": (
        *("spotted", "rewrite", "sureness", "question", "run", "practice", "draw", "outcome", "repeats", "test"),
        *("answers", "session", "pack"),
    ),
    "stories": ("bytes", "leaving", "bank", "takes"),
    "rehearse": ("counting", "recorder", "recording", "tally", "keep", "rehearse"),
    "storybook": ("grid", "storybook"),
    "home": (
        *(
            "status",
            "queue",
            "plan",
            "mistakes",
            "today",
            "curves",
            "calibration",
            "shelves",
            "search",
            "home",
            "keeping",
        ),
        "lists",
    ),
}
"""Scripts by name, each after those that it stands on; the single file has all. Of each its modules, each after those
that it imports; a module of an earlier script may be imported."""

PARTS = {
    "home": ("app", "memory", "stories", "home"),
    "pack": ("app", "evaluate"),
    "stories": ("app", "memory", "stories", "storybook"),
}
"""The scripts that kinds of pages have before they are shown."""

LATER = {"pack": ("memory", "pack", "stories", "rehearse")}
"""Those that come once they are asked for: a pattern opens on the answers to evaluate."""

SCRIPTS = tuple(module for modules in BUNDLES.values() for module in modules)
"""All modules, by whose places they find one another."""

FINDER = ("finding", "markers")
"""Modules of the script that shows markers, in the same order."""

_PROPERTY = re.compile(r"--[a-z][\w-]*")
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_BLOCKS = r"p|li|[uod]l|d[dt]|div|article|section|details|summary|blockquote|h[345]|t[rhd]|thead|tbody|tfoot|option"
_LINE_END = re.compile(rf"(?<!\n)\n+(?=</?(?:{_BLOCKS})\b)")
_EXPORT = re.compile(r"^export (?:async )?(?:const|function) (\w+)", re.MULTILINE)


@cache
def style(*names: str) -> str:
    """Give some style sheets as one; without any name that of the screen."""
    sheet = str(cssmin("\n".join(read("assets", name) for name in names or STYLES)))
    short = _short_names()
    return _PROPERTY.sub(lambda found: short[found[0]], sheet)


@cache
def _short_names() -> dict[str, str]:
    """Give each token a name of two letters at most: they stand hundreds of times in the sheets."""
    names = dict.fromkeys(_PROPERTY.findall(read("assets", "tokens.css")))
    letters = [*ascii_letters, *(f"{one}{other}" for one in ascii_letters for other in ascii_letters)]
    return {name: f"--{letter}" for name, letter in zip(names, letters, strict=False)}


def style_of(part: str) -> str:
    """Give the style sheet of a kind of page."""
    return style(*(name for name in STYLES if name not in _ELSEWHERE[part]))


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
