"""The figures in the prose of a project's published packs: what proves them."""

from lpkit.checking.project import Project
from lpkit.corpus import view_library, view_pack
from lpkit.ledger import Tally, tally, trace


def tallies(project: Project) -> dict[str, Tally | None]:
    """Count the figures of each library's published packs, by its id; None where its language has no ledger."""
    found: dict[str, Tally | None] = {}
    for file, packs in project.listing.packs.items():
        _, library = view_library(project.source(file)) if file else (None, None)
        if library is None:
            continue
        counted: Tally | None = Tally(0, 0, 0)
        for pack_file in packs:
            _, view = view_pack(project.source(pack_file), library)
            if view is not None and view.pack.status == "published":
                entries = trace(view)
                more = tally(entries) if entries is not None else None
                counted = Tally(*map(sum, zip(counted, more, strict=True))) if counted and more else None
        found[library.library.id] = counted
    return found
