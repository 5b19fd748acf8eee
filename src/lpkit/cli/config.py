"""`lpkit config`: the settings in force, and where each comes from; why a rule is on."""

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from lpkit.checking.explaining import DEFAULT, Reason, Standing, silencing, silent_languages, standing
from lpkit.checking.selection import find_rule
from lpkit.cli.naming import name_of
from lpkit.cli.printer import show, show_json
from lpkit.cli.running import find_files, plural, settings
from lpkit.config import RECOMMENDED, Config
from lpkit.corpus import Listing
from lpkit.errors import LpkitError
from lpkit.rules import all_rules

_SHOWN = 3
"""Comments that are named in text; JSON has all of them."""


def config(
    file: Annotated[
        Path | None, typer.Option(metavar="PATH", help="A file or folder: those that count for it. Default: this one.")
    ] = None,
    rule: Annotated[
        str | None, typer.Option("--explain", metavar="RULE", help="Say why a rule is on or off, by code or name.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Give it as JSON.")] = False,
) -> None:
    """Show the settings that hold in this folder.

    For each, the settings file that gives it is named, or that it is the default. With --explain, everything is named
    that decides whether a rule runs and how bad what it finds is, with the line of the settings, and the comments in
    packs that silence it.

    Examples:

      lpkit config

      lpkit config --explain LP204

      lpkit config --explain candidate-without-reasons --file packs/amazon-lp
    """
    if file is not None and not file.exists():
        raise LpkitError(f"there is no {file}", "name a file or a folder that is there")
    found = settings([file] if file else [])
    if rule is not None:
        _explain(standing(find_rule(all_rules(), rule), found), _files(file), as_json)
        return
    entries = {
        field.name.replace("_", "-"): {
            "value": list(value) if isinstance(value := getattr(found, field.name), tuple) else value,
            "from": _origin(found, field.name),
        }
        for field in fields(found)
        if field.metadata.get("setting", True)
    }
    if as_json:
        show_json(entries)
        return
    width = max(map(len, entries))
    for name, entry in entries.items():
        show(f"{name:<{width}}  {json.dumps(entry['value'], ensure_ascii=False)}  ({entry['from']})")


def _origin(found: Config, name: str) -> str:
    if name in found.given:
        return str(found.file)
    return f"profile {found.profile}" if name == "fail_on" and found.profile != RECOMMENDED else DEFAULT


def _files(path: Path | None) -> Listing:
    """Give the packs that are meant; without any, there are no comments to name."""
    try:
        return find_files([path] if path else [])
    except LpkitError:
        return Listing()


def _explain(found: Standing, listing: Listing, as_json: bool) -> None:
    rule = found.rule
    comments = [(name_of(file), line) for file, line in silencing(rule, sorted(listing.asked))]
    reasons = [_named(reason) for reason in (*found.reasons, *silent_languages(rule, listing))]
    severity = found.severity.label if found.severity else None
    if as_json:
        show_json(
            {
                "code": rule.code,
                "name": rule.name,
                "on": severity is not None,
                "severity": severity,
                "fails": found.fails,
                "reasons": [dict(zip(("by", "says", "from"), reason, strict=True)) for reason in reasons],
                "suppressions": [{"file": name, "line": line} for name, line in comments],
            }
        )
        return
    state = f"{severity}, {'which fails' if found.fails else 'which does not fail'} the run" if severity else "off"
    show(f"{rule.code} {rule.name}: {state}")
    for reason in reasons:
        show(f"  {reason.by}: {reason.says} ({reason.at})")
    if comments:
        show(f"  comments: {plural(len(comments), 'suppression')}: {_listed(comments)}")


def _named(reason: Reason) -> Reason:
    """Give a reason with its place as reports name files."""
    path, colon, line = reason.at.rpartition(":")
    if colon and line.isdecimal():
        return reason._replace(at=f"{name_of(Path(path))}:{line}")
    return reason._replace(at=name_of(Path(reason.at))) if Path(reason.at).is_absolute() else reason


def _listed(comments: Sequence[tuple[str, Any]]) -> str:
    more = f" and {len(comments) - _SHOWN} more" if len(comments) > _SHOWN else ""
    return ", ".join(f"{name}:{line}" for name, line in comments[:_SHOWN]) + more
