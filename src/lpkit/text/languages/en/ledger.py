"""English: how prose speaks of a pack's own facts; the forms of figures stand in `judging` and `scoring`."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import END, NUMBER, NUMERALS, SHARE, TEENS, TENS
from lpkit.text.languages.en.cast import MANY, ROLES
from lpkit.text.languages.en.judging import ALONE, BANDS, BEGIN, DISTANCES, LANDS, STARTS, THRESHOLDS, TOTALS, VERDICTS
from lpkit.text.languages.en.loose import FRACTIONS, GAPS, LESS, MORE, OWN_SHARES, PARTS_OF_WEIGHT, SHARES, UNCAPPED
from lpkit.text.languages.en.scoring import CAPPED, CEILINGS, HIGHEST, MARKER, OWN_CEILINGS, POINTS
from lpkit.text.languages.en.weights import WEIGHTS
from lpkit.text.languages.parts import Bookkeeping, Hints

HINTS = Hints(
    weights=frozenset(
        (
            "full ",
            "whole ",
            "maximum",
            "possible",
            "all ",
            "weigh",
            "worth",
            "counts",
            "carries",
            "up to",
            "of the total",
            "decide",
            "stand",
            "hundred",
        )
    ),
    ceilings=frozenset(
        (
            *("cap", "at most", "at the most", "at best", "keep", "holds", "sets ", "cuts ", "drop", "no more than"),
            *("falls to", "limit", "leave", "allows", "leaving", "beyond", "above ", "over ", "past ", "more than"),
            *(
                "higher",
                "exceed",
                "ceiling",
                "lid ",
                "maximum",
                "upper bound",
                "tops out",
                "peaks",
                "stuck",
                "pinned",
                "the most",
                "marker",
            ),
        )
    ),
    capped=frozenset(
        (
            *(
                "cap",
                "at most",
                "very most",
                "at best",
                "no more than",
                "beyond",
                "above ",
                "past ",
                "exceed",
                "ceiling",
                "lid ",
            ),
            *("stuck", "pinned", "the most", "held at", "holds ", "keeps "),
        )
    ),
    parts=frozenset((" half", "third", "quarter", "fifth", " tenth")),
    points=frozenset(("points", "hence")),
    totals=frozenset(
        ("total", "sum ", "score", "of 100", "/100", "overall", "in all", "passes at", "fails at", "told")
    ),
    people=frozenset(("candidate",)),
    alone=frozenset(("points",)),
    bands=frozenset(("bands",)),
    uncapped=frozenset(("without ", "but for", "were it not", "if not for", "leaving out", "apart from")),
    markers=frozenset(("marker",)),
    pairs=frozenset(("both ",)),
    counts=frozenset(
        (
            *MANY,
            "both ",
            "either ",
            "other",
            "of the ",
            *ROLES,
        )
    ),
    options=frozenset(("option", "choice", "distractor", "alternative")),
    option_counts=frozenset(("options", "choices", "which of the")),
    steps=frozenset(("step",)),
    keys=frozenset(
        (
            *("option", "choice", "distractor", "alternative", " key", "answer is", "it is", "makes it", "->", "→"),
            *("which of the", "step", "so a.", "so b.", "so c.", "so d.", "hence ", "right one is", "answer: "),
            *("the answer", "is right", "is correct", "choose ", "pick "),
        )
    ),
    dimensions=frozenset(("dimensions",)),
    quotations=frozenset(('"', "“", "«", " '", " ‘", "*", " _")),
    minutes=frozenset(("minute",)),
    sentences=frozenset((" sentence",)),
    times=frozenset((" times ",)),
    words=frozenset((" words", "-word ")),
)

BOOKKEEPING = Bookkeeping(
    hints=HINTS,
    number=NUMBER,
    share=SHARE,
    part=r"\d{1,3}(?![.,]?\d)|" + "|".join((*TENS, *TEENS)),
    numerals=NUMERALS,
    long_numerals=frozenset((*TEENS, *TENS, "zero")),
    small_numerals=pattern(r"\b(?:one|two|three|four|five|six|seven|eight|nine|a|an|another)\b(?!-)", re.IGNORECASE),
    point="point",
    end=END,
    totals=TOTALS,
    points=POINTS,
    verdicts=VERDICTS,
    ceilings=(*CEILINGS, *CAPPED),
    own_ceilings=OWN_CEILINGS,
    highest=HIGHEST,
    weights=WEIGHTS,
    bands=BANDS,
    lands=pattern(rf"{LANDS}$", re.IGNORECASE),
    alone=ALONE,
    begin=BEGIN,
    distances=DISTANCES,
    gaps=GAPS,
    shares=SHARES,
    own_shares=OWN_SHARES,
    parts_of_weight=PARTS_OF_WEIGHT,
    fractions=FRACTIONS,
    more=MORE,
    less=LESS,
    uncapped=UNCAPPED,
    marker=MARKER,
    starts=STARTS,
    thresholds=THRESHOLDS,
    follows=pattern(r"\bhence (?:only |just |the |an? )*$", re.IGNORECASE),
    of_weight=pattern(
        r"(?<![\d.,])\b(?P<part>\d{1,2})(?: points?)? (?:out of|of|of the|from) (?P<whole>\d{2})(?: points?)?"
        r"(?=\W*$|[.,;:!?)]| (?:can|could|would|is|are|was|may|might|for|at|as|and|or|if|because|since|here)\b)"
    ),
    imagined=pattern(
        r"\b(?:if|would|could|might|were|suppose|imagine|unless|not|other|another|last|earlier)\b", re.IGNORECASE
    ),
    readers=pattern(r"\b(?:you|your|yours|anything|everything|whoever|who|if|readers?)\b", re.IGNORECASE),
    supposed=pattern(
        r"\b(?:if|would|could|might|(?-i:may)|should|unless|were|wouldn['’]t|couldn['’]t|without|suppose|imagine|assum\w+"
        r"|whoever"
        r"|had (?:it|the|she|he|they|this|that|candidate)|otherwise|hypothetical\w*|as though|tempt\w*|cannot"
        r"|can['’]t|can"
        r"|wish\w*|hop(?:es?|ed|ing)|alone|by (?:itself|themselves)|wants?|wanted|needs?|needed|promis\w+)\b",
        re.IGNORECASE,
    ),
    hedged=pattern(
        r"\b(?:not|never|no longer|nor|neither|nothing|than|below|above|under|beyond|short of|from|between|band|bar"
        r"|line|gap|margin"
        r"|threshold|points? (?:say|alone|give)|at (?:the )?(?:best|most)|ceiling|caps?|markers?|listeners?"
        r"|evaluators?|untrained"
        r"|readers?|many|some|most|others?|another|next|almost|nearly|close|closer|towards?|away|until|instead|rather"
        r"|no|sounds?"
        r"|looks?|seems?|feels?|miss\w*|calls?|called|steps?|distance|edge|either|or|panel|interviewers?|colleagues?"
        r"|often|once|earlier|first|later|before|after|past|how|why|what|which|begins?|starts?|reserved|level"
        r"|first glance"
        r"|borderline|lack\w*|stops?|forgets?|reach(?:es)? for|everybody|anyone|someone|people|fooled|mistak\w+"
        r"|deserv\w+ more"
        r"|worth|you (?:had|gave|were|came|saw|read|landed|stood|would)|your (?:total|sum|sheet|score|points))\b"
        r"|n['’]t\b|\?",
        re.IGNORECASE,
    ),
    bounded=pattern(
        r"\b(?:above|below|over|under|than|from|least|most|until|to|up|needs?|wants?|short|about|around|nearly|almost"
        r"|roughly"
        r"|some|another|only about|of|loses?|lost|costs?|minus|less|missing|away|off|further|more|adds?|lacks?|extra"
        r"|first|next"
        r"|every|each|per|between|at best|by|gains?|plus|deduct\w*|takes?|took|away|remaining|step|line|question|page"
        r"|candidate|option)"
        r"(?: the| a| of)?\s*[$€£\"'*_(]*$",
        re.IGNORECASE,
    ),
    denied=pattern(
        r"\b(?:not|never|nor|neither|like an?|goal|target|instead|rather|than|other|others|missing|untold|unknown"
        r"|expected|usual)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    times=pattern(
        r"\s*(?:(?:as|more|less|fewer) (?:fast|slow|strict|quick|long|short|large|big|high|low|much|many|often)?"
        r"|(?!(?:after|later|over|under|ever|never|her|other|whether|together|per|for)\b)[a-z]+er\b)"
    ),
    apart=pattern(
        r"\b(?:another|every|each|per|extra|further|needs?|wants?|first|next|second|last|more|any|or|such as|like|say"
        r"|of those)"
        r"(?: the| a)?\s*$",
        re.IGNORECASE,
    ),
    others=pattern(
        r"\b(?:untrained|listeners?|evaluators?|readers?|many|most people|other panels?|colleagues?|some (?:people"
        r"|interviewers?)"
        r"|interviewers|novices?|beginners?|reviewers?|you|your|last year|previous\w*|earlier|elsewhere|used to"
        r"|another|other answers?|average|typical\w*|usual\w*|everybody|anyone|someone|whoever)\b",
        re.IGNORECASE,
    ),
    common=frozenset(("signal", "score", "level", "points", "with", "from", "that", "answer")),
)
