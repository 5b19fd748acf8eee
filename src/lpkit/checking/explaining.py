"""Why a rule is on or off, and how bad what it finds is: everything that has a say in it, and where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lpkit.checking.profiles import severity_in
from lpkit.checking.selection import configured_rules, configured_severities, names
from lpkit.config import OFF, RECOMMENDED, Config, place_of
from lpkit.corpus import Listing
from lpkit.diagnostic import Severity
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.source import Source, read_source
from lpkit.source.suppressions import read_suppressions
from lpkit.text.languages import UNSAID, language_of

DEFAULT = "default"
"""Where a reason stands that no settings file gives."""
_FAIL = {"error": "errors fail", "warning": "errors and warnings fail", "info": "whatever is found fails"}


class Reason(NamedTuple):
    """One thing that has a say: `by` names it (a setting, the rule itself), `at` the file and line, or the default."""

    by: str
    says: str
    at: str = DEFAULT


class Standing(NamedTuple):
    """What becomes of a rule under some settings; `severity` is None where it does not run."""

    rule: Rule
    severity: Severity | None
    fails: bool
    """Whether a finding of that severity makes the exit code 1."""
    reasons: tuple[Reason, ...]


def standing(rule: Rule, config: Config) -> Standing:
    """Say what becomes of a rule, and why.

    Raises LpkitError where the settings name rules that there are not.
    """
    rules = all_rules()
    running = next((entry for entry in configured_rules(rules, config) if entry.code == rule.code), None)
    fails = running is not None and running.severity >= Severity[config.fail_on.upper()]
    reasons = (*_severity(rule, config, rules), *_choice(rule, config), _fail_on(config))
    return Standing(rule, running.severity if running else None, fails, reasons)


def _severity(rule: Rule, config: Config, rules: Sequence[Rule]) -> Iterator[Reason]:
    yield Reason("rule", f"lpkit calls what it finds {_one(rule.severity.label)}")
    if rule.varies and rule.code not in configured_severities(rules, config):
        yield Reason("rule", "it calls some of that better or worse itself, in any profile")
    if config.profile != RECOMMENDED:
        made = severity_in(rule, config.profile)
        says = f"makes it {_one(made.label)}" if made is not rule.severity else "leaves it as it is"
        yield Reason("profile", f'"{config.profile}" {says}', place_of(config, "profile"))
    table = configured_severities(rules, config)
    for word, severity in config.severity.items():
        if word.upper() == rule.code or word.lower() == rule.name:
            holds = "" if table[rule.code] == severity else ", and a later line says otherwise"
            says = "switches it off" if severity == OFF else f"makes it {_one(severity)}, whatever it says itself"
            yield Reason("severity", f'"{word}" {says}{holds}', place_of(config, word))


def _choice(rule: Rule, config: Config) -> Iterator[Reason]:
    for setting, holds in (("select", config.select), ("ignore", config.ignore)):
        place = place_of(config, setting) if setting in config.given else DEFAULT
        words = [word for word in holds if names(rule, word)]
        if words:
            verb = "selects" if setting == "select" else "ignores"
            yield Reason(setting, f'"{words[0]}" {verb} it', place)
        elif setting == "select":
            yield Reason(setting, "does not name it" if holds else "is empty, so that every rule runs", place)
    if rule.permanent:
        yield Reason("rule", "it always runs: it reports what keeps a file from being checked at all")
    elif rule.frozen:
        yield Reason("rule", "lpkit build --frozen and lpkit export --frozen run it in any case")


def _fail_on(config: Config) -> Reason:
    given = "fail_on" in config.given
    place = f'profile "{config.profile}"' if config.profile != RECOMMENDED else DEFAULT
    return Reason("fail-on", _FAIL[config.fail_on], place_of(config, "fail-on") if given else place)


def silent_languages(rule: Rule, listing: Listing) -> list[Reason]:
    """Give the libraries in whose language lpkit lacks the words without which the rule says nothing."""
    if rule.needs is None:
        return []
    found = []
    for library in sorted(filter(None, listing.packs)):
        data = read_source(library, str(library)).data
        tag = data.get("language", UNSAID) if isinstance(data, dict) else UNSAID
        if isinstance(tag, str) and rule.needs not in language_of(tag):
            found.append(
                Reason("language", f'lpkit lacks words of "{tag}" without which it says nothing', str(library))
            )
    return found


def silencing(rule: Rule, files: Iterable[Path]) -> list[tuple[Path, int]]:
    """Give the comments that silence a rule, by file and line."""
    found = []
    for file in files:
        source = read_source(file, str(file))
        found += [(file, line) for line in _lines(rule, source)]
    return found


def _lines(rule: Rule, source: Source) -> Iterator[int]:
    for suppression in read_suppressions(source)[0]:
        if any(names(rule, word) for word in suppression.words):
            yield source.position(suppression.extent[0])[0]


def _one(severity: str) -> str:
    """Give a severity with its article."""
    return severity if severity == "info" else f"{'an' if severity == 'error' else 'a'} {severity}"
