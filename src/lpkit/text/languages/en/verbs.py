"""English verbs at the head of options: those that are nothing else, for one person, for several, in the past."""

from lpkit.text.languages.listing import listed

_REGULAR = """
abolish absorb accept achieve acquire add adjust admit adopt agree allow announce appear apply appoint argue arrive
ask assess assume attach attend attract avoid believe belong calculate carry chase clarify climb collect combine
compare compile complain compress confirm connect conquer consist consult consume contain continue contribute convert
cooperate create decide declare defend define delete deliver deny depend derive describe destroy detect develop die
disappear discover discuss dissolve divide earn educate emerge employ enable encode encourage encrypt enforce enlarge
ensure enter establish evaluate evaporate examine exist expand expect expel explain explode explore expose express
extend fasten follow gather generate happen hire identify ignore illustrate impose improve include indicate inflate
inform inherit inhibit initiate inject inspect install invent invest investigate invite involve join justify listen
maintain marry migrate modify multiply obtain occur oppose organise organize oxidise oxidize participate perform
persuade pour prefer prepare prescribe preserve prevent proclaim produce prohibit promote propose protect provide
publish punish reach react realise realize receive recognise recognize recommend recover recruit reduce refer reflect
refuse regulate reject relax rely remain remember remind remove replace represent require resemble resign respond
restore restrict retain retire reveal rotate secrete seem select settle solve stimulate suggest tend transform
translate transmit unite vanish vary warn
"""
_ALSO_NOUNS = """
act call cause change clean collapse control cook cover cross cry defeat delay demand dream end export fail finish
force form found gain guess hate heat help increase jump kick kill lack last laugh lift live look love lower mark
measure mix move name need offer open order pass place plan play point promise pull push record release repair reply
report rest result return rule score search sentence separate share sign smile stain start state stay stop store
stretch struggle study supply support surrender talk taste test touch trade train travel treat trigger try turn use
value visit vote wait walk want wash watch work
"""
"""Those whose base tells nothing, since it may be a noun; that of the past tells what it is."""

_IRREGULAR = """
arise:arose become:became begin:began bring:brought build:built buy:bought choose:chose come:came dig:dug draw:drew
eat:ate flee:fled forbid:forbade forget:forgot forgive:forgave give:gave go:went grow:grew hear:heard keep:kept
know:knew learn:learned lend:lent lose:lost make:made meet:met overcome:overcame seek:sought sell:sold send:sent
sing:sang sit:sat speak:spoke spend:spent strive:strove swear:swore take:took teach:taught tell:told think:thought
undergo:underwent understand:understood undertake:undertook win:won withdraw:withdrew wear:wore write:wrote
"""
_ALSO_NOUNS_IRREGULAR = """
ran fell rose led fought flew sank stood rode drove broke swam slept held hung hid shook stole caught threw struck
drank burst grew felt meant bought beat """
_DOUBLED = {
    base: f"{base}{base[-1]}ed" for base in ("admit", "expel", "occur", "prefer", "refer", "transmit", "stop", "plan")
}


def _past(base: str) -> str:
    if base in _DOUBLED:
        return _DOUBLED[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}d" if base.endswith("e") else f"{base}ed"


def _for_one(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeiou" else f"{base}s"


_PAIRS = [entry.partition(":") for entry in _IRREGULAR.split()]

BASES = listed(_REGULAR) | {base for base, _, _ in _PAIRS}
"""Verbs as they stand behind "to" and behind several persons."""
FOR_ONE = frozenset(map(_for_one, BASES))
"""The same verbs behind he, she and it."""
PAST = (
    frozenset(map(_past, listed(_REGULAR) | listed(_ALSO_NOUNS)))
    | {past for _, _, past in _PAIRS}
    | listed(_ALSO_NOUNS_IRREGULAR)
    | listed("was were had did")
)
"""Forms of the past, some of which are participles too."""
