"""The exporter's own files: templates and style sheets."""

from importlib.resources import files


def read(folder: str, name: str) -> str:
    """Give the text of a file that lies beside this module."""
    return (files("lpkit_exporters.html") / folder / name).read_text(encoding="utf-8")
