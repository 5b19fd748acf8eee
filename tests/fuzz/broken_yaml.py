"""Breaks real packs in one place at random, and counts in how many the line of the break is named.

    python tests/fuzz/broken_yaml.py [COUNT] [SEED] [--misses]

A break after which the file still parses is none of YAML, and is drawn again.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lpkit.diagnosis import diagnose
from lpkit.source import Source, one_line

PACKS = sorted((Path(__file__).parents[2] / "packs").rglob("*.yaml"))
Break = Callable[[list[str], random.Random], "int | None"]
"""Changes the lines of a file in place and gives the number of the line at fault, from 0; None where it cannot."""
_KEY = re.compile(r"(\s*(?:- )*)([a-z_]+):( )(.+)$")
_PLAIN = re.compile(r"(\s*(?:- )*(?:[a-z_]+: )?)([A-Za-z][^:#\[\]{}\"']*)$")
_QUOTED = re.compile(r"(\s*(?:- )*(?:[a-z_]+: )?)\"((?:[^\"\\]|\\.)+)\"$")


def _pick(lines: list[str], draw: random.Random, form: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
    found = [(number, match) for number, line in enumerate(lines) if (match := form.match(line))]
    return draw.choice(found) if found else None


def _changed(form: str, change: Callable[[re.Match[str], random.Random], str]) -> Break:
    pattern = re.compile(form)

    def work(lines: list[str], draw: random.Random) -> int | None:
        picked = _pick(lines, draw, pattern)
        if picked is None:
            return None
        number, match = picked
        lines[number] = change(match, draw)
        return number

    return work


def _conflict(lines: list[str], draw: random.Random) -> int | None:
    start = draw.randrange(2, len(lines) - 4)
    end = start + draw.randrange(1, 4)
    mine = lines[start:end]
    lines[start:end] = ["<<<<<<< HEAD", *mine, "=======", *(f"{line}x" for line in mine), ">>>>>>> branch"]
    return start


def _fenced(lines: list[str], _: random.Random) -> int | None:
    lines[:] = ["```yaml", *lines, "```"]
    return 0


def _body(lines: list[str], draw: random.Random) -> int | None:
    heads = [number for number, line in enumerate(lines[:-3]) if re.search(r": [|>]-?$", line)]
    if not heads:
        return None
    head = draw.choice(heads)
    depth = len(lines[head]) - len(lines[head].lstrip())
    lines[head + 1] = " " * depth + lines[head + 1].strip()
    return head + 1


def _shift(step: int) -> Callable[[re.Match[str], random.Random], str]:
    def change(match: re.Match[str], _: random.Random) -> str:
        line = match.group()
        depth = len(line) - len(line.lstrip())
        return " " * max(depth + step, 0) + line.lstrip()

    return change


def _cut(sign: str, which: int) -> Callable[[re.Match[str], random.Random], str]:
    def change(match: re.Match[str], _: random.Random) -> str:
        line = match.group()
        at = line.index(sign) if which == 0 else line.rindex(sign)
        return line[:at] + line[at + 1 :]

    return change


def _inserted(match: re.Match[str], draw: random.Random, text: str) -> str:
    words = match[2].split(" ")
    at = draw.randrange(1, len(words)) if len(words) > 1 else 1
    return match[1] + " ".join([*words[:at], text, *words[at:]])


_PLAIN_FORM = _PLAIN.pattern
_ANY_QUOTED = _QUOTED.pattern
_FLOW = r"\s*(?:- )*[a-z_]+: \[.*\]$"
_FLOW_MAP = r".*\{.*\}$"
BREAKS: dict[str, Break] = {
    "closing quote": _changed(_ANY_QUOTED, lambda match, _: match.group()[:-1]),
    "opening quote": _changed(_ANY_QUOTED, lambda match, _: f'{match[1]}{match[2]}"'),
    "closing quote in brackets": _changed(r"\s*[a-z_]+: \[.*\".*\]$", _cut('"', 1)),
    "opening quote in brackets": _changed(r"\s*[a-z_]+: \[.*\".*\]$", _cut('"', 0)),
    "single quote": _changed(_PLAIN_FORM, lambda match, _: f"{match[1]}'{match[2]}"),
    "double quote": _changed(_PLAIN_FORM, lambda match, _: f'{match[1]}"{match[2]}'),
    "apostrophe in single quotes": _changed(_PLAIN_FORM, lambda match, draw: f"{match[1]}'{_mid(match[2], draw)}'"),
    "quote within quotes": _changed(_PLAIN_FORM, lambda match, draw: match[1] + f'"{_said(match[2], draw)}"'),
    "text after quotes": _changed(_PLAIN_FORM, lambda match, _: _first_quoted(match)),
    "comma after quotes": _changed(_ANY_QUOTED, lambda match, _: f"{match.group()},"),
    "space after colon": _changed(_KEY.pattern, lambda match, _: f"{match[1]}{match[2]}:{match[4]}"),
    "colon": _changed(_KEY.pattern, lambda match, _: f"{match[1]}{match[2]} {match[4]}"),
    "equals for colon": _changed(_KEY.pattern, lambda match, _: f"{match[1]}{match[2]} = {match[4]}"),
    "colon of a section": _changed(r"(\s*(?:- )*)([a-z_]+):$", lambda match, _: match.group()[:-1]),
    "tab": _changed(r"  +\S.*$", lambda match, _: match.group().replace("  ", "\t", 1)),
    "tabs only": _changed(
        r"  +\S.*$", lambda match, _: re.sub(r"^ +", lambda lead: "\t" * (len(lead.group()) // 2), match.group())
    ),
    "no-break space": _changed(r"  +[a-z-].*:.*$", lambda match, _: match.group().replace("  ", "\u00a0\u00a0", 1)),
    "curly quotes, colon": _changed(
        _PLAIN_FORM, lambda match, draw: f"{match[1]}“{_inserted(match, draw, 'so: said')[len(match[1]) :]}”"
    ),
    "curly closing": _changed(_ANY_QUOTED, lambda match, _: f'{match[1]}"{match[2]}”'),
    "curly opening": _changed(_ANY_QUOTED, lambda match, _: f'{match[1]}“{match[2]}"'),
    "colon in text": _changed(_PLAIN_FORM, lambda match, draw: _inserted(match, draw, "so:")),
    "space after dash": _changed(r"\s*- \S.*$", lambda match, _: match.group().replace("- ", "-", 1)),
    "bullet": _changed(r"\s*- \S.*$", lambda match, draw: match.group().replace("- ", draw.choice("*•–") + " ", 1)),
    "one to the right": _changed(r"\s*[a-z_]+:.*$", _shift(1)),
    "one to the left": _changed(r"\s+[a-z_]+:.*$", _shift(-1)),
    "two to the right": _changed(r"\s*[a-z_]+:.*$", _shift(2)),
    "two to the left": _changed(r"\s+[a-z_]+:.*$", _shift(-2)),
    "at": _changed(_PLAIN_FORM, lambda match, _: f"{match[1]}@{match[2]}"),
    "backtick": _changed(_PLAIN_FORM, lambda match, _: f"{match[1]}`{match[2].partition(' ')[0]}` and more"),
    "per cent": _changed(_PLAIN_FORM, lambda match, _: f"{match[1]}%{match[2]}"),
    "emphasis": _changed(_PLAIN_FORM, lambda match, _: f"{match[1]}**{match[2].partition(' ')[0]}** and more"),
    "bracketed word": _changed(_PLAIN_FORM, lambda match, _: f"{match[1]}[Draft] {match[2]}"),
    "closing bracket": _changed(_FLOW, _cut("]", 1)),
    "closing brace": _changed(_FLOW_MAP, _cut("}", 1)),
    "wrong bracket": _changed(_FLOW, lambda match, _: f"{match.group()[:-1]}}}"),
    "bracket twice": _changed(_FLOW, lambda match, _: f"{match.group()}]"),
    "comma in a mapping": _changed(r".*\{.*,.*\}$", _cut(",", 1)),
    "backslash": _changed(_ANY_QUOTED, lambda match, _: f'{match[1]}"C:\\data {match[2]}"'),
    "text behind a block": _changed(r"(\s*(?:- )*[a-z_]+: [|>]-?)$", lambda match, _: f"{match[1]} So it began."),
    "comment of another language": _changed(r"\s*[a-z_]+:.*$", lambda match, _: f"// {match.group().strip()}"),
    "body of a block": _body,
    "merge": _conflict,
    "fence": _fenced,
}


def _mid(text: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(text)) if len(text) > 1 else 1
    return f"{text[:at]}'{text[at:]}"


def _said(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    at = draw.randrange(len(words))
    return " ".join([*words[:at], f'"{words[at]}"', *words[at + 1 :]])


def _first_quoted(match: re.Match[str]) -> str:
    first, _, rest = match[2].partition(" ")
    return f'{match[1]}"{first}" {rest or "too"}'


def drawn(draw: random.Random) -> list[str]:
    """Give the lines of a pack, in half of the cases with many of its texts in quotation marks."""
    lines = draw.choice(PACKS).read_text(encoding="utf-8").splitlines()
    share = draw.choice((0.0, 0.0, 0.3, 0.9))
    for number, line in enumerate(lines):
        match = _PLAIN.match(line)
        if match and match[1].strip() and draw.random() < share and not match[1].strip().startswith(("id:", "pool")):
            trial = match[1] + one_line(match[2])
            whole = "\n".join([*lines[:number], trial, *lines[number + 1 :]])
            if number % 3 or not Source("", whole).flaws:
                lines[number] = trial
    return lines


def broken(seed: int) -> tuple[str, str, int] | None:
    """Give the kind of a break, the text that it leaves, and the number of its line; None where the file parses."""
    draw = random.Random(seed)
    kind = draw.choice(sorted(BREAKS))
    lines = drawn(draw)
    if Source("", "\n".join(lines) + "\n").flaws:
        return None
    number = BREAKS[kind](lines, draw)
    text = "\n".join(lines) + "\n"
    if number is None or not any(flaw.kind == "yaml-syntax" for flaw in Source("", text).flaws):
        return None
    return kind, text, number + 1


def named(text: str) -> tuple[int, int, str]:
    """Give the line that the parser names, that of the first cause, and its message."""
    source = Source("packs/x/library.yaml" if "\nverdicts:" in text else "packs/x/pack.yaml", text)
    flaw = next(flaw for flaw in source.flaws if flaw.kind == "yaml-syntax")
    cause = diagnose(source, flaw)[0]
    return source.position(flaw.extent[0])[0], source.position(cause.at[0])[0], cause.message


def main(count: int, seed: int, misses: bool) -> None:
    """Print how many breaks of each kind are named by the parser alone and by the diagnosis."""
    all_, before, after = Counter[str](), Counter[str](), Counter[str]()
    while all_.total() < count:
        seed += 1
        found = broken(seed)
        if found is None:
            continue
        kind, text, line = found
        parser, cause, message = named(text)
        all_[kind] += 1
        before[kind] += parser == line
        after[kind] += cause == line
        if misses and cause != line:
            shown = text.splitlines()[line - 1][:80]
            print(f"{seed} {kind}: line {line}, parser {parser}, named {cause}: {message}\n    {shown}")
    for kind in sorted(all_):
        print(f"{kind:30} {all_[kind]:5} {before[kind]:5} {after[kind]:5}")
    print(f"{'all':30} {all_.total():5} {before.total():5} {after.total():5}")


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument.isdecimal()]
    main(*map(int, [*arguments, *["500", "0"][len(arguments) :]]), "--misses" in sys.argv)
