"""changes.json: what a corpus was cut to, and what is gone, beside the packs of which something changed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from lpkit.export import Artifact, Corpus, RetiredItem, Since, Touched
from lpkit_exporters.bundle.text import data_bytes, data_of
from lpkit_exporters.json.changes_model import ChangedItem, ChangesFile, GoneItem, LibraryChanges
from lpkit_exporters.json.html import with_html


def with_news(corpus: Corpus, files: Iterable[Artifact], html: bool) -> Iterator[Artifact]:
    """Give the files, and of a corpus that is cut what it was cut to; with `html`, reasons as HTML too."""
    yield from files
    cuts = [library_changes(shelf.library.id, shelf.since) for shelf in corpus.shelves if shelf.since]
    if cuts:
        data = data_of(ChangesFile(kind="changes", format=1, libraries=cuts))
        yield Artifact("changes.json", data_bytes(with_html(data, "changes") if html else data))


def library_changes(name: str, since: Since) -> LibraryChanges:
    """Give what changed in a library, by its id."""
    changed = [_changed(item) for item in since.changed]
    return LibraryChanges(id=name, since=since.name, changed=changed, gone=[_gone(item) for item in since.gone])


def _changed(item: Touched) -> ChangedItem:
    return ChangedItem(kind=item.kind, path=item.path, changed_at=_utc(item.time), formerly=item.formerly or None)


def _gone(item: RetiredItem) -> GoneItem:
    said = {"reason": item.reason, "replaced_by": item.replaced_by}
    return GoneItem(kind=item.kind, path=item.path, gone_at=_utc(item.time), **said)


def _utc(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
