"""What the README of an export of items tells: its files, and since when it holds what, with what is gone."""

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.inline import inline
from lpkit_exporters.items.news import Gone, gone, since_of
from lpkit_exporters.items.text import Text


def readme(package: str, corpus: Corpus, made: Mapping[str, int], named: Callable[[str], str] = str) -> Artifact:
    """Give the README of a format: `readme.md` in its package, with the files and the news in their places.

    `made` has the number of questions by file; `named` gives what the format calls a permanent id.
    """
    text = files(package).joinpath("readme.md").read_text(encoding="utf-8")
    told = text.replace("[[FILES]]\n", files_told(made)).replace("[[NEWS]]\n", news_told(corpus, named))
    return Artifact("README.md", told.encode())


def files_told(made: Mapping[str, int]) -> str:
    """List files with the number of questions in each, as lines of Markdown."""
    if not made:
        return "There are no questions here.\n"
    return "".join(f"- `{name}`: {count} question{'s' * (count != 1)}\n" for name, count in made.items())


def news_told(corpus: Corpus, named: Callable[[str], str]) -> str:
    """Give the section on what an export was cut to, and which items are gone; nothing where it is whole."""
    since = since_of(corpus)
    if not since:
        return ""
    head = f"\n## Since {inline(since)}\n\nThe files hold only what is new or changed since then.\n"
    lost = list(gone(corpus))
    rows = "".join(f"- {_row(one, named)}\n" for one in lost)
    return f"{head}\nThese are gone; delete or hide what whoever imported them has:\n\n{rows}" if lost else head


_WHAT: Mapping[str, str] = {
    "question": "`{0}`",
    "candidate": "all that begins with `{1}`",
    "pack": "`{0}`, and all that begins with `{1}`",
}


def _row(one: Gone, named: Callable[[str], str]) -> str:
    return ". ".join([_WHAT[one.kind].format(named(one.id), named(f"{one.id}/")), *_why(one)])


def _why(one: Gone) -> Iterator[str]:
    if one.reason:
        yield inline(Text(one.reason, prose=True).line()).rstrip(".")
    if one.replaced_by:
        yield f"See `{one.replaced_by}`"
