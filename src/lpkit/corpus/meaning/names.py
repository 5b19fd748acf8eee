"""The names that a place of a file may hold, each with its title, and which of them is meant."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from lpkit.diagnostic import Path
from lpkit.schema.likely import folded

_LISTS = {"principle": "principles", "level": "levels", "rubric": "rubrics", "verdict": "verdicts", "marker": "markers"}
_LONGEST = 200
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


class Names:
    """The names of a pack and of its library, as far as they can be read; a library alone has no pack."""

    def __init__(self, pack: Any, library: Any) -> None:
        self._pack = pack if isinstance(pack, dict) else {}
        self._library = library if isinstance(library, dict) else {}
        self._found: dict[str, dict[str, str]] = {}

    def known(self, at: Path) -> dict[str, str]:
        """Give the names that may stand at a path, each with its title or an empty text; none where it is no name."""
        key = at[-1] if at and isinstance(at[-1], str) else ""
        kind = "score" if at[-2:-1] and at[-2] in {"scores", "reasons", "score_first"} else key
        if kind not in self._found:
            self._found[kind] = self._named(kind)
        return self._found[kind]

    def _named(self, key: str) -> dict[str, str]:
        if key == "score":
            return _titled(self.dimensions())
        if key == "dimension":
            return _titled(
                entry for rubric in _entries(self._library, "rubrics") for entry in _entries(rubric, "dimensions")
            )
        if key == "candidate":
            return _titled(_entries(self._pack.get("evaluate"), "candidates"))
        return _titled(_entries(self._library, _LISTS[key])) if key in _LISTS else {}

    def dimensions(self) -> list[dict[str, Any]]:
        """Give the dimensions of the rubric in force, or those of all rubrics where none is named."""
        evaluate = self._pack.get("evaluate")
        named = evaluate.get("rubric") if isinstance(evaluate, dict) else None
        if isinstance(named, list):
            return [entry for entry in named if isinstance(entry, dict)]
        rubrics = list(_entries(self._library, "rubrics"))
        chosen = [rubric for rubric in rubrics if rubric.get("id") == named] or rubrics
        return [entry for rubric in chosen for entry in _entries(rubric, "dimensions")]

    def scale(self, at: Path) -> int | None:
        """Give how many points there are at most at a path: the weight of a dimension, 100 for totals."""
        if at[-2:-1] == ("scores",):
            weights = (entry.get("weight") for entry in self.dimensions() if entry.get("id") == at[-1])
            return next((weight for weight in weights if isinstance(weight, int)), None)
        return 100

    def band(self, total: int) -> str | None:
        """Give the id of the verdict in whose band a total lies, if the bands can be read."""
        bands = [(entry.get("from"), entry.get("id")) for entry in _entries(self._library, "verdicts")]
        below = [(start, name) for start, name in bands if isinstance(start, int) and start <= total]
        return max(below)[1] if below and len(below) == len({start for start, _ in below}) else None


def named(written: str, known: Mapping[str, str]) -> str | None:
    """Tell which name is meant by one in other letters, by a title, or with the word of its kind before it.

    None where there is none, or more than one.
    """
    if len(written) > _LONGEST:
        return None
    wanted = folded(written)
    bare = wanted.rpartition("_")[2] if wanted.startswith(("candidate_", "marker_", "verdict_")) else wanted
    for match in (wanted, bare, _in_digits(wanted)):
        found = [name for name, title in known.items() if match in {folded(name), folded(title)} and match]
        if len(found) == 1:
            return found[0]
    return None


def nearest_name(written: str, known: Mapping[str, str]) -> str | None:
    """Give the name that is nearest in letters, itself or by its title; None where none is near."""
    if len(written) > _LONGEST:
        return None
    by_form = {folded(form): name for name, title in known.items() for form in (title, name)}
    close = get_close_matches(_in_digits(folded(written)), by_form, 1)
    return by_form[close[0]] if close else None


def _in_digits(folded_name: str) -> str:
    """Give a folded name with the Roman numeral at its end in digits: `sde_ii` is `sde_2`."""
    head, between, tail = folded_name.rpartition("_")
    return f"{head}{between}{_ROMAN[tail]}" if head and tail in _ROMAN else folded_name


def of_title(written: str, name: str, known: Mapping[str, str]) -> bool:
    """Tell whether a name was written as its title, and the title is not the name in other letters."""
    return folded(written) == folded(known[name])


def _entries(data: Any, key: str) -> Iterator[dict[str, Any]]:
    entries = data.get(key) if isinstance(data, dict) else None
    return (entry for entry in (entries if isinstance(entries, list) else ()) if isinstance(entry, dict))


def _titled(entries: Any) -> dict[str, str]:
    return {
        entry["id"]: str(entry.get("title") or "")
        for entry in entries
        if isinstance(entry.get("id"), str) and entry["id"]
    }
