"""Writes the golden pages anew: python tests/export/html/golden.py; read the difference before it is committed."""

from pathlib import Path

from ruamel.yaml import YAML

from lpkit.corpus.content import arrange
from lpkit.export import load_exporter
from lpkit.model import Library, Pack

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parent.parent / "sample"
PAGE = "packs/sample/quiet-alarm.html"
LANGUAGES = ("en", "de")
"""Languages in which the library is said to be: the golden page of each has its words, and is named by it."""


def rendered() -> dict[str, bytes]:
    """Render the sample in each language; give the golden pages by their names."""
    yaml = YAML(typ="safe")
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(SAMPLE.glob("*/*.yaml"))]
    library = Library.model_validate(yaml.load(SAMPLE / "library.yaml"))
    pages = {}
    for language in LANGUAGES:
        corpus = arrange([(library.model_copy(update={"language": language}), packs)])
        files = {artifact.path: artifact.content for artifact in load_exporter("html").render(corpus, {})}
        pages[f"{Path(PAGE).stem}.{language}.html"] = files[PAGE]
    return pages


if __name__ == "__main__":
    for name, content in rendered().items():
        (GOLDEN / name).write_bytes(content)
