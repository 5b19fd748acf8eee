"""English inflection: what a word may be a form of, by endings where it is regular and by a table where it is not."""

from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import ANY, DONE, NOUN, Ending

_IRREGULAR = """
be:was,were,is,are,am,'s,'re,'m:been:being arise:arose:arisen awake:awoke:awoken bear:bore:borne,born beat::beaten
become:became:become begin:began:begun bend:bent bet:bet bite:bit:bitten blow:blew:blown break:broke:broken
bring:brought build:built burn:burnt,burned burst:burst buy:bought cast:cast catch:caught choose:chose:chosen
cling:clung come:came:come cost:cost creep:crept cut:cut deal:dealt dig:dug do:did,does:done draw:drew:drawn
dream:dreamt,dreamed drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed feel:felt
fight:fought find:found flee:fled fling:flung fly:flew:flown forbid:forbade:forbidden forecast:forecast
foresee:foresaw:foreseen forget:forgot:forgotten forgive:forgave:forgiven freeze:froze:frozen get:got:got,gotten
give:gave:given go:went,goes:gone grind:ground grow:grew:grown hang:hung have:had,has,'ve,'d:had hear:heard
hide:hid:hidden hit:hit hold:held hurt:hurt keep:kept know:knew:known lay:laid lead:led lean:leant,leaned
leap:leapt,leaped learn:learnt,learned leave:left lend:lent let:let lie:lay,lied:lain,lied:lying light:lit lose:lost
make:made mean:meant meet:met mislead:misled misread:misread mistake:mistook:mistaken overcome:overcame:overcome
overhear:overheard oversee:oversaw:overseen override:overrode:overridden overlook:overlooked pay:paid
prove:proved:proven,proved put:put quit:quit read:read redo:redid:redone rid:rid ride:rode:ridden ring:rang:rung
rise:rose:risen run:ran:run say:said see:saw:seen seek:sought sell:sold send:sent set:set shake:shook:shaken shed:shed
shine:shone shoot:shot show:showed:shown,showed shrink:shrank:shrunk shut:shut sing:sang:sung sink:sank:sunk sit:sat
sleep:slept slide:slid slip:slipped speak:spoke:spoken speed:sped spell:spelt,spelled spend:spent spill:spilt,spilled
spin:spun split:split spoil:spoilt,spoiled spread:spread spring:sprang:sprung stand:stood steal:stole:stolen
stick:stuck strike:struck strive:strove:striven swear:swore:sworn sweep:swept swim:swam:swum swing:swung
take:took:taken teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown undergo:underwent:undergone
understand:understood undertake:undertook:undertaken undo:undid:undone uphold:upheld upset:upset wake:woke:woken
wear:wore:worn weave:wove:woven weep:wept win:won wind:wound withdraw:withdrew:withdrawn withhold:withheld
withstand:withstood write:wrote:written rewrite:rewrote:rewritten rethink:rethought rebuild:rebuilt
"""
"""The base, a colon, what is past (with odd forms of the present), and where they differ the participle and the form in
-ing; several of one kind are parted by commas."""

_PLURALS = "people:person men:man women:woman children:child data:datum analyses:analysis criteria:criterion lives:life"

ENDINGS = (
    Ending("s", "", NOUN + ANY),
    Ending("es", "", NOUN + ANY),
    Ending("ies", "y", NOUN + ANY),
    Ending("ed", "", ANY + DONE),
    Ending("ed", "e", ANY + DONE),
    Ending("ied", "y", ANY + DONE),
    Ending("cked", "c", ANY + DONE),
    Ending("ing", "", ANY),
    Ending("ing", "e", ANY),
    Ending("ying", "ie", ANY),
    Ending("cking", "c", ANY),
)
"""Regular endings. A form may seem to be one of several words (`hoped` of hop and of hope); all of them are tried."""
DOUBLING = listed("ed ing")
"""Endings before which a last consonant may be doubled."""

_PARTICLES = listed("up down out off back over in on away apart through around round along by into from to with")
_FORMLESS = listed(
    """
    better worse faster easier smoother quicker nicer calmer happier happy pleased satisfied delighted thrilled glad
    grateful relieved excited good great positive excellent they them sooner earlier later today again half percent
    mine both myself differently only still yet except wrong now over much big huge far
    """
)
"""Adjectives and adverbs that authors put into groups: they are neither verbs nor nouns."""

PRONOUNS = {
    word: (listed(subject), listed(other))
    for words, subject, other in (
        ("I me myself", "i", "me myself"),
        ("we us ourselves", "we", "us ourselves"),
        ("they them themselves", "they", "them themselves"),
        ("he him himself", "he", "him himself"),
        ("she her herself", "she", "her herself"),
        ("you", "you", "you yourself yourselves"),
    )
    for word in words.lower().split()
}


def _irregular() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in _IRREGULAR.split():
        base, past, *more = entry.split(":")
        done, present = (*more, "", "")[:2]
        for forms, kinds in ((past, ANY if done else ANY + DONE), (done, ANY + DONE), (present, ANY)):
            for form in filter(None, forms.split(",")):
                found.setdefault(form, set()).update(f"{base}{kind}" for kind in kinds)
                # What is the base as well, as `set`, tells nothing.
                found[form].update({DONE} if DONE in kinds and form != base else ())
        if not past:
            found.setdefault(base, set()).add(f"{base}{DONE}")
    for entry in _PLURALS.split():
        plural, _, single = entry.partition(":")
        found.setdefault(plural, set()).update((single + NOUN, single + ANY))
    return {form: frozenset(terms) for form, terms in found.items()}


IRREGULAR = _irregular()
"""What irregular forms are forms of."""


_NO_NOUN = listed(
    "a an i we me us my it him her that this to from by if whether in out off up at on onto for before after under and "
    "not no too without over behind about how nothing himself"
)
"""Words that stand in no noun of several words: what has one is a phrase, and nobody gives it an s."""
_VERBS = frozenset(entry.partition(":")[0] for entry in _IRREGULAR.split())


def verb(word: str, kind: str) -> str:
    """Give a verb as a term of some kind of form; of several words the first one changes (`look into`)."""
    first, space, rest = word.partition(" ")
    return f"{first}{kind}{space}{rest}"


def noun(word: str) -> frozenset[str]:
    """Give a noun as terms for any form; of several words the last one takes the s, or the one before "of"."""
    if " " not in word:
        return frozenset((word + NOUN,))
    head, of, rest = word.partition(" of ")
    return frozenset((word,) if _NO_NOUN.intersection(word.split()) else (word, f"{head}s{of}{rest}"))


def any_form(word: str) -> str:
    """Give a word as a term for any form, as verb or noun; of several words only a verb at their head has any: an
    irregular one, or one with its particle."""
    first, _, rest = word.partition(" ")
    if rest:
        return verb(word, ANY) if first in _VERBS or rest.partition(" ")[0] in _PARTICLES else word
    formless = first in _FORMLESS or first in PRONOUNS or first.endswith(("ly", "ed", "ing")) or not first.isalpha()
    return word if formless else word + ANY
