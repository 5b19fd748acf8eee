"""changes.json: what a corpus was cut to, and what is gone, beside the packs of which something changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from lpkit.export import Artifact, Corpus, RetiredItem, Since, Touched
from lpkit_exporters.bundle.changes_model import ChangedItem, ChangesFile, GoneItem, LibraryChanges
from lpkit_exporters.bundle.text import data_bytes, data_of


def with_news(
    corpus: Corpus, files: Iterable[Artifact], finished: Callable[[Any], Any] = lambda data: data
) -> Iterator[Artifact]:
    """Give the files, and of a corpus that is cut what it was cut to; `finished` adds to that what an export adds."""
    yield from files
    cuts = [_library(shelf.library.id, shelf.since) for shelf in corpus.shelves if shelf.since]
    if cuts:
        data = data_of(ChangesFile(kind="changes", format=1, libraries=cuts))
        yield Artifact("changes.json", data_bytes(finished(data)))


def _library(name: str, since: Since) -> LibraryChanges:
    changed = [_changed(item) for item in since.changed]
    return LibraryChanges(id=name, since=since.name, changed=changed, gone=[_gone(item) for item in since.gone])


def _changed(item: Touched) -> ChangedItem:
    return ChangedItem(kind=item.kind, path=item.path, changed_at=_utc(item.time), formerly=item.formerly or None)


def _gone(item: RetiredItem) -> GoneItem:
    said = {"reason": item.reason, "replaced_by": item.replaced_by, "formerly": item.formerly or None}
    return GoneItem(kind=item.kind, path=item.path, gone_at=_utc(item.time), **said)


def _utc(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
