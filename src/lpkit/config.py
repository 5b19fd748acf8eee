"""Settings: `[tool.lpkit]` of the nearest pyproject.toml, or the nearest lpkit.toml. One file, no merging."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from lpkit.errors import LpkitError
from lpkit.files import SETTINGS_MOST, lines_of, read_file
from lpkit.witness import is_there, stands

_SEVERITIES = ("error", "warning", "info")
FILES = frozenset(("lpkit.toml", "pyproject.toml"))
"""What a settings file is called; where a folder has both, lpkit.toml counts."""
RECOMMENDED = "recommended"
"""The profile of lpkit itself: the severities that its rules name."""
STRICT = "strict"
PROFILES = {
    RECOMMENDED: "each rule as bad as lpkit calls it; the default",
    STRICT: "each rule a step worse, so that whatever a rule is sure of fails",
}
"""Named choices of severities; `lpkit.checking.profiles` says what each makes of a rule."""
FAILS_FROM = {RECOMMENDED: "error", STRICT: "warning"}
"""What `fail-on` is in a profile where the settings do not say."""
_TABLE = re.compile(r"\s*\[{1,2}([\w\s.\"'-]+)\]{1,2}\s*(?:#.*)?")
_NAME = re.compile(r"[\w-]+")
"""The name of a table of TOML that has a line to itself, and the parts of it."""
OFF = "off"
"""What a table of severities says of a rule that is not to run."""
SERVED_AT = re.compile(r"https?://[\w.:\[\]-]+(/[\w./~%+-]*)?", re.ASCII)
"""Where a site may be served: neither a user nor a query, since names of pages are put behind it."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a project; keys are spelt with hyphens in files."""

    root: Path = field(metadata={"setting": False})
    """The folder of the settings file, or the current folder where there is none; not a setting."""
    packs: tuple[str, ...] = ("packs",)
    """Files and folders that are checked when none are named."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths, from the folder of the settings, that are left out; a file that is named counts all the
    same, but for `--force-exclude`, which also leaves out what is not below `packs`."""
    select: tuple[str, ...] = ()
    """Rules to run, by code (`LP204`), prefix (`LP2`) or name (`total-not-sum`); all where it is empty."""
    ignore: tuple[str, ...] = ()
    """Rules not to run, by code, prefix or name."""
    profile: str = RECOMMENDED
    """The named choice of severities that `severity` departs from: `recommended` or `strict`."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """A table: how bad what a rule finds is, by code or name: `error`, `warning`, `info`, or `off` for a rule that is
    not to run."""
    schemas: tuple[str, ...] = ()
    """JSON Schemas of your own that packs must also fit, by their way from the folder of the settings."""
    fail_on: str = "error"
    """The lowest severity that makes the exit code 1: `error`, `warning` or `info`; `warning` in the profile
    `strict`, where the file does not say."""
    output: str = "dist"
    """The folder below which `lpkit build` writes each export."""
    exports: tuple[str, ...] = ("json", "anki", "html")
    """The exports that `lpkit build` writes."""
    releases: str = ""
    """Which tags of git name releases, as `v*`; `commits` where every commit is one; where it is empty, every tag
    that has the lock, or every commit as long as none has."""
    cache: str = ""
    """The folder in which results of checks are kept, or `off`; the user's own folder for caches where it is empty."""
    documentation: str = ""
    """Where your team serves this documentation, as `https://docs.example.org/lpkit`: reports in JSON and SARIF then
    link to the pages of rules."""
    file: Path | None = field(default=None, metadata={"setting": False})
    """The settings file, if there is one."""
    given: frozenset[str] = field(default=frozenset(), metadata={"setting": False})
    """The names of the settings that the file gives; all others are defaults."""


def find_config(start: Path) -> Config:
    """Read the settings that hold for a folder.

    Raises LpkitError where the file is not valid TOML or holds a key or value that lpkit does not know.
    """
    return next(filter(None, map(config_in, (start, *start.parents))), Config(start))


def top_of(folder: Path) -> Path:
    """Give the folder from which files are named: the top of the git repository, else that of the settings, else this.

    Raises LpkitError where settings are asked and cannot be read.
    """
    return anchor_of(folder) or folder


def anchor_of(folder: Path) -> Path | None:
    """Give the top of the git repository that a folder lies in, else that of its settings; None where it has neither.

    Raises LpkitError where settings are asked and cannot be read.
    """
    repository = next((here for here in (folder, *folder.parents) if is_there(here / ".git")), None)
    if repository is not None:
        return repository
    config = find_config(folder)
    return config.root if config.file else None


def config_in(folder: Path) -> Config | None:
    """Read the settings file of a folder; None where it has none.

    Raises LpkitError where the file is not valid TOML or holds a key or value that lpkit does not know.
    """
    for name in ("lpkit.toml", "pyproject.toml"):
        file = folder / name
        if stands(file) and (table := _table(file)) is not None:
            return _config(file, table)
    return None


def _table(file: Path) -> dict[str, Any] | None:
    return settings_table(file, settings_text(file))


