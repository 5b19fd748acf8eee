"""Fixes whose new fault stands in another file than the one that they change."""

import pytest

from lpkit.diagnostic import Diagnostic, Edit, Fix, Severity, Span
from lpkit.editing.edits import new_value
from lpkit.editing.fixing import mend
from lpkit.rule import hiding
from lpkit.rules import all_rules
from lpkit.source import Source

TEXT = "x: 1\ny: 1\n"


def _fault(code: str, name: str, source: Source | None = None) -> Diagnostic:
    fix = new_value(source, ("x",), 2) if source else None
    return Diagnostic(code, "name", Severity.ERROR, "message", name, Span(1, 1, 1, 2), "/x", fix=fix)


@pytest.mark.parametrize("editable", [["a.yaml"], ["a.yaml", "b.yaml"]])
@pytest.mark.parametrize(
    ("code", "brought", "written"),
    [("LP204", "LP205", False), ("LP104", "LP205", True), ("LP104", "LP010", False), ("LP702", "LP103", False)],
)
def test_a_fix_that_brings_a_fault_into_another_file_is_refused(
    code: str, brought: str, written: bool, editable: list[str]
) -> None:
    """Whether or not the other file might be changed too; what only came to light is no harm there either."""
    sources = {name: Source(name, TEXT) for name in editable}

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", sources["a.yaml"])
        return [_fault(code, "a.yaml", source)] if source.data["x"] == 1 else [_fault(brought, "b.yaml")]

    mended = mend(sources, found, unsafe=False, hiding=hiding(all_rules()))
    assert mended.texts == ({"a.yaml": "x: 2\ny: 1\n"} if written else {})
    assert [fault.code for fault in mended.refused] == ([] if written else [code])


def test_of_two_files_only_the_one_to_blame_is_refused() -> None:
    """Nobody knows at first which of two fixes broke a third file; each is then tried by itself."""
    sources = {name: Source(name, TEXT) for name in ("a.yaml", "b.yaml")}

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        now = {name: changed.get(name, source) for name, source in sources.items()}
        faults = [_fault("LP204", name, source) for name, source in now.items() if source.data["x"] == 1]
        return faults + ([_fault("LP205", "c.yaml")] if now["b.yaml"].data["x"] == 2 else [])

    mended = mend(sources, found, unsafe=False, hiding=hiding(all_rules()))
    assert [*mended.texts] == ["a.yaml"]
    assert [fault.path for fault in mended.refused] == ["b.yaml"]
    assert [cause and cause.path for cause in mended.causes] == ["c.yaml"]


@pytest.mark.parametrize("where", ["pack.yaml", "packs/other.yaml"])
def test_a_library_whose_fix_breaks_a_pack_is_to_blame_and_not_the_pack(where: str) -> None:
    """The pack has a fix of its own in the same round, so that the new fault stands in a file that is changed too."""
    sources = {name: Source(name, TEXT) for name in ("library.yaml", "pack.yaml", "packs/other.yaml")}

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        now = {name: changed.get(name, source) for name, source in sources.items()}
        faults = [_fault("LP204", name, source) for name, source in now.items() if source.data["x"] == 1]
        return faults + ([_fault("LP205", where)] if now["library.yaml"].data["x"] == 2 else [])

    mended = mend(sources, found, unsafe=False, hiding=hiding(all_rules()))
    assert sorted(mended.texts) == ["pack.yaml", "packs/other.yaml"]
    assert [fault.path for fault in mended.refused] == ["library.yaml"]
    assert [cause and cause.path for cause in mended.causes] == [where]


def test_a_fix_below_what_another_takes_away_is_refused_and_no_crash() -> None:
    """The list around the second fault is there no more: its entries were asked for all the same."""
    start = Source("a.yaml", "x:\n  - [1, [2]]\n  - 3\n")

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        fixes = {"/x/0": ("[1, [2]]", "null"), "/x/0/1/0": ("3", "4")}
        return [
            Diagnostic(
                *("LP204", "name", Severity.ERROR, "message", "a.yaml", Span(1, 1, 1, 2), pointer),
                fix=Fix("write", (Edit(source.text.index(old), source.text.index(old) + len(old), new),)),
            )
            for pointer, (old, new) in fixes.items()
            if old in source.text
        ]

    mended = mend({"a.yaml": start}, found, unsafe=True, hiding=hiding(all_rules()))
    assert [fault.pointer for fault in mended.fixed] == ["/x/0"]
    assert [fault.pointer for fault in mended.refused] == ["/x/0/1/0"]
