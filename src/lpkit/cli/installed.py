"""What `lpkit doctor` says of lpkit itself: versions, extras, settings and the folder of kept results."""

import importlib.util
import os
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from lpkit import __version__
from lpkit.checking.keeping import Shelf
from lpkit.checking.selection import configured_rules
from lpkit.cli.caching import cache_folder
from lpkit.cli.health import Line, missing, ok, wrong
from lpkit.cli.running import advice, plural
from lpkit.config import FAILS_FROM, Config, find_config
from lpkit.distribution import Installation, find_installation
from lpkit.errors import LpkitError
from lpkit.rules import all_rules

EXTRAS = {
    "serve": ("lpkit serve, check --watch", ("watchfiles", "starlette", "uvicorn")),
    "lsp": ("lpkit lsp", ("pygls", "lsprotocol")),
    "sheets": ("workbooks of lpkit import", ("python_calamine", "olefile")),
    "judge": ("lpkit stats --guess", ("sklearn",)),
    "decks": ("new packages of Anki", ("backports.zstd",) if sys.version_info < (3, 14) else ()),
}
"""For each extra what needs it, and the modules that it brings."""

_LIBRARIES = ("pydantic", "ruamel.yaml", "jsonschema", "typer", "rich", "jinja2", "markdown-it-py")
_NAME = re.compile(r"[\w.-]+")


def versions() -> Iterator[Line]:
    """Look at lpkit, Python and the libraries that lpkit needs."""
    found = find_installation()
    yield ok("lpkit", f"{__version__}, {_origin(found)}")
    yield ok("python", f"{platform.python_version()} ({sys.executable}), {platform.platform(terse=True)}")
    names = [_NAME.match(line) for line in (requires(found.name) or () if found else ()) if "extra ==" not in line]
    wanted = [name[0] for name in names if name] or list(_LIBRARIES)
    have = {name: _version(name) for name in wanted}
    # What is only for another Python, or another system, need not be there.
    gone = [name for name in _LIBRARIES if have.get(name, "") is None]
    if gone:
        yield wrong("libraries", f"not installed: {', '.join(gone)}", "install lpkit again")
    yield ok("libraries", ", ".join(f"{name} {have[name]}" for name in _LIBRARIES if have.get(name)))


def _origin(found: Installation | None) -> str:
    if found is None:
        return f"not installed: it runs from {Path(__file__).parents[2]}"
    source = found.repository or found.folder or ("a package index" if found.index else found.address)
    return f"installed as {found.name} {found.version} from {source}{' (editable)' if found.editable else ''}"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def extras() -> Iterator[Line]:
    """Look which extras are installed, and say how those that are not would be."""
    for name, (purpose, modules) in EXTRAS.items():
        gone = [module for module in modules if not _importable(module)]
        part = f"extra {name}"
        if gone:
            yield missing(part, f"no {', '.join(gone)}: for {purpose}", advice(name))
        else:
            yield ok(part, f"for {purpose}")


def _importable(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def configuration() -> Iterator[Line]:
    """Look at the settings of the current folder, and say what is unusual about them."""
    config = find_config(Path.cwd())
    if config.file is None:
        yield missing(
            "settings", "no lpkit.toml and no section of pyproject.toml: defaults hold", "lpkit init writes one"
        )
    else:
        yield ok("settings", f"{config.file}, profile {config.profile}")
    yield from _unusual(config)
    yield from _rules(config)
    for folder in config.packs:
        if not (config.root / folder).exists():
            yield wrong(
                "packs", f"there is no {config.root / folder}", "name the folders of packs in the settings: packs"
            )
    for schema in config.schemas:
        if not (config.root / schema).is_file():
            yield wrong("schemas", f"there is no {config.root / schema}", "mend the list in the settings: schemas")


def _rules(config: Config) -> Iterator[Line]:
    try:
        configured_rules(all_rules(), config)
    except LpkitError as error:
        yield wrong("settings", error.message, error.hint or "mend the name in the settings")


def _unusual(config: Config) -> Iterator[Line]:
    told = [
        (f"only {plural(len(config.select), 'rule')} or group of rules runs", config.select),
        ("not run: " + ", ".join(config.ignore), config.ignore),
        (
            f"severities of their own: {', '.join(f'{rule} {how}' for rule, how in config.severity.items())}",
            config.severity,
        ),
        (f"left out: {', '.join(config.exclude)}", config.exclude),
        (f"a run fails from {config.fail_on} on", config.fail_on != FAILS_FROM[config.profile]),
        ("releases are " + config.releases, config.releases),
    ]
    unusual = [text for text, holds in told if holds]
    if unusual:
        yield ok("unusual", "; ".join(unusual))


def cache() -> Iterator[Line]:
    """Look at the folder in which results of checks are kept."""
    folder = cache_folder()
    if folder is None:
        yield ok("cache", "off: every check looks at every file")
    elif Shelf(folder).foreign:
        yield wrong("cache", f"{folder} holds other files", "name a folder of its own in the settings: cache, or off")
    elif not _writable(folder):
        yield wrong("cache", f"{folder} cannot be written", "make it writable, or name another one: cache, or off")
    else:
        sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()] if folder.exists() else []
        yield ok("cache", f"{folder}: {plural(len(sizes), 'file')}, {sum(sizes) / 1e6:.1f} MB")


def _writable(folder: Path) -> bool:
    """Tell whether a folder, or that in which it would be made, may be written into."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)