def settings_text(file: Path) -> str:
    """Give the text of a settings file.

    Raises LpkitError where it cannot be read, or is not UTF-8.
    """
    try:
        return read_file(file, SETTINGS_MOST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LpkitError(f"{file}: cannot be read: {error}", "mend the file, or remove it") from error


def settings_table(file: Path, text: str) -> dict[str, Any] | None:
    """Give the settings in the text of a file: all of lpkit.toml, the section of pyproject.toml; None where none is.

    Raises LpkitError where the text is not TOML, or the section is no table.
    """
    # Most of a start that reads a file without such a section would go to the parser.
    if file.name != "lpkit.toml" and "lpkit" not in text:
        return None
    import tomllib

    try:
        data = tomllib.loads(text)
    except RecursionError as error:
        raise LpkitError(f"{file}: cannot be read: its values are nested too deeply", "mend the file") from error
    except ValueError as error:
        # Not always a TOMLDecodeError: Python reads no number of more than 4,300 digits.
        raise LpkitError(f"{file}: cannot be read: {error}", "mend the file, or remove it") from error
    if file.name == "lpkit.toml":
        return data
    tools = data.get("tool")
    table = tools.get("lpkit") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise LpkitError(f"{file}: tool.lpkit is not a table", "write a section that begins with [tool.lpkit]")
    return table


def _config(file: Path, table: dict[str, Any]) -> Config:
    known = {entry.name.replace("_", "-"): entry for entry in fields(Config) if entry.metadata.get("setting", True)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            close = get_close_matches(key, list(known), 1)
            hint = f'did you mean "{close[0]}"?' if close else f"known keys: {', '.join(known)}"
            raise LpkitError(f'{_place(file, key)}: unknown key "{key}"', hint)
        if key == "severity":
            values[key] = _severities(file, value)
        else:
            values[known[key].name] = _value(file, key, value, known[key].default)
    given = frozenset(values)
    values.setdefault("fail_on", FAILS_FROM[values.get("profile", RECOMMENDED)])
    return Config(file.parent, **values, file=file, given=given)


def _value(file: Path, key: str, value: Any, default: Any) -> Any:
    given = value if isinstance(value, list) else [value]
    if any(isinstance(text, str) and "\0" in text for text in given):
        raise LpkitError(f'{_place(file, key)}: "{key}" holds a character that no name may hold', "take out \\u0000")
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise LpkitError(f'{_place(file, key)}: "{key}" must be a list of texts', f'write {key} = ["…"]')
        return tuple(value)
    if not isinstance(value, str):
        raise LpkitError(f'{_place(file, key)}: "{key}" must be a text', f'write {key} = "{default}"')
    if key == "fail-on" and value not in _SEVERITIES:
        raise LpkitError(f'{_place(file, key)}: "{value}" is no severity', f"write one of: {', '.join(_SEVERITIES)}")
    if key == "profile" and value not in PROFILES:
        raise LpkitError(f'{_place(file, key)}: no profile is called "{value}"', nearest_profile(value))
    if key == "documentation" and value and not SERVED_AT.fullmatch(value):
        raise LpkitError(f'{_place(file, key)}: "{value}" is no address', f'write {key} = "https://…"')
    return value


def nearest_profile(name: str) -> str:
    """Say what may be written in the place of a name that no profile has."""
    close = get_close_matches(name.lower(), PROFILES, 1)
    return f'did you mean "{close[0]}"?' if close else f"profiles: {', '.join(PROFILES)}"


def _severities(file: Path, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        hint = "write a table: rules by code or name, each with error, warning, info or off"
        raise LpkitError(f'{_place(file, "severity")}: "severity" must be a table', hint)
    for rule, severity in value.items():
        if severity not in (*_SEVERITIES, OFF):
            hint = f"write one of: {', '.join((*_SEVERITIES, OFF))}"
            raise LpkitError(f"{_place(file, rule)}: {_quoted(severity)} is no severity", hint)
    return value


def _quoted(value: Any) -> str:
    try:
        return f'"{value}"'
    except ValueError:
        # Read as hexadecimal, it has more decimal digits than Python writes.
        return "such a number"


def place_of(config: Config, key: str) -> str:
    """Name the settings file, and the line where a setting or the severity of a rule is given."""
    return _place(config.file, key) if config.file else key


def _place(file: Path, key: str) -> str:
    """Name a file and the line of a key; tomllib keeps no positions."""
    lines = _own_lines(file)
    own = rf"[\"']?{re.escape(key)}[\"']?\s*="
    # On a line of its own first, then within a table on one line, or behind the name of its table.
    for pattern in (re.compile(rf"\s*{own}"), re.compile(rf".*[{{,.]\s*{own}")):
        for number, line in lines:
            if pattern.match(line):
                return f"{file}:{number}"
    return str(file)


def _own_lines(file: Path) -> list[tuple[int, str]]:
    """Give the lines that may hold settings of lpkit, with their numbers: other tools have keys of the same names."""
    found, own = [], file.name == "lpkit.toml"
    for number, line in enumerate(lines_of(settings_text(file)), start=1):
        if file.name != "lpkit.toml" and (head := _TABLE.fullmatch(line)):
            own = _NAME.findall(head[1])[:2] == ["tool", "lpkit"]
        if own or "lpkit" in line:
            found.append((number, line))
    return found
