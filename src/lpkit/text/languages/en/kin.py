"""English: words that say the same of what was done, in all their forms."""

from collections.abc import Iterator

from lpkit.text.languages.en.inflection import IRREGULAR
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import ANY, DONE, NOUN

_FAMILIES = {
    "tell": "tell inform notify warn alert brief announce report ring call phone telephone write mail email message"
    " speak talk contact approach apprise disclose hear word notice news warning notification let-know",
    "ask": "ask consult interview poll survey question",
    "visit": "visit drive travel walk",
    "stop": "stop drop cancel halt end cease kill scrap abandon pause suspend freeze shelve close shut",
    "delete": "delete remove erase discard destroy shred wipe purge clear cut scrap",
    "change": "change rewrite alter adapt adjust revise amend redraw redo",
    "mend": "mend repair fix replace restore correct solve",
    "measure": "measure count weigh time track tally log record",
    "test": "test try trial pilot check verify rehearse examine inspect review",
    "document": "document write note record log list",
    "pay": "pay refund reimburse compensate",
    "regret": "apologise apologize apology sorry",
    "reason": "reason because",
    "train": "train teach coach instruct show explain",
    "give": "give hand pass transfer deliver send assign delegate entrust offer lend",
    "allow": "sign approve accept agree confirm allow permit let",
    "refuse": "refuse reject decline",
    "build": "build create construct develop design draw",
    "find": "find discover spot notice detect see",
    "share": "share publish post present show",
    "buy": "buy purchase order",
    "thank": "thank thanks",
    "compare": "compare comparison",
    "read": "read",
    "help": "help support assist",
    "meet": "meet sit",
    "move": "move shift transfer",
    "follow": "follow adopt",
    "start": "start begin launch open",
    "leave": "leave go quit depart resign",
    "promise": "promise pledge",
    "refund": "refund reimburse",
    "answer": "answer reply respond",
}


def _forms(word: str) -> Iterator[str]:
    yield word
    if word.endswith("y") and word[-2] not in "aeiou":
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
        return
    stem = word.removesuffix("e")
    yield from (f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


def _kin() -> dict[str, frozenset[str]]:
    irregular: dict[str, set[str]] = {}
    for form, terms in IRREGULAR.items():
        for term in terms:
            irregular.setdefault(term.rstrip(f"{ANY}{DONE}{NOUN}"), set()).add(form)
    found: dict[str, set[str]] = {}
    for family, words in _FAMILIES.items():
        for word in listed(words):
            for form in {*_forms(word), *irregular.get(word, ())}:
                found.setdefault(form, set()).add(family)
    return {form: frozenset(families) for form, families in found.items()}


KIN = _kin()
