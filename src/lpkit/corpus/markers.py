"""The markers of a library as what finds them in a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lpkit.corpus.placed import Placed
from lpkit.diagnostic import Site
from lpkit.model import Frame, Library, Marker
from lpkit.text import spotting
from lpkit.text.languages import language_of

_GROUP = re.compile(r"\{([^{}]*)\}")
SLOTS = ("who", "did", "did_not", "whom", "what", "unless")
"""The keys of a frame that hold words or name a group of them."""


class Said(NamedTuple):
    """The words by which a text shows a marker."""

    marker: int
    """The place of the marker in the library."""
    words: str
    """The phrase as the library has it, or the words of the text that a pattern found."""
    start: int
    end: int
    """Where they stand in the text, in code points; the end is exclusive."""
    pattern: int | None
    """The place of the pattern with the marker; None for a phrase."""
    certain: bool
    """Whether it is a phrase, word by word, and nothing around it makes its meaning doubtful."""


PlacedMarker = tuple[int, Marker, Sequence[tuple[int, Frame]]]
"""A marker and its patterns, each with its place in its list."""


class Markers:
    """Finds markers in texts: by phrases in every language, by patterns where it has a part on frames."""

    def __init__(self, file: str, library: Library, place: Callable[..., Sequence[Placed[Any]]]) -> None:
        """Prepare the markers of a library's file; `place` gives the well-formed entries of a list with their paths."""
        self._file = file
        self._library = library
        self._placed: list[PlacedMarker] = [
            (int(at[-1]), marker, [(int(spot[-1]), frame) for spot, frame in place(marker.patterns, *at, "patterns")])
            for at, marker in place(library.markers, "markers")
        ]
        self._spotter = _spotter(_wanted(self._placed), _grouped(library), library.language)

    def said(self, text: str) -> Iterator[Said]:
        """Give what a text says of markers, in the order of the text."""
        for spot in self._spotter.spots(text):
            number, marker, frames = self._placed[spot.pattern.marker]
            phrase = spot.pattern.frame < 0
            words = marker.phrases[spot.way] if phrase else " ".join(text[spot.start : spot.end].split())
            pattern = None if phrase else frames[spot.pattern.frame][0]
            yield Said(number, words, spot.start, spot.end, pattern, spot.certain)

    def by_marker(self, text: str) -> dict[int, Said]:
        """Give the words that show each marker, by its place in the library: the first ones, certain ones before."""
        found: dict[int, Said] = {}
        for said in sorted(self.said(text), key=lambda said: not said.certain):
            found.setdefault(said.marker, said)
        return found

    def source_of(self, said: Said) -> tuple[str, tuple[Site, str]]:
        """Name what of a marker some words show: as the end of a sentence, and as the place to look at."""
        name, at = self.name_of(said), ("markers", said.marker)
        if said.pattern is None:
            return f"a phrase of the marker {name}", (Site(self._file, (*at, "phrases")), f"the phrases of {name}")
        site = Site(self._file, (*at, "patterns", said.pattern))
        return f"which fits a pattern of the marker {name}", (site, f"the pattern of {name}")

    def name_of(self, said: Said) -> str:
        """Give the id of the marker that some words show."""
        return self._library.markers[said.marker].id


def spotting_of(library: Library) -> spotting.Spotting:
    """Give what finds the markers of a library, as data."""
    placed = [(n, marker, list(enumerate(marker.patterns))) for n, marker in enumerate(library.markers)]
    return spotting.compiled(_wanted(placed), library.word_groups, language_of(library.language))


_Grouped = tuple[tuple[str, tuple[str, ...]], ...]
"""Groups of words as what a result may be remembered by."""


@lru_cache(maxsize=4)
def _spotter(wanted: Sequence[spotting.Wanted], groups: _Grouped, language: str) -> spotting.Spotter:
    """Give what finds markers; the same one as long as a library says the same, however often its file is read."""
    return spotting.Spotter(spotting.compiled(wanted, dict(groups), language_of(language)))


def _grouped(library: Library) -> _Grouped:
    return tuple((name, tuple(words)) for name, words in library.word_groups.items())


def _wanted(placed: Iterable[PlacedMarker]) -> tuple[spotting.Wanted, ...]:
    return tuple(
        spotting.Wanted(tuple(marker.phrases), tuple(_resolved(frame) for _, frame in frames))
        for _, marker, frames in placed
    )


def _resolved(frame: Frame) -> spotting.Frame:
    """Write every group in braces."""
    return spotting.Frame(**{slot: _words(getattr(frame, slot)) for slot in SLOTS}, says=tuple(frame.says))


def _words(value: str | list[str] | None) -> tuple[str, ...]:
    return (f"{{{value}}}",) if isinstance(value, str) else tuple(value or ())


def groups_named(frame: Frame) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the groups that a frame names, each with its place below the frame."""
    for slot in SLOTS:
        value = getattr(frame, slot)
        if isinstance(value, str):
            yield (slot,), value
        for number, word in enumerate(value if isinstance(value, list) else ()):
            yield from (((slot, number), name) for name in _GROUP.findall(word))
    for number, text in enumerate(frame.says):
        yield from (((("says", number), name)) for name in _GROUP.findall(text))
