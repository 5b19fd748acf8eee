"""Keys that the format does not know: another word for one, or one that belongs elsewhere."""

from collections.abc import Iterator

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.corpus.meaning.ids import slugged
from lpkit.corpus.meaning.missing import STATUSES, is_mark, says_yes
from lpkit.corpus.meaning.series import numbered
from lpkit.diagnostic import Edit, Fix, Path
from lpkit.editing.edits import new_key, sure
from lpkit.editing.placing import as_comment, moved, without
from lpkit.editing.restating import node_at
from lpkit.model import Library, Pack
from lpkit.model.types import Entry
from lpkit.schema.keys import entry_at, keys_below, keys_of
from lpkit.schema.misfit import ID, SPACE


def key_meant(case: Case) -> Meant | None:
    """Give what is meant by a key that the format does not know."""
    if case.misfit.expected == SPACE:
        return Meant(case.misfit.help or "", spaced(case))
    return (
        _of_option(case)
        or _letter_as_id(case)
        or _of_status(case)
        or numbered(case)
        or _misspelt(case)
        or _elsewhere(case)
        or _of_author(case)
    )


def spaced(case: Case) -> Fix | None:
    """Put a space behind the colon of `key:value`, which YAML takes for a key."""
    node = node_at(case.source, case.at)
    if node is None or node.key is None:
        return None
    key, _, value = str(case.at[-1]).partition(":")
    if case.source.value(case.at) is not None:
        return None
    return Fix(f"write {key}: {value}", (Edit(*node.key, f"{key}: {value}"),), restates=True)


def _of_option(case: Case) -> Meant | None:
    """Take out of an option whether it is right, which the answer says."""
    at, source = case.at, case.source
    if at[-3:-2] != ("options",) or not is_mark(at[-1]):
        return None
    option, question = source.value(at[:-1]), source.value(at[:-3])
    right = says_yes(option[at[-1]])
    if right and isinstance(question, dict) and "answer" not in question:
        return Meant(f"write answer: {option.get('text', '…')} below the options, and take this out then")
    agrees = (question.get("answer") == option.get("text")) is right
    return Meant('take it out: the key "answer" of the question names the right option', without(source, at, agrees))


def _of_status(case: Case) -> Meant | None:
    """Take `published: yes` for `status: published`."""
    parent, word, node = case.source.value(case.at[:-1]), str(case.at[-1]).casefold(), node_at(case.source, case.at)
    if case.at[:-1] or case.model is not Pack or word not in STATUSES or "status" in parent or node is None:
        return None
    meant = word if says_yes(parent[case.at[-1]]) else "draft" if word == "published" else "published"
    start = node.key[0] if node.key else node.start
    fix = Fix(f"write status: {meant}", (Edit(start, node.end, f"status: {meant}"),), False, also=(("status",),))
    return Meant(f"write status: {meant}", fix)


def _letter_as_id(case: Case) -> Meant | None:
    """Take `- a:` at the beginning of an entry for its id."""
    key, node = str(case.at[-1]), node_at(case.source, case.at)
    if case.misfit.expected != ID or node is None or node.key is None or slugged(key) is None:
        return None
    name, end = slugged(key) or key, case.source.text.index(":", node.key[1]) + 1
    return Meant(f"write id: {name}", Fix(f"write id: {name}", (Edit(node.key[0], end, f"id: {name}"),), safe=False))


def _misspelt(case: Case) -> Meant | None:
    meant = case.misfit.suggestion
    if meant is None:
        return None
    written = str(case.at[-1])
    certain = sure(written.casefold(), meant) if case.misfit.certain is None else case.misfit.certain
    fix = new_key(case.source, case.at, meant, certain)
    if fix is not None and case.misfit.certain:
        fix = fix._replace(restates=True)
    return Meant(case.misfit.help or "", fix)


def _elsewhere(case: Case) -> Meant | None:
    """Find the place to which a key belongs: a part beside it, what it stands in, the library."""
    key = str(case.at[-1])
    model = case.model
    for place, entry in (*_below(model, case), *_above(model, case)):
        if key in keys_of(entry):
            there = case.source.value(place)
            home = f'"{place[-1]}"' if place and isinstance(place[-1], str) else _kind(place)
            fix = None
            if isinstance(there, dict) and key not in there:
                inward = len(place) > len(case.at) - 1
                fix = moved(case.source, case.at, place, list(keys_of(entry)), inward)
            return Meant(f"move it to {home}, where it belongs", fix)
    other, name = (Library, "library.yaml") if model is Pack else (Pack, "a pack")
    if key in keys_below(other) and (model is Pack or key not in keys_below(model)):
        return Meant(f"it belongs into {name}: take it out here")
    return None


def _below(model: type[Entry], case: Case) -> Iterator[tuple[Path, type[Entry]]]:
    parent = case.source.value(case.at[:-1])
    for step in parent if isinstance(parent, dict) else ():
        place = (*case.at[:-1], step)
        entry = entry_at(model, place)
        if entry is not None and isinstance(parent[step], dict):
            yield place, entry


def _above(model: type[Entry], case: Case) -> Iterator[tuple[Path, type[Entry]]]:
    for end in range(len(case.at) - 2, -1, -1):
        entry = entry_at(model, case.at[:end])
        if entry is not None and (not end or isinstance(case.source.value(case.at[:end]), dict)):
            yield case.at[:end], entry


def _kind(place: Path) -> str:
    named = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    return f"the keys of the {named.removesuffix('s')} that it stands in" if named else "the top of the file"


def _of_author(case: Case) -> Meant | None:
    return Meant(case.misfit.help or "", as_comment(case.source, case.at))
