"""English: words that say the same of what was done, in all their forms."""

from collections.abc import Iterator

from lpkit.text.languages.en.inflection import IRREGULAR
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import ANY, DONE, NOUN

_FAMILIES = {
    "tell": listed(
        "tell inform notify warn alert brief announce report ring call phone telephone write mail email message"
        " speak talk contact approach apprise disclose hear word notice news warning notification let-know"
    ),
    "ask": listed("ask consult interview poll survey question"),
    "visit": listed("visit drive travel walk"),
    "stop": listed("stop drop cancel halt end cease kill scrap abandon pause suspend freeze shelve close shut"),
    "delete": listed("delete remove erase discard destroy shred wipe purge clear cut scrap"),
    "change": listed("change rewrite alter adapt adjust revise amend redraw redo"),
    "mend": listed("mend repair fix replace restore correct solve"),
    "measure": listed("measure count weigh time track tally log record"),
    "test": listed("test try trial pilot verify rehearse examine inspect review"),
    "document": listed("document write note record log list"),
    "pay": listed("pay refund reimburse compensate"),
    "regret": listed("apologise apologize apology sorry"),
    "reason": listed("reason because"),
    "train": listed("train teach coach instruct show explain"),
    "give": listed("give hand pass transfer deliver send assign delegate entrust offer lend"),
    "allow": listed("sign approve accept agree confirm allow permit let"),
    "refuse": listed("refuse reject decline"),
    "build": listed("build create construct develop design draw"),
    "find": listed("find discover spot notice detect see"),
    "share": listed("share publish post present show"),
    "buy": listed("buy purchase order"),
    "thank": listed("thank thanks"),
    "compare": listed("compare comparison"),
    "read": listed("read"),
    "help": listed("help support assist"),
    "meet": listed("meet sit"),
    "move": listed("move shift transfer"),
    "follow": listed("follow adopt"),
    "start": listed("start begin launch open"),
    "leave": listed("leave go quit depart resign"),
    "promise": listed("promise pledge"),
    "refund": listed("refund reimburse"),
    "answer": listed("answer reply respond"),
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
        for word in words:
            for form in {*_forms(word), *irregular.get(word, ())}:
                found.setdefault(form, set()).add(family)
    return {form: frozenset(families) for form, families in found.items()}


KIN = _kin()
