"""What the pack stage gave, kept on disk by content: a check of files that were checked before looks at none again.

An entry of the store holds one result. Its name is a hash of all that the result follows from (`stage_key` and the
stamp of the code), so no entry is ever out of date, and two processes that write one write the same. Whatever the
store refuses or holds wrongly, the check does without: it is slower then, and never another.
"""

from collections.abc import Callable
from contextlib import suppress

from lpkit.checking.keeping import Shelf
from lpkit.checking.packing import ForeignError
from lpkit.checking.sheet import Sheet, read_sheet, written


class Store(Shelf):
    """Results below a folder, which is made when the first one is kept.

    Facts are read where they are needed, late in a check. Where those of an entry turn out to be none, the store is
    `distrusted`: it gives nothing from then on, and what is worked out takes the place of what is there.
    """

    distrusted = False

    def recall(self, key: str, name: str, work: Callable[[], Sheet]) -> tuple[Sheet, bool]:
        """Give what is kept of a file for a key, or what the work gives, which is kept then; True for what was kept.

        What was kept has no pack: an exporter that needs it has it read anew.
        """
        body = None if self.distrusted else self.get(key)
        if body is not None:
            with suppress(ForeignError):
                return read_sheet(body), True
        found = work()
        self.put(key, written(name, found))
        return found, False
