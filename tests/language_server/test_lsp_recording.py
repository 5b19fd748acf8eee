"""After any edit the editor is told what a fresh check says; `tests/fuzz/edited_texts.py` plays longer recordings."""

from pathlib import Path

from recording import play


def test_what_is_told_equals_a_fresh_check(tmp_path: Path) -> None:
    assert play(tmp_path, 1, 40) is None
