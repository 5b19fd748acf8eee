"""What a rule is: a code, a name, a severity, a check, and a docstring that is its documentation."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from lpkit.corpus import Fact, FileView, LibraryView, PackView, QuestionView, QuizView
from lpkit.diagnostic import Finding, Severity, Site

T = TypeVar("T")

DOCUMENTATION_URL = "https://lpkit.readthedocs.io/en/stable/"
"""Where the site of `docs/` is served; mkdocs.yml names the same address."""


class Scope(NamedTuple, Generic[T]):
    """What a rule looks at, one subject at a time; `subjects` names the kinds."""

    subjects: tuple[str, ...]


FILE: Scope[FileView] = Scope(("file",))
"""Every file, however broken."""
LIBRARY: Scope[LibraryView] = Scope(("library",))
"""Every library.yaml that holds something usable."""
PACK: Scope[PackView] = Scope(("pack",))
"""Every pack that holds something usable."""
VIEW: Scope[PackView | LibraryView] = Scope(("pack", "library"))
"""Both packs and libraries."""
QUESTION: Scope[QuestionView] = Scope(("question",))
"""Every well-formed question of every pack."""
QUIZ: Scope[QuizView] = Scope(("quiz",))
"""The well-formed questions of every pack as a whole, and those of every bank."""
CORPUS: Scope[Sequence[Fact]] = Scope(("corpus",))
"""All facts of the run that the rule itself collected from the packs."""

SUPPRESSIONS: Scope[Sequence["SuppressionFault"]] = Scope(("suppressions",))
"""What is wrong with the suppressions of the run, once all other rules have run."""


class SuppressionFault(NamedTuple):
    """A suppression that is `unused`, or `unknown`: it names no rule, or is not in the form of one."""

    kind: str
    site: Site
    message: str
    help: str


Collect = Callable[[PackView], Iterable[Fact]]
CollectQuiz = Callable[[QuizView], Iterable[Fact]]
"""Facts for a rule across packs that banks have too."""
CollectLibrary = Callable[[LibraryView], Iterable[Fact]]
"""Facts of the library itself; a rule that wants them also gets a fact without a value for each pack that cannot
be read."""


class Rule(NamedTuple):
    """A check with everything that tools and people need to know of it.

    `permanent` rules report what keeps a file from being checked; no selection turns them off. What `last` rules
    find is shown once nothing is an error: before that, nobody can act on it.
    """

    code: str
    name: str
    severity: Severity
    subjects: tuple[str, ...]
    check: Callable[[Any], Iterable[Finding]]
    module: str
    collect: Collect | None = None
    collect_quiz: CollectQuiz | None = None
    collect_library: CollectLibrary | None = None
    permanent: bool = False
    last: bool = False
    needs: type | None = None
    """The part of a language without which the rule says nothing, see `rule`."""

    @property
    def documentation(self) -> str:
        """Give the docstring: a summary line, then `## Why`, `## Bad`, `## Good` and perhaps `## Fix`."""
        return (sys.modules[self.module].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """Give the first line of the documentation."""
        return self.documentation.partition("\n")[0]

    @property
    def url(self) -> str:
        """Give the address of the rule's page."""
        return f"{DOCUMENTATION_URL}rules/{self.code.lower()}.html"

    def section(self, title: str) -> str:
        """Give the text under a `## title` heading of the documentation; empty where there is none."""
        match = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", self.documentation, re.DOTALL | re.MULTILINE)
        return match.group(1).strip() if match else ""

    def manual(self) -> str:
        """Give the documentation for readers: without the marks that tests look for in the examples."""
        return re.sub(r" *# error: LP[0-9, LP]+$", "", self.documentation, flags=re.MULTILINE)


class Ruleset:
    """The rules of a run, grouped once by what they look at."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.collecting = tuple(rule for rule in rules if rule.collect or rule.collect_quiz)
        """Rules across packs, which gather facts."""
        self.collecting_library = tuple(rule for rule in rules if rule.collect_library)
        self._by_subject: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for subject in rule.subjects:
                self._by_subject[subject].append(rule)

    def on(self, subject: str) -> Sequence[Rule]:
        """Give the rules that look at one kind of subject, in order."""
        return self._by_subject[subject]


def rule(
    code: str,
    name: str,
    severity: Severity,
    scope: Scope[T],
    *,
    collect: Collect | None = None,
    collect_quiz: CollectQuiz | None = None,
    collect_library: CollectLibrary | None = None,
    permanent: bool = False,
    last: bool = False,
    needs: type | None = None,
) -> Callable[[Callable[[T], Iterable[Finding]]], Rule]:
    """Make a rule of a generator of findings; its documentation is the docstring of its module.

    `needs` is the part of a language (`lpkit.text.languages.parts`) that the check takes from its subject's
    `language`: where it is not there, the check is not asked.
    """

    def decorate(check: Callable[[T], Iterable[Finding]]) -> Rule:
        gather = (collect, collect_quiz, collect_library)
        asked = _where_known(check, needs) if needs else check
        return Rule(code, name, severity, scope.subjects, asked, check.__module__, *gather, permanent, last, needs)

    return decorate


def _where_known(check: Callable[[Any], Iterable[Finding]], kind: type) -> Callable[[Any], Iterable[Finding]]:
    """Give a check that says nothing of a subject whose language lacks a part."""
    return lambda subject: check(subject) if kind in subject.language else ()
