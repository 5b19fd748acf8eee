"""Files of other programs: each is read right at once, or refused with what settles it, and what is lost is named.

The files stand in `formats/<format>/`, and what becomes of each in `formats.yaml`: a new case is a file and its entry
there.
"""

from pathlib import Path
from typing import Any

import pytest

from importing.packed import packed
from lpkit.importing import LpkitError, importer_names, load_importer, plan_import
from lpkit.source import decode
from lpkit.text.languages import language_of
from project import PACK, Run, write_sample

HERE = Path(__file__).parent
FILES = HERE / "formats"
CASES: dict[str, Any] = decode((HERE / "formats.yaml").read_bytes(), "formats.yaml").data
DEFAULTS = {"pool": "practice", "difficulty": "easy"}


def _files() -> set[str]:
    return {f"{folder.name}/{file.name}" for folder in FILES.iterdir() for file in folder.iterdir()}


def test_every_file_has_its_outcome() -> None:
    assert _files() == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_file(name: str) -> None:
    case, form = CASES[name], name.partition("/")[0]
    importer, content = load_importer(form), packed(FILES / name)
    options: dict[str, list[str]] = {}
    if "refused" in case:
        with pytest.raises(LpkitError) as caught:
            importer.read(content, {})
        assert case["refused"] in f"{caught.value.message} ({caught.value.hint})"
        if "settle" not in case:
            return
        options = case["settle"]
    found = importer.read(content, options)
    plan = plan_import(found.drafts, [], set(), DEFAULTS, language_of("en"))
    assert [entry["answer"] for entry in plan.entries] == case.get("keys", [])
    left_out = {draft.place: draft.unfit for draft in found.drafts if draft.unfit}
    assert left_out == case.get("left_out", {})
    assert len(found.drafts) == len(plan.entries) + len(left_out), plan.notes
    assert [f"{note.place}: {note.message}" for note in found.notes] == case.get("notes", [])
    assert {key: plan.entries[0].get(key) for key in case.get("first", ())} == case.get("first", {})


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.get("unlike")])
def test_file_is_recognised_whatever_it_is_called(name: str) -> None:
    form, content = name.partition("/")[0], packed(FILES / name)
    assert form in {other for other in importer_names() if load_importer(other).recognises("file", content)}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "keys" not in case and "refused" not in case])
def test_file_without_a_question_to_take_is_a_failure_with_its_reason(lpkit: Run, tmp_path: Path, name: str) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_bytes()
    (tmp_path / "file").write_bytes(packed(FILES / name))
    result = lpkit("import", name.partition("/")[0], "file", "--pack", f"packs/{PACK}")
    assert (result.returncode, result.stdout) == (1, ""), result.stderr
    assert "file holds no question that can be taken (see the notes above)" in result.stderr
    assert pack.read_bytes() == before
