"""A corpus of packs of about 16 kB each, made from a seed: no two questions alike, no fault of form."""

import random
from pathlib import Path

LIBRARY = Path(__file__).parent.parent / "packs/amazon-lp/library.yaml"
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
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(2, 3))) for _ in range(600)]

    def say(count: int) -> str:
        return " ".join(draw.choices(words, k=count)).capitalize()

    base = (LIBRARY.parent / "customer-obsession/need-behind-the-request.yaml").read_text(encoding="utf-8")
    head, _, rest = base.partition("\nquestions:\n")
    tail = rest[rest.index("\nretired:") :] if "\nretired:" in rest else "\n"
    head = head.replace("id: need-behind-the-request", f"id: {name}", 1)
    questions = []
    for number in range(24):
        options = [say(4) for _ in range(4)]
        difficulty = ("easy", "medium", "hard")[number % 3]
        pool = "practice" if number % 4 == 0 else "test"
        lines = [
            f"  - id: question-{number}",
            f"    pool: {pool}",
            f"    difficulty: {difficulty}",
            f"    stem: {say(14)}?",
            f"    options: [{', '.join(options)}]",
            f"    answer: {options[number % 4]}",
            f"    steps: [{say(12)}., The answer is {options[number % 4]}.]",
            f"    hint: {say(9)}.",
        ]
        questions.append("\n".join(lines))
    return f"{head}\nquestions:\n" + "\n".join(questions) + tail
