"""English forms of options: clauses, verbs, infinitives, and behind which last words of a stem they break off."""

import re
from collections.abc import Sequence

from lpkit.pattern import pattern
from lpkit.text.languages.en.verbs import BASES, FOR_ONE, PAST
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Forms

SENTENCE, PREDICATE, INFINITIVE = "a sentence of its own", "a verb without a subject", '"to" with a verb'
GERUND, REASON, ORDER, PARTICIPLE = "a form in -ing", "a reason", "a verb in its base form", "a participle"
ADVERB, BYGONE, ACT = "an adverb", "a verb in the past", "a verb for one person"
CLAUSE = "a clause of time or condition"

_FINITE = listed(
    "is are was were has have had does do did can cannot can't may might must will would should could isn't aren't"
    " wasn't weren't doesn't don't didn't won't"
)
_BE = listed("is are was were")
_VERBS = _BE | listed("has had cannot must should would could does doesn't isn't aren't wasn't weren't didn't")
"""Those that are nothing else: a can, a will and May are nouns."""
_ORDERING = listed("do don't have will")
_SUBJECTS = listed("it he she they we you there i")
_DETERMINERS = listed("a an the this that these those its their his her my your our each every some any no all")
_ADVERBS = listed("never always often not already usually rarely seldom sometimes only still")
_ADVERBIAL = (
    *("ally", "ously", "fully", "lessly", "ively", "ably", "antly", "ently", "edly", "ingly", "idly", "ickly", "owly"),
)
"""Endings of words that are nothing else; friendly is an adjective, and a monopoly a thing."""
_ALLY = 5
"""Letters of a rally."""
_TIMES = listed("never always often already usually rarely seldom")
"""Those behind which no noun stands."""
_SHORT_GERUNDS = listed("using doing going lying dying tying")
_NO_GERUNDS = listed(
    "thing nothing something anything everything string spring king ring wing swing evening morning ceiling sting sling"
    " building meeting sibling during wedding pudding boeing beijing sterling viking duckling lightning herring"
    " according clothing housing"
)
_NO_VERBS = _DETERMINERS | listed(
    "of in on at by with from for to into onto upon under over about above below between among within without through"
    " across against after before behind beyond near off out up down since until during per than as like and or but"
    " nor if when while because where which who whose what how whether both either neither half such most more less"
    " many much few several one two three four only not also even just almost nearly exactly approximately around"
    " then so too very quite rather more least twice once never always often usually all according depending what"
    " inside outside beside besides throughout towards toward along despite unlike except regardless"
)
_AGENTS = listed("by to as for in on at from with")
"""Words behind which a form of the past is rather a participle: founded by, called to."""
_ADJECTIVAL = listed(
    "increased decreased reduced improved delayed developed united mixed lowered expected extended restricted reported"
    " required selected used shared married retired recorded released separated stained controlled planned"
)
"""Forms of the past that stand before nouns more often than they end a sentence: increased demand."""
_RELATIVE = listed("that which who whom whose where when")
_BREAKS = listed("and or but of")
_SOON = 5
"""Words within which the verb of a short sentence stands."""


def form_of(words: Sequence[str]) -> str:
    """Give the form of an option by its first words; empty for a noun, a number and whatever else is plain."""
    if len(words) < 2:
        return _form_of_one(words[0]) if words else ""
    first, second = words[0], words[1]
    if first in _FINITE:
        # "May 1990", and "do not" or "have them" that tell somebody what to do.
        return "" if first in _ORDERING or (first == "may" and second.isdigit()) else PREDICATE
    if first in _SUBJECTS:
        return SENTENCE
    if first in BASES:
        return ORDER
    if first in FOR_ONE:
        return ACT
    if first in PAST and first not in _ADJECTIVAL:
        return BYGONE if second not in _AGENTS else ""
    if first == "to":
        return INFINITIVE if second not in _DETERMINERS else ""
    if first in {"because", "since"}:
        return REASON
    if first in {"when", "if", "while"}:
        return CLAUSE
    if first in _ADVERBS and _is_gerund(second):
        return GERUND
    if first in _ADVERBS and second == "to":
        return INFINITIVE
    if first in _ADVERBS:
        return PREDICATE if second in _FINITE else PARTICIPLE if first in _TIMES or second.endswith("ed") else ""
    if second in _BE and first not in _NO_VERBS:
        return SENTENCE
    if _is_gerund(first):
        return GERUND
    if (first in _DETERMINERS or first not in _NO_VERBS) and _has_verb(words):
        return SENTENCE
    return ORDER if second in _DETERMINERS and first not in _NO_VERBS and not first.endswith(("ly", "ed")) else ""


def _form_of_one(word: str) -> str:
    if _is_gerund(word):
        return GERUND
    return ADVERB if len(word) > _ALLY and word.endswith(_ADVERBIAL) else ""


def _is_gerund(word: str) -> bool:
    return word in _SHORT_GERUNDS or (len(word) > 5 and word.endswith("ing") and word not in _NO_GERUNDS)


