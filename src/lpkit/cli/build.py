"""`lpkit build`: check, then write every configured export."""

from lpkit.cli.caching import NoCache
from lpkit.cli.check import Paths
from lpkit.cli.exporting import Frozen, LossReport, Target, checked_corpus, write_exports
from lpkit.cli.running import Choice, project_of
from lpkit.export import load_exporter


def build(
    paths: Paths = None, frozen: Frozen = False, loss_report: LossReport = None, no_cache: NoCache = False
) -> None:
    """Check packs, then write every configured export.

    The settings name the exports (json, anki and html) and the folder (dist).

    Examples:

      lpkit build

      lpkit build packs/amazon-lp --frozen --loss-report losses.json
    """
    project = project_of(paths or [], Choice(no_cache=no_cache))
    config = project.settings
    exporters = [load_exporter(name) for name in config.exports]
    corpus = checked_corpus(project, frozen)
    targets: list[Target] = [(exporter, config.root / config.output / exporter.name, {}) for exporter in exporters]
    write_exports(corpus, targets, loss_report)
