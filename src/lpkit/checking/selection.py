"""Which rules run: by code, by the beginning of a code, or by name."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol, TypeVar

from lpkit.checking.profiles import severity_in
from lpkit.config import OFF, Config, place_of
from lpkit.diagnostic import Severity
from lpkit.errors import LpkitError

if TYPE_CHECKING:
    from lpkit.rule import Rule


class Named(Protocol):
    """A rule, imported or as it is written."""

    @property
    def code(self) -> str:
        """Give its code."""

    @property
    def name(self) -> str:
        """Give its name."""


Found = TypeVar("Found", bound=Named)


def configured_rules(
    rules: "Sequence[Rule]", config: Config, select: Iterable[str] | None = None, always: Iterable[str] = ()
) -> "list[Rule]":
    """Give the rules that the settings of a project select, each with the severity that they set.

    `select` takes the place of the selection in the settings; rules whose code is in `always` run in any case.

    Raises LpkitError for a word that matches no rule, and for a rule that is set off but cannot be.
    """
    severities = configured_severities(rules, config)
    chosen = select_rules(rules, config.select if select is None else select, config.ignore)
    kept = [rule for rule in rules if rule.code in always or (rule in chosen and severities.get(rule.code) != OFF)]
    return [_with_severity(rule, config.profile, severities.get(rule.code)) for rule in kept]


def configured_severities(rules: "Sequence[Rule]", config: Config) -> dict[str, str]:
    """Give the severities of the table in the settings by code.

    Raises LpkitError for a word that names no rule, and for a rule that is set off but cannot be.
    """
    found: dict[str, str] = {}
    for word, severity in config.severity.items():
        try:
            rule = find_rule(rules, word)
        except LpkitError as error:
            raise LpkitError(f"{place_of(config, word)}: {error.message}", error.hint) from error
        if severity == OFF and rule.permanent:
            message = f"{place_of(config, word)}: {rule.code} {rule.name} cannot be switched off"
            raise LpkitError(message, "it reports what keeps a file from being checked at all")
        found[rule.code] = severity
    return found


def _with_severity(rule: "Rule", profile: str, severity: str | None) -> "Rule":
    """Give a rule with the severity of a profile, or with that of the table, whatever it says of a single finding."""
    if severity is None or severity == OFF:
        return rule._replace(severity=severity_in(rule, profile))
    return rule._replace(severity=Severity[severity.upper()], configured=True)


def select_rules(rules: "Sequence[Rule]", select: Iterable[str], ignore: Iterable[str]) -> "list[Rule]":
    """Give the rules that are selected (all, where nothing is) and not ignored.

    Rules that report an unreadable file always run: silence must not mean that nothing was checked.

    Raises LpkitError for a word that matches no rule.
    """
    chosen = [code for word in select for code in matching(rules, word)] or [rule.code for rule in rules]
    dropped = {code for word in ignore for code in matching(rules, word)}
    return [rule for rule in rules if rule.permanent or (rule.code in chosen and rule.code not in dropped)]


def matching(rules: Sequence[Named], word: str) -> list[str]:
    """Give the codes that a code, a prefix of codes or a name stands for.

    Raises LpkitError, with a suggestion, where there is none.
    """
    found = [rule.code for rule in rules if names(rule, word)]
    if not found:
        raise unknown_rule(rules, word)
    return found


def names(rule: Named, word: str) -> bool:
    """Tell whether a word is a rule's name, its code, or how its code begins."""
    return rule.name == word.lower() or rule.code.startswith(word.upper() or "-")


def find_rule(rules: Sequence[Found], word: str) -> Found:
    """Find one rule by its code or its name, in any case.

    Raises LpkitError, with a suggestion, where there is none.
    """
    for rule in rules:
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule
    raise unknown_rule(rules, word)


def unknown_rule(rules: Sequence[Named], word: str) -> LpkitError:
    """Make the error for a word that names no rule."""
    names, codes = [rule.name for rule in rules], [rule.code for rule in rules]
    close = get_close_matches(word.lower(), names, 1) or _close_codes(word.upper(), codes)
    hint = f"did you mean {close[0]}?" if close else "lpkit rules lists all rules"
    return LpkitError(f'no rule is called "{word}"', hint)


def _close_codes(word: str, codes: Sequence[str]) -> list[str]:
    """Give codes like a word, first those with most characters at the same places: a letter O is a nought."""
    close = get_close_matches(word, codes, len(codes))
    return sorted(close, key=lambda code: (-sum(map(str.__eq__, code, word)), code))
