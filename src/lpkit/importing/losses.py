"""What of HTML the format has no place for, in words: pictures, sound, tables, what is filled in, what only looks."""

import re

from bs4 import Tag

_DROPPED_ALONE = {
    **dict.fromkeys(("applet", "audio", "canvas", "embed", "iframe", "object", "video"), "what is played or embedded"),
    "script": "a script",
    "svg": "a drawing",
    **dict.fromkeys(("button", "input", "select", "textarea"), "a field to fill in"),
}
DROPPED = frozenset((*_DROPPED_ALONE, "style", "head", "meta", "link", "base", "title", "template"))
"""Tags of which nothing is shown as text."""

_ONLY_LOOKS = {
    "table": "a table",
    "math": "the layout of a formula",
    **dict.fromkeys(("del", "s", "strike"), "text that is struck out"),
    **dict.fromkeys(("ins", "u"), "underlining"),
    "mark": "highlighting",
    "ruby": "text above text",
}
_FOLLOWED = re.compile(r"https?://|mailto:", re.IGNORECASE)
_LONGEST = 80


def loss_of(tag: Tag, markdown: bool) -> str:
    """Say what is lost with a tag; an empty text where nothing is."""
    if tag.name == "img":
        return f"the image {_called(tag)}".rstrip()
    if tag.name == "a":
        return _link(tag, markdown)
    return _DROPPED_ALONE.get(tag.name) or _ONLY_LOOKS.get(tag.name, "")


def _called(tag: Tag) -> str:
    """Give the name of an image's file, as `map.png` of `@@PLUGINFILE@@/map.png`; nothing where it has none."""
    source = str(tag.get("src") or "")
    return "" if source.startswith("data:") else source.rstrip("/").rpartition("/")[2].partition("?")[0][:_LONGEST]


def _link(tag: Tag, markdown: bool) -> str:
    """Say what is lost with a link: its address, where prose cannot hold it or plain text does not have it anyway."""
    address = str(tag.get("href") or "").strip()
    held = is_held(address) if markdown else address == tag.get_text().strip()
    return "" if not address or held else f"a link to {address[:_LONGEST]}"


def is_held(address: str) -> bool:
    """Tell whether prose may link to an address: to pages and letters, whose addresses have no blanks or brackets."""
    return bool(_FOLLOWED.match(address)) and not set(address) & set(' \t\n<>()"\\')
