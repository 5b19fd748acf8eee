"""Operators on quotes, rewrites, markers in answers, and claims about answers."""

import re
from collections.abc import Iterator

from lpkit.diagnostic import Edit
from mutation.clean import At, Clean
from mutation.registry import Change, operator


def _quotes(clean: Clean) -> Iterator[tuple[At, str, str]]:
    """Give the quotes of auto-fails with the answers that they must be in."""
    for _, candidate, at, entry in clean.auto_fails():
        yield (*at, "quote"), entry["quote"], candidate["answer"]


def _befores(clean: Clean) -> Iterator[tuple[At, str, str]]:
    answers = {candidate["id"]: candidate["answer"] for _, candidate in clean.candidates()}
    for at, entry in clean.entries("fix_its"):
        yield (*at, "before"), entry["before"], answers[entry["candidate"]]


def _misquoted(clean: Clean, passages: Iterator[tuple[At, str, str]], way: str) -> Iterator[Change]:
    for at, quote, answer in passages:
        words = quote.split()
        for number in range(len(words)):
            wrong = _WAYS[way](words, number)
            if wrong and not re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", answer):
                yield Change(clean.pack, at, (clean.pack.put(at, wrong),))


def _replaced(words: list[str], number: int) -> str:
    return " ".join([*words[:number], "zebra", *words[number + 1 :]])


def _dropped(words: list[str], number: int) -> str:
    inner = 0 < number < len(words) - 1
    return " ".join([*words[:number], *words[number + 1 :]]) if inner else ""


def _added(words: list[str], number: int) -> str:
    return " ".join([*words[:number], "zebra", *words[number:]])


def _cut(words: list[str], number: int) -> str:
    """Take the last letter of the last word that is left."""
    last = words[number]
    return " ".join([*words[:number], last[:-1]]) if len(last) > 2 and last.isalpha() else ""


def _shouted(words: list[str], number: int) -> str:
    return " ".join([*words[:number], words[number].upper(), *words[number + 1 :]]) if len(words[number]) > 1 else ""


_WAYS = {"replaced": _replaced, "dropped": _dropped, "added": _added, "cut": _cut, "shouted": _shouted}


@operator("LP301")
def quote_word_replaced(clean: Clean) -> Iterator[Change]:
    """A quote with another word."""
    yield from _misquoted(clean, _quotes(clean), "replaced")


@operator("LP301")
def quote_word_dropped(clean: Clean) -> Iterator[Change]:
    """A quote that leaves a word out without saying so."""
    yield from _misquoted(clean, _quotes(clean), "dropped")


@operator("LP301")
def quote_word_added(clean: Clean) -> Iterator[Change]:
    """A quote with a word more."""
    yield from _misquoted(clean, _quotes(clean), "added")


@operator("LP301")
def quote_cut_in_word(clean: Clean) -> Iterator[Change]:
    """A quote that ends within a word."""
    yield from _misquoted(clean, _quotes(clean), "cut")


@operator("LP301")
def quote_shouted(clean: Clean) -> Iterator[Change]:
    """A quote with a word in capitals."""
    yield from _misquoted(clean, _quotes(clean), "shouted")


@operator("LP302")
def before_word_replaced(clean: Clean) -> Iterator[Change]:
    """A passage to mend with another word."""
    yield from _misquoted(clean, _befores(clean), "replaced")


@operator("LP302")
def before_word_dropped(clean: Clean) -> Iterator[Change]:
    """A passage to mend that leaves a word out."""
    yield from _misquoted(clean, _befores(clean), "dropped")


@operator("LP302")
def before_cut_in_word(clean: Clean) -> Iterator[Change]:
    """A passage to mend that ends within a word."""
    yield from _misquoted(clean, _befores(clean), "cut")


@operator("LP302")
def before_of_other_candidate(clean: Clean) -> Iterator[Change]:
    """A passage of another candidate's answer."""
    for at, entry in clean.entries("fix_its"):
        for _, candidate in clean.candidates():
            if candidate["id"] != entry["candidate"]:
                edit = clean.pack.put((*at, "candidate"), candidate["id"])
                yield Change(clean.pack, (*at, "before"), (edit,), here=False)


@operator("LP303")
def after_is_before(clean: Clean) -> Iterator[Change]:
    """A rewrite that changes nothing, or only case and punctuation."""
    for at, entry in clean.entries("fix_its"):
        for text in (entry["before"], entry["before"].upper(), entry["before"] + "!"):
            yield Change(clean.pack, (*at, "after"), (clean.pack.put((*at, "after"), text),))


@operator("LP304")
def after_with_marker(clean: Clean) -> Iterator[Change]:
    """A rewrite with a phrase of a marker."""
    for at, entry in clean.entries("fix_its"):
        for phrase in _phrases(clean):
            text = f"{entry['after']}, {phrase}"
            yield Change(clean.pack, (*at, "after"), (clean.pack.put((*at, "after"), text),))


def _phrases(clean: Clean) -> Iterator[str]:
    for marker in clean.markers.values():
        yield from marker.get("phrases", [])


def _says(text: str, phrase: str) -> bool:
    return " ".join(phrase.lower().split()) in " ".join(text.lower().split())


