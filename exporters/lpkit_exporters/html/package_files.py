"""The exporter's own files: templates and style sheets; and data as they may hold it."""

from importlib.resources import files

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}


def escaped(json: str) -> str:
    """Write JSON so that no text in it can end the element around it."""
    return json.translate(_ESCAPES)


def read(folder: str, name: str) -> str:
    """Give the text of a file that lies beside this module."""
    return (files("lpkit_exporters.html") / folder / name).read_text(encoding="utf-8")
