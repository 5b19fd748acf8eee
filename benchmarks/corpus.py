"""A corpus of packs of about 16 kB each, made from a seed: no two questions alike, no fault of form."""

import random
from pathlib import Path

LIBRARY = Path(__file__).parent.parent / "packs/amazon-lp/library.yaml"
_KINDS = [("practice", "easy"), ("practice", "hard")] + [
    ("test", level) for level, count in (("easy", 3), ("medium", 4), ("hard", 3)) for _ in range(count)
]
_SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo wu ya che sho tri ple gra mon tel ver".split()  # noqa: SIM905


def write_corpus(folder: Path, packs: int, seed: int = 1) -> None:
    """Write a library and some packs below a folder."""
    folder.mkdir(parents=True)
    (folder / "library.yaml").write_bytes(LIBRARY.read_bytes())
    for number in range(packs):
        file = folder / "customer-obsession" / f"pack-{number}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(_pack(f"pack-{number}", random.Random(f"{seed}-{number}")), encoding="utf-8")


def _pack(name: str, draw: random.Random) -> str:
    words = list(dict.fromkeys("".join(draw.choices(_SYLLABLES, k=3)) for _ in range(600)))
    asked, letters = words[:400], "".join(words[400:])
    offered = list(dict.fromkeys(letters[start : start + 6] for start in range(0, len(letters) - 5, 6)))

    def say(vocabulary: list[str], count: int) -> str:
        return " ".join(draw.sample(vocabulary, count)).capitalize()

    base = (LIBRARY.parent / "customer-obsession/need-behind-the-request.yaml").read_text(encoding="utf-8")
    head, _, rest = base.partition("\nquestions:\n")
    tail = rest[rest.index("\nretired:") :] if "\nretired:" in rest else "\n"
    head = head.replace("id: need-behind-the-request", f"id: {name}", 1)
    questions = []
    for number, (pool, difficulty) in enumerate(_KINDS):
        options = [say(offered, 4) for _ in range(4)]
        lines = [
            f"  - id: question-{number}",
            f"    pool: {pool}",
            f"    difficulty: {difficulty}",
            f"    stem: {say(asked, 10)}?",
            f"    options: [{', '.join(options)}]",
            f"    answer: {options[number % 4]}",
            f"    steps: [{say(asked, 6)}., The answer is {options[number % 4]}.]",
            f"    hint: {say(asked, 6)}.",
        ]
        questions.append("\n".join(lines))
    return f"{head}\nquestions:\n" + "\n".join(questions) + tail
