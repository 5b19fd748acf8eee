"""How long LP409 takes for many questions: `python benchmarks/near_duplicates.py [PACKS]`, 20 questions each.

The questions are drawn from a fixed seed: a vocabulary of 4,000 words, 40 stems that many questions share, a tenth
of the questions copied with one word changed. The copies found are printed, and the processor time of both stages.
"""

import random
import sys
import time

from lpkit.text.likeness import Print, nearness

_PER_PACK = 20


def _questions(packs: int) -> list[tuple[str, str, list[str]]]:
    draw = random.Random(409)
    vocabulary = [f"{first}{second}" for first in _syllables() for second in _syllables()]
    templates = [" ".join(draw.choices(vocabulary, k=9)) for _ in range(40)]
    questions: list[tuple[str, str, list[str]]] = []
    for _ in range(packs * _PER_PACK):
        if questions and draw.random() < 0.1:
            stem, excerpt, options = draw.choice(questions)
            questions.append((stem, excerpt.replace(excerpt.split()[7], draw.choice(vocabulary), 1), options))
        else:
            options = [" ".join(draw.choices(vocabulary, k=8)) for _ in range(4)]
            questions.append((draw.choice(templates), " ".join(draw.choices(vocabulary, k=60)), options))
    return questions


def _syllables() -> list[str]:
    return [f"{consonant}{vowel}{end}" for consonant in "bdfgklmnprst" for vowel in "aeiou" for end in ("", "n")][:64]


def main() -> None:
    """Time the pack stage (prints) and the corpus stage (pairs)."""
    packs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    questions = _questions(packs)
    start = time.process_time()
    packed = [Print.of(*question).packed for question in questions]
    middle = time.process_time()
    found = len(nearness(packed, lambda *_: False).firsts)
    end = time.process_time()
    size = sum(map(len, packed)) / len(packed)
    print(f"{len(questions):,} questions, {found:,} near duplicates, {size:.0f} bytes a print")
    print(f"prints {middle - start:.2f} s, pairs {end - middle:.2f} s")


if __name__ == "__main__":
    main()
