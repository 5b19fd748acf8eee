"""Facts on how guessing does: one for each pool, and the smallest quiz of which a rule has something to say."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus.facts import Fact
from lpkit.corpus.question import QuizView
from lpkit.diagnostic import Finding, Site
from lpkit.text.guessing import Play


class Pool(NamedTuple):
    """How guessing did on the questions of one pool; a bank is one pool without a name."""

    name: str
    play: Play


class Played(NamedTuple):
    """How guessing did on some questions: how to call them in a message, where they stand, and what it earned."""

    name: str
    site: Site
    play: Play


def play_facts(quiz: QuizView) -> Iterator[Fact]:
    """Give a fact for each pool of a quiz."""
    for pool, play in quiz.plays.items():
        yield Fact(quiz.library, Pool(pool, play), quiz.site, quiz.pack, pool)


def smallest(facts: Sequence[Fact], speak: Callable[[Played], Finding | None]) -> Iterator[Finding]:
    """Ask a rule about each pool, then each pack, then each library; a whole is left out where a part was reported."""
    for library, in_library in groupby(sorted(facts, key=_order), key=lambda fact: fact.library):
        found, packs = [], []
        for pack, in_pack in groupby(in_library, key=lambda fact: fact.pack):
            pools = _pools(list(in_pack), bank=not pack)
            whole = Played("questions of the pack" if pack else "questions", pools[0].site, _sum(pools))
            said = [speak(pool) for pool in pools]
            if len(pools) > 1 and not any(said):
                said.append(speak(whole))
            found += [finding for finding in said if finding]
            packs.append(whole)
        if len(packs) > 1 and library and not found:
            finding = speak(Played("questions of the library", Site(library, ("id",)), _sum(packs)))
            found += [finding] if finding else []
        yield from found


def _pools(facts: Sequence[Fact], bank: bool) -> list[Played]:
    """Join the facts of each pool; those of a bank come in parts."""
    pools = []
    for pool, group in groupby(facts, key=lambda fact: fact.value.name):
        parts = [Played("", fact.site, fact.value.play) for fact in group]
        name = "questions" if bank else f"{pool} questions"
        pools.append(Played(name, parts[0].site, _sum(parts)))
    return pools


def _sum(parts: Sequence[Played]) -> Play:
    return Play.total(part.play for part in parts)


def _order(fact: Fact) -> tuple[str, ...]:
    return fact.library, fact.pack, fact.site.file, fact.value.name
