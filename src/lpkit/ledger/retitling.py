"""Another verdict where prose names one: in capitals or small letters as it was, behind the article that it takes."""

import re

from lpkit.corpus import PackView
from lpkit.ledger.calling import either
from lpkit.ledger.passage import Passage, Topic
from lpkit.model import Verdict
from lpkit.text.languages.parts import Articles

_MARKS = " \"'*_`"
"""What may stand between an article and what it belongs to."""

Stretch = tuple[int, int]


def retitled(pack: PackView, text: str, title: Stretch, verdict: Verdict) -> tuple[int, int, str] | None:
    """Give what takes the place of a verdict's name, from where to where.

    None where its sentence names the other verdict already: "a Strong Hire and not a Hire" would say one thing twice,
    and only an author knows what it is to say now.
    """
    start, end = title
    if _named(pack, text, title, verdict):
        return None
    said, article = _written(text[start:end], verdict), _article(pack, text[:start], verdict)
    if article is None:
        return start, end, said
    first, behind, word = article
    return first, end, f"{word}{text[behind:start]}{said}"


def _named(pack: PackView, text: str, title: Stretch, verdict: Verdict) -> bool:
    """Tell whether the sentence of a verdict's name has that of the other one too, and not in a longer name."""
    low, high = Passage((), text, Topic("")).sentence(*title)
    titles = {entry.title: entry.id for entry in pack.library.library.verdicts} if pack.library else {}
    found = re.finditer(rf"(?<!\w)(?:{either(titles)})(?!\w)", text[low:high])
    return any(" ".join(match.group().split()) == verdict.title for match in found)


def _written(old: str, verdict: Verdict) -> str:
    """Give a verdict's name as the old one is written."""
    if old.isupper():
        return verdict.title.upper()
    if old.islower():
        return verdict.id if "-" in old or "_" in old else verdict.title.lower()
    return verdict.title


def _article(pack: PackView, before: str, verdict: Verdict) -> tuple[int, int, str] | None:
    """Give the article that the name takes, and where another one stands before it."""
    part = pack.language.get(Articles)
    match = part.article.search(before.rstrip(_MARKS)) if part else None
    wanted = part.article_of(verdict.title) if part else ""
    if match is None or not wanted or match["article"].lower() == wanted:
        return None
    return *match.span("article"), wanted.capitalize() if match["article"][0].isupper() else wanted
