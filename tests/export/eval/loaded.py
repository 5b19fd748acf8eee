"""Loads an export `eval` with the library `datasets`, through its card and as plain JSON lines, and compares each row.

    .judges/datasets/bin/python tests/export/eval/loaded.py FOLDER

Nothing is fetched; exit code 1 where a row differs.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}


def main(folder: Path) -> int:
    """Load and compare; say how many rows there were."""
    from datasets import disable_progress_bars, load_dataset

    disable_progress_bars()
    wrong = 0
    with TemporaryDirectory() as cache:
        for part in ("answers", "questions", "markers"):
            files = sorted((folder / part).glob("*.jsonl")) or [folder / f"{part}.jsonl"]
            written = {file.stem: _rows(file) for file in files}
            by_card = load_dataset(str(folder), part, cache_dir=cache)
            paths = {file.stem: str(file) for file in files}
            plain = load_dataset("json", data_files=paths, cache_dir=cache)
            for how, loaded in (("card", by_card), ("json", plain)):
                same = {split: list(loaded[split]) for split in loaded} == written
                wrong += not same
                counts = ", ".join(f"{len(rows)} {split}" for split, rows in written.items())
                sys.stdout.write(f"{part} by {how}: {counts}: {'equal' if same else 'DIFFERENT'}\n")
    return 1 if wrong else 0


def _rows(file: Path) -> list[Any]:
    # Only a line feed ends a row: other signs that end lines may stand in texts.
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
