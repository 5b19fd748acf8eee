"""What becomes of a lock is the same where packs settle their lines by themselves as where all are compared."""

from hypothesis import example, given
from hypothesis import strategies as st

from lpkit.corpus.lock_parts import SHARED, Item, Line, PackItems, PackLines, ReleasedItem, is_settled, open_parts
from lpkit.diagnostic import Site
from lpkit.publishing.lock import Key, Locked
from lpkit.publishing.released import Release
from lpkit.publishing.updating import Presence, update

HERE = Site("file")
PACKS = ("a", "b", "c")
PATHS = st.sampled_from([*PACKS, *(f"{pack}/{name}" for pack in PACKS for name in ("x", "y"))])
HASHES = st.sampled_from(["1" * 16, "2" * 16])
RETIRED = st.builds(Presence, st.just("retired"), PATHS.map(lambda path: Key("", path)), HASHES)
ENTRIES = st.builds(Locked, HASHES, st.integers(1, 3), st.booleans(), st.just("") | PATHS)
NOTHING: tuple[dict[Key, Locked], dict[Key, Locked], list[Presence]] = ({}, {}, [])
GONE = ({Key("pack", "b"): Locked("1" * 16, 1, retired=True)}, {}, [Presence("retired", Key("", "b"), "1" * 16)])
"""A pack that was retired and has settled that, which the library may say in other words."""


def keys(pack: str) -> st.SearchStrategy[Key]:
    """Draw items of a pack."""
    return st.builds(Key, st.sampled_from(["question", "candidate"]), st.sampled_from([f"{pack}/x", f"{pack}/y"]))


@st.composite
def parts(draw: st.DrawFn, pack: str) -> tuple[dict[Key, Locked], dict[Key, Locked], list[Presence]]:
    """Draw what lock, releases and a file have of a pack; often all of them have the same."""
    locked = draw(st.dictionaries(keys(pack), ENTRIES, max_size=3))
    same = draw(st.booleans())
    plain = {key: entry._replace(was="", retired=False) for key, entry in locked.items()}
    locked = plain if same else locked
    there = [Presence("live", key, entry.hash) for key, entry in locked.items()]
    if draw(st.booleans()):
        state, former = st.sampled_from(["live", "kept"]), st.lists(PATHS, max_size=1).map(tuple)
        there = draw(st.lists(st.builds(Presence, state, keys(pack), HASHES, former), unique_by=lambda one: one.key))
        there += draw(st.lists(RETIRED, max_size=1))
    released = draw(st.sampled_from([{}, locked, draw(st.dictionaries(keys(pack), ENTRIES, max_size=2))]))
    return locked, released, there


@given(*map(parts, PACKS), st.lists(RETIRED, max_size=1))
@example(NOTHING, GONE, NOTHING, [Presence("retired", Key("", "b"), "2" * 16)])
def test_packs_that_settle_their_lines_change_nothing(
    first: tuple[dict[Key, Locked], dict[Key, Locked], list[Presence]],
    second: tuple[dict[Key, Locked], dict[Key, Locked], list[Presence]],
    third: tuple[dict[Key, Locked], dict[Key, Locked], list[Presence]],
    shared: list[Presence],
) -> None:
    drawn = dict(zip(PACKS, (first, second, third), strict=True))
    lines = {
        pack: _lines(pack, locked, released) for pack, (locked, released, _) in drawn.items() if locked or released
    }
    items = {pack: [_items(pack, there, locked)] for pack, (locked, _, there) in drawn.items() if there}
    items[SHARED] = [_items(SHARED, shared, {})]
    opened = open_parts(lines, items) & drawn.keys()
    whole, some = _updated(drawn, PACKS, shared), _updated(drawn, sorted(opened), shared)
    assert whole == some


def _lines(pack: str, locked: dict[Key, Locked], released: dict[Key, Locked]) -> PackLines:
    before = [ReleasedItem(key, Release(entry, "v1")) for key, entry in released.items()]
    return PackLines.of(pack, [Line(key, entry, (0, 1)) for key, entry in locked.items()], before)


def _items(pack: str, there: list[Presence], locked: dict[Key, Locked]) -> PackItems:
    return PackItems.of(pack, HERE.file, [Item(one, HERE) for one in there], is_settled(locked, there))


def _updated(
    drawn: dict[str, tuple[dict[Key, Locked], dict[Key, Locked], list[Presence]]],
    packs: tuple[str, ...] | list[str],
    shared: list[Presence],
) -> tuple[object, ...]:
    locked = {key: entry for pack in packs for key, entry in drawn[pack][0].items()}
    released = {key: entry for pack in packs for key, entry in drawn[pack][1].items()}
    there = [one for pack in packs for one in drawn[pack][2]] + shared
    found = update(locked, sorted(there), 0, frozenset(), released)
    became = {key: found.items[key] for key in found.changes if key in found.items}
    return found.changes, sorted(found.vanished), sorted(found.behind), found.returned, became
