"""English: what notes call missing of people: names, who was told, what was learned, admitted and changed."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.absences import NO, claims
from lpkit.text.languages.en.answers import MONTH
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.silences import Matter

_PEOPLE = r"(?:nobody|no one|no-one|not a soul|none of (?:them|those))"
_TOLD = (
    r"(?:informed|told|warned|notified|alerted|asked|consulted|involved|approached|contacted|spoken to|talked to"
    r"|reached"
    r"|heard|briefed|let know|rung|called|written to|addressed)"
)

CONFESSIONS = (
    Matter(
        listed("name names named nameless person unnamed anonymous whose"),
        (
            *claims(r"(?:names?|person)", r"whose [a-z]+"),
            pattern(
                r"\b(?P<about>(?:[\w’'-]+ ){1,3})(?:is|are|was|were|stays?|remains?|goes|go) (?:nameless|unnamed"
                r"|anonymous|without an? (?:name|face)|not named|never named)\b",
                re.IGNORECASE,
            ),
            pattern(r"\b(?:not one|nobody|no one|not a single) ?(?:person )?(?:is|was|gets) (?:ever )?named\b", re.I),
        ),
        pattern(
            r"(?:\b(?:Mr|Ms|Mrs|Dr)\.? [^\W\d_a-z]|(?<=[a-z,] )(?!I\b)(?:(?!(?:Mon|Tues|Wednes"
            r"|Thurs"
            rf"|Fri|Satur|Sun)day|{MONTH})[^\W\d_a-z][^\W\d_A-Z]{{2,}})|\b(?:my|mine)\b[^.!?]*\b(?:mistake|fault))"
        ),
    ),
    Matter(
        listed("nobody no none never soul"),
        (
            pattern(
                rf"\b{_PEOPLE}(?: (?:outside|else)(?: [^.;:!?,]{{1,25}}?)?)?(?: (?:was|were|is|are"
                rf"|has|had"
                rf"|been|ever|even))+ {_TOLD}\b(?= *(?:[.,;:!?]|$)| (?:of|about) (?:it|this|that)\b"
                r"| (?:at all|beforehand|first)\b)",
                re.IGNORECASE,
            ),
            pattern(
                rf"(?P<about>(?:[\w’'-]+ ){{1,3}})(?:was|were|is|are|has been|have been|had been) (?:never|not once"
                rf"|at no point) {_TOLD}\b",
                re.IGNORECASE,
            ),
            pattern(
                r"\b(?:never|doesn['’]t|does not|did not|didn['’]t) (?:tells?|told|informs?|warns?|warned|asks?"
                r"|asked"
                r"|consults?|contacts?|rings?|approach(?:es)?) (?:anyone|anybody|a soul|a single [a-z]+)\b"
                r"(?P<about>[^.;:!?,]{0,40})",
                re.IGNORECASE,
            ),
        ),
        pattern(
            r"\b(?:I|I['’]d|I['’]ve|and|then|therefore)(?: (?:also|then|first|had|therefore"
            r"|immediately"
            r"|at once|just|even))* (?:told|informed|warned|notified|alerted|wrote to|wrote (?:her|him|them)|mailed"
            r"|e-?mailed|called|phoned|rang|briefed|asked|consulted|went to|spoke (?:to|with)|talked to|sat down"
            r" with"
            r"|visited)\b",
        ),
    ),
    Matter(
        listed("lesson lessons learn learned learnt learns insight conclusion"),
        claims(r"(?:lessons?|insights?|conclusions?|learnings?)", r"what (?:was|is|has been) (?:learn(?:ed|t)|drawn)"),
        pattern(
            r"(?:\bI (?:should['’]?(?: have|ve)|learn(?:ed|t)|take from it|wish I|underestimated|misjudged)"
            r"|\bin hindsight\b|\bnext time\b|\bwhat I (?:take|took|learn\w*) from\b|\bI['’]d (?:now"
            r" )?do\b[^.!?]*\b"
            r"(?:first|differently|other)|\bsince then,? I\b)",
            re.IGNORECASE,
        ),
    ),
    Matter(
        listed("mistake mistakes fault faults error errors blame guilt owned own failure responsibility"),
        (
            *claims(
                r"(?:mistakes?|faults?|errors?|failures?|guilt|responsibility)(?: of (?:one['’]s|his|her|their)"
                r" own)?"
            ),
            pattern(
                rf"\b{NO} (?:own )?(?:mistakes?|faults?|errors?|failures?|guilt|responsibility)"
                r"(?: of (?:one['’]s|his|her|their) own)?(?: (?:is|was|are|were))?"
                r"(?: (?:conceded|admitted|owned|owned up to|named|told|taken|confessed|accepted|seen))?"
                r"(?= *(?:[.,;:!?]|$)| to\b)"
                r"|\b(?:is |was |are |were )?(?:never|not once|nowhere|at no point) (?:owned(?: up to)?|admitted"
                r"|conceded"
                r"|confessed|owns up|admits|concedes)\b",
                re.IGNORECASE,
            ),
        ),
        pattern(
            r"(?:(?<!\bnot )\b(?:my|mine)\b(?: (?:own|second|first|big))*(?: (?:mistake|fault|error|failure))\b"
            r"|\b(?:it|that|this|fault)\b[^.!?,]{0,40}\bwas (?:mine|my)\b|\bI was wrong\b|\bthat was wrong\b|\bI"
            r" got"
            r" (?:it|this|that) wrong\b|\bI (?:had )?(?:made (?:a|the|one) [^.!?,]{0,12}(?:mistake|error)|broke"
            r" it|caused)\b"
            r"|\bI should['’]?(?: have|ve)\b)",
            re.IGNORECASE,
        ),
    ),
    Matter(
        listed("nothing changed habit differently otherwise same"),
        (
            pattern(
                r"\bnothing (?:is|was|has been|had been|gets|got|has|have) (?:changed|done (?:otherwise"
                r"|differently)"
                r"|different|put (?:in place|right)|altered)\b"
                r"|\b(?:no|without an?)(?: new| lasting)? (?:habit|practice|routine|change)"
                r"(?: (?:has|have|came|comes|follows|followed)[^.;:!?,]{0,20})?(?= *(?:[.,;:!?]|$))",
                re.IGNORECASE,
            ),
        ),
        pattern(
            r"(?:\b(?:I|we|colleague)\b[^.!?]{0,60}\bnow\b(?! (?:and|that|live|lives|am)\b)"
            r"|\bnow (?:I|two|we|there['’]s)\b"
            r"|\b(?:since then|ever since|from then on|these days)\b)",
            re.IGNORECASE,
        ),
    ),
)
"""The matters, and what shows in an answer that they are there."""
