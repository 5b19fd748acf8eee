"""Which words a rewrite took out and which it put in, as the HTML of a field."""

from collections.abc import Iterable

from lpkit.export import Run, changes
from lpkit_exporters.anki.fields import plain
from lpkit_exporters.bundle.printable import printable


def mark_changes(before: str, after: str) -> tuple[str, str]:
    """Give both texts as HTML, with `<del>` around words that go and `<ins>` around words that come."""
    change = changes(printable(before), printable(after))
    if all(run.changed for run in change.before):
        # A rewrite that shares nothing with its source would be one single mark, which shows nothing.
        return plain(before), plain(after)
    return _marked(change.before, "del"), _marked(change.after, "ins")


def _marked(runs: Iterable[Run], tag: str) -> str:
    return "".join(f"<{tag}>{_spaced(run.text)}</{tag}>" if run.changed else _spaced(run.text) for run in runs)


def _spaced(text: str) -> str:
    core = text.strip()
    lead, tail = text.partition(core)[::2] if core else (text, "")
    return lead.replace("\n", "<br>") + plain(core) + tail.replace("\n", "<br>")
