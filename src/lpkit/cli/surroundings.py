"""What `lpkit doctor` says of what stands around lpkit: git with its hooks and merges, libraries, the editor."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from lpkit.cli.health import Line, missing, ok, wrong
from lpkit.cli.naming import name_of
from lpkit.cli.running import find_files, plural
from lpkit.config import find_config
from lpkit.errors import LpkitError
from lpkit.formatting.modeline import modeline_of
from lpkit.git.command import run_git
from lpkit.git.releases import releases_of
from lpkit.publishing.lock import LOCK_FILE, read_lock
from lpkit.scaffold.versioning import DRIVER_KEY, DRIVER_STEP, HOOK_STEP
from lpkit.source import read_text
from lpkit.witness import stands

_HOOKS = (".pre-commit-config.yaml", ".pre-commit-config.yml")
_MODELINE = re.compile(r"^#\s*yaml-language-server:\s*\$schema=", re.MULTILINE)


def repository() -> Iterator[Line]:
    """Look at git, its hook and how it merges locks."""
    if shutil.which("git") is None:
        yield missing("git", "not installed: no releases, no check --since, no lpkit diff of revisions", "install git")
        return
    said = run_git(Path.cwd(), "--version").stdout.decode(errors="replace").strip()
    top = _answer(Path.cwd(), "rev-parse", "--show-toplevel")
    if top is None:
        yield missing("git", f"{said}; this folder is in no repository", "git init")
        return
    yield ok("git", f"{said}, {top}")
    yield _hook(Path(top))
    yield _merging(Path(top))


def _hook(top: Path) -> Line:
    """Look whether commits are checked: a configuration that names lpkit, and the hook that reads it."""
    folder = Path.cwd() / (_answer(Path.cwd(), "rev-parse", "--git-path", "hooks") or ".git/hooks")
    hook = folder / "pre-commit"
    text = _text(hook)
    if "lpkit" in text:
        return ok("hook", f"{hook} runs lpkit")
    named = next((top / name for name in _HOOKS if (top / name).is_file()), None)
    if named is None or "lpkit" not in _text(named):
        what = f"{named.name} does not name lpkit" if named else "no .pre-commit-config.yaml"
        return missing(
            "hook", f"{what}: commits are not checked", "have pre-commit run lpkit hook, as lpkit init does it"
        )
    if "pre-commit" not in text:
        return missing("hook", f"{named.name} names lpkit, but no hook is installed in this clone", HOOK_STEP)
    if not os.access(hook, os.X_OK):
        return wrong("hook", f"{hook} may not be run, so git passes over it", f"chmod +x {hook}")
    return ok("hook", f"pre-commit runs what {named.name} names")


def _merging(top: Path) -> Line:
    attribute = (_answer(top, "check-attr", "merge", "--", LOCK_FILE) or "").rpartition(": ")[2]
    if attribute != "lpkit":
        how = "as any text" if attribute in {"", "unspecified"} else f"by {attribute}"
        return missing("merges", f"git merges {LOCK_FILE} {how}", f"write into .gitattributes: {LOCK_FILE} merge=lpkit")
    if _answer(top, "config", "--get", DRIVER_KEY) is None:
        return wrong("merges", "this clone does not know the merge driver that .gitattributes names", DRIVER_STEP)
    return ok("merges", f"git merges {LOCK_FILE} by its meaning")


def _answer(folder: Path, *arguments: str) -> str | None:
    """Ask git; None where it has no answer."""
    said = run_git(folder, *arguments)
    return os.fsdecode(said.stdout).strip() if said.returncode == 0 else None


def libraries() -> Iterator[Line]:
    """Look at each library: its packs, its lock, and what was released of it."""
    releases = find_config(Path.cwd()).releases
    for library, packs in find_files([]).packs.items():
        if library is None:
            yield wrong(
                "library", f"{plural(len(packs), 'pack')} without a library.yaml above", "lpkit check names them"
            )
            continue
        part, told = f"library {name_of(library.parent)}", plural(len(packs), "pack")
        lock = library.with_name(LOCK_FILE)
        if not stands(lock):
            yield missing(part, f"{told}, not published yet: no {LOCK_FILE}", "lpkit lock")
            continue
        if not lock.is_file():
            yield wrong(part, f"{name_of(lock)} cannot be read", "lpkit check says why")
            continue
        read = read_lock(read_text(lock, LOCK_FILE).text)
        if read.conflicts or read.faults:
            number = min([*read.conflicts, *(number for number, _ in read.faults)])
            yield wrong(part, f"{name_of(lock)}:{number} is no line of a lock", "lpkit lock, once the line is mended")
            continue
        found = releases_of(library, releases)
        known = found.unknown or (f"{plural(len(found.lines), 'item')} released" if found.lines else "nothing released")
        yield ok(part, f"{told}, {plural(len(read.items), 'item')} locked, {known}")


def editor() -> Iterator[Line]:
    """Look at what editors are told: schemas, the lines in packs that name them, and settings of VS Code."""
    root = find_config(Path.cwd()).root
    yield _schemas(root)
    files = [file for packs in find_files([]).packs.values() for file in packs]
    named = sum(1 for file in files if _MODELINE.search(_text(file)))
    if named == len(files):
        yield ok("modelines", "every pack names its schema")
    else:
        able = any(modeline_of(file, root) for file in files)
        how = "lpkit fmt" if able else "lpkit schema --write, then lpkit fmt"
        yield missing(
            "modelines",
            f"{plural(len(files) - named, 'pack')} of {len(files)} without the line that names the schema",
            how,
        )
    yield _vscode(root)
    server = shutil.which("yaml-language-server")
    if server:
        yield ok("yaml-language-server", server)
    else:
        yield missing("yaml-language-server", "not on the path; VS Code brings its own", "see docs/editors.md of lpkit")


def _schemas(root: Path) -> Line:
    from lpkit.schema.publish import published_schemas

    folder = root / "schema"
    schemas = published_schemas()
    there = [name for name in schemas if (folder / name).is_file()]
    if not there:
        return missing("schema", f"no schemas in {folder}", "lpkit schema --write")
    old = [name for name in there if json.loads(_text(folder / name)) != schemas[name]]
    if old:
        return wrong("schema", f"{', '.join(old)} in {folder}: not those of this lpkit", "lpkit schema --write")
    return ok("schema", f"{folder}, as this lpkit has them")


def _vscode(root: Path) -> Line:
    top = _answer(root, "rev-parse", "--show-toplevel") if shutil.which("git") else None
    for folder in dict.fromkeys((root, Path(top) if top else root)):
        file = folder / ".vscode" / "settings.json"
        if file.is_file():
            text = _text(file)
            if "schema" in text or "lpkit" in text:
                return ok("vs code", f"{file} names schemas or lpkit")
            return missing("vs code", f"{file} names neither schemas nor lpkit", "see docs/editors.md of lpkit")
    return missing("vs code", "no .vscode/settings.json", "see docs/editors.md of lpkit")


def _text(file: Path) -> str:
    """Read a file as far as it can be read; empty where it cannot."""
    try:
        return read_text(file, file.name).text
    except LpkitError:
        return ""
