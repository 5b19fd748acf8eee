"""What SECURITY.md promises, as far as the code itself shows it: limits, no network, no code from data."""

import ast
import re
from pathlib import Path

import pytest

from lpkit import files
from lpkit.corpus import bank
from lpkit.model import types
from lpkit.serving.running import HOST
from lpkit.source import limits
from lpkit_importers.foreign import archive, blocks, xml
from lpkit_importers.page_format import source
from lpkit_importers.table import grid, load

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
MODULES = [file for top in ("src", "exporters", "importers") for file in sorted((ROOT / top).rglob("*.py"))]

REACHES_OUT = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "urllib3",
}
RUNS_CODE = {"code", "codeop", "marshal", "pickle", "runpy", "shelve"}
"""Modules that make code, or objects of any kind, of bytes."""
STARTS_PROGRAMS = {"asyncio.subprocess", "pty", "subprocess"}


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("a pack or a library", f"{limits.MAX_BYTES:,} bytes, a regular file"),
        ("values within each other", f"{limits.MAX_DEPTH} deep"),
        ("faults of one file before it is taken for something else", str(limits.MAX_FLAWS)),
        ("digits of a number", f"{limits.MAX_INTEGER_DIGITS}; longer ones are text"),
        ("one text of a pack, a library, a bank or an import", f"{types.MAX_TEXT:,} characters"),
        ("a line of a bank", f"{bank.MAX_LINE:,} bytes; the bank itself may be of any length"),
        ("a settings file", f"{files.SETTINGS_MOST:,} bytes"),
        ("a house schema", f"{files.SCHEMA_MOST:,} bytes"),
        ("a file to import", f"{files.IMPORT_MOST:,} bytes"),
        ("a lock or a baseline", f"{files.RECORD_MOST:,} bytes"),
        ("a table to import", f"{grid.ROWS_MOST:,} rows, {grid.COLUMNS_MOST} columns"),
        ("a sheet to import, from its first filled cell to its last", f"{load.CELLS_MOST:,} cells"),
        (
            "an archive or a workbook to import, unpacked",
            f"{archive.UNPACKED_MOST:,} bytes in {archive.MEMBERS_MOST:,} parts",
        ),
        ("Markdown to import", f"{blocks.MARKDOWN_MOST:,} characters"),
        ("a page to import", f"{source.PAGE_MOST:,} characters"),
        (
            "XML to import",
            f"{xml.NODES_MOST:,} elements, {xml.DEPTH_MOST} within each other; entities of its own are refused",
        ),
    ],
)
def test_limits_are_those_of_the_code(what: str, limit: str) -> None:
    assert f"| {what} | {limit} |\n" in TEXT


def test_every_limit_is_named() -> None:
    named = {name for name in vars(limits) if name.startswith("MAX_")}
    named |= {name for name in vars(files) if name.endswith("_MOST")}
    tables = {
        "ROWS_MOST and COLUMNS_MOST",
        "CELLS_MOST",
        "UNPACKED_MOST and MEMBERS_MOST",
        "NODES_MOST and DEPTH_MOST",
        "MARKDOWN_MOST",
        "PAGE_MOST",
    }
    assert len(re.findall(r"^\| (?!what|---)", TEXT, re.MULTILINE)) == len(named | {"MAX_LINE", "MAX_TEXT"} | tables)


def test_address_of_serve() -> None:
    assert f"listens on {HOST} alone" in TEXT


def _imported(file: Path) -> set[str]:
    """Give the modules that a file imports, each with the packages that it lies in."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.partition(".")[0] for name in names}


def test_only_what_is_served_knows_a_network() -> None:
    assert {file.parent.name for file in MODULES if _imported(file) & REACHES_OUT} == {"serving"}


def test_only_git_and_init_start_programs() -> None:
    found = {file.relative_to(ROOT / "src/lpkit").as_posix() for file in MODULES if _imported(file) & STARTS_PROGRAMS}
    assert found == {"git/command.py", "scaffold/versioning.py"}
    assert not any("shell=" in file.read_text(encoding="utf-8") for file in MODULES)


def test_nothing_makes_code_of_data() -> None:
    assert [file for file in MODULES if _imported(file) & RUNS_CODE] == []
    for file in MODULES:
        calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        names = {node.func.id for node in calls if isinstance(node.func, ast.Name)}
        assert names & {"eval", "exec", "compile", "__import__"} == set(), file
