"""The facts of a pack that prose speaks of, and where each stands."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from lpkit.corpus import PackView
from lpkit.diagnostic import Path, Site
from lpkit.ledger.claim import Place
from lpkit.ledger.elsewhere import Elsewhere
from lpkit.ledger.names import Reader, names_of, reader_of
from lpkit.ledger.passage import Passage, Topic
from lpkit.model import Candidate, Marker, Verdict
from lpkit.pattern import pattern
from lpkit.text.languages.parts import Cast, ContentWords, Persons
from lpkit.text.once import Once
from lpkit.text.tokens import content, words

_WORD = pattern(r"[^\W\d_]+")
STEM = 3
"""Letters that forms of a word have in common: lose and lost."""


def telling(text: str, terms: ContentWords) -> frozenset[str]:
    """Give the common forms of the words that carry content in a text, and its longer numbers."""
    every = words(text)
    return content(every, terms) | {word for word in every if word.isdecimal() and len(word) > 1}


class Account:
    """The facts of a pack whose prose is read, by name, and whom a place of a text is about."""

    def __init__(self, pack: PackView, elsewhere: Elsewhere) -> None:
        self.pack = pack
        self.elsewhere = elsewhere
        self.reader: Reader = reader_of(pack.language, names_of(pack))
        self.cast = pack.language[Cast]
        self.candidates: dict[str, Candidate] = {placed.value.id: placed.value for placed in pack.candidates}
        self.dated: dict[tuple[str, ...], Any] = {}
        """The months of answers, once somebody has looked."""
        self.quotes_so: bool | None = None
        """Whether the pack has quotes in emphasis, once somebody has looked."""
        self._words: dict[str, frozenset[str]] = {}
        self._paths: dict[str, Path] = {placed.value.id: placed.at for placed in pack.candidates}

    @Once
    def all_known(self) -> bool:
        """Tell whether every candidate of the file is well formed."""
        return self.pack.whole("evaluate", "candidates")

    @Once
    def told(self) -> dict[str, frozenset[str]]:
        """Give the common forms of the words that carry content in each answer and its replies, by candidate."""
        terms = self.pack.language.get(ContentWords)
        texts = {key: " ".join(found.spoken) for key, found in self.candidates.items()}
        return {key: telling(text, terms) for key, text in texts.items()} if terms else {}

    @Once
    def told_by_others(self) -> dict[str, list[frozenset[str]]]:
        """Give for each candidate the words that each of the others tells of, and not this one."""
        return {own: [said - mine for key, said in self.told.items() if key != own] for own, mine in self.told.items()}

    @Once
    def _beside(self) -> str:
        """Give what all answers are about, and what the library names."""
        pack, library = self.pack.pack, self.pack.library
        concepts = [f"{entry.title} {entry.text}" for entry in pack.concepts]
        principles = [principle.title for principle in library.library.principles] if library else []
        markers = [marker.title for marker in library.markers.values()] if library else []
        titles = [*principles, *markers, *self.titles.values(), *self.dimension_titles.values()]
        return " ".join((pack.title, pack.prompt, pack.evaluate.setting, *concepts, *titles))

    def names_told(self, candidate: str) -> frozenset[str]:
        """Give the words, as they are written, of an answer and its replies."""
        found = self.candidates[candidate]
        if candidate not in self._words:
            told = " ".join(found.spoken)
            self._words[candidate] = frozenset(_WORD.findall(told))
        return self._words[candidate]

    def names_inside(self, candidate: str) -> frozenset[str]:
        """Give the words of an answer and its replies that are written as names within a sentence, and only so."""
        key = f" {candidate}"
        if key not in self._words:
            found, known = self.candidates[candidate], self.pack.language[Persons]
            told = "\n".join(found.spoken)
            names = known.name.finditer(told)
            every = self.names_told(candidate)
            plain = (_WORD.match(match.group()) for match in names)
            self._words[key] = frozenset(word[0] for word in plain if word and word[0].lower() not in every)
        return self._words[key]

    def names_elsewhere(self, candidate: str) -> frozenset[str]:
        """Give the names that answers of others have within a sentence."""
        key = f"  {candidate}"
        if key not in self._words:
            self._words[key] = frozenset().union(
                *(self.names_inside(other) for other in self.candidates if other != candidate)
            )
        return self._words[key]

    @Once
    def words_beside(self) -> frozenset[str]:
        """Give the words, as they are written, of what all answers are about."""
        return frozenset(_WORD.findall(self._beside))

    @Once
    def asked(self) -> frozenset[str]:
        """Give the same of what all answers are about: the title, the prompt and the setting."""
        terms = self.pack.language.get(ContentWords)
        pack = self.pack.pack
        return content(words(f"{pack.title} {pack.prompt} {pack.evaluate.setting}"), terms) if terms else frozenset()

    @Once
    def asked_stems(self) -> frozenset[str]:
        """Give the beginnings of these words, by which their other forms are known."""
        return frozenset(word[:STEM] for word in self.asked)

    @Once
    def titles(self) -> dict[str, str]:
        """Give the titles of the verdicts by id."""
        return {entry.id: entry.title for entry in self.pack.library.library.verdicts} if self.pack.library else {}

    @Once
    def weights(self) -> dict[str, int]:
        """Give the weights of the rubric in force; empty where there is none."""
        return self.pack.rubric.weights if self.pack.rubric else {}

    @Once
    def dimension_titles(self) -> dict[str, str]:
        """Give the titles of the rubric's dimensions."""
        return {entry.id: entry.title for entry in self.pack.rubric.dimensions} if self.pack.rubric else {}

    def candidate_site(self, candidate: str, *below: str | int) -> Site:
        """Name a place in a candidate."""
        return self.pack.site(*self._paths[candidate], *below)

    def weight_place(self, dimension: str) -> Place:
        """Give where the weight of a dimension stands."""
        rubric = self.pack.rubric
        assert rubric is not None
        number = next(place for place, entry in enumerate(rubric.dimensions) if entry.id == dimension)
        title = self.dimension_titles[dimension]
        return Place(Site(rubric.file, (*rubric.at, number, "weight")), f"the weight of {title}")

    def markers(self, candidate: str) -> list[Marker]:
        """Give the markers that are declared for a candidate and known."""
        library = self.pack.library
        found = self.candidates.get(candidate)
        if library is None or found is None:
            return []
        return [library.markers[entry.marker] for entry in found.auto_fails if entry.marker in library.markers]

    def band(self, points: int) -> Verdict | None:
        """Give the verdict that some points earn by themselves; None where the bands do not hold."""
        library = self.pack.library
        return library.band(points) if library is not None and library.bands_hold and points <= 100 else None

    def mentions(self, passage: Passage) -> list[tuple[int, int, str]]:
        """Give the candidates that a passage names: from where to where, and the name as it is written."""
        if passage.mentions is None:
            passage.mentions = sorted(self._mentioned(passage))
        return passage.mentions

    def _mentioned(self, passage: Passage) -> Iterator[tuple[int, int, str]]:
        text = passage.text
        if self.cast.word in passage.lower:
            for match in self.cast.candidate.finditer(text):
                name = next(filter(None, match.groupdict().values()))
                yield (*match.span(), name)
        if self._letters.intersection(text):
            for match in self.cast.letter.finditer(text):
                if match["name"].lower() in self.candidates:
                    yield (*match.span(), match["name"])

    @Once
    def _letters(self) -> frozenset[str]:
        return frozenset(name.upper() for name in self.candidates if len(name) == 1)

    def named_in(self, text: str) -> str:
        """Give the id of the only candidate whom a text names; empty where it names none or several."""
        names = {self.resolve(name) for _, _, name in self.mentions(Passage((), text, Topic("")))}
        return next(iter(names)) or "" if len(names) == 1 else ""

    def resolve(self, name: str) -> str | None:
        """Give the id of a candidate that is called by a letter, a number or an id; None for nobody."""
        if name.lower() in self.candidates:
            return name.lower()
        ids = list(self.candidates)
        return ids[int(name) - 1] if name.isdecimal() and 0 < int(name) <= len(ids) else None

    def whom(self, passage: Passage, start: int, end: int) -> str:
        """Give whom a stretch of a passage is about; empty where that is not known.

        A name that a clause goes on about counts (`A, who stands at 91`); else the last name before it in its clause,
        unless it only compares, or a name right behind it; else the candidate whose text it is.
        """
        mentions = self.mentions(passage)
        if not mentions:
            return passage.topic.candidate
        nearest = bisect_left(mentions, (start,)) - 1
        if nearest >= 0 and self.cast.relative.match(passage.text, mentions[nearest][1], start):
            return self.resolve(mentions[nearest][2]) or ""
        first, last = passage.clause(start, end)
        near = mentions[bisect_left(mentions, (first,)) : bisect_left(mentions, (last + _NEAR,))]
        for begin, stop, name in reversed(near):
            if end <= begin and self.cast.equals.fullmatch(passage.text, end, begin):
                return self.resolve(name) or ""
            if end <= begin <= end + _NEAR and self.cast.compares.search(passage.text[end:begin]):
                return self.resolve(name) or ""
            if first <= begin and stop <= start and not self.cast.compares.search(passage.before(begin)):
                return self.resolve(name) or ""
        own = passage.topic.candidate
        others = [begin for begin, _, name in near if begin < last and self.resolve(name) != own]
        return own if all(self.cast.compares.search(passage.before(begin)) for begin in others) else ""


_NEAR = 6
"""Code points between a figure and the name of whom it is about: `for `, ` (`."""
