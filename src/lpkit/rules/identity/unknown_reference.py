"""A reference to something that does not exist.

## Why
A pack names principles, levels, rubrics, dimensions, verdicts and markers of its library, and candidates and
questions of its own; a library names word groups in the patterns of its markers. A name that leads nowhere leaves a
hole in every export.

## Bad
```yaml
principle: ownershp  # error: LP104
model_answer:
  guidance: Begin with the count.
  candidate: c  # error: LP104
```

## Good
```yaml
principle: ownership
model_answer:
  guidance: Begin with the count.
  candidate: b
```

## Fix
The name that is surely meant takes the place of the misspelt one, or of a title. Unsafe where another name is nearly as
near, and for verdicts and scores that are misspelt.

```yaml
principle: ownershp
```
```yaml
principle: ownership
```
"""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from lpkit.corpus import LibraryView, PackView, groups_named, named, of_title
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.edits import new_key, new_value, sure
from lpkit.rule import VIEW, rule


class _Reference(NamedTuple):
    at: Path
    name: str
    kind: str
    known: Collection[str] | None
    """None where an id is broken: then this one may be meant."""
    on_key: bool = False


@rule("LP104", "unknown-reference", Severity.ERROR, VIEW, reveals=True)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    references = _of_pack(view) if isinstance(view, PackView) else _of_library(view)
    for reference in references:
        if reference.known is not None and reference.name not in reference.known:
            same, meant = _meant(view, reference, reference.known)
            hint = f'; did you mean "{meant}"?' if meant else ""
            if meant is None and (meant := _in_band(view, reference)):
                hint = f'; its total lies in the band of "{meant}"'
            known = view.names.known(reference.at)
            if same is not None and of_title(reference.name, same, known):
                hint += f' ("{known[same]}" is its title)'
            yield Finding(
                view.site(*reference.at, on_key=reference.on_key),
                f'there is no {reference.kind} "{reference.name}"{hint}',
                f"known: {', '.join(sorted(reference.known))}" if reference.known else _none_of(reference),
                fix=_fix(view, reference, meant, same is not None) if meant else None,
                value=reference.name,
            )


def _meant(
    view: PackView | LibraryView, reference: _Reference, known: Collection[str]
) -> tuple[str | None, str | None]:
    """Give the name that is the same in other letters or by its title, and the one that is meant, perhaps as near."""
    same = named(reference.name, view.names.known(reference.at))
    if same in known:
        return same, same
    close = get_close_matches(reference.name, known, 1)
    return None, close[0] if close else None


def _in_band(view: PackView | LibraryView, reference: _Reference) -> str | None:
    """Give the verdict that the total of a candidate has; what `yes` or another scale stands for follows from it."""
    total = view.source.value((*reference.at[:-1], "total")) if reference.kind == "verdict" else None
    return view.names.band(total) if type(total) is int else None


def _none_of(reference: _Reference) -> str:
    return f"there is no {reference.kind} at all yet: write one first, or take the name out"


def _fix(view: PackView | LibraryView, reference: _Reference, meant: str, same: bool) -> Fix | None:
    safe = sure(reference.name, meant, reference.known or ())
    if view.source.value(reference.at) not in (reference.name, None) and not reference.on_key:
        return None  # The name is a part of a text.
    if reference.on_key:
        fix = new_key(view.source, reference.at, meant, safe=False)
    else:
        fix = new_value(view.source, reference.at, meant, safe)
    return fix._replace(safe=True, restates=True) if fix and same else fix


def _of_library(library: LibraryView) -> Iterator[_Reference]:
    dimensions = {dimension.id for rubric in library.rubrics() for dimension in rubric.dimensions}
    verdicts = library.known_ids("verdicts")
    for at, marker in library.place(library.library.markers, "markers"):
        if library.whole("rubrics"):
            yield _Reference((*at, "dimension"), marker.dimension, "dimension", dimensions)
        yield _Reference((*at, "verdict"), marker.verdict, "verdict", verdicts)
        for place, frame in library.place(marker.patterns, *at, "patterns") if library.whole("word_groups") else ():
            for step, name in groups_named(frame):
                yield _Reference((*place, *step), name, "word group", library.library.word_groups)


def _of_pack(pack: PackView) -> Iterator[_Reference]:
    content = pack.pack
    library = pack.library
    if library is not None:
        yield _Reference(("principle",), content.principle, "principle", library.known_ids("principles"))
        yield _Reference(("level",), content.level, "level", library.known_ids("levels"))
        if isinstance(content.evaluate.rubric, str):
            rubrics = library.known_ids("rubrics")
            yield _Reference(("evaluate", "rubric"), content.evaluate.rubric, "rubric", rubrics)
        yield from _of_candidates(pack, library)
    if pack.rubric is not None:
        dimensions = pack.rubric.weights
        for number, name in enumerate(content.evaluate.score_first):
            yield _Reference(("evaluate", "score_first", number), name, "dimension", dimensions)
        for at, candidate in pack.candidates:
            for key, named in (("scores", candidate.scores), ("reasons", candidate.reasons)):
                for name in named:
                    yield _Reference((*at, key, name), name, "dimension", dimensions, on_key=True)
    yield from _of_own(pack)


def _of_candidates(pack: PackView, library: LibraryView) -> Iterator[_Reference]:
    verdicts, markers = library.known_ids("verdicts"), library.known_ids("markers")
    for at, candidate in pack.candidates:
        yield _Reference((*at, "verdict"), candidate.verdict, "verdict", verdicts)
        for place, auto_fail in pack.place(candidate.auto_fails, *at, "auto_fails"):
            yield _Reference((*place, "marker"), auto_fail.marker, "marker", markers)


def _of_own(pack: PackView) -> Iterator[_Reference]:
    content = pack.pack
    candidates = pack.known_ids("evaluate", "candidates")
    for at, message in pack.place(content.evaluate.calibration, "evaluate", "calibration"):
        yield _Reference((*at, "candidate"), message.candidate, "candidate", candidates)
    for at, fix_it in pack.fix_its:
        yield _Reference((*at, "candidate"), fix_it.candidate, "candidate", candidates)
    yield _Reference(("model_answer", "candidate"), content.model_answer.candidate, "candidate", candidates)
    items = [pack.known_ids("questions"), pack.known_ids("fix_its"), candidates]
    taught = {name for key in ("concepts", "coaching") for _, name in pack.ids(key)}
    successors = None if None in items else taught.union(*(names or () for names in items))
    for at, entry in pack.place(content.retired, "retired"):
        if entry.replaced_by is not None:
            yield _Reference((*at, "replaced_by"), entry.replaced_by, "item", successors)
