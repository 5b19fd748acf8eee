"""English whole numbers, in digits and words, as prose on a pack writes them."""

ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
NUMERALS = (
    {"zero": 0, "no": 0, "dozen": 12, "a dozen": 12, "half a dozen": 6, "half-a-dozen": 6}
    | {name: value for value, name in enumerate((*ONES, *TEENS), start=1)}
    | {name: 10 * value for value, name in enumerate(TENS, start=2)}
    | {
        f"{ten}{joint}{one}": 10 * tens + ones
        for tens, ten in enumerate(TENS, start=2)
        for ones, one in enumerate(ONES, start=1)
        for joint in ("-", " ")
    }
)
NUMBER = (
    r"(?:(?<![\d.,$€£#/-])\d{1,3}(?![.,]?\d|\s?%|\s?percent|:\d|-\w)"
    rf"|\b(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES)}))?|{'|'.join(reversed(TEENS))}|{'|'.join(ONES)}"
    r"|zero)\b(?!-))"
)
SHARE = r"(?:(?<![\d.,$€£#/-])\d{1,3}(?![.,]?\d))"
WORD = rf"(?:\d{{1,2}}|{'|'.join((*ONES, *TEENS))})"
END = (
    r"(?=[\"'”’*_]*\s*(?:$|[.;:,!?)\]—–]|- |/100|points?\b|(?:of|out of) 100\b|overall\b|in (?:all|total)\b"
    r"|altogether\b"
    r"|and\b(?! \d)|it\b|she\b|he\b|they\b|but\b|is\b|because\b|since\b|which\b|so\b|with\b|despite\b|although\b"
    r"|though\b|thanks to\b|against\b"
    r"|for (?:a|an|the|this|want|lack)\b|on (?:the|a|this)\b))"
)
OF = r"(?: ?/ ?| of | out of )"
PERCENT = r"(?: ?%| percent| per cent)"
