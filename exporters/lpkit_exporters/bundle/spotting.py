"""What finds the markers of a library in a text, as a front end gets it."""

from collections.abc import Iterable, Mapping

from lpkit.export import spotting_of
from lpkit.model import Library
from lpkit_exporters.bundle.spotting_model import Spotting, SpottingGuards, SpottingPattern


def spotting_entry(library: Library) -> Spotting | None:
    """Compile the phrases and patterns of a library; None where it has neither."""
    if not any(marker.phrases or marker.patterns for marker in library.markers):
        return None
    data = spotting_of(library)
    terms = {term.partition(" ")[0] for terms in data.lists for term in terms}
    return Spotting(
        clitics=list(data.clitics),
        endings=[list(ending) for ending in data.forms.endings],
        doubling=sorted(data.forms.doubling),
        irregular=dict(_needed(data.forms.irregular, terms)),
        lists=["/".join(sorted(terms)) for terms in data.lists],
        forks=[list(fork) for fork in data.forks],
        pause=data.pause,
        patterns=[
            SpottingPattern(marker=marker, pattern=frame, ways=list(ways), loose=loose, unless=unless)
            for marker, frame, ways, loose, unless in data.patterns
        ],
        guards=SpottingGuards(
            lists=list(data.guards.lists), after=list(data.guards.after), at_once=list(data.guards.at_once)
        ),
    )


def _needed(irregular: Mapping[str, Iterable[str]], terms: set[str]) -> Iterable[tuple[str, str]]:
    """Give the irregular forms of what is looked for, in order."""
    for form in sorted(irregular):
        found = sorted(terms.intersection(irregular[form]))
        if found:
            yield form, " ".join(found)
