"""What the pack stage gave, kept on disk by content: a check of files that were checked before looks at none again.

An entry of the store holds one result. Its name is a hash of all that the result follows from (`stage_key` and the
stamp of the code), so no entry is ever out of date, and two processes that write one write the same. Whatever the
store refuses or holds wrongly, the check does without: it is slower then, and never another.
"""

from collections.abc import Callable
from contextlib import suppress

from lpkit.checking.keeping import Shelf
from lpkit.checking.pack import Examined
from lpkit.checking.packing import ForeignError, packed, unpacked


class Store(Shelf):
    """Results below a folder, which is made when the first one is kept."""

    def recall(self, key: str, work: Callable[[], Examined]) -> tuple[Examined, bool]:
        """Give what is kept for a key, or what the work gives, which is kept then; True for what was kept.

        What was kept has no pack: an exporter that needs it has it read anew.
        """
        body = self.get(key)
        if body is not None:
            with suppress(ForeignError):
                return unpacked(body), True
        found = work()
        with suppress(ForeignError):
            self.put(key, packed(found))
        return found, False
