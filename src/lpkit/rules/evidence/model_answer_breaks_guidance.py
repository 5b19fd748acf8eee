"""A model answer that does not show what the guidance asks for.

## Why
Readers hold the named candidate's answer against the guidance. Its candidate passes, shows no marker, and meets the
figures of `requires`; where that gives no number of first-person sentences, "at least three sentences that begin
with I" in the guidance is taken at its word. A sentence counts when its first word is I (I'd, I've). A number counts
when it measures something: 30%, 5,000 rows, four days; years, dates and ordinals do not.

## Bad
```yaml
model_answer:
  guidance: Begin with the count and give both figures.
  candidate: b
  requires:
    first_person_sentences: 7  # error: LP307
    numbers: 3
```

## Good
```yaml
model_answer:
  guidance: Begin with the count and give both figures.
  candidate: b
  requires:
    first_person_sentences: 3
    numbers: 3
```
"""

from collections.abc import Iterator
from itertools import islice

from lpkit.corpus import LibraryView, PackView, Placed
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.model import Candidate
from lpkit.rule import PACK, rule
from lpkit.text.counting import count_first_person, measures
from lpkit.text.languages.parts import Evidence


@rule("LP307", "model-answer-breaks-guidance", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    model = pack.pack.model_answer
    placed = pack.candidate(model.candidate)
    if pack.library is None or placed is None or not pack.whole("model_answer"):
        return
    evidence = pack.language.get(Evidence)
    if evidence is not None:
        yield from _check_figures(pack, placed, evidence)
    verdict = pack.library.verdict(placed.value.verdict)
    if verdict is not None and not verdict.passes:
        message = f'candidate {model.candidate} gives the model answer, but the verdict "{verdict.id}" does not pass'
        related = ((pack.site(*placed.at, "verdict"), "the verdict"),)
        yield Finding(pack.site("model_answer", "candidate"), message, "name a candidate who passes", related)
    else:
        yield from _check_markers(pack, pack.library, placed)


def _check_markers(pack: PackView, library: LibraryView, placed: Placed[Candidate]) -> Iterator[Finding]:
    for _, said in sorted(library.sayings.by_marker(placed.value.answer).items()):
        what, _ = library.sayings.source_of(said)
        yield Finding(
            pack.site("model_answer", "candidate"),
            f'the model answer says "{said.words}", {what}',
            "change the wording of the answer, or name another candidate",
            ((pack.site(*placed.at, "answer"), "the answer"),),
            value=f"{library.sayings.name_of(said)} {said.words}",
        )


def _check_figures(pack: PackView, placed: Placed[Candidate], evidence: Evidence) -> Iterator[Finding]:
    answer = placed.value.answer
    wanted, site = _wanted_sentences(pack, evidence)
    have = count_first_person(answer, evidence)
    if have < wanted:
        yield _shortfall(pack, placed, site, f"{wanted} sentences that begin with {evidence.pronoun}", have)
    requires = pack.pack.model_answer.requires
    numbers = requires.numbers if requires is not None else 0
    found = list(islice(measures(answer, evidence), numbers))
    if len(found) < numbers:
        site = pack.site("model_answer", "requires", "numbers")
        yield _shortfall(pack, placed, site, f"{numbers} numbers", len(found), ", ".join(found))


def _wanted_sentences(pack: PackView, evidence: Evidence) -> tuple[int, Site]:
    """Give how many sentences shall begin with I, and where that is said."""
    model = pack.pack.model_answer
    if model.requires is not None and model.requires.first_person_sentences:
        return model.requires.first_person_sentences, pack.site("model_answer", "requires", "first_person_sentences")
    asked = evidence.asked.search(model.guidance)
    word = asked.group(1).lower() if asked else "0"
    wanted = int(word) if word.isdigit() else evidence.asked_numerals.index(word) + 1
    return wanted, pack.site("model_answer", "guidance")


def _shortfall(
    pack: PackView, placed: Placed[Candidate], site: Site, wanted: str, have: int, which: str = ""
) -> Finding:
    return Finding(
        site,
        f"the model answer shall have {wanted}; candidate {placed.value.id} has {have}{f' ({which})' if which else ''}",
        "mend the answer, or ask for what it shows",
        ((pack.site(*placed.at, "answer"), f"the answer of candidate {placed.value.id}"),),
        value=f"{wanted} {have}",
    )
