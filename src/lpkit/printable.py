"""What a terminal and a log may be shown: every text as it is, and nothing in it that moves, hides or commands."""

import json
import re

from lpkit.pattern import pattern

_CONTROLS = "\\x00-\\x1f\\x7f-\\x9f"
"""Cc: what a terminal obeys (ESC and the C1 codes begin CSI and OSC, BEL ends them), and what ends a line."""
_SEPARATORS = "\\u2028\\u2029"
"""Zl and Zp: some programs end a line there."""
_DIRECTIONS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
"""All twelve characters with the property Bidi_Control (PropList.txt of Unicode; UAX #9, section 2).

The overrides reverse what follows; the marks U+061C, U+200E and U+200F move digits and signs beside them, which is
enough to make `a.yaml:12` read otherwise (UTR #36, section 2.5).
"""
_OBSOLETE = "\\u206a-\\u206f\\ufff9-\\ufffb"
"""Deprecated format characters (Unicode, section 23.3) and annotations, which plain text must not hold (23.8)."""
_TAGS = "\\U000e0000-\\U000e007f"
"""A whole invisible alphabet: a log would hold sentences that nobody sees (UTS #39, section 5.4: ignorable).

Joiners, variation selectors, soft hyphens and marks of byte order stay: words and emoji need them, and they neither
move nor hide other characters.
"""
_SURROGATES = "\\ud800-\\udfff"
"""Bytes in the name of a file that are no UTF-8."""

_MARKS = (
    # GitHub's runner and Azure's agent look for these anywhere in a line, as TeamCity does for its own.
    "\\[(?:(?<=##\\[)|(?<=##vso\\[)|(?<=##teamcity\\[))"
    # GitLab's sections.
    "|:(?:(?<=section_start:)|(?<=section_end:))"
)
"""The last character of what makes a line of a log a command; without it, it is none."""

_NEVER = f"{_SEPARATORS}{_DIRECTIONS}{_OBSOLETE}{_SURROGATES}{_TAGS}"
_IN_A_LINE = pattern(f"[{_CONTROLS}{_NEVER}]|{_MARKS}")
_IN_A_FILE = pattern(f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f{_NEVER}]|\\r(?!\\n)|{_MARKS}")
_IN_A_DOCUMENT = pattern(f"[\\x7f-\\x9f{_NEVER}]|{_MARKS}")
_MARK = pattern(_MARKS)

_BLANK = "[^\\S\\n]|[\\u00ad\\u200b-\\u200d\\u2060-\\u2064\\ufeff]|\\x1b\\[[\\d;]*m"
_COMMAND = pattern(f"^((?:{_BLANK})*:):", re.MULTILINE)
"""A workflow command of GitHub stands at the start of a line. The runner skips white space before it (`TryParseV2` in
its ActionCommand.cs), and compares by the rules of a culture, which may skip ignorable characters too."""

_OWN = pattern("\\x1b\\[[\\d;]*m|\\x1b\\]8;;[^\\x00-\\x1f\\x7f-\\x9f]*\\x1b\\\\")
_ANNOTATION = pattern("^::(?:(?:error|warning|notice) [^:\\n]*|group|endgroup)::", re.MULTILINE)

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def printable(text: str) -> str:
    """Give a part of a line that is shown as it is: what a terminal or a log would obey becomes escapes."""
    return _IN_A_LINE.sub(lambda match: _escape(match.group()), text)


def printable_line(text: str) -> str:
    """Give a text as one line that is no command, whatever it holds."""
    return inert(printable(text))


def printable_lines(text: str) -> str:
    """Give the lines of a text, each printable and none of them a command."""
    return inert("\n".join(map(printable, text.split("\n"))))


def printable_content(text: str) -> str:
    """Give the content of files for a terminal or a log: as `printable_lines`, but tabs and ends of lines stay."""
    return inert(_IN_A_FILE.sub(lambda match: _escape(match.group()), text))


def inert(text: str) -> str:
    """Give lines that were put together, and perhaps coloured, of printable parts: none of them is a command."""
    return _COMMAND.sub("\\1\\\\x3a", _MARK.sub(lambda match: _escape(match.group()), text))


def is_printed(text: str) -> bool:
    """Tell whether a text holds nothing that a terminal or a log obeys but what reports have of their own.

    These are colours, links, and commands of GitHub that annotate and fold.
    """
    rest = _OWN.sub("", text)
    return not _IN_A_FILE.search(rest) and len(_COMMAND.findall(rest)) == len(_ANNOTATION.findall(rest))


def json_text(value: object, ascii_only: bool = False) -> str:
    """Give a value as indented JSON that may go into any log: the same value, by JSON's own escapes.

    It is the same wherever it goes, so that a file does not depend on who writes it. No line of it begins with `::`.
    """
    return json_for_log(json.dumps(value, ensure_ascii=ascii_only, indent=2))


def json_for_log(text: str) -> str:
    """Give JSON the same value in characters that no terminal and no log obeys."""
    return _IN_A_DOCUMENT.sub(_json_escape, text)


def xml_for_log(text: str) -> str:
    """Give XML without comments and CDATA the same value in characters that no terminal and no log obeys."""
    held = _IN_A_DOCUMENT.sub(lambda match: f"&#{ord(match.group())};", text)
    return _COMMAND.sub("\\1&#58;", held)


def _json_escape(match: re.Match[str]) -> str:
    character = match.group()
    return f"\\u{ord(character):04x}" if character.isascii() else json.dumps(character)[1:-1]


def _escape(character: str) -> str:
    code = ord(character)
    width = 2 if code < 0x100 else 4 if code < 0x10000 else 8
    return _SHORT.get(character) or f"\\{'xuU'[width // 4]}{code:0{width}x}"
