"""Where the results of checks are kept between runs, and how to do without."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpkit.checking.keeping import OFF, folder_for
from lpkit.config import Config, find_config
from lpkit.errors import LpkitError
from lpkit.witness import note_once

if TYPE_CHECKING:
    from lpkit.checking.store import Store

NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Look at every file anew, and keep nothing of what is found.")
]


def store_of(config: Config) -> "Store | None":
    """Give where results are kept: the folder of LPKIT_CACHE, of the settings, or the user's own for caches.

    None where one of them says off. Raises LpkitError where what they name is no folder, or holds other things.
    """
    folder = cache_folder(config)
    if folder is None:
        # Who wants nothing kept wants no record of the run either.
        note_once()
        return None
    from lpkit.checking.store import Store

    store = Store(folder)
    if (wanted := _wanted(config)) and store.foreign:
        reason = "it holds other files" if folder.is_dir() else "it is no folder that can be listed"
        raise LpkitError(f"the cache cannot be {wanted}: {reason}", "name a folder of its own, or off")
    return store


def cache_folder(config: Config | None = None) -> Path | None:
    """Give the folder in which settings, or else those of the current folder, have results kept; None for nowhere."""
    config = config or find_config(Path.cwd())
    return None if config.cache == OFF else folder_for(config.root, _wanted(config))


def _wanted(config: Config) -> str:
    return os.environ.get("LPKIT_CACHE") or config.cache
