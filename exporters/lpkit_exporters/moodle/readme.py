"""The README of the export: which files there are, how to import them, how to update, and what is gone."""

from collections.abc import Mapping
from importlib.resources import files

from lpkit.export import Corpus
from lpkit_exporters.items.told import files_told, news_told


def readme(corpus: Corpus, made: Mapping[str, int]) -> str:
    """Give the text; `made` has the number of questions by file."""
    text = files("lpkit_exporters.moodle").joinpath("readme.md").read_text(encoding="utf-8")
    return text.replace("[[FILES]]", files_told(made)).replace("[[NEWS]]\n", news_told(corpus))