def _has_verb(words: Sequence[str]) -> bool:
    """Tell whether a noun is soon followed by its verb, with neither a pronoun nor a relative clause between them."""
    for word in words[2:_SOON]:
        if word in _VERBS:
            return True
        if word in _RELATIVE or word in _SUBJECTS or word in _BREAKS:
            return False
    return False


def _is_plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "ics", "ides", "ies"))


def _is_nominal(words: Sequence[str]) -> bool:
    """Tell whether an option begins with an article or the like, or with a noun that its ending tells."""
    return words[0] in _DETERMINERS or (len(words[0]) > _DERIVED and words[0].endswith(_NOMINAL))


_NOMINAL = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "tions", "ments", "ances", "ences", "ities")
_DERIVED = 7
"""Letters of a noun that is derived from a verb or an adjective; shorter ones (mention, comment) may be verbs."""

_BEFORE_NOUNS = listed(
    "a an the of by for from with under without through into between among in on at about during against upon"
)
_NOT_AFTER_NOUN_WORD = frozenset((SENTENCE, PREDICATE, ACT, INFINITIVE, REASON, ORDER))
_NOT_AFTER_VERB = frozenset((SENTENCE, PREDICATE, ACT, INFINITIVE, GERUND, REASON, BYGONE))
_NOT_AFTER_BE = frozenset((SENTENCE, PREDICATE, ACT, ADVERB, CLAUSE))
_NOT_AFTER_TO = frozenset((SENTENCE, PREDICATE, ACT, INFINITIVE, REASON, GERUND, BYGONE))
_NOT_AFTER_PERSON = frozenset((SENTENCE, GERUND, INFINITIVE, REASON))
_TO_DO = tuple(
    f"{word} to"
    for word in sorted(
        listed(
            """
            is was were order used able how need needs needed want wants wanted help helps helped tend tends tended
            serve serves aim aims try tries tried ought likely not only has had mainly primarily chiefly
            """
        )
    )
)
"""Ends of a stem behind which a verb follows; "response to" and "close to" have a noun."""
_NOT_AFTER_NAME = frozenset((SENTENCE, PREDICATE, INFINITIVE, REASON, PARTICIPLE))

FORMS = Forms(
    form_of=form_of,
    unfit={
        **dict.fromkeys(_BEFORE_NOUNS, _NOT_AFTER_NOUN_WORD),
        **dict.fromkeys(listed("can could should must will would shall might may cannot"), _NOT_AFTER_VERB),
        **dict.fromkeys(listed("is are was were"), _NOT_AFTER_BE),
        **dict.fromkeys(listed("called named termed"), _NOT_AFTER_NAME),
        **dict.fromkeys(listed("because since"), frozenset((REASON, INFINITIVE, GERUND))),
        **dict.fromkeys(_TO_DO, _NOT_AFTER_TO),
        "to": frozenset((SENTENCE, PREDICATE, INFINITIVE, REASON)),
        **dict.fromkeys(listed("he she"), _NOT_AFTER_PERSON | {ORDER}),
        **dict.fromkeys(listed("we they"), _NOT_AFTER_PERSON),
    },
    topics=(PREDICATE,),
    acts=(ACT, BYGONE),
    beside_topics=(INFINITIVE, GERUND, REASON, SENTENCE),
    exclusive=(INFINITIVE, GERUND),
    opens=lambda word: word == "to" or word.endswith("ing"),
    sentence=SENTENCE,
    plural=_is_plural,
    single=listed("the a an this one"),
    nominal=_is_nominal,
    order=ORDER,
    orders=_TO_DO,
    of="of",
    articles=listed("a an the"),
    deed=pattern(
        r"^\W*(?:[^.?!]*[.,]\s)?what\s(?:do|does|did|can|could|should|would|will|must|might)\s(?:[\w'’-]+\s){1,6}do\b",
        re.IGNORECASE,
    ),
    pronouns=listed("he she it they we you i"),
    telling=listed("yesterday today tomorrow tonight recently lately last then next suddenly finally"),
    time={
        **dict.fromkeys(BASES | FOR_ONE, "the present"),
        **dict.fromkeys(PAST - listed("was were had did"), "the past"),
    },
    number={
        **dict.fromkeys(FOR_ONE, "one"),
        **dict.fromkeys(BASES, "several"),
        **dict.fromkeys(listed("is was has does isn't wasn't hasn't doesn't"), "one"),
        **dict.fromkeys(listed("are were have do aren't weren't haven't don't"), "several"),
    },
    several=pattern(
        r"\b(?:are|were)[\s:….]*$|^\W*who\s+were\b|^\W*(?:which|what)\s+(?:(?:two|three|four)\b"
        r"|(?:[\w-]+\s)?\w+[^s\W]s\s(?:are|were|do|did|have|had|can|could|make|form|belong|share|took|won|fought)\b)",
        re.IGNORECASE,
    ),
)
