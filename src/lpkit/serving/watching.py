"""Notices saves: below folders, also when a folder itself goes away and comes back."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import awatch

from lpkit.corpus.discover import LIBRARY_FILE

_LOOK = 1.0
"""Seconds after which we look whether a folder is still the one that we watch."""
_STEP = 50
"""Milliseconds of quiet that end a burst of changes: an editor writes, renames and touches for one save."""


async def watch(folders: Sequence[Path], changed: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
    """Call back after each burst of changes below some folders, and once when watching begins, until `stop` is set.

    The first call tells of what was saved before anybody looked.
    """
    while not stop.is_set():
        watched = _identities(folders)
        if all(watched):
            await _watch_these(folders, watched, changed, stop)
        if not stop.is_set():
            await changed()
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _LOOK)


async def _watch_these(
    folders: Sequence[Path],
    watched: list[tuple[int, int] | None],
    changed: Callable[[], Awaitable[None]],
    stop: asyncio.Event,
) -> None:
    """Watch until a folder is another one, or gone."""
    begun = False
    changes = awatch(*folders, stop_event=stop, step=_STEP, rust_timeout=int(1000 * _LOOK), yield_on_timeout=True)
    try:
        async for names in changes:
            if names or not begun:
                begun = True
                await changed()
            if _identities(folders) != watched:
                return
    except (OSError, RuntimeError):
        return  # A folder went away while the watch was set up, or the system grants no more: look again in a second.
    finally:
        await changes.aclose()


def _identities(folders: Sequence[Path]) -> list[tuple[int, int] | None]:
    """Tell folders from others of the same name."""
    return [_identity(folder) for folder in folders]


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def folders_of(paths: Sequence[Path]) -> list[Path]:
    """Give the folders to watch for some packs: whole libraries, since rules read across packs."""
    found = {_folder_of(path) for path in paths}
    return sorted(folder for folder in found if not any(other in folder.parents for other in found))


def _folder_of(path: Path) -> Path:
    own = path if path.is_dir() or not path.suffix else path.parent
    above = [folder for folder in (own, *own.parents) if (folder / LIBRARY_FILE).exists()]
    return above[0] if above else own
