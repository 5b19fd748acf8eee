"""What a rule is: a code, a name, a severity, a check, and a docstring that is its documentation."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from lpkit.corpus import Fact, FileView, LibraryView, PackView, QuestionView, QuizView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.editing.proof import Hiding
from lpkit.manual import for_readers, section_of, summary_of

T = TypeVar("T")


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
    find is shown once nothing is an error: before that, nobody can act on it. Mending what a rule that `reveals` found
    may bring other faults to light. `banks` tells of a rule on questions whether a bank has all that it looks at.
    `lpkit lock` mends what rules `mended_by_lock` find, `lpkit schema --library` what rules `mended_by_schema` find.
    What rules `on_comments` find is mended in that comment.
    `--frozen` runs rules that are `frozen` in any case, and refuses whatever they find.
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
    facts: Any = Any
    """The type of the values of its facts, by which those from a file are known."""
    permanent: bool = False
    last: bool = False
    reveals: bool = False
    banks: bool = True
    mended_by_lock: bool = False
    mended_by_schema: bool = False
    on_comments: bool = False
    frozen: bool = False
    needs: type | None = None
    """The part of a language without which the rule says nothing, see `rule`."""
    configured: bool = False
    """Whether the severity is one of the project's own: it then holds for every finding."""
    varies: bool = False
    """Whether some findings are better or worse than the severity says, as the rule itself tells."""

    @property
    def silenceable(self) -> bool:
        """Tell whether a comment may be written that silences what the rule finds."""
        return not (self.permanent or self.on_comments)

    @property
    def hidden(self) -> bool:
        """Tell whether another fault can keep the rule from looking: whole files are looked at however broken."""
        return not {*FILE.subjects, *SUPPRESSIONS.subjects}.intersection(self.subjects)

    @property
    def documentation(self) -> str:
        """Give the docstring: a summary line, then `## Why`, `## Bad`, `## Good` and perhaps `## Fix`."""
        return (sys.modules[self.module].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """Give the first line of the documentation."""
        return summary_of(self.documentation)

    def section(self, title: str) -> str:
        """Give the text under a `## title` heading of the documentation; empty where there is none."""
        return section_of(self.documentation, title)

    def manual(self) -> str:
        """Give the documentation for readers: without the marks that tests look for in the examples."""
        return for_readers(self.documentation)


class Ruleset:
    """The rules of a run, grouped once by what they look at.

    Rules that are `silent` look at nothing, and gather facts only: so they treat a file that nobody asked about, of
    which the others of its library need no more.
    """

    def __init__(self, rules: Sequence[Rule], *, silent: bool = False) -> None:
        self.all = tuple(rules)
        self._silent = silent
        self.collecting = tuple(rule for rule in rules if rule.collect or rule.collect_quiz)
        """Rules across packs, which gather facts."""
        self.collecting_library = tuple(rule for rule in rules if rule.collect_library)
        self._by_subject: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in () if silent else rules:
            for subject in rule.subjects:
                self._by_subject[subject].append(rule)

    @cached_property
    def gathering(self) -> "Ruleset":
        """Give the same rules, but silent."""
        return Ruleset(self.all, silent=True)

    @cached_property
    def digest(self) -> str:
        """Give what is equal for two choices of rules that find the same."""
        said = "facts " if self._silent else ""
        return said + " ".join(f"{rule.code}:{rule.severity}:{rule.configured}" for rule in self.all)

    def on(self, subject: str) -> Sequence[Rule]:
        """Give the rules that look at one kind of subject, in order."""
        return self._by_subject[subject]


def hiding(rules: Iterable[Rule]) -> Hiding:
    """Give what the rules say of which faults hide others."""
    listed = list(rules)
    return Hiding(
        frozenset(rule.code for rule in listed if rule.reveals),
        frozenset(rule.code for rule in listed if rule.hidden),
        frozenset(rule.code for rule in listed if rule.permanent),
        frozenset(rule.code for rule in listed if rule.mended_by_lock or rule.mended_by_schema),
    )


def rule(
    code: str,
    name: str,
    severity: Severity,
    scope: Scope[T],
    *,
    collect: Collect | None = None,
    collect_quiz: CollectQuiz | None = None,
    collect_library: CollectLibrary | None = None,
    facts: Any = Any,
    permanent: bool = False,
    last: bool = False,
    reveals: bool = False,
    banks: bool = True,
    mended_by_lock: bool = False,
    mended_by_schema: bool = False,
    on_comments: bool = False,
    frozen: bool = False,
    needs: type | None = None,
    varies: bool = False,
) -> Callable[[Callable[[T], Iterable[Finding]]], Rule]:
    """Make a rule of a generator of findings; its documentation is the docstring of its module.

    `facts` is the type of the values that it collects, a union where there are several: facts may come from a file.
    `needs` is the part of a language (`lpkit.text.languages.parts`) that the check takes from its subject's
    `language`: where it is not there, the check is not asked.
    """

    def decorate(check: Callable[[T], Iterable[Finding]]) -> Rule:
        gather = (collect, collect_quiz, collect_library, facts)
        says = (permanent, last, reveals, banks, mended_by_lock, mended_by_schema, on_comments, frozen)
        asked = _where_known(check, needs) if needs else check
        return Rule(code, name, severity, scope.subjects, asked, check.__module__, *gather, *says, needs, varies=varies)

    return decorate


def _where_known(check: Callable[[Any], Iterable[Finding]], kind: type) -> Callable[[Any], Iterable[Finding]]:
    """Give a check that says nothing of a subject whose language lacks a part."""
    return lambda subject: check(subject) if kind in subject.language else ()