@operator("LP305")
def declaration_dropped(clean: Clean) -> Iterator[Change]:
    """An auto-fail that is no longer declared."""
    for at, candidate, place, entry in clean.auto_fails():
        phrases = clean.markers[entry["marker"]].get("phrases", [])
        others = [other["marker"] for other in candidate["auto_fails"]]
        if others.count(entry["marker"]) == 1 and any(_says(candidate["answer"], phrase) for phrase in phrases):
            yield Change(clean.pack, (*at, "answer"), (clean.pack.drop(place),), here=False)


def _with_phrases(clean: Clean, passing: bool) -> Iterator[tuple[At, Edit]]:
    """Add to each answer each phrase of each marker that it does not declare."""
    for at, candidate in clean.candidates():
        declared = {entry["marker"] for entry in candidate.get("auto_fails", [])}
        for marker in clean.markers.values():
            apt = not passing or not clean.passes(marker["verdict"])
            if clean.passes(candidate["verdict"]) is passing and marker["id"] not in declared and apt:
                for phrase in marker.get("phrases", []):
                    yield at, clean.pack.put((*at, "answer"), f"{candidate['answer']} Then {phrase}.")


@operator("LP305")
def phrase_in_failing_answer(clean: Clean) -> Iterator[Change]:
    """A phrase of a marker in an answer that fails and does not declare it."""
    for at, edit in _with_phrases(clean, passing=False):
        yield Change(clean.pack, (*at, "answer"), (edit,))


@operator("LP306")
def phrase_in_passing_answer(clean: Clean) -> Iterator[Change]:
    """A phrase of a marker in an answer that passes."""
    for at, edit in _with_phrases(clean, passing=True):
        yield Change(clean.pack, (*at, "answer"), (edit,))


@operator("LP307")
def model_answer_fails(clean: Clean) -> Iterator[Change]:
    """A model answer by a candidate who fails."""
    at = ("model_answer", "candidate")
    for _, candidate in clean.candidates():
        if not clean.passes(candidate["verdict"]):
            yield Change(clean.pack, at, (clean.pack.put(at, candidate["id"]),))


@operator("LP307")
def guidance_asks_for_more(clean: Clean) -> Iterator[Change]:
    """Guidance that asks for more than the model answer shows."""
    for key in clean.pack[("model_answer", "requires")] or {}:
        at = ("model_answer", "requires", key)
        yield Change(clean.pack, at, (clean.pack.put(at, 99),))


@operator("LP308")
def note_denies_numbers(clean: Clean) -> Iterator[Change]:
    """A note that denies the numbers of a model answer."""
    at, candidate = _model(clean)
    for key in ("notes", "delivery"):
        for claim in ("There are no numbers.", "The answer lacks any figures.", "The answer has zero metrics."):
            text = f"{candidate[key]} {claim}"
            yield Change(clean.pack, (*at, key), (clean.pack.put((*at, key), text),))


@operator("LP308")
def note_denies_outcome(clean: Clean) -> Iterator[Change]:
    """A note that denies an outcome which the answer gives as a change between two figures."""
    at, candidate = _model(clean)
    for outcome in ("The wait fell from 30 days to 3.", "It cut errors by 40%.", "I lost 3 orders instead of 31."):
        for claim in ("Zero quantified impact.", "There is no measurable result."):
            note = clean.pack.put((*at, "notes"), f"{candidate['notes']} {claim}")
            answer = clean.pack.put((*at, "answer"), f"{candidate['answer']} {outcome}")
            yield Change(clean.pack, (*at, "notes"), (note, answer), here=False)


@operator("LP308")
def note_denies_first_person(clean: Clean) -> Iterator[Change]:
    """A note that denies the first person of an answer that speaks in it."""
    at, candidate = _model(clean)
    text = f"{candidate['notes']} The answer has no first-person sentences."
    yield Change(clean.pack, (*at, "notes"), (clean.pack.put((*at, "notes"), text),))


def _model(clean: Clean) -> tuple[At, dict[str, str]]:
    """Give the candidate of the model answer."""
    name = clean.pack[("model_answer", "candidate")]
    return next(entry for entry in clean.candidates() if entry[1]["id"] == name)


@operator("LP309")
def speaking_time_wrong(clean: Clean) -> Iterator[Change]:
    """A note with a speaking time that the answer cannot have."""
    for at, candidate in clean.candidates():
        for key in ("notes", "delivery"):
            for claim in ("It runs 20 minutes.", "It takes 3 seconds."):
                text = f"{candidate[key]} {claim}"
                yield Change(clean.pack, (*at, key), (clean.pack.put((*at, key), text),))


@operator("LP310")
def answer_too_long(clean: Clean) -> Iterator[Change]:
    """An answer that nobody can speak within the time limit."""
    words = clean.pack[("evaluate", "minutes")] * max(clean.library.data["speaking"]["words_per_minute"])
    for at, candidate in clean.candidates():
        text = f"{candidate['answer']} {'So it went on and I waited. ' * (words // 6)}".strip()
        yield Change(clean.pack, (*at, "answer"), (clean.pack.put((*at, "answer"), text),))


@operator("LP311")
def evidence_removed(clean: Clean) -> Iterator[Change]:
    """An answer without the evidence that a high score needs."""
    document, place = clean.rubric
    bare = "The team looked at the case for a while. After that the work was done and people were glad."
    for at, candidate in clean.candidates():
        high = [
            (*at, "scores", dimension["id"])
            for dimension in document[place]
            if dimension.get("expects") and 2 * candidate["scores"][dimension["id"]] > dimension["weight"]
        ]
        for wanted in high:
            yield Change(clean.pack, wanted, (clean.pack.put((*at, "answer"), bare),), here=False)
