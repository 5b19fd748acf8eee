r"""GIFT files made at random of texts full of signs: no key may come out wrong, no question may be lost.

    python tests/fuzz/gift.py 5000 [--seed 1]

Each file has up to six questions with a known key, written in the ways of people and of Moodle: with or without titles,
comments, format tags, weights, feedback, compactly or over many lines, blank ones among them; and between them entries
of other kinds and choices with several right answers, which must not be taken. A question that comes out otherwise, or
not at all, raises AssertionError with the file. The writer knows nothing of the importer: it follows Moodle's manual.
"""

import html
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass

from lpkit_importers.gift import importer

_PIECES = r"""
a the Which x = y == ~ # ## #### { } {} {a} : :: a:b -> p->next, <- // 50% %50% %100% [html] [x] \ \n \\ \(x\) \neq
List<String> <b> &amp; & < > if(x){ *a* _b_ `c` 1. - + $CATEGORY: T TRUE {1:MC:=a} [id:x] é \u00e9 https://x.org/?a=b&c
"""
PIECES = _PIECES.split()
LINES = ("\nif x:\n    y()", "\n\tz = {1: 2}", "\n\n  two")
OTHERS = (
    "The sun is a star.{T}",
    "One is two.{FALSE#No.}",
    "Legs?{#8:0}",
    "Who?{=He =She}",
    "Essay.{}",
    "Match.{=a -> b =c -> d}",
    "Only a text.",
    "The sky is {1:MC:=blue~red}.",
    "Both? {=one =two ~three}",
    "Parts? {~%50%one ~%50%two ~%-100%three}",
    "None? {~one ~two}",
    "Open? {=one ~two",
    "Half? {~%50%one ~two}",
)


@dataclass(frozen=True)
class Asked:
    """A question as it is: its stem, its options in their order, the place of its key."""

    stem: str
    options: tuple[str, ...]
    key: int


def text_of(rng: random.Random, lines: bool = True) -> str:
    """Give a text full of signs that begins with a word, which no sign at its head makes something else."""
    words = ["Word", *rng.choices(PIECES, k=rng.randint(1, 6))]
    return " ".join(words) + (rng.choice(LINES) if lines and rng.random() < 0.2 else "")


def escaped(text: str) -> str:
    """Escape a text as Moodle's manual says."""
    for sign in "\\~=#{}:":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _as_plain(text: str) -> tuple[str, str]:
    return f"[plain]{escaped(text)}", text


def _as_moodle(text: str) -> tuple[str, str]:
    return escaped(html.escape(text, quote=False)), text


def _as_html(text: str) -> tuple[str, str]:
    return f"[html]<p>{escaped(html.escape(text))}</p>", " ".join(text.split())


def _as_typeset(text: str) -> tuple[str, str]:
    return f"[html]<pre>{escaped(html.escape(text))}</pre>", text.replace("\n\n\n", "\n\n")


FORMS: tuple[Callable[[str], tuple[str, str]], ...] = (_as_plain, _as_moodle, _as_html, _as_typeset)


def written(rng: random.Random) -> tuple[str, Asked]:
    """Give a question as an entry, and what it is."""
    stem, shown = rng.choice(FORMS)(f"{text_of(rng)} {rng.randrange(10**9)}")
    if stem.startswith("Word") and rng.random() < 0.5:
        stem = f"[moodle]{stem}"
    key = rng.randrange(count := rng.randint(2, 5))
    explicit = [form for form in FORMS if form is not _as_moodle or not stem.startswith(("[plain]", "[html]"))]
    pairs = [rng.choice(explicit)(f"{text_of(rng)} {number}") for number in range(count)]
    by_weight = rng.random() < 0.3
    gap = rng.choice(("", " ", "\n", "\n\n", "\n\t", "\n// a comment {=x}\n"))
    body = gap.join(
        _sign(rng, place == key, by_weight) + said + _feedback(rng) for place, (said, _) in enumerate(pairs)
    )
    general = f"{gap or ' '}####{escaped(text_of(rng, lines=False))}" if rng.random() < 0.3 else ""
    blank = f"{gap}~" if rng.random() < 0.1 and not general else ""
    title = f"::{escaped(text_of(rng, lines=False))}::" if rng.random() < 0.4 else ""
    note = "// question: 1 [id:a-1] [tag:b]\n" if rng.random() < 0.2 else ""
    braces = "{" + rng.choice(("", " ", "\n")) + body + blank + general + rng.choice(("", " ", "\n")) + "}"
    return f"{note}{title}{stem}{rng.choice(('', ' ', chr(10)))}{braces}", Asked(shown, tuple(s for _, s in pairs), key)


def _sign(rng: random.Random, right: bool, by_weight: bool) -> str:
    if by_weight:
        return "~%100%" if right else rng.choice(("~", "~%-50%", "~%0%", "~ %-33.33333%"))
    return rng.choice(("=", "= ", "~=", "=%100%")) if right else rng.choice(("~", "~ ", "~%-25%", "~%20%"))


def _feedback(rng: random.Random) -> str:
    return f"#{escaped(text_of(rng, lines=False))}" if rng.random() < 0.4 else ""


def file_of(rng: random.Random) -> tuple[bytes, list[Asked]]:
    """Give a file and the questions that it holds."""
    entries, asked = [], []
    for _ in range(rng.randint(1, 6)):
        if rng.random() < 0.3:
            entries.append(rng.choice(OTHERS))
            continue
        entry, question = written(rng)
        entries.append(entry)
        asked.append(question)
    text = rng.choice(("\n\n", "\n \n\n", "\n\n$CATEGORY: a/b\n\n")).join(entries) + "\n"
    content = text.replace("\n", rng.choice(("\n", "\n", "\r\n"))).encode()
    return rng.choice((b"", b"\xef\xbb\xbf")) + content, asked


def check(seed: int) -> int:
    """Read the file of a seed, and give how many questions it has; raises AssertionError where any is otherwise."""
    content, asked = file_of(random.Random(seed))
    found = importer.read(content, {}).drafts
    read = []
    for draft in found:
        texts = [option if isinstance(option, str) else option["text"] for option in draft.fields["options"]]
        read.append(Asked(draft.fields["stem"], tuple(texts), texts.index(draft.fields["answer"])))
    assert read == asked, f"seed {seed}\n{content.decode()}\n{read}\n{asked}"
    return len(asked)


def main() -> None:
    """Try as many files as are asked for."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else 1
    questions = sum(check(number) for number in range(seed * 10**9, seed * 10**9 + files))
    print(f"{files} files, {questions} questions: all taken, 0 wrong keys")


if __name__ == "__main__":
    main()
