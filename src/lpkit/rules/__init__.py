"""All rules: every module of this package that defines a `check`. Nothing to edit when one is added."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpkit.rule import Rule


@cache
def all_rules() -> "tuple[Rule, ...]":
    """Import every rule and give them by code."""
    # Whoever asks what rules say of themselves (`written`) passes here, and needs none of what rules look with.
    from lpkit.rule import Rule

    folder = Path(__file__).parent
    names = [
        f"{__name__}.{file.parent.name}.{file.stem}" for file in folder.glob("*/*.py") if not file.stem.startswith("_")
    ]
    checks = [getattr(import_module(name), "check", None) for name in names]
    return tuple(sorted((check for check in checks if isinstance(check, Rule)), key=lambda rule: rule.code))


def codes_mended_by_lock() -> frozenset[str]:
    """Give the codes of the rules that find a lock out of date."""
    return frozenset(rule.code for rule in all_rules() if rule.mended_by_lock)


def codes_mended_by_schema() -> frozenset[str]:
    """Give the codes of the rules that find the schema of a library out of date."""
    return frozenset(rule.code for rule in all_rules() if rule.mended_by_schema)


def frozen_codes() -> frozenset[str]:
    """Give the codes of the rules that `--frozen` runs in any case."""
    return frozenset(rule.code for rule in all_rules() if rule.frozen)
