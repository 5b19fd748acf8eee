"""Loads an eval export with the library `datasets`, through its card and as plain JSON lines, and compares every row.

    pip install datasets
    python tests/fuzz/eval_loading.py [PATHS]

Too heavy for the test suite: the library brings pandas and pyarrow. Nothing is fetched; exit code 1 where a row
differs.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
ROOT = Path(__file__).parents[2]


def main() -> int:
    """Export, load and compare; say how many rows there were."""
    from datasets import disable_progress_bars, load_dataset

    from lpkit.cli.exporting import checked_corpus
    from lpkit.cli.running import settings
    from lpkit_exporters.eval import exporter

    disable_progress_bars()
    corpus = checked_corpus([Path(path) for path in sys.argv[1:] or [str(ROOT / "packs")]], settings())
    wrong = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        for artifact in exporter.render(corpus, {}):
            (folder / artifact.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / artifact.path).write_bytes(artifact.content)
        for part in ("answers", "questions", "markers"):
            files = sorted((folder / part).glob("*.jsonl")) or [folder / f"{part}.jsonl"]
            written = {file.stem: _rows(file) for file in files}
            by_card = load_dataset(str(folder), part, cache_dir=str(folder / "cache"))
            plain = load_dataset(
                "json", data_files={file.stem: str(file) for file in files}, cache_dir=str(folder / "cache")
            )
            for how, loaded in (("card", by_card), ("json", plain)):
                same = {split: list(loaded[split]) for split in loaded} == written
                wrong += not same
                counts = ", ".join(f"{len(rows)} {split}" for split, rows in written.items())
                print(f"{part} by {how}: {counts}: {'equal' if same else 'DIFFERENT'}")
    return 1 if wrong else 0


def _rows(file: Path) -> list[Any]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
