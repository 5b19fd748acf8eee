"""Writes the golden page anew: python tests/export/html/golden.py; read the difference before it is committed."""

from pathlib import Path

from ruamel.yaml import YAML

from lpkit.corpus.content import arrange
from lpkit.export import load_exporter
from lpkit.model import Library, Pack

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parent.parent / "sample"
PAGES = ("packs/sample/quiet-alarm.html",)


def rendered() -> dict[str, bytes]:
    """Render the sample; give the golden pages by their names."""
    yaml = YAML(typ="safe")
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(SAMPLE.glob("*/*.yaml"))]
    corpus = arrange([(Library.model_validate(yaml.load(SAMPLE / "library.yaml")), packs)])
    files = {artifact.path: artifact.content for artifact in load_exporter("html").render(corpus, {})}
    return {Path(path).name: files[path] for path in PAGES}


if __name__ == "__main__":
    for name, content in rendered().items():
        (GOLDEN / name).write_bytes(content)
