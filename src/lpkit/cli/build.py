"""`lpkit build`: check, then write every configured export."""

from lpkit.cli.check import Paths
from lpkit.cli.exporting import checked_corpus, write_export
from lpkit.cli.running import settings
from lpkit.export import load_exporter


def build(paths: Paths = None) -> None:
    """Check packs, then write every configured export.

    The settings name the exports (json, anki and html) and the folder (dist).

    Examples:

      lpkit build

      lpkit build packs/amazon-lp
    """
    config = settings()
    exporters = [load_exporter(name) for name in config.exports]
    corpus = checked_corpus(paths or [], config)
    for exporter in exporters:
        write_export(exporter, corpus, config.root / config.output / exporter.name)
