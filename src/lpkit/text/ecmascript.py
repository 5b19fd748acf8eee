r"""Regular expressions as scripts of a browser read them (flag `u`), meaning what they mean in Python.

`\w`, `\d`, `\s` and `\b` know all scripts of the world in Python; in a browser they know ASCII. The rest of what our
patterns use is the same in both, but for how groups are named and for `$`, which Python also finds before a last line
end.
"""

import re

_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INSIDE = {"w": r"\p{L}\p{N}_", "d": r"\p{Nd}", "s": _SPACES}
_OUTSIDE = {
    **{letter: f"[{members}]" for letter, members in _INSIDE.items()},
    **{letter.upper(): f"[^{members}]" for letter, members in _INSIDE.items()},
    "b": r"(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))",
}
_SYNTAX = frozenset(r"^$\.*+?()[]{}|/") | frozenset("nrtfv")
"""What may follow a backslash as it is; other signs need none."""
_LETTER = r"[^\W\d_]"
"""The one set in our patterns that takes from a class: letters, and numbers that are no digits."""
_TOKEN = re.compile(
    rf"(?P<letter>{re.escape(_LETTER)})|(?P<strange>\[\^?\])|\\(?P<escaped>.)|(?P<opening>\[)|(?P<closing>\])"
    r"|(?P<named>\(\?P<)|(?P<end>\$)|.",
    re.DOTALL,
)


def ecmascript(known: re.Pattern[str]) -> tuple[str, str]:
    """Give source and flags of a pattern.

    Raises ValueError for what would mean something else in a browser: flags other than IGNORECASE, escapes that are
    not known there, and sets that begin with their end.
    """
    if known.flags & ~(re.UNICODE | re.IGNORECASE):
        raise ValueError(f"no flag but IGNORECASE has a counterpart: {known.pattern}")
    parts, inside = [], False
    for token in _TOKEN.finditer(known.pattern):
        parts.append(_written(token, inside))
        inside = token["closing"] is None if inside else token["opening"] is not None
    return "".join(parts), "iu" if known.flags & re.IGNORECASE else "u"


def _written(token: re.Match[str], inside: bool) -> str:
    if token["strange"] or (inside and token["letter"]):
        raise ValueError(f"{token[0]} has no counterpart")
    escaped = token["escaped"]
    if escaped is not None:
        return _escape(escaped, inside)
    if token["letter"]:
        return r"[\p{L}\p{Nl}\p{No}]"
    if inside:
        return rf"\{token[0]}" if token["opening"] else token[0]
    if token["named"]:
        return "(?<"
    return r"(?=\n?$)" if token["end"] else token[0]


def _escape(letter: str, inside: bool) -> str:
    classes = _INSIDE if inside else _OUTSIDE
    if letter in classes:
        return classes[letter]
    if letter.isalnum() and letter not in _SYNTAX:
        raise ValueError(rf"\{letter} {'in a set ' if inside else ''}has no counterpart")
    return f"\\{letter}" if letter in _SYNTAX or (inside and letter == "-") else letter
