"""English figures in prose: amounts in words, shares, hedges, units, and what only looks like a figure."""

from lpkit.pattern import pattern
from lpkit.text.languages.en.answers import EVIDENCE
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.figures import DIGITS, FigureWords, Hedge, Unit, alternatives

_ONES = {
    name: float(at)
    for at, name in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)
}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TEN_TO_19 = {name: float(at) for at, name in enumerate(_TEENS.split(), 10)}
_TENS = {
    name: 10.0 * at
    for at, name in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_NUMERALS = {
    "zero": 0.0,
    "a": 1.0,
    "an": 1.0,
    "half a": 0.5,
    "half an": 0.5,
    "half a dozen": 6.0,
    **_ONES,
    **_TEN_TO_19,
    **_TENS,
}
_SCALES = {
    **{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0},
    **{"k": 1e3, "bn": 1e9, "mio": 1e6},
}
_SCALE = "hundred|thousand|million|billion|dozen"
_BELOW_100 = (
    rf"(?:(?:{alternatives(_TENS)})(?:[- ](?:{alternatives(_ONES)}))?|{alternatives(_TEN_TO_19)}|{alternatives(_ONES)})"
)
_IN_WORDS = (
    rf"(?:half a dozen|(?:(?:{_BELOW_100}|an?)[ -](?:{_SCALE})(?: (?:{_SCALE}))?(?:(?: and)? {_BELOW_100}(?![\w-]))?"
    rf"|{_BELOW_100}|zero))"
)
_OF_TIME = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade)\b"
_ONE_OF_TIME = (
    rf"(?:half an?|(?:(?<=in )|(?<=within )|(?<=after )|(?<=for )|(?<=over )|(?<=about )|(?<=than )|(?<=took ))an?"
    r"|(?<=, )an?(?= [a-z]{4,9}(?:[.,;)]|$))"
    r"|an?(?= single [a-z]{4,9}\b)"
    r"|an?(?= [a-z]{4,9} (?:and a half|later|earlier|afterwards|before|after|ago)\b))"
    rf"(?= (?:single )?{_OF_TIME})"
)

