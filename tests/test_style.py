"""The house style that can be measured (CONTRIBUTING.md says why): sizes, module docstrings, names, imports."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(file for folder in ("src", "exporters", "importers") for file in (ROOT / folder).rglob("*.py"))

LONG_MODULES: dict[str, str] = {}
"""Modules over 250 lines, each with the reason."""

LONG_FUNCTIONS: dict[str, str] = {}
"""Functions over 40 lines, each with the reason."""


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def _tree(file: Path) -> ast.Module:
    """Parse a module; what else asks in the same process shares the tree."""
    return ast.parse(file.read_text(encoding="utf-8"))


def _functions(within: tuple[str, ...] = ("",)) -> list[tuple[str, ast.FunctionDef]]:
    return [
        (f"{_name(file)}:{node.name}", node)
        for file in MODULES
        if _name(file).startswith(within)
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.FunctionDef)
    ]


def _outer_functions(file: Path) -> list[ast.FunctionDef]:
    """Give the functions of a module and of its classes, without those inside other functions."""
    module = _tree(file)
    bodies = [module.body, *(node.body for node in module.body if isinstance(node, ast.ClassDef))]
    return [node for body in bodies for node in body if isinstance(node, ast.FunctionDef)]


def _length(function: ast.FunctionDef) -> int:
    """Count the lines of a function without its docstring, which is documentation."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = (first.end_lineno or 0) if documented else function.lineno - 1
    return (function.end_lineno or 0) - start


def test_modules_are_short() -> None:
    lengths = {_name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}
    assert {name for name, length in lengths.items() if length > 250} == set(LONG_MODULES)
    assert median(lengths.values()) <= 100


def test_functions_are_short() -> None:
    lengths = {name: _length(function) for name, function in _functions()}
    assert {name for name, length in lengths.items() if length > 40} == set(LONG_FUNCTIONS)
    assert median(lengths.values()) <= 10


def test_a_check_hands_on_values_and_no_long_lists() -> None:
    """What travels together is a value: see `lpkit.checking.project.Project`."""
    counts = {
        name: len([entry for entry in (*node.args.args, *node.args.kwonlyargs) if entry.arg != "self"])
        for name, node in _functions(("src/lpkit/checking/", "src/lpkit/cli/running.py"))
    }
    assert {name for name, count in counts.items() if count > 5} == set()


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_module_says_what_it_owns(file: Path) -> None:
    documentation = ast.get_docstring(_tree(file))
    assert documentation
    assert documentation.splitlines()[0].rstrip().endswith((".", "`"))
    assert file.stem not in {"utils", "util", "helpers", "common", "misc"}


def test_public_functions_have_docstrings() -> None:
    bare = [
        f"{_name(file)}:{function.name}"
        for file in MODULES
        for function in _outer_functions(file)
        if not function.name.startswith("_")
        and ast.get_docstring(function) is None
        and not (function.name == "check" and "rules" in file.parts)
    ]
    assert bare == []


@pytest.mark.parametrize("file", [file for file in MODULES if "rules" not in file.parts], ids=_name)
def test_what_a_rule_is_stands_with_the_rule(file: Path) -> None:
    """No other module knows rules, or families of them, by their codes; what people read may have them as examples."""
    nodes = ast.walk(_tree(file)) if re.search(r"[\"']LP\d+[\"']", file.read_text(encoding="utf-8")) else ()
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [text for text in texts if re.fullmatch(r"LP\d+", text)] == []


def test_imports_point_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("plugins", "allowed"), [("Exporters", {"export"}), ("Importers", {"importing"})])
def test_what_plugins_may_not_see_is_everything_else(plugins: str, allowed: set[str]) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (contract,) = [contract for contract in contracts if contract["name"].startswith(f"{plugins} see")]
    parts = {file.stem for file in (ROOT / "src/lpkit").glob("[a-z]*") if file.suffix in {"", ".py"}}
    forbidden = {name.removeprefix("lpkit.") for name in contract["forbidden_modules"] if name.startswith("lpkit.")}
    assert forbidden == parts - allowed - {"model"}


def _imported(*arguments: str) -> set[str]:
    """Give the top-level modules that a command imports."""
    code = (
        "import sys\n"
        "from lpkit.cli.main import main\n"
        "try:\n    main()\n"
        "except SystemExit as stop:\n    assert not stop.code, stop.code\n"
        "print('MODULES', *{name.partition('.')[0] for name in sys.modules})\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(result.stdout.partition("MODULES")[2].split())


@pytest.mark.parametrize("arguments", [("--version",), ("check", "tests/sample")])
def test_start_up_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    heavy = {"jsonschema", "jinja2", "rich", "lpkit_exporters", "markdown_it", "rapidfuzz", "sqlite3", "email"}
    assert heavy & _imported(*arguments) == set()


def test_what_stands_for_the_metadata_of_distributions_gives_them_when_asked() -> None:
    code = (
        "from lpkit.cli.start import start_lightly\n"
        "start_lightly()\n"
        "from importlib.metadata import entry_points, version\n"
        "import importlib.metadata\n"
        "print(version('pydantic') == importlib.metadata.version('pydantic'))\n"
        "print('lpkit' in entry_points(group='console_scripts').names)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["True", "True"]


READ_AT_ONCE = {
    *("all_inner_texts", "all_text_contents", "count", "evaluate", "evaluate_all", "get_attribute", "inner_html"),
    *("inner_text", "input_value", "is_checked", "is_disabled", "is_enabled", "is_hidden", "is_visible"),
    "text_content",
}
"""What Playwright gives of a page as it is at this moment; what counts in a text has an argument."""


def _read_at_once(file: Path) -> list[int]:
    """Give the lines on which a test asserts what a page shows, without waiting for it."""
    return [
        node.lineno
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Assert)
        for call in ast.walk(node.test)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in READ_AT_ONCE
        if not (call.func.attr == "count" and call.args)
    ]


def test_assertions_about_pages_wait() -> None:
    """What follows a click comes in its own time: `expect`, and `gives` in `playing`, wait for it."""
    files = [file for file in (ROOT / "tests").rglob("*.py") if "playwright" in file.read_text(encoding="utf-8")]
    assert len(files) > 25
    assert {_name(file): lines for file in files if (lines := _read_at_once(file))} == {}
