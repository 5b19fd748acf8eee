"""What rules see of a library and of a pack: the well-formed part as a model, and where everything stands."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from lpkit.corpus.file_view import FileView
from lpkit.corpus.glossary import glossary_of
from lpkit.corpus.markers import Markers
from lpkit.corpus.meaning import Names
from lpkit.corpus.placed import Placed, RubricView
from lpkit.corpus.question import QuestionView, QuizView
from lpkit.model import Candidate, FixIt, Library, Marker, Pack, Verdict
from lpkit.publishing.released import NOTHING_RELEASED
from lpkit.schema import Fitted
from lpkit.source import Source
from lpkit.text.languages import UNSAID, Language, language_of

T = TypeVar("T")


class LibraryView(FileView):
    """A library as rules see it."""

    def __init__(self, source: Source, fitted: Fitted[Library], library: Library) -> None:
        super().__init__(source, fitted, language_of(library.language))
        self.library = library
        self.lock: Source | None = None
        """The text of library.lock, where there is one."""
        self.judged: Source | None = None
        """The text of library.judge, where there is one."""
        self.schema: Source | None = None
        """The text of pack.schema.json, where there is one."""
        self.released = NOTHING_RELEASED
        """What was released of the library."""

    @cached_property
    def bands_hold(self) -> bool:
        """Tell whether every total from 0 to 100 has just one verdict."""
        starts = [verdict.starts_at for verdict in self.library.verdicts]
        return self.whole("verdicts") and starts[0] == 0 and starts == sorted(set(starts))

    @cached_property
    def markers(self) -> dict[str, Marker]:
        """Give the well-formed markers by id."""
        return {marker.value.id: marker.value for marker in self.place(self.library.markers, "markers")}

    @cached_property
    def sayings(self) -> Markers:
        """Give what finds the well-formed markers in a text, by their phrases and their well-formed patterns."""
        return Markers(self.source.name, self.library, self.place)

    @cached_property
    def principle_titles(self) -> dict[str, str]:
        """Give the titles of the well-formed principles by id."""
        return {placed.value.id: placed.value.title for placed in self.place(self.library.principles, "principles")}

    @cached_property
    def glossary(self) -> frozenset[str]:
        """Give the library's names of things: whole in lower case, and their words in common form."""
        return glossary_of(self.library)

    def band(self, total: int) -> Verdict:
        """Give the verdict whose band holds a total from 0 to 100; only where `bands_hold`."""
        return next(verdict for verdict in reversed(self.library.verdicts) if verdict.starts_at <= total)

    def band_text(self, verdict: Verdict) -> str:
        """Describe a verdict's band: its title and the totals from which to which it runs."""
        higher = [other.starts_at for other in self.library.verdicts if other.starts_at > verdict.starts_at]
        return f"{verdict.title} runs from {verdict.starts_at} to {min(higher) - 1 if higher else 100}"

    def verdict(self, name: str) -> Verdict | None:
        """Find a well-formed verdict by id."""
        return self._verdicts.get(name)

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        # The first of an id counts, so the others are overwritten.
        return {placed.value.id: placed.value for placed in reversed(self.place(self.library.verdicts, "verdicts"))}

    def marker_verdict(self, name: str) -> Verdict | None:
        """Give the highest verdict that a marker leaves possible."""
        marker = self.markers.get(name)
        return self.verdict(marker.verdict) if marker else None

    def rubrics(self) -> Iterator[RubricView]:
        """Give the well-formed rubrics with the paths of their dimensions."""
        for at, rubric in self.place(self.library.rubrics, "rubrics"):
            yield RubricView(self.source.name, (*at, "dimensions"), rubric.dimensions)

    def rubric(self, name: str) -> RubricView | None:
        """Find a well-formed rubric by id."""
        for at, rubric in self.place(self.library.rubrics, "rubrics"):
            if rubric.id == name:
                return RubricView(self.source.name, (*at, "dimensions"), rubric.dimensions)
        return None


def language_under(library: LibraryView | None) -> Language:
    """Give the language of a library; where there is none, that of which nothing is known."""
    return library.language if library else language_of(UNSAID)


class PackView(FileView):
    """A pack as rules see it, with its library where there is a readable one."""

    def __init__(
        self, source: Source, fitted: Fitted[Pack], pack: Pack, library: LibraryView | None, orphan: bool
    ) -> None:
        super().__init__(source, fitted, language_under(library))
        self.names = Names(source.data, library.source.data if library else None)
        self.pack = pack
        self.library = library
        self.orphan = orphan
        """Whether there is no library.yaml at all, readable or not."""
        self._fitted = fitted
        self._read: dict[object, Any] = {}
        self.candidates: list[Placed[Candidate]] = self.place(pack.evaluate.candidates, "evaluate", "candidates")
        self.fix_its: list[Placed[FixIt]] = self.place(pack.fix_its, "fix_its")
        glossary = library.glossary if library else frozenset()
        self.questions: list[QuestionView] = [
            QuestionView(source.name, *placed, self.language, glossary, source)
            for placed in self.place(pack.questions, "questions")
        ]

    def once(self, reader: Callable[["PackView"], T]) -> T:
        """Give what somebody reads in the pack as a whole, read once: it goes when the view goes."""
        if reader not in self._read:
            self._read[reader] = reader(self)
        found: T = self._read[reader]
        return found

    def with_content(self, pack: Pack) -> "PackView":
        """Give the view of a pack with another content in the same file."""
        return PackView(self.source, self._fitted, pack, self.library, self.orphan)

    def is_like(self, other: "PackView") -> bool:
        """Tell whether what another view says of content and places, and not of the file's text, is the same."""
        mine, yours = (self.source.name, self.orphan, self._aside), (other.source.name, other.orphan, other._aside)
        return mine == yours and self.library is other.library and self.pack == other.pack

    @cached_property
    def quiz(self) -> QuizView:
        """Give the pack's questions as a whole."""
        library, titles = self.library, self.library.principle_titles if self.library else {}
        return QuizView(
            self.source.name,
            ("questions",),
            self.questions,
            self.language,
            library.source.name if library else "",
            self.pack.id,
            titles.get(self.pack.principle, ""),
            frozenset(titles.values()),
        )

    @cached_property
    def rubric(self) -> RubricView | None:
        """Give the rubric in force, or None where it is broken or cannot be found."""
        choice = self.pack.evaluate.rubric
        at = ("evaluate", "rubric")
        if not self.whole(*at):
            return None
        if isinstance(choice, str):
            return self.library.rubric(choice) if self.library else None
        return RubricView(self.source.name, at, choice)

    def rubrics(self) -> Iterator[RubricView]:
        """Give the rubric that is written in the pack itself, if any."""
        if self.rubric is not None and self.rubric.file == self.source.name:
            yield self.rubric

    def candidate(self, name: str) -> Placed[Candidate] | None:
        """Find a well-formed candidate by id."""
        return self._candidates.get(name)

    @cached_property
    def _candidates(self) -> dict[str, Placed[Candidate]]:
        return {placed.value.id: placed for placed in reversed(self.candidates)}
