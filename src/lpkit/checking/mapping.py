"""The pack stage of one shard as lines of facts: the first half of a check that several machines share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from lpkit import __version__
from lpkit.checking.bank import check_banks
from lpkit.checking.kept_places import place_line, place_line_beside
from lpkit.checking.packing import Packer
from lpkit.checking.project import Progress, Project
from lpkit.checking.run import Gathered, NameOf
from lpkit.checking.shard import Shard
from lpkit.checking.sheet import Sheet, head, line, spread
from lpkit.config import Config
from lpkit.diagnostic import Site
from lpkit.editing.patching import patch_of
from lpkit.rule import Rule
from lpkit.source import Source

MARK, VERSION = "lpkit-facts", 1
"""What the first line of a file of facts says, and the version of its form."""
LIBRARY, BANK, END = "library", "bank", "end"
"""Kinds of lines, besides those of a sheet and of its places."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is checked in shards: packs of some projects, and banks with the settings and rules that count for them."""

    projects: Sequence[Project]
    banks: Sequence[Path]
    settings: Config
    rules: Sequence[Rule]
    """Of the banks."""
    name_of: NameOf
    commit: str | None
    """The commit that is checked out, if there is one."""

    def facts(self, shard: Shard, progress: Progress | None = None) -> Iterator[bytes]:
        """Run the pack stage for the files of a shard, and give the lines of its file of facts.

        The last one has a hash of all others, so that whoever reads them knows that none is missing. Raises what a
        check raises.
        """
        digest, count = sha256(), 0
        for text in self._lines(shard, progress):
            content = f"{text}\n".encode("ascii")
            digest.update(content)
            count += 1
            yield content
        end = line({"record": END, "lines": count, "digest": digest.hexdigest()})
        yield f"{end}\n".encode("ascii")

    def count(self, shard: Shard) -> int:
        """Give how many files belong to a shard."""
        listed = (project.listing.packs for project in self.projects)
        files = [file for packs in listed for library, mine in packs.items() for file in (library, *mine) if file]
        return sum(shard.owns(self.name_of(file)) for file in (*files, *self.banks))

    def _lines(self, shard: Shard, progress: Progress | None) -> Iterator[str]:
        yield line(self._header(shard))
        for number, project in enumerate(self.projects):
            yield from _lines_of(shard, number, project, progress)
        for place, file in enumerate(self.banks):
            if shard.owns(self.name_of(file)):
                yield self._bank_line(file, place)

    def _header(self, shard: Shard) -> dict[str, Any]:
        parts = [self._part(project.settings, project.rules.all, project) for project in self.projects]
        parts += [self._part(self.settings, self.rules)] if self.banks else []
        numbers = {"version": VERSION, "lpkit": __version__, "shard": shard.number, "of": shard.of}
        about = {"commit": self.commit, "documentation": self.settings.documentation, "files": self._listed()}
        return {"record": MARK, **numbers, **about, "parts": parts}

    def _part(self, settings: Config, rules: Sequence[Rule], project: Project | None = None) -> dict[str, Any]:
        """Tell what a merge needs of the settings, and give a hash of all of them that the result follows from."""
        told = {
            "root": self.name_of(settings.root),
            "file": self.name_of(settings.file) if settings.file else None,
            "schemas": settings.schemas,
            "fail_on": settings.fail_on,
            "rules": [[rule.code, int(rule.severity), rule.configured] for rule in rules],
        }
        house = [schema.digest for schema in project.house] if project else []
        return {**told, "digest": _hash(line({**told, "house": house}))}

    def _listed(self) -> str:
        """Give a hash of the names of all files, and of which were asked for."""
        names = [[self.name_of(file) for file in self.banks]]
        for project in self.projects:
            listing = project.listing
            files = [file for library, packs in listing.packs.items() for file in (library, *packs) if file]
            names.append([f"{self.name_of(file)} {file in listing.asked}" for file in files])
        return _hash(line({"names": names}))

    def _bank_line(self, file: Path, place: int) -> str:
        report, packer = check_banks([file], self.rules, self.name_of), Packer()
        found = [packer.pack(entry) for entry in report.diagnostics]
        about = {"part": len(self.projects), "place": place, "path": self.name_of(file), "questions": report.questions}
        return line({"record": BANK, **about, "classes": packer.classes, "diagnostics": found})


def _lines_of(shard: Shard, part: int, project: Project, progress: Progress | None) -> Iterator[str]:
    """Give the lines of one project; `place` counts its files as a check of all goes through them."""
    gathered = Gathered(project.read, project.name_of)
    listing, name_of = project.listing, project.name_of
    first, done = 0, 0
    total = sum(shard.owns(name_of(file)) for packs in listing.packs.values() for file in packs)
    for library, packs in listing.packs.items():
        places = {file: first + 1 + number for number, file in enumerate(packs)}
        mine = [file for file in packs if shard.owns(name_of(file))]
        owned = library is not None and shard.owns(name_of(library))
        view = None
        if library is not None and (mine or owned):
            beside = gathered.beside(library)
            sheet, view, digest = project.library(library, beside)
            yield line({"record": LIBRARY, "part": part, "path": name_of(library), "digest": digest})
            if owned:
                about = {"part": part, "place": first, "library": True, "asked": library in listing.asked}
                own = project.source(library)
                more = (Site(own.name, ("id",)), Site(own.name))
                written = [place_line_beside(source, sheet) for source in beside if source]
                yield from _file_lines(about, own, sheet, [place_line(own, sheet, more), *written])
        for file, sheet in project.sheets(mine, view, library is None, library in listing.asked):
            about = {"part": part, "place": places[file], "library": False, "asked": file in listing.asked}
            own = project.source(file)
            yield from _file_lines(about, own, sheet, [place_line(own, sheet)], view.source if view else None)
            done += 1
            if progress is not None:
                progress(done, total)
        first += 1 + len(packs)


def _file_lines(
    about: dict[str, Any], source: Source, sheet: Sheet, places: Sequence[str], library: Source | None = None
) -> Iterator[str]:
    """Give the lines of one file; the first one says how many of each kind follow."""
    texts = {one.name: one.text for one in (source, library) if one}
    # Who reports them has no files to show there what the fixes do.
    found = tuple(
        replace(entry, patch=patch_of(texts[entry.path], entry.fix.edits)) if entry.fix else entry
        for entry in sheet.diagnostics
    )
    yield line({**head(source.name, sheet._replace(diagnostics=found)), **about, "places": len(places)})
    yield from (spread(packed) for _, packed in sheet.facts)
    yield from places


def _hash(text: str) -> str:
    return sha256(text.encode("ascii")).hexdigest()
