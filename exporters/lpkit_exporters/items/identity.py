"""Who an item is, and whether it is wanted: permanent ids, and what changed where only that is asked for."""

from lpkit.export import RetiredItem, Shelf


class Identity:
    """What a library's shelf says of its items by kind and path, as in library.lock."""

    def __init__(self, shelf: Shelf) -> None:
        self._library = shelf.library.id
        self._origins = shelf.origins
        self._touched = (
            {(item.kind, path) for item in shelf.since.changed for path in _above(item.path)} if shelf.since else None
        )

    def name(self, kind: str, path: str, *more: str) -> str:
        """Give the permanent id of an item, with more behind it for a part: the ids of its first publication."""
        return "/".join((self._library, self._origins.get((kind, path), path), *more))

    def gone(self, item: RetiredItem) -> str:
        """Give the permanent id of an item that is no longer there."""
        return f"{self._library}/{item.origin or item.path}"

    def is_news(self, kind: str, path: str) -> bool:
        """Tell whether an item, or one below it, changed; everything is news where no point in the past was named."""
        return self._touched is None or (kind, path) in self._touched


def _above(path: str) -> list[str]:
    """Give a path and those of what it lies in."""
    steps = path.split("/")
    return ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]
