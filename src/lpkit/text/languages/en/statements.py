"""English: figures that a text states by itself."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.statements import Statements

_COUNTED = """
condition question thing test passage halve half part line step phrase sentence version draft rewrite note letter clause
verb word marker ceiling cap principle audience curve opening closing list report statement way point wish detail view
use reading gap limit time kind sort probe answer option excerpt dimension score idea claim mistake fact figure number
sum date price column reason case side end outcome property remedy step beginning sign range bill suspect factor action
risk state measurement finger heap poll conditional difference meaning witness admission
"""

STATEMENTS = Statements(
    proposed_before=pattern(
        r"(?:\b(?:gives?|given|giving|goes|going|go|stays?|stops?|stopping|ends?|comes?|gets?|arrives?|lands?|lifts?"
        r"|settles?|earns?|awards?|worth|hence|leaves?|allows?|takes?|adds?|costs?|held|deserves?|scores?|sees?|says?"
        r"|reach(?:es)?|passes|near|doesn['’]t hear them|weighs)"
        r"(?: (?:it|this|that|them|us|the|only|just|even|up|down|out|away|back|as far as|no more than"
        r"|not|and not|to|at|for|with|of|or|on|in|by|than|an?|all|between|about|around|close|over|under|below|above"
        r"|past|beyond|hence))*"
        r" \W*|\b(?:hence|so|not|no more than|between|or|nor|to|another|for some that is|would be|might be|could be"
        r"|and with it|for) \W*|^\W*(?:an? )?|[.;:,] \W*(?:an? |so |or |hence )?)$",
        re.IGNORECASE,
    ),
    proposed_behind=pattern(
        r"\W{0,2}(?: points?)?(?: of \d+)?(?:\W*$|[.;:,]|\W? (?:is|are|was|would|will|could|can|may|might|if|for|with"
        r"|where|from|to|away|more|less|instead|hardly|at|on|as|or|and|because|since|when|stays?|holds?|points?)\b)",
        re.IGNORECASE,
    ),
    concluded_before=pattern(r"\b(?:hence|so|thus|therefore) (?:only |just )?$", re.IGNORECASE),
    concluded_behind=pattern(r"(?: points?)?(?: of \d+)?(?:\W*$|[.;:]|,? (?:and )?not\b)", re.IGNORECASE),
    whole=pattern(
        r"\b(?:all|each of the|each of these|every one of the|of the|of these|of those|of all|the|these|those) $",
        re.IGNORECASE,
    ),
    counted=listed(_COUNTED),
    parts=listed("letter halve half part condition question word step ceiling cap dimension"),
    words=listed("word"),
    parted=pattern(r";"),
    joined=pattern(r", (?:and|or) "),
    listed=pattern(r", (?:and |or )?| (?:and|or) "),
    announces=pattern(r"[^.?!:]{0,60}?: ?"),
    manner=pattern(
        r"(?: of)? (?:an? |the |its |his |her |their )?(?:sentence|line|clause|words?|way|time|breath|out of|heart"
        r"|smile|measure|joke|work|facts|story|look|size|what|evidence|it|is what|marker|figure|that"
        r"|points|Saturdays|them)\b|(?: of)? (?:an? )?per cent",
        re.IGNORECASE,
    ),
    manner_before=pattern(r"\b(?:lowers the voice by|no|the other|the|what) $", re.IGNORECASE),
    supposed=pattern(
        r"\b(?:if|would|could|might|(?-i:may)|should|unless|imagin\w*|suppos\w*|as if|as though|had (?:it|the|that"
        r"|there|she|he|they)|were to|whoever|say(?! no)|for example|such as|like an?|without)\b|n['’]t have\b|'d\b|\?",
        re.IGNORECASE,
    ),
    conditional=pattern(
        r"\b(?:if|unless|imagin\w*|suppos\w*|as if|as though|had (?:it|the|that|there|she|he|they)|were to|whoever"
        r"|without|say(?! no)|for example|such as)\b",
        re.IGNORECASE,
    ),
    phrase=pattern(r"[,(){}\[\]] ?"),
    scoring=pattern(
        r"\b(?:points?|caps?|ceiling|limit|keeps?|held|allows?|marker|weighs?|bands?|begins?|edge|total|scor\w+|rubric"
        r"|dimension|verdict)\b",
        re.IGNORECASE,
    ),
    scored_before=pattern(
        r"\b(?:of|at|to|from|below|above|under|over|pass(?:es)?|reach(?:es)?|keeps?|leaves?|allows?|only|just|under|is"
        r"|begins at|lies|gives?|begins|fewer is)(?: the)? $|, $",
        re.IGNORECASE,
    ),
    capped=pattern(r"\b(?:caps?|capped|ceiling|limit|marker|held|keeps?|allows?|leaves?|answer|rule)\b", re.IGNORECASE),
    links=listed("to and or spent planned"),
    told_with=pattern(
        r",? (?:to|and|or|and back to|then|then to|and then|planned,|to \d+ and back to|in the|against) ?"
    ),
    turns=pattern(r"halves|halving|doubled|doubles|(?:a )?second", re.IGNORECASE),
    idioms=pattern(
        r"\b(?:ten to one|nine times out of ten|six of one|half a dozen of the other|the whole nine yards|cloud nine"
        r"|square one|day one|forty winks|an? (?:hundred|thousand|million)(?: and one)? (?:times|miles|words|reasons"
        r"|things|ways|questions|to one)|one in an? (?:million|thousand)|worth an? (?:hundred|thousand|million|dozen)"
        r"|fifty[- ]fifty|two cents|three cheers|seven seas|sixes and sevens|saves nine|two heads|24/7|two birds"
        r"|(?:a|one) hundred per cent|nine lives|ten feet tall|two sides of (?:a|the same)|four eyes)\b",
        re.IGNORECASE,
    ),
    example=pattern(r"\b(?:is|are|earns?|cannot|can be|could|means?|tells?)\b", re.IGNORECASE),
    rest_before=pattern(r"\b(?:others?|remaining|rest of the) $", re.IGNORECASE),
    rest_behind=pattern(r" (?:others?|more)\b", re.IGNORECASE),
    of_those=pattern(r"(?: [\w'’-]+)? of (?:them|these|those|whom|which)\b"),
    some=pattern(r", an? (?:single )?\w+$"),
    elliptic=pattern(r"\W*(?:and|or|nor|but) (?:with|for|at|to|on|an?|another|perhaps|maybe)\b"),
    of_time=pattern(r" of an? (?:second|minute|hour|day|night|week|month|year)\b"),
    of_before=pattern(r"\b[Oo]f (?:(?:all|the|its|their|those|these|my|his|her|our) ){0,2}$"),
    of_between=pattern(r"(?: (?!and\b|or\b|to\b)[a-z'’-]+){0,2},? (?:only |just |some )?"),
    more_points=pattern(r" (?:more|further|extra|other|fewer|additional) points?\b"),
    in_all=pattern(r"(?: [\w'’-]+){0,2},? (?:in all|all told|altogether|in total|together|between them)\b"),
    of_whole=pattern(
        r"(?: (?!of\b|in\b|from\b|for\b|to\b|with\b)[\w'’-]+){0,3} (?:out )?of "
        r"(?:(?:all|the|its|their|those|these|my|his|her|our|every) ){0,2}"
    ),
    of_them=pattern(
        r" of (?:them\b|the (?:two|three|four|five|six|passages|options|lines|sentences|probes|questions)\b)",
        re.IGNORECASE,
    ),
    definite=pattern(r"\b(?:the|these|those)(?: first| last| other| same)? $", re.IGNORECASE),
    result_before=pattern(
        r"(?:\b(?:is|are|was|were|makes?|leaves?|leaving|left|gives?|comes? to|so|hence|stays?|remain|becomes?|lasted"
        r"|costs?|saves?|then|with|after|by|at|lost|for|other|remaining|both|became|within)|=|:)"
        r"(?: \w+ly| only| just| about| at most| a| an| the| some| another)? $",
        re.IGNORECASE,
    ),
    result_behind=pattern(
        r"(?: [\w'’-]+){0,4} (?:left|more|less|fewer|missing|short|apart|too many|remain\w*|wanted|earlier|later|before"
        r"|after|lost|saved|gone|open|unknown|between|behind|ahead|of colour|as large|went|again)\b",
        re.IGNORECASE,
    ),
    equation=pattern(
        r"\d+(?: points)?(?: ?\+ ?\d+)+ (?:=|is|are|makes?) [\"'*]*\d+"
        r"|(?<!, )\b\d+ (?:(?P<times>times|x|×)|(?P<less>less|minus)|and) \d+ (?:=|is|are|makes?) \d+"
    ),
    part=pattern(r"\b(?P<part>\d{1,3})(?: of | out of | ?/ ?)(?P<whole>\d{1,3})\b"),
    part_before=pattern(r"\b\d+ of $"),
    each_before=pattern(r"\b(?:all|each of the|every one of the) $", re.IGNORECASE),
    apposed_before=pattern(r",(?: and)? $"),
    apposed_behind=pattern(r"(?: \w+)?[.,;:]"),
)
