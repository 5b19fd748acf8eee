"""How alike two questions are: shingles of words as stable hashes, and the near pairs among many questions.

The thresholds come from a survey of item banks: word 3-grams of stem and options with a Jaccard index of .6 tell
copies from questions that merely share a template, where stems reach .8 and options .3.
"""

import sys
from array import array
from base64 import b64decode, b64encode
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from math import ceil
from typing import NamedTuple
from zlib import crc32

from lpkit.pattern import pattern
from lpkit.text.passage import plain
from lpkit.text.sameness import same_choice, same_question
from lpkit.text.tokens import words

ALL, STEM, OPTIONS, EXCERPT = 0.6, 0.8, 0.3, 0.5
"""Lowest Jaccard index of the shingles of whole questions, stems, options and excerpts of near duplicates."""

CROWD = 64
"""Questions that a shingle leads to; where more share it, one of them is near enough to be named."""

Skip = Callable[[int, int], bool]
"""Tells of which pairs nothing is to be said, by the places of both, the earlier one first."""

_BITS_A_QUESTION = 512
"""Some ten times as many as a question has shingles."""

_WORD = pattern(r"[^\W_]+(?:['.,][^\W_]+)*")
_JOINED = pattern(r"['.,][A-Za-z0-9]")
"""What makes one word of two in ASCII: without it the words are those of `lpkit.text.tokens`, found sooner."""


def identity(stem: str, excerpt: str | None, options: Iterable[str]) -> str:
    """Give a short text that is equal for questions with the same stem, excerpt and set of options.

    The case of words, white space, typography, punctuation at the ends and the order of the options make no
    difference; in code everything does (`lpkit.text.sameness`).
    """
    parts = [same_question(stem), same_question(excerpt or ""), *sorted({same_choice(option) for option in options})]
    return blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=8).hexdigest()


class Print(NamedTuple):
    """The shingles of a question's parts, as 32-bit hashes that are the same on every machine."""

    stem: frozenset[int]
    options: frozenset[int]
    excerpt: frozenset[int]

    @classmethod
    def of(cls, stem: str, excerpt: str | None, options: Iterable[str]) -> "Print":
        """Work out the print of a question."""
        shingles = [shingle for option in options for shingle in _shingles(option)]
        return cls(frozenset(_shingles(stem)), frozenset(shingles), frozenset(_shingles(excerpt or "")))

    @classmethod
    def unpacked(cls, text: str) -> "Print":
        """Read a print from its packed form."""
        sizes, _, _ = text.partition(":")
        numbers = numbers_of(text)
        stem, options = (int(size) for size in sizes.split(","))
        return cls(
            frozenset(numbers[:stem]), frozenset(numbers[stem : stem + options]), frozenset(numbers[stem + options :])
        )

    @property
    def packed(self) -> str:
        """Give the print as a compact text in ASCII: two sizes, then four bytes a hash in base 64."""
        numbers = array("I", [number for part in self for number in sorted(part)])
        if sys.byteorder == "big":
            numbers.byteswap()
        return f"{len(self.stem)},{len(self.options)}:{b64encode(numbers.tobytes()).decode()}"

    @property
    def whole(self) -> frozenset[int]:
        """Give the shingles of all parts."""
        return self.stem | self.options | self.excerpt


def numbers_of(packed: str) -> "array[int]":
    """Give the shingles of all parts, one after the other: one that is in two of them comes twice."""
    numbers = array("I", b64decode(packed.partition(":")[2]))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _shingles(text: str) -> list[int]:
    """Give the word triples of a text as hashes; of a shorter text the whole."""
    found = words(text) if text.isascii() and not _JOINED.search(text) else _WORD.findall(plain(text))
    if 0 < len(found) < 3:
        return [crc32(" ".join(found).encode("utf-8", "surrogatepass"))]
    triples = zip(found, found[1:], found[2:])  # noqa: B905 - the shortest ends it
    return [crc32(f"{one} {two} {three}".encode("utf-8", "surrogatepass")) for one, two, three in triples]


def likeness(one: Print, two: Print) -> float:
    """Give the Jaccard index of two questions' shingles, from 0 to 1."""
    return _jaccard(one.whole, two.whole)


def are_near(one: Print, two: Print) -> bool:
    """Tell whether two questions are near duplicates."""
    return (
        _jaccard(one.stem, two.stem) >= STEM
        and _jaccard(one.options, two.options) >= OPTIONS
        and _jaccard(one.excerpt, two.excerpt) >= EXCERPT
        and likeness(one, two) >= ALL
    )


def _jaccard(one: frozenset[int], two: frozenset[int]) -> float:
    both = len(one & two)
    every = len(one) + len(two) - both
    return both / every if every else 1.0


class Nearness(NamedTuple):
    """The first earlier question that each of some is near to, by their places in a sequence, and how sure that is."""

    firsts: dict[int, int]
    """The earlier one by the later one."""
    crowd: int = 0
    """In how many questions a shingle is, at most, by which one was looked for: up to `CROWD` none is overlooked."""


def nearness(packed: Sequence[str], skip: Skip) -> Nearness:
    """Find for each of some packed prints the first earlier one that it is near to.

    Pairs for which `skip` holds are passed over. Prefix filtering (Chaudhuri, Ganti and Kaushik, 2006) keeps this
    from comparing all with all: of two sets with a Jaccard index of .6, each has one of its rarest two fifths in
    common with the other. Of most questions nothing is held but what is packed: few shingles are shared at all.
    """
    frequency = _frequency_of_shared(packed)
    index: defaultdict[int, list[int]] = defaultdict(list)
    firsts: dict[int, int] = {}
    crowd = 0
    for place, text in enumerate(packed):
        if frequency.keys().isdisjoint(numbers_of(text)):
            continue
        print_ = Print.unpacked(text)
        prefix = prefix_of(print_.whole, frequency)
        crowd = max(crowd, frequency[prefix[-1]] if prefix else 0)
        earlier = sorted({other for shingle in prefix for other in index.get(shingle, ())})
        for other in earlier:
            if are_near(Print.unpacked(packed[other]), print_) and not skip(other, place):
                firsts[place] = other
                break
        for shingle in prefix:
            if len(index[shingle]) < CROWD:
                index[shingle].append(place)
    return Nearness(firsts, crowd)


def _frequency_of_shared(packed: Sequence[str]) -> Counter[int]:
    """Count in how many questions each shingle is, of those that are in more than one and hardly any other.

    A first walk marks a bit for each shingle, and knows those again whose bit is marked already: to hold them all would
    take a hundred bytes each.
    """
    bits = max(16, (_BITS_A_QUESTION * len(packed)).bit_length())
    seen = bytearray(1 << bits - 3)
    mask = (1 << bits) - 1
    again: set[int] = set()
    for text in packed:
        for shingle in numbers_of(text):
            place = shingle & mask
            bit = 1 << (place & 7)
            if seen[place >> 3] & bit:
                again.add(shingle)
            else:
                seen[place >> 3] |= bit
    frequency = Counter(shingle for text in packed for shingle in again.intersection(numbers_of(text)))
    return Counter({shingle: count for shingle, count in frequency.items() if count > 1})


def prefix_of(whole: frozenset[int], frequency: Counter[int]) -> list[int]:
    """Give the rarest shingles of a question, as many as one must be shared; those that nobody shares are no use."""
    length = len(whole) - ceil(ALL * len(whole)) + 1
    shared = [shingle for shingle in whole if shingle in frequency]
    room = length - (len(whole) - len(shared))
    return sorted(shared, key=lambda shingle: (frequency[shingle], shingle))[:room] if room > 0 else []
