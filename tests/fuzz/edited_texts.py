"""Play recordings of random edits against `lpkit lsp`: `python tests/fuzz/edited_texts.py [EDITS] [--seed N]`.

After each edit, what the editor is told must equal a fresh check of the same texts on the disk. Prints the first edit
of which that is not true, and exits with 1.
"""

import argparse
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "language_server")]

from recording import play  # noqa: E402


def main() -> int:
    """Play, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edits", type=int, nargs="?", default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        departure = play(Path(folder), given.seed, given.edits)
    print(departure or f"{given.edits} edits, each told as a fresh check says")
    return 1 if departure else 0


if __name__ == "__main__":
    sys.exit(main())