_PARTS = {"third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6, "seventh": 100 / 7, "eighth": 12.5}
_PARTS |= {"ninth": 100 / 9, "tenth": 10.0, "hundredth": 1.0}
_SHARES = {
    "half": 50.0,
    **{f"{one} {part}": share for part, share in _PARTS.items() for one in ("a", "an", "one")},
    **{
        f"{name}{mark}{part}s": share * number
        for part, share in _PARTS.items()
        for name, number in _ONES.items()
        for mark in (" ", "-")
        if number > 1 and share * number < 100 and (number, part) != (2, "quarter")
    },
}

_ORDINAL = "third|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
_NO_TIME = "".join(
    f"(?<!{word} )" for word in ["in", "within", "over", "per", "every", "after", "for", "last", "next", "each", "this"]
)
_OF_WHOLE = (
    r"(?= of\b| (?:fewer|less|more|lower|higher|shorter|longer|faster|slower|and|in|within|over|to|since|at|by|as)\b"
    r"|\W*$|[.,;:!?)\]\"”])"
)
_HALF_AFTER = "by to about nearly over almost in than only or was were least most exactly roughly under one"
_SHARE = (
    rf"half(?= (?:of|the|as|that|its|my|our|their|his|her|your|a)\b(?! (?:dozen|{_OF_TIME})))"
    rf"|(?:^|(?<=[.;:,(] )|{'|'.join(f'(?<={word} )' for word in _HALF_AFTER.split())})half"
    rf"(?! (?:an? )?(?:dozen|{_OF_TIME}))"
    rf"|{_NO_TIME}(?:an?|one) (?:quarter|{_ORDINAL}){_OF_WHOLE}"
    rf"|{_NO_TIME}three[ -]quarters"
    rf"|(?:{'|'.join(_ONES)})[ -](?:{_ORDINAL})s"
)

_VAGUE = {
    **{"a couple": (2.0, 3.0), "a handful": (3.0, 7.0), "a few dozen": (24.0, 72.0), "a few hundred": (200.0, 700.0)},
    **{"dozens": (24.0, 199.0), "hundreds": (200.0, 1999.0), "thousands": (2e3, 19999.0), "millions": (2e6, 2e7)},
    **{"hundreds of thousands": (2e5, 2e6), "tens of thousands": (2e4, 2e5), "several hundred": (200.0, 999.0)},
    "several thousand": (2e3, 9999.0),
    **{"a couple of dozen": (20.0, 40.0), "a couple of hundred": (150.0, 300.0), "a couple hundred": (150.0, 300.0)},
    "a couple of thousand": (1500.0, 3000.0),
}

_MULTIPLES = {
    **{"doubled": 2.0, "doubling": 2.0, "double": 2.0, "doubles": 2.0, "tripled": 3.0, "tripling": 3.0, "triple": 3.0},
    **{"trebled": 3.0, "trebling": 3.0, "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "halved": 0.5},
    **{
        "halving": 0.5,
        "halves": 0.5,
        "halve": 0.5,
        "treble": 3.0,
        "quadruple": 4.0,
        "twice": 2.0,
        "tenfold": 10.0,
        "hundredfold": 100.0,
    },
    **{f"{name}fold": number for name, number in _ONES.items() if number > 1},
}

_NOT_ALONE = ("double", "triple", "twice")
_OF_SOMETHING = r"(?= (?:as|the|its|what|that|our|my)\b)"
_RISING = r"(?:double|treble|triple|quadruple|halve)(?=,? from\b)"
_MULTIPLE = (
    rf"(?:{'|'.join(_NOT_ALONE)}){_OF_SOMETHING}|{_RISING}"
    rf"|{alternatives({name: 0 for name in _MULTIPLES if name not in (*_NOT_ALONE, 'halve', 'treble', 'quadruple')})}"
)

_LENGTHS = frozenset(("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"))
_STARTS = frozenset((
    *_ONES, *_TEN_TO_19, *_TENS, "zero", *_SCALE.split("|"), "half", *_PARTS, *(f"{part}s" for part in _PARTS),
    *["couple", "handful", "few", "several", "tens", "dozens", "hundreds", "thousands", "millions"], *_MULTIPLES,
    *_LENGTHS,
))  # fmt: skip

_DAY = 86_400.0
_TIMES = {
    "millisecond": 0.001, "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": _DAY, "night": _DAY, "week": 7 * _DAY,
    "fortnight": 14 * _DAY, "month": 30.44 * _DAY, "year": 365.25 * _DAY, "decade": 3652.5 * _DAY,
}  # fmt: skip
_SHORT = {
    "ms": 0.001, "sec": 1.0, "secs": 1.0, "min": 60.0, "mins": 60.0, "hr": 3600.0, "hrs": 3600.0, "h": 3600.0,
}  # fmt: skip
_MONEY = {"euro": "€", "eur": "€", "dollar": "$", "usd": "$", "pound": "£", "gbp": "£", "cent": "cent"}
_BYTES = {"byte": 1.0, "kilobyte": 1e3, "megabyte": 1e6, "gigabyte": 1e9, "terabyte": 1e12}
_BYTES |= {"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12}
_ONE_OR_MORE: dict[str, Unit] = {
    **{name: Unit("duration", "second", seconds) for name, seconds in _TIMES.items()},
    **{name: Unit("money", sign) for name, sign in _MONEY.items()},
    **{name: Unit("size", "byte", size) for name, size in _BYTES.items()},
}
_UNITS = {
    **_ONE_OR_MORE,
    **{f"{name}s": unit for name, unit in _ONE_OR_MORE.items()},
    **{name: Unit("duration", "second", seconds) for name, seconds in _SHORT.items()},
    **{name: Unit("percent", "%") for name in ("%", "percent", "per cent")},
    **{name: Unit("points", "%") for name in ("percentage points", "percentage point", "% points", "pp")},
    **{name: Unit("multiple", "×") for name in ("x", "×", "fold")},
    **{name: Unit("duration", "second", 91.3 * _DAY) for name in ("quarter", "quarters")},
    "times": Unit("multiple", "×"),
}
_PLAIN_UNITS = {name: unit for name, unit in _UNITS.items() if name not in {"times", "x", "×"}}

_HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(("about", "around", "roughly", "approximately", "circa", "ca.", "~", "≈", "some"), "roughly"),
    **dict.fromkeys(("close to", "or so", "something like", "in the region of", "a good"), "roughly"),
    **dict.fromkeys(("nearly", "almost", "just under", "not quite", "just short of", "barely", "hardly"), "nearly"),
    **dict.fromkeys(("over", "more than", "just over", "well over", "above", "upwards of", ">"), "above"),
    **dict.fromkeys(("under", "less than", "fewer than", "below", "well under", "<"), "below"),
    **dict.fromkeys(("at least", "no fewer than", "no less than", "a minimum of", "≥"), "minimum"),
    **dict.fromkeys(("at most", "up to", "no more than", "within", "a maximum of", "≤"), "maximum"),
}

_NO_NOUN = """
a about above after again against ago all along also although an and any are around as at away back be because been
before behind below between both but by came can could did do does down during each earlier either every fell felt for
from gave get got had has have he her here his how i if in instead into is it its kept later less like made make makes
may meant might more my near never no nor not now of off on once only or other others our out over per plus rather rose
running saw say says she should since so some still such than that the their them then there these they this those
though through to together too took toward under until up upon was we went were what when where whether which while who
whose why will with fewer lower higher shorter longer faster slower better worse quicker
within without would yet you your went stayed stood remained became come go goes gone times
"""

_OTHER_END = rf"(?:[$€£] ?)?(?:(?P<digits>\d+(?:[.,]\d+)*)|(?P<words>{_IN_WORDS}))(?![\w,.]?\d)(?!:)"

FIGURES = FigureWords(
    starts=_STARTS,
    behind=frozenset((*_SCALE.split("|"), *_PARTS, *(f"{part}s" for part in _PARTS))),
    lengths=_LENGTHS,
    ones=frozenset(("a", "an")),
    article=pattern(r"(?<![a-z])(?:half )?an? (?:single )?$"),
    figure=pattern(
        rf"(?P<money>[$€£¥] ?)?{DIGITS}"
        rf"|(?<![\w-])(?:(?P<words>{_ONE_OF_TIME}|{_IN_WORDS}(?![ -](?:{_ORDINAL})s?\b))(?!(?<=three) quarters\b)"
        rf"|(?P<vague>{alternatives(_VAGUE)})(?: of)?|(?P<share>{_SHARE})|(?P<multiple>{_MULTIPLE}))(?!\w)"
    ),
    scale=pattern(r" (?P<scale>hundred|thousand|million|billion|dozen)\b"),
    upper=pattern(rf"(?: ?[-–—] ?| to | or ){_OTHER_END}"),
    both=pattern(rf" and {_OTHER_END}"),
    unit=pattern(
        r"(?:-| )?(?:(?:more|single|full|whole|extra|further|additional|long|short|straight|consecutive|mere|euro"
        r"|[a-z]+-[a-z]+) )?"
        rf"(?P<unit>(?!second [a-z]+s\b)(?:{alternatives(_PLAIN_UNITS)})|[x×](?! ?\d)"
        r"|times(?= (?:as|the|more|fewer|what|its|that|faster|higher|lower)\b))(?!\w)"
    ),
    more=pattern(r" and a half\b"),
    no_hedge=pattern(
        r"\b(?:add(?:s|ed|ing)?|went|go(?:es|ne)?|going|rose|risen|grew|grown|climbed|crept|brought|got) up to $"
    ),
    numbered=pattern(
        r"\b(?:in|on|of|by|until|from|after|since)"
        r" (?:week|day|month|year|quarter|round|stage|phase|step|part|sprint|night) $"
    ),
    no_figure_before=pattern(
        r"\b(?:first|second|last|latter|former|other|better|worse|one|each|either|both|top|bottom|latest|no|any|which"
        r"|next|previous|every|early|late|number|this|that|my|our|their) $"
    ),
    no_figure_after=pattern(
        r"[- ](?:and[- ])?(?:check|digit|part(?:y|ies)\b|way\b|hand\b|heart|time\b|baked|off\b|class\b"
        r"|person\b|cousin|rate\b"
        r"|degree|wave|try|attempt|version|opinion|reading|option|reason|cause|sentence|paragraph|step\b|phase|place\b"
        r"|one\b|mile\b|another\b)"
    ),
    range_before=pattern(r"\bbetween (?:[$€£] ?)?$"),
    separate_before=pattern(r"\b(?:from|down|up) (?:(?:about|around|nearly|almost|over|roughly|a|the) )?(?:[$€£] ?)?$"),
    part_of=pattern(r" of (?:the|our|its|my|their|his|her|these|those|all)(?= [a-z])"),
    following=pattern(r"[ -]([a-z][a-z'’-]*)(?: ([a-z][a-z'’-]*))?(?: ([a-z][a-z'’-]*))?"),
    numerals=_NUMERALS,
    scales=_SCALES,
    shares=_SHARES,
    vague=_VAGUE,
    multiples=_MULTIPLES,
    units=_UNITS,
    hedges=_HEDGES,
    hedge_ends=frozenset(hedge.split()[-1] for hedge in _HEDGES),
    articles=frozenset(("the", "a", "an", "another")),
    no_noun=listed(_NO_NOUN),
    plurals=(("ies", "y", ()), ("sses", "ss", ()), ("xes", "x", ()), ("ches", "ch", ()), ("s", "", ("ss", "us", "is"))),
    no_number=frozenset(("one", "a", "an")),
    point=".",
    half=pattern(r" and a half\b"),
    evidence=EVIDENCE,
)
