"""Snippets as an editor writes them into a text, and places in texts that are given by a bar."""

import re
from typing import Any

Message = dict[str, Any]

_STOP = re.compile(r"\$(\d+)|\$\{(\d+)(?::([^{}]*)|\|([^{}|]*)\|)?\}")


def place_of(text: str) -> tuple[str, dict[str, int]]:
    """Give a text without the bar in it, and the place of the bar."""
    before, bar, after = text.partition("|")
    assert bar
    return before + after, {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def expanded(snippet: str) -> str:
    """Give what stands in the text until somebody fills it in."""

    def filled(match: re.Match[str]) -> str:
        return match[3] or (match[4] or "").partition(",")[0]

    text = _STOP.sub(filled, snippet)
    assert "$" not in text, snippet
    return text


def inserted(text: str, item: Message) -> str:
    """Give a text with a completion in it; lines below its first are indented as the one where it goes in."""
    edit, lines = item["textEdit"], text.split("\n")
    start, end = edit["range"]["start"], edit["range"]["end"]
    assert start["line"] == end["line"]
    line = lines[start["line"]]
    margin = "" if item.get("insertTextMode") == 1 else line[: len(line) - len(line.lstrip(" "))]
    new = expanded(edit["newText"]) if item.get("insertTextFormat") == 2 else edit["newText"]
    lines[start["line"]] = line[: start["character"]] + new.replace("\n", f"\n{margin}") + line[end["character"] :]
    return "\n".join(lines)


def stops(snippet: str) -> list[int]:
    """Give the numbers of the places that are to be filled in, in their order."""
    return [int(match[1] or match[2]) for match in _STOP.finditer(snippet)]
