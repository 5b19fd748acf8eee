"""Names of a file and ids of the library: a name is matched with what the library calls so, never guessed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

_WORD = re.compile(r"[^\W_]+")


class Titled(Protocol):
    """What a library calls by a title."""

    @property
    def id(self) -> str:
        """Its permanent id."""
        ...

    @property
    def title(self) -> str:
        """Its name as learners know it."""
        ...


def folded(text: str) -> str:
    """Give a name by its words alone, in lower case."""
    return " ".join(_WORD.findall(text.casefold()))


def matched(name: str, entries: Iterable[Titled], *, longer: bool = False) -> str | None:
    """Give the id of the one entry that a name means; None where none or several fit.

    It means the entry whose title or id has the same words; with `longer` else the one whose title or id, of two words
    at least, the name begins or ends with.
    """
    wanted = folded(name)
    forms = [(entry.id, form) for entry in entries for form in {folded(entry.title), folded(entry.id)}]
    same = {key for key, form in forms if form == wanted}
    if len(same) == 1:
        return same.pop()
    near = {key for key, form in forms if " " in form and _begins_or_ends(wanted, form)}
    return near.pop() if longer and len(near) == 1 and not same else None


def _begins_or_ends(wanted: str, form: str) -> bool:
    return f"{wanted} ".startswith(f"{form} ") or f" {wanted}".endswith(f" {form}")


def matched_all(names: Sequence[str], entries: Sequence[Titled]) -> Mapping[str, str]:
    """Give the ids that names mean, without names that mean none, or the same as another name does."""
    found = {name: key for name in names if (key := matched(name, entries))}
    forms = {(folded(name), key) for name, key in found.items()}
    several = Counter(key for _, key in forms)
    return {name: key for name, key in found.items() if several[key] == 1}


def named_in(text: str, entries: Sequence[Titled]) -> set[str]:
    """Give the ids of the entries whose titles stand in a text; of titles within one another the longest counts."""
    rest, found = f" {folded(text)} ", set()
    for entry in sorted(entries, key=lambda one: -len(one.title)):
        title = f" {folded(entry.title)} "
        if title.strip() and title in rest:
            found.add(entry.id)
            rest = rest.replace(title, " | ")
    return found
