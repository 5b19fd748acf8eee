"""Where the results of checks are kept between runs, and how to do without."""

import os
from typing import Annotated

import typer

from lpkit.checking.store import Store
from lpkit.config import OFF, Config
from lpkit.errors import LpkitError

NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Look at every file anew, and keep nothing of what is found.")
]


def store_of(config: Config) -> Store | None:
    """Give where results are kept: the folder of LPKIT_CACHE, of the settings, or the user's own for caches.

    None where one of them says off. Raises LpkitError where the folder that they name holds other things.
    """
    wanted = os.environ.get("LPKIT_CACHE") or config.cache
    if OFF in {wanted, config.cache}:
        return None
    if wanted:
        store = Store(config.root / wanted)
        if store.foreign:
            raise LpkitError(f"the cache cannot be {wanted}: it holds other files", "name a folder of its own, or off")
        return store
    from platformdirs import user_cache_path

    try:
        return Store(user_cache_path("lpkit", appauthor=False) / "checks")
    except RuntimeError:
        # A user without a home has no folder for caches.
        return None
