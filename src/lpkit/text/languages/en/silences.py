"""English: what notes call missing (a figure, a start, a time, a price), in whatever words."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.absences import NO, SENTENCE, claims
from lpkit.text.languages.en.answers import MONTH
from lpkit.text.languages.en.confessions import CONFESSIONS
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.silences import Matter, Silences

_DIGIT = r"(?<![\w.,:])[$€£]?\d[\d.,]*%?"
_NUMBER = (
    rf"(?:{_DIGIT}|\b(?:half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    rf"|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand)\b)"
)
_WHEN = rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?-i:{MONTH})|\b(?:spring|summer|autumn|winter)\b|\d:\d\d"
_SPAN = (
    rf"\b(?:within|in|over|after|for|during|took|lasted|takes)\b[^.;!?]{{0,15}}(?:{_NUMBER}|\b(?:an?|the same))"
    r"(?: \w+)? (?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|evenings?|nights?)\b[^.;!?]{0,20}"
    r"|\ba (?:day|week|month|year|minute|hour) and a half\b"
)
SILENCES = Silences(
    matters=(
        Matter(
            listed(
                "figure figures number numbers digit digits count percentage quantity metric metrics amount much many"
            ),
            (
                pattern(
                    rf"\b(?:{NO} (?:(?!start|base|earlier|former|old|previous|initial|first|opening)[a-z-]+ )?"
                    rf"(?:figures?|numbers?|digits?|percentages?|metrics?|amounts?)"
                    r"(?= *(?:[.,;:!?]|$)| (?:in it|anywhere|at all|whatsoever|to be found|is given|is told|stands)\b)"
                    r"|(?:figures?|numbers?|metrics?) (?:is|are) (?:absent|missing|lacking|nowhere)(?= *[.,;:!?]|$)"
                    r"|(?:gives|has|names|offers|brings|tells) (?:not one|not a single) (?:figure|number))",
                    re.IGNORECASE,
                ),
            ),
            pattern(rf"{SENTENCE}{_DIGIT}[^.!?]*"),
        ),
        Matter(
            listed("start starting baseline before began started earlier former once origin initial"),
            claims(
                r"(?:start(?:ing)?(?:[- ](?:figure|point|value|number|level))?|baselines?|(?:earlier|former|old"
                r"|previous"
                r"|initial|first) (?:figure|value|number|level|state)|before-and-after|figure (?:from|for) before)",
                r"(?:(?:how|what) (?:it|things|they|many|much)[^.;:!?,]{0,30}? (?:before|at (?:first|the start)|used to"
                r"(?: be)?|had been)|(?:from )?where (?:it|things|they|the [a-z]+) (?:stood|started|began|came from))",
            ),
            pattern(
                rf"{SENTENCE}"
                rf"(?:{_NUMBER}[^.!?;]{{0,50}}\b(?:before|until then|at first|at the start|earlier)\b"
                rf"(?! (?:noon|I|we|the|that|it|long)\b)[^!?]{{0,60}}{_NUMBER}|\bfrom"
                rf" {_NUMBER}[^.!?]{{0,40}}\bto\b[^.!?]{{0,25}}{_NUMBER}|\b(?:was|were|instead of"
                rf"|rather than|before,?) {_NUMBER}[^.!?]{{0,40}}\b(?:and|but|now|after)\b[^.!?]{{0,25}}{_NUMBER}"
                rf"|{_NUMBER}[^.!?;]{{0,40}} became {_NUMBER}"
                rf"|{_NUMBER}[^.!?;]{{0,40}} in (?-i:{MONTH})[^.!?]{{0,40}}{_NUMBER}[^.!?;]{{0,40}} in"
                rf" (?-i:{MONTH}))[^.!?]*",
                re.IGNORECASE,
            ),
        ),
        Matter(
            listed("long duration period time timing timeframe lasted took"),
            claims(
                r"(?:durations?|time ?(?:frame|span)s?|length of time)",
                r"how (?:long|many (?:days|weeks|months|hours))",
            ),
            pattern(rf"(?P<told>{SENTENCE}(?:{_SPAN})[^.!?]*)", re.IGNORECASE),
        ),
        Matter(
            listed("when date dates day month timing"),
            claims(r"(?:dates?|timing|point in time)", r"when(?!,)"),
            pattern(rf"(?P<told>{SENTENCE}(?:{_WHEN}|{_SPAN})[^.!?]*)", re.IGNORECASE),
            beside=True,
        ),
        Matter(
            listed("cost costs price bill expense money sum saved spent"),
            claims(
                r"(?:costs?|price|expense|sum|bill)",
                r"(?:what (?:it|that|this|all of it|the [a-z ]{2,30}?) (?:cost|costs|came to|was worth)|how much"
                r"(?: (?:money|it cost|was (?:saved|spent|paid)))?)",
            ),
            pattern(
                rf"(?P<told>{SENTENCE}"
                rf"(?:[$€£] ?\d|{_NUMBER} (?:\w+ )?(?:euros?|dollars?|pounds?|cents?)\b)[^.!?]*)",
                re.IGNORECASE,
            ),
        ),
        *CONFESSIONS,
    ),
    negators=listed(
        "no not never nothing nobody none nowhere without zero lacks lacking missing absent left unsaid untold unnamed"
        " unknown open omitted omits skips withholds silent leaves passes keeps fails goes nameless anonymous"
        " doesn't don't didn't isn't aren't wasn't weren't misses nor unclear stays quiet"
    ),
    supposed=pattern(
        r"\b(?:if|would|could|might|should|unless|because|since|hence|so that|rather than|sounds|seems?|not that|except"
        r"|at first|at the time|until|till|only|but for|half|part|second|third|last|beginning|opening|ending)\b"
        r"|\?",
        re.IGNORECASE,
    ),
    doer=pattern(r"(?<=[a-z]{3})(?:er|or)$"),
    generic=listed(
        "it this that these those all whole thing things took take takes lasted last were was are is been be had has"
        " have"
        " they them there then of for the a an any at in on to and by from with own one ones point figure figures"
        " number"
        " numbers given give told said named name answer candidate story listener word long many much before after"
        " start"
        " starting value time anywhere anything matter state how what when who whose where she he her his their its"
        " not never ever also still simply though although while but speaker case result results effect impact"
    ),
)
