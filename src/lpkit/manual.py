"""The documentation of a rule: a summary line, then `## Why`, `## Bad`, `## Good` and perhaps `## Fix`."""

import re


def summary_of(documentation: str) -> str:
    """Give the first line."""
    return documentation.partition("\n")[0]


def section_of(documentation: str, title: str) -> str:
    """Give the text under a `## title` heading; empty where there is none."""
    match = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", documentation, re.DOTALL | re.MULTILINE)
    return match.group(1).strip() if match else ""


def for_readers(documentation: str) -> str:
    """Give it without the marks that tests look for in the examples."""
    return re.sub(r" *# error: LP[0-9, LP]+$", "", documentation, flags=re.MULTILINE)
