"""How long exports to HTML, JSON and Anki take for 100 to 1,000 packs, and whether they grow linearly.

Run: python benchmarks/html_export.py [COUNT ...]
"""

import gc
import sys
import time
from pathlib import Path

from ruamel.yaml import YAML

from lpkit.corpus.content import Corpus, arrange
from lpkit.export import load_exporter
from lpkit.model import Library, Pack

LIBRARY = Path(__file__).parent.parent / "packs/amazon-lp"

EXPORTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("site", "html", {}),
    ("single file", "html", {"single-file": "true"}),
    ("json", "json", {}),
    ("anki", "anki", {}),
)


def corpus(count: int) -> Corpus:
    """Repeat the packs of this repository under new ids, each text made its own so that no cache helps."""
    yaml = YAML(typ="safe")
    library = Library.model_validate(yaml.load(LIBRARY / "library.yaml"))
    texts = [file.read_text(encoding="utf-8") for file in sorted(LIBRARY.glob("*/*.yaml"))]
    models = [Pack.model_validate(yaml.load(text)) for text in texts]
    packs = [_own(models[number % len(models)], number) for number in range(count)]
    return arrange([(library, packs)])


def _own(pack: Pack, number: int) -> Pack:
    mark = f" ({number})"
    questions = [
        question.model_copy(
            update={
                "steps": [step + mark for step in question.steps],
                "hint": question.hint + mark,
                "mistakes": [mistake + mark for mistake in question.mistakes],
            }
        )
        for question in pack.questions
    ]
    return pack.model_copy(update={"id": f"{pack.id}-{number}", "questions": questions})


def main(counts: list[int]) -> None:
    # As the command does (`lpkit.cli.start`).
    gc.set_threshold(200_000, 20, 100)
    for _, exporter, options in EXPORTS:
        sum(1 for _ in load_exporter(exporter).render(corpus(1), options))
    for count in counts:
        content = corpus(count)
        for name, exporter, options in EXPORTS:
            begin, begin_cpu = time.perf_counter(), time.process_time()
            size = sum(len(artifact.content) for artifact in load_exporter(exporter).render(content, options))
            took, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
            each = f"{cpu:6.2f} s of one core, {1000 * cpu / count:5.1f} ms a pack, {size / 1e6:6.1f} MB"
            print(f"{count:5} packs, {name:<11}: {took:6.2f} s, {each}")


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [100, 300, 1000])
