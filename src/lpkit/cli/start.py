"""What keeps a start short, since a hook starts lpkit at every commit. Figures: benchmarks/README.md."""

import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any


def start_lightly() -> None:
    """Keep out of this process what the libraries prepare for and lpkit does not need."""
    # pydantic looks through all installed distributions for plugins; lpkit uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What it would look with it imports all the same, and with it half of the package email.
    if "importlib.metadata" not in sys.modules:
        stand_in = _Metadata("importlib.metadata")
        sys.modules[stand_in.__name__] = importlib.metadata = stand_in
    # A run over a few packs makes fewer objects than this and hardly a cycle, so it never searches for any.
    gc.set_threshold(200_000, 20, 100)


class _Metadata(ModuleType):
    """Stands for `importlib.metadata` until something of it is used; `from … import entry_points` is not yet use."""

    def entry_points(self, **parameters: str) -> Any:
        """Load what it stands for and ask that."""
        return self.__getattr__("entry_points")(**parameters)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)
