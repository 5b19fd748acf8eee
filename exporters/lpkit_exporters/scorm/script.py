"""The script that keeps the progress of the page in a learning system, as one classic script."""

import re
from functools import cache
from importlib.resources import files

from rjsmin import jsmin

_MODULES = ("packing", "lms", "standing", "telling", "keeping")
"""Modules, each after those that it imports; what they call by name differs, since they share one scope."""
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


@cache
def keeping_script(version: str) -> str:
    """Give the script for packages of a version of SCORM; it must run before that of the page."""
    folder = files("lpkit_exporters.scorm").joinpath("assets")
    texts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in _MODULES)
    modules = "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)
    return str(jsmin(f'(() => {{\n"use strict";\nconst SCORM = "{version}";\n{modules}\n}})();\n'))
