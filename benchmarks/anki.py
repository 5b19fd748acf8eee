"""How long a deck of 10,000 notes takes, and how much memory: `python benchmarks/anki.py [NOTES]`.

The packs are copies of those in packs/amazon-lp under ids of their own, with a time for each note. Fails over 30
seconds or 500 MB, the bounds that the deck exporter keeps on two cores.
"""

import resource
import sys
import time
from hashlib import sha256
from pathlib import Path

from ruamel.yaml import YAML

from lpkit.export import Corpus, Shelf
from lpkit.model import Library, Pack
from lpkit_exporters.anki import exporter
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.page import pages

LIBRARY = Path(__file__).parent.parent / "packs" / "amazon-lp"
SECONDS, MEGABYTES = 30, 500


def shelf_of(count: int) -> tuple[Shelf, int]:
    """Give a library with at least so many notes, and their number."""
    yaml = YAML(typ="safe")
    library = Library.model_validate(yaml.load(LIBRARY / "library.yaml"))
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(LIBRARY.glob("*/*.yaml"))]
    copies: list[Pack] = []
    made = 0
    times: dict[tuple[str, str], int] = {}
    while made < count:
        original = packs[len(copies) % len(packs)]
        copy = original.model_copy(update={"id": f"{original.id}-{len(copies)}", "title": f"Pattern {len(copies)}"})
        copies.append(copy)
        for note in notes(pages(Shelf(library, (copy,)))[0]):
            _, pack, kind, *ids = note.path
            times[kind, "/".join((pack, *ids))] = 1_767_225_600 + made
            made += 1
    return Shelf(library, tuple(copies), times), made


def main() -> None:
    """Measure, print one line, and exit with 1 where a bound is broken."""
    shelf, made = shelf_of(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    begin = time.perf_counter()
    (artifact,) = exporter.render(Corpus((shelf,)), {"pools": "practice,test"})
    seconds = time.perf_counter() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    digest = sha256(artifact.content).hexdigest()[:16]
    print(
        f"{made:,} notes in {len(shelf.packs)} packs: {seconds:.1f} s, {megabytes:.0f} MB at most, "
        f"{len(artifact.content) / 1e6:.1f} MB written, {digest}"
    )
    if seconds > SECONDS or megabytes > MEGABYTES:
        sys.exit(f"over {SECONDS} s or {MEGABYTES} MB")


if __name__ == "__main__":
    main()
