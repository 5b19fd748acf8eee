"""Counts what the house's own code does: a clock that is the same on every machine, and sees into C.

The modules of the house are imported in another form: each round of a loop and each call counts one, and whatever C
does with a text or a list as a whole (a slice, `in`, a method, `sorted`, joining) counts its length. Regular
expressions count the steps of a backtracking engine (`steps.py`).

What it does not see: what libraries do (pydantic, libyaml, `json`, `csv`, rapidfuzz, difflib), operators on sets and
dictionaries, comparisons of long values, and the modules that are left out below.
"""

import ast
import builtins
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import BuiltinFunctionType, ModuleType
from typing import Any

from steps import Engine

HOUSE = ("lpkit", "lpkit_importers")
LEFT_OUT = ("lpkit.cli", "lpkit.model", "lpkit.serving", "lpkit.scaffold", "lpkit.pattern")
"""What holds no loop over texts, or is read by libraries that look at code."""

_QUICK = frozenset(("append", "startswith", "endswith", "isdigit", "isalnum", "isalpha", "isspace", "pop", "rstrip"))
"""Methods that do not look at the whole of what they belong to."""
_WHOLE = frozenset(("sorted", "set", "frozenset", "list", "tuple", "dict", "sum", "max", "min", "str", "bytes"))
"""Functions and classes that look at the whole of what they are given."""
_FINDING = frozenset(("find", "index"))
"""Those that look as far as what they find."""
_SIZED = (str, bytes, list, tuple)
count = 0
"""What was counted so far."""


def _add(value: Any) -> None:
    global count
    count += len(value) if isinstance(value, _SIZED) else 1


def tick(value: Any = None) -> Any:
    """Count one, and give the value on."""
    _add(None)
    return value


def tick_many(number: int) -> None:
    """Count so many."""
    global count
    count += max(number, 1)


def rounds(values: Iterable[Any]) -> Iterator[Any]:
    """Count one for each round of a loop."""
    for value in values:
        _add(None)
        yield value


def made(value: Any) -> Any:
    """Count the length of something new: a slice, a sum, a formatted text."""
    _add(value)
    return value


def within(value: Any, container: Any) -> bool:
    """Count the length of what is searched by `in`."""
    _add(container if isinstance(container, _SIZED) else None)
    return value in container


def call(function: Any, /, *arguments: Any, **named: Any) -> Any:
    """Call something; where it is C or a class of C, the lengths of what it is given count."""
    if isinstance(function, BuiltinFunctionType | type) and function.__name__ in _WHOLE:
        for argument in arguments:
            _add(argument)
    return function(*arguments, **named)


def method(owner: Any, name: str, /, *arguments: Any, **named: Any) -> Any:
    """Call a method; where its owner is a text or a list, its length counts, and that of the result."""
    if isinstance(owner, ModuleType) and owner.__name__ == "re":
        return _of_re(name, *arguments, **named)
    function = getattr(owner, name)
    if type(owner) not in (*_SIZED, deque):
        return call(function, *arguments, **named)
    result = function(*arguments, **named)
    if name in _FINDING and isinstance(owner, str):
        start = arguments[1] if len(arguments) > 1 else 0
        tick_many((result if result >= 0 else len(owner)) - start)
        return result
    _add(owner if name not in _QUICK else None)
    _add(result)
    return result


def _of_re(name: str, *arguments: Any, **named: Any) -> Any:
    if name == "compile":
        return Counted(*arguments, **named)
    if name == "escape":
        return re.escape(*arguments)
    source, *rest = arguments
    return getattr(Counted(source, named.pop("flags", 0)), name)(*rest, **named)


_engine = lru_cache(maxsize=2048)(Engine)
"""Those in use: rules make patterns of what a pack says too, and each unit has others."""
_known: dict[Any, tuple[int, Any]] = {}


def forget() -> None:
    """Forget the searches that were made: every unit has texts of its own, and keeping them all fills the memory."""
    _known.clear()


