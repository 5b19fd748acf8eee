"""English inflection: the forms of verbs, nouns and pronouns, regular by rule and irregular by table."""

from functools import lru_cache

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import VerbForms

_IRREGULAR = """
be:was,were,is,are,am,'s,'re,'m:been:being arise:arose:arisen awake:awoke:awoken bear:bore:borne,born beat::beaten
become:became:become begin:began:begun bend:bent bet:bet bite:bit:bitten blow:blew:blown break:broke:broken bring:brought
build:built burn:burnt,burned burst:burst buy:bought cast:cast catch:caught choose:chose:chosen cling:clung
come:came:come cost:cost creep:crept cut:cut deal:dealt dig:dug do:did,does:done draw:drew:drawn dream:dreamt,dreamed
drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed feel:felt fight:fought find:found flee:fled
fling:flung fly:flew:flown forbid:forbade:forbidden forecast:forecast foresee:foresaw:foreseen forget:forgot:forgotten
forgive:forgave:forgiven freeze:froze:frozen get:got:got,gotten give:gave:given go:went,goes:gone grind:ground
grow:grew:grown hang:hung have:had,has,'ve,'d:had hear:heard hide:hid:hidden hit:hit hold:held hurt:hurt keep:kept
know:knew:known lay:laid lead:led lean:leant,leaned leap:leapt,leaped learn:learnt,learned leave:left lend:lent let:let
lie:lay,lied:lain,lied:lying light:lit lose:lost make:made mean:meant meet:met mislead:misled misread:misread
mistake:mistook:mistaken overcome:overcame:overcome overhear:overheard oversee:oversaw:overseen override:overrode:overridden
overlook:overlooked pay:paid prove:proved:proven,proved put:put quit:quit read:read redo:redid:redone rid:rid
ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run say:said see:saw:seen seek:sought sell:sold send:sent set:set
shake:shook:shaken shed:shed shine:shone shoot:shot show:showed:shown,showed shrink:shrank:shrunk shut:shut sing:sang:sung
sink:sank:sunk sit:sat sleep:slept slide:slid slip:slipped speak:spoke:spoken speed:sped spell:spelt,spelled spend:spent
spill:spilt,spilled spin:spun split:split spoil:spoilt,spoiled spread:spread spring:sprang:sprung stand:stood steal:stole:stolen
stick:stuck strike:struck strive:strove:striven swear:swore:sworn sweep:swept swim:swam:swum swing:swung take:took:taken
teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown undergo:underwent:undergone
understand:understood undertake:undertook:undertaken undo:undid:undone uphold:upheld upset:upset wake:woke:woken
wear:wore:worn weave:wove:woven weep:wept win:won wind:wound withdraw:withdrew:withdrawn withhold:withheld
withstand:withstood write:wrote:written rewrite:rewrote:rewritten rethink:rethought rebuild:rebuilt
"""
"""The base, a colon, what is past (with odd forms of the present), and where they differ the participle and the form in
-ing; several of one kind are parted by commas."""

_DOUBLES = listed(
    """
    admit commit permit submit omit transmit refer prefer transfer defer infer confer occur incur recur forget begin
    regret control patrol rebut equip outfit overlap unplug compel expel propel handicap worship program label travel
    cancel signal channel model level fuel
    """
)
"""Longer verbs that double their last letter; those that only do so in British English have both forms."""
_EITHER = listed("label travel cancel signal channel model level fuel program worship")
_VOWELS = "aeiou"
_SHORT = pattern(r"[^aeiou]*(?:qu)?[aeiou][bdfgklmnprstvz]")
"""One short vowel and one consonant: stop, plan, quit."""
_SIBILANT = ("s", "x", "z", "ch", "sh")

_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "analysis": "analyses",
    "crisis": "crises",
    "criterion": "criteria",
    "datum": "data",
    "half": "halves",
    "life": "lives",
    "shelf": "shelves",
}
_UNCHANGED = listed(
    """
    people men women children data feedback staff anyone anybody someone somebody everyone everybody nobody anything
    nothing everything something all this that these those one ones both engineering management leadership series
    to if whether should would could must for with on in at of from up into about out over it
    """
)

_PARTICLES = listed("up down out off back over in on away apart through around round along by into")
_FORMLESS = listed(
    """
    better worse faster easier smoother quicker nicer calmer happier happy pleased satisfied delighted thrilled glad grateful
    relieved excited good great positive excellent they them sooner earlier later today again half percent mine both myself
    differently only still yet except wrong now over much big huge
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


def _irregular() -> dict[str, tuple[list[str], list[str], list[str]]]:
    found = {}
    for entry in _IRREGULAR.split():
        base, past, *more = entry.split(":")
        done, present = (more + ["", ""])[:2]
        found[base] = ((past or base).split(","), (done or past).split(","), present.split(",") if present else [])
    return found


_TABLE = _irregular()


@lru_cache(maxsize=4096)
def verb(base: str) -> VerbForms:
    """Give the forms of a verb by its base; of several words the first one changes (`look into`, `looked into`)."""
    first, _, rest = base.lower().partition(" ")
    past, done, present = _TABLE.get(first) or (_past(first), _past(first), [])
    every = {first, _third(first), *past, *done, *(present or _present(first))}
    ending = f" {rest}" if rest else ""
    return VerbForms(frozenset(form + ending for form in every), frozenset(form + ending for form in done))


@lru_cache(maxsize=4096)
def noun(word: str) -> frozenset[str]:
    """Give a noun and its plural; of several words the last one changes, or the one before "of"."""
    word = word.lower()
    head, of, rest = word.partition(" of ")
    before, _, last = head.rpartition(" ")
    if last in _UNCHANGED or not last.isalpha():
        return frozenset((word,))
    ending = f"{of}{rest}"
    plural = f"{before} {_plural(last)}{ending}".strip()
    return frozenset((word, plural))


def any_form(word: str) -> frozenset[str]:
    """Give the forms of a word as a verb and as a noun; of several words only a verb with its particle has any."""
    word = word.lower()
    first, _, rest = word.partition(" ")
    if rest:
        return verb(word).every if rest in _PARTICLES else frozenset((word,))
    if not first.isalpha() or first in _FORMLESS or first in PRONOUNS or first.endswith(("ly", "ed", "ing")):
        return frozenset((word,))
    return noun(word) | verb(word).every


def _plural(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    return _third(word)


def _third(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in (*_VOWELS, ""):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith((*_SIBILANT, "o")) and not word.endswith("oo") else f"{word}s"


def _stems(word: str) -> list[str]:
    """Give what stands before -ed and -ing: one form, or two where both are written."""
    if word.endswith("c"):
        return [f"{word}k"]
    doubled = word + word[-1]
    if word in _EITHER:
        return [word, doubled]
    return [doubled] if word in _DOUBLES or _SHORT.fullmatch(word) else [word]


def _past(word: str) -> list[str]:
    if word.endswith("e"):
        return [f"{word}d"]
    if word.endswith("y") and word[-2:-1] not in (*_VOWELS, ""):
        return [f"{word[:-1]}ied"]
    return [f"{stem}ed" for stem in _stems(word)]


def _present(word: str) -> list[str]:
    if word.endswith("ie"):
        return [f"{word[:-2]}ying"]
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return [f"{word[:-1]}ing"]
    return [f"{stem}ing" for stem in _stems(word)]
