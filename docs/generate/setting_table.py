"""The table of settings, from the fields of `Config` and the docstrings below them; the rest of its page is written."""

import ast
import inspect
import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from itertools import pairwise
from typing import Any

from lpkit import config
from lpkit.config import Config

BEGIN = "<!-- table: python docs/generate -->\n"
END = "<!-- end of table -->"
MORE = {
    "profile": "#profiles",
    "schemas": "authoring.md#house-rules-as-data",
    "releases": "publishing.md#what-was-released",
    "cache": "#what-is-kept-between-runs",
    "exports": "exporters.md",
}
"""Where a setting is explained at length, by its key."""


def with_table(page: str) -> str:
    """Give the page with the table in its place.

    Raises SystemExit where the page has no place for it.
    """
    found = re.search(f"{BEGIN}.*?{END}", page, re.DOTALL)
    if not found:
        raise SystemExit("docs/settings.md has no place for the table of settings")
    return f"{page[: found.start()]}{BEGIN}\n{_table()}\n{END}{page[found.end() :]}"


def _table() -> str:
    about = dict(_docstrings())
    known = [entry for entry in fields(Config) if entry.metadata.get("setting", True)]
    rows = (_row(entry, about[entry.name]) for entry in known)
    return "| key | default | meaning |\n| --- | --- | --- |\n" + "".join(rows)


def _row(entry: Field[Any], about: str) -> str:
    key = entry.name.replace("_", "-")
    shown = f"[`{key}`]({MORE[key]})" if key in MORE else f"`{key}`"
    default = entry.default_factory() if entry.default_factory is not MISSING else entry.default
    return f"| {shown} | `{json.dumps(default)}` | {about} |\n"


def _docstrings() -> Iterator[tuple[str, str]]:
    """Give the names of fields with the texts that stand below them; Python keeps none of these when it runs."""
    tree = ast.parse(inspect.getsource(config))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == Config.__name__)
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            yield ast.unparse(field.target), re.sub(r"\s+", " ", str(below.value.value)).strip()
