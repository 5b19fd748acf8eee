"""Names of decks that went back behind a release are an error, as items are: new cards would go to a deck beside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.publishing.lock import Deck, Lock, lock_text, read_lock
from lpkit.publishing.merging import merge_locks
from lpkit.publishing.released import joined, released_in
from project import LIBRARY, Run, write_sample
from repository import LOCK, Git, begin, merge_badly, restore, revert
from test_released import Author

OLD, NEW = "Sample Principles", "Interview Practice"
WENT_BACK = "error LP107 lock-out-of-date: library.lock went back behind a release: names of decks of library"


@pytest.fixture
def author(tmp_path: Path, lpkit: Run) -> Author:
    """Give a repository with two releases, between which all decks were renamed on purpose."""
    write_sample(tmp_path)
    (tmp_path / ".gitignore").write_text("out\n", encoding="utf-8")
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    git = begin(tmp_path, "v1")
    _title(tmp_path, OLD, NEW)
    assert lpkit("lock", "--rename-decks", "--time", "2026-05-01").returncode == 0
    git("commit", "--quiet", "--all", "--message", "second")
    git("tag", "v2")
    return tmp_path, git


def _title(folder: Path, old: str, new: str) -> None:
    file = folder / "packs" / LIBRARY
    text = file.read_text(encoding="utf-8")
    assert f"title: {old}\n" in text
    file.write_text(text.replace(f"title: {old}\n", f"title: {new}\n", 1), encoding="utf-8")


def _decks(folder: Path) -> dict[str, Deck]:
    return read_lock((folder / LOCK).read_text(encoding="utf-8")).decks


def _without_tags(git: Git) -> None:
    revert(git)
    git("tag", "--delete", "v1", "v2")


@pytest.mark.parametrize("back", [revert, restore, merge_badly, _without_tags])
def test_names_that_went_back_are_an_error_and_mended(back: Callable[[Git], None], author: Author, lpkit: Run) -> None:
    folder, git = author
    released = _decks(folder)
    assert {deck.name.partition("::")[0] for deck in released.values()} == {NEW}
    back(git)
    result = lpkit("check")
    assert result.returncode == 1
    assert WENT_BACK in result.stdout
    assert f'"{NEW}", renamed at 2026-05-01T00:00:00Z in ' in result.stdout
    assert lpkit("lock", "--check").returncode == 1
    assert lpkit("export", "anki", "--frozen", "-o", "out").returncode == 1
    assert lpkit("lock").returncode == 0
    assert _decks(folder) == released
    assert lpkit("check").returncode == 0
    assert lpkit("lock", "--check").returncode == 0


def test_names_that_go_back_on_purpose_are_renamed_once_more(author: Author, lpkit: Run) -> None:
    folder, git = author
    revert(git)
    assert lpkit("lock", "--rename-decks", "--time", "2026-03-01").returncode == 0
    assert {deck.name.partition("::")[0] for deck in _decks(folder).values()} == {OLD}
    assert len({deck.renamed for deck in _decks(folder).values()}) == 1, "all in one second, after the release"
    assert lpkit("check").returncode == 0
    assert lpkit("lock", "--check").returncode == 0


def test_a_pack_under_another_id_keeps_the_name_that_was_released(author: Author, lpkit: Run) -> None:
    folder, git = author
    released = _decks(folder)["pack/noisy-alarm"]
    restore(git)
    git("commit", "--quiet", "--all", "--message", "as it was")
    assert lpkit("mv", "noisy-alarm", "silent-alarm").returncode == 0
    assert WENT_BACK in lpkit("check").stdout
    assert lpkit("lock").returncode == 0
    assert _decks(folder)["pack/silent-alarm"] == released
    assert lpkit("check").returncode == 0


def test_what_releases_call_by_two_names_at_one_time_gets_a_newer_one(author: Author, lpkit: Run) -> None:
    """As where two branches published a pack under two titles: learners of either are told of the name that stays."""
    folder, git = author
    file = folder / LOCK
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"Z {NEW}::", "Z Elsewhere::"), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message", "third")
    git("tag", "v3")
    assert lpkit("check").returncode == 1
    assert lpkit("lock", "--time", "2026-03-01").returncode == 0
    assert lpkit("check").returncode == 0
    assert _decks(folder)["pack/noisy-alarm"].name.startswith("Elsewhere::")


_DECKS = st.dictionaries(
    st.sampled_from(["library/sample", "pack/a"]), st.builds(Deck, st.sampled_from("AB"), st.sampled_from([0, 1, 2]))
).map(lambda decks: read_lock(lock_text({}, decks)))


@given(_DECKS, _DECKS)
def test_releases_come_together_in_any_order(first: Lock, second: Lock) -> None:
    texts = [("v1", lock_text({}, first.decks)), ("v2", lock_text({}, second.decks))]
    one, other = released_in(texts), released_in(reversed(texts))
    assert {key: found.deck for key, found in one.decks.items()} == {k: found.deck for k, found in other.decks.items()}
    assert joined(released_in(texts[:1]), released_in(texts[1:])).decks == one.decks


@given(_DECKS, _DECKS, _DECKS)
def test_of_two_names_the_newer_is_merged(base: Lock, ours: Lock, theirs: Lock) -> None:
    merged = merge_locks(base, ours, theirs)
    kept = read_lock(merged.text)
    assert kept.faults == []
    for key in ours.decks.keys() & theirs.decks.keys():
        newest = max(ours.decks[key].renamed, theirs.decks[key].renamed)
        assert kept.decks[key].renamed >= newest or merged.conflicts or ours.decks[key] == theirs.decks[key]
