"""How many words the cards of a library show: `python benchmarks/card_words.py [FOLDER]`.

Words are counted as they are seen at first, with everything folded. Fails where the median of all cards is over 60 on a
front or 90 on a back.
"""

import sys
from pathlib import Path
from statistics import median

from ruamel.yaml import YAML

from lpkit.export import Shelf
from lpkit.model import Library, Pack
from lpkit_exporters.anki.selection import CARDS
from lpkit_exporters.anki.words import Words, by_kind, card_words

OWN = Path(__file__).parent.parent / "packs" / "amazon-lp"
FRONT, BACK = 60, 90


def shelf_of(folder: Path) -> Shelf:
    """Read a library with its packs."""
    yaml = YAML(typ="safe")
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(folder.glob("*/*.yaml"))]
    return Shelf(Library.model_validate(yaml.load(folder / "library.yaml")), tuple(packs))


def line(kind: str, cards: list[Words]) -> str:
    """Give the figures of some cards: how many, and median and most words of front and back."""
    fronts, backs = [card.front for card in cards], [card.back for card in cards]
    figures = (len(cards), median(fronts), max(fronts), median(backs), max(backs))
    return f"{kind:<12}" + "".join(f"{figure:>9g}" for figure in figures)


def main() -> None:
    """Print a line for each kind of card, and exit with 1 over budget."""
    cards = list(card_words(shelf_of(Path(sys.argv[1]) if len(sys.argv) > 1 else OWN), CARDS))
    print(f"{'':<12}" + "".join(f"{name:>9}" for name in ("cards", "front", "most", "back", "most")))
    for kind, found in by_kind(cards).items():
        print(line(kind, found))
    print(line("all", cards))
    if median(card.front for card in cards) > FRONT or median(card.back for card in cards) > BACK:
        sys.exit(f"over {FRONT} words on a front or {BACK} on a back")


if __name__ == "__main__":
    main()
