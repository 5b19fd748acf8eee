"""Which rules run: by code, by the beginning of a code, or by name."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from lpkit.errors import LpkitError
from lpkit.rule import Rule


def select_rules(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """Give the rules that are selected (all, where nothing is) and not ignored.

    Rules that report an unreadable file always run: silence must not mean that nothing was checked.

    Raises LpkitError for a word that matches no rule.
    """
    chosen = [code for word in select for code in matching(rules, word)] or [rule.code for rule in rules]
    dropped = {code for word in ignore for code in matching(rules, word)}
    return [rule for rule in rules if rule.permanent or (rule.code in chosen and rule.code not in dropped)]


def matching(rules: Sequence[Rule], word: str) -> list[str]:
    """Give the codes that a code, a prefix of codes or a name stands for.

    Raises LpkitError, with a suggestion, where there is none.
    """
    found = [rule.code for rule in rules if rule.name == word.lower() or rule.code.startswith(word.upper() or "-")]
    if not found:
        raise unknown_rule(rules, word)
    return found


def find_rule(rules: Sequence[Rule], word: str) -> Rule:
    """Find one rule by its code or its name, in any case.

    Raises LpkitError, with a suggestion, where there is none.
    """
    for rule in rules:
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule
    raise unknown_rule(rules, word)


def unknown_rule(rules: Sequence[Rule], word: str) -> LpkitError:
    """Make the error for a word that names no rule."""
    names = [rule.name for rule in rules] + [rule.code for rule in rules]
    close = get_close_matches(word.lower(), names, 1) or get_close_matches(word.upper(), names, 1)
    hint = f"did you mean {close[0]}?" if close else "lpkit rules lists all rules"
    return LpkitError(f'no rule is called "{word}"', hint)
