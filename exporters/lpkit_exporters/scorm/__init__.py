"""The exporter `scorm`: the site in packages for learning systems, which keep score, status and progress."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss
from lpkit_exporters.bundle.settings import INTERFACE


class ScormExporter:
    """Writes a zip for each pack, or one with all, in SCORM 1.2 or 2004, and `README.md`."""

    name = "scorm"
    summary = "SCORM 1.2 and 2004: the site in packages that tell a learning system score, status, answers and progress"
    schemas: Mapping[str, Mapping[str, Any]] = {}
    settings: Mapping[str, str] = {
        "version": "2004: packages of SCORM 2004, 4th edition; without it of SCORM 1.2",
        "packages": "site: one package with all packs; without it one for each",
        "packs": "ID,…: these packs alone",
        "interface": INTERFACE,
    }
    names_options = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the packages in the order of the libraries, then the README.

        Raises LpkitError where a setting is none of its words.
        """
        from lpkit_exporters.bundle.selection import selection_of
        from lpkit_exporters.bundle.settings import choice, interface
        from lpkit_exporters.scorm.files import VERSIONS, scorm_files

        version = choice(options, "version", VERSIONS, VERSIONS[0])
        by_pack = choice(options, "packages", ("pack", "site"), "pack") == "pack"
        return scorm_files(corpus, selection_of(corpus, options, ("question",)), version, by_pack, interface(options))

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what the site does not hold: the packages have the rest."""
        from lpkit_exporters.html import exporter as site

        return site.losses(corpus)


exporter = ScormExporter()