class Counted:
    """A regular expression that finds what `re` finds, and counts the steps of each search as it is made."""

    def __init__(self, source: Any, flags: int = 0) -> None:
        self._real = re.compile(source, flags)
        self._key = (source, int(flags))
        self.pattern, self.flags = self._real.pattern, self._real.flags

    def _find(self, text: Any, at: int, end: int | None, **how: Any) -> tuple[int, int] | None:
        global count
        if isinstance(text, bytes):
            count += len(text)
            return None
        engine = _engine(*self._key)
        key = (self._key, text, at, end, *how.items())
        if key not in _known:
            engine.steps = 0
            span = engine.find(text, at, len(text) if end is None else min(end, len(text)), **how)
            _known[key] = (engine.steps, span)
        steps, span = _known[key]
        count += steps
        return span

    def _once(self, name: str, text: Any, pos: int, endpos: int | None, **how: Any) -> Any:
        found = self._find(text, pos, endpos, **how)
        match = getattr(self._real, name)(text, pos, *(() if endpos is None else (endpos,)))
        if isinstance(text, str):
            assert found == (match.span() if match else None), (self.pattern, text[:80], found, match)
        return match

    def search(self, text: Any, pos: int = 0, endpos: int | None = None) -> Any:
        """Do what `re.Pattern.search` does."""
        return self._once("search", text, pos, endpos)

    def match(self, text: Any, pos: int = 0, endpos: int | None = None) -> Any:
        """Do what `re.Pattern.match` does."""
        return self._once("match", text, pos, endpos, anchored=True)

    def fullmatch(self, text: Any, pos: int = 0, endpos: int | None = None) -> Any:
        """Do what `re.Pattern.fullmatch` does."""
        return self._once("fullmatch", text, pos, endpos, whole=True)

    def finditer(self, text: Any, pos: int = 0, endpos: int | None = None) -> Iterator[Any]:
        """Do what `re.Pattern.finditer` does, and count as far as somebody asks."""
        at, barred = pos, -1
        for match in self._real.finditer(text, pos, *(() if endpos is None else (endpos,))):
            self._find(text, at, endpos, barred=barred)
            at, barred = match.end(), match.end() if match.start() == match.end() else -1
            yield match
        self._find(text, at, endpos, barred=barred)

    def findall(self, text: Any, *place: int) -> Any:
        """Do what `re.Pattern.findall` does."""
        deque(self.finditer(text, *place), 0)
        return self._real.findall(text, *place)

    def sub(self, new: Any, text: Any, count: int = 0) -> Any:
        """Do what `re.Pattern.sub` does."""
        deque(self.finditer(text), 0)
        return self._real.sub(new, text, count)

    def split(self, text: Any, maxsplit: int = 0) -> Any:
        """Do what `re.Pattern.split` does."""
        deque(self.finditer(text), 0)
        return self._real.split(text, maxsplit)


class _Rewrite(ast.NodeTransformer):
    """Puts a call that counts around whatever may take long."""

    def _wrap(self, name: str, *arguments: ast.expr) -> ast.Call:
        function = ast.Attribute(ast.Name("__counting__", ast.Load()), name, ast.Load())
        return ast.Call(function, list(arguments), [])

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.iter = self._wrap("rounds", node.iter)
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, ast.Expr(self._wrap("tick")))
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.iter = self._wrap("rounds", node.iter)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if len(node.ops) > 1 or not isinstance(node.ops[0], ast.In | ast.NotIn):
            return node
        found = self._wrap("within", node.left, node.comparators[0])
        return ast.UnaryOp(ast.Not(), found) if isinstance(node.ops[0], ast.NotIn) else found

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        made = isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Slice)
        return self._wrap("made", node) if made else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return self._wrap("made", node) if isinstance(node.op, ast.Add) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        # The formats within are texts to the parser too, and must stay as they are.
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                value.value = self.visit(value.value)
        return self._wrap("made", node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and not node.func.attr.startswith("__"):
            name = ast.Constant(node.func.attr)
            return ast.Call(self._named("method"), [node.func.value, name, *node.args], node.keywords)
        if isinstance(node.func, ast.Name) and hasattr(builtins, node.func.id) and node.func.id != "super":
            return ast.Call(self._named("call"), [node.func, *node.args], node.keywords)
        return node

    def _named(self, name: str) -> ast.Attribute:
        return ast.Attribute(ast.Name("__counting__", ast.Load()), name, ast.Load())

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(part) for part in node.body]
        place = 1 if ast.get_docstring(node) is not None else 0
        node.body.insert(place, ast.Expr(self._wrap("tick")))
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> Any:  # noqa: ARG002
        tree = _Rewrite().visit(ast.parse(self.get_data(self.path)))
        return compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["__counting__"] = sys.modules[__name__]
        super().exec_module(module)


class _Finder(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:  # noqa: ARG002
        if name.partition(".")[0] not in HOUSE or any(f"{name}.".startswith(f"{part}.") for part in LEFT_OUT):
            return None
        spec = PathFinder.find_spec(name, path)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


def install() -> None:
    """Count in all modules of the house that are imported from now on."""
    assert not any(name.partition(".")[0] in HOUSE for name in sys.modules), "the house is there already"
    sys.setrecursionlimit(200_000)
    sys.meta_path.insert(0, _Finder())
    import lpkit.pattern

    lpkit.pattern.pattern = Counted  # type: ignore[assignment]
