"""Rules as they stand in the text of their modules: what they say of themselves, without a single one imported.

To import them takes four times as long as to read them, and brings all that they look with.
"""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lpkit.diagnostic import Severity
from lpkit.manual import for_readers, summary_of

_RULE = re.compile(
    r"""^@rule\(\s*"(LP\d+)",\s*"([\w-]+)",\s*Severity\.([A-Z]+),(.*?)\)\ndef """, re.MULTILINE | re.DOTALL
)
_LAST = re.compile(r"\blast=True\b")


class WrittenRule(NamedTuple):
    """What a rule says of itself; `lpkit.rule.Rule` says what is meant."""

    code: str
    name: str
    severity: Severity
    last: bool
    text: str
    """The text of its module."""

    @property
    def documentation(self) -> str:
        """Give the docstring of the module."""
        return (ast.get_docstring(ast.parse(self.text), clean=False) or "").strip()

    @property
    def summary(self) -> str:
        """Give the first line of the documentation, which stands behind the quotes that open the module."""
        return summary_of(self.text.removeprefix('"""'))

    def manual(self) -> str:
        """Give the documentation for readers."""
        return for_readers(self.documentation)


@cache
def written_rules() -> tuple[WrittenRule, ...]:
    """Read all rules, and give them by code."""
    found = []
    for file in Path(__file__).parent.glob("*/*.py"):
        text = file.read_text(encoding="utf-8")
        for code, name, severity, rest in _RULE.findall(text):
            found.append(WrittenRule(code, name, Severity[severity], bool(_LAST.search(rest)), text))
    return tuple(sorted(found))
