"""Regular expressions that are compiled when they are first used.

The modules that a check imports hold more than a hundred; two thirds find nothing to do in most runs, and compiling
them took a tenth of the start.
"""

import re
from typing import Any, cast


class _Pattern:
    """A stand-in that becomes the compiled pattern's equal at the first touch."""

    def __init__(self, source: str, flags: int) -> None:
        self._arguments = (source, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._arguments)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regular expression as `re.compile` does, but compile it when it is first used."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
