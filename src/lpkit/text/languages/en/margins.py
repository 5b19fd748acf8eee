"""English: how prose says how far a total lies from an edge, and which verdict some points earn."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Form
from lpkit.text.languages.parts.margins import Margins

_ANY_OF = r"(?:the |its |her |his |their |this |that |any |a |an )?"
_ADDED = r"(?:short|full|bare|whole|mere|small|single|scant|clear|solid|more|good)"
AMOUNT = (
    r"\b(?:<n>|(?P<couple>a couple(?: of)?)|(?P<one>an?(?: single| bare| mere)?|another))"
    rf"(?: {_ADDED})*(?P<unit> points?| marks?)?"
)
_ROOM = r"(?: (?:of|to) (?:room|ground|air|margin|distance|spare))?"
_BELOW = (
    r"(?:short of|shy of|(?:further |still |too low |too few |away )?(?:under|below|beneath|behind)"
    r"|too (?:few|low) for|(?:missing|lacking|wanting|left|needed) (?:to|for|until)|less than|fewer than"
    r"|lower than|to (?:go|come) (?:to|until|before))"
)
_ABOVE = (
    r"(?:(?:clear |well |safely |still )?(?:above|over|past|beyond|inside|into)|clear of|better than|more than|higher"
    r" than|on the (?:right|safe|good) side of|ahead of)"
)
_EITHER = r"(?:(?:away |off )?from|off)"
_LINE = (
    r"(?:line|edge|band|bar|threshold|border|boundary|cut-?off|bands?['’]s? edge|bands?['’]s? (?:floor|start|ceiling))"
)
_PASSING = r"(?P<passing>(?:pass(?:ing)?|hiring|hire['’]s)(?: mark| line| bar)|pass\b|passing\b)"
EDGE = (
    rf"{_ANY_OF}(?:(?P<next>next|higher|better|upper|following) |(?P<top>top|highest|topmost) |lower |nearest )?"
    r"(?:(?:line|edge|bar|start|border|threshold|bottom|foot|floor|beginning|bottom edge|lower edge) (?:of|for"
    r"|to) (?:an? |the )?)?"
    r"(?:what (?:an? |the )?)?"
    rf"(?:[\"'*_]*<verdict>[\"'*_]*(?:['’]s)?(?: {_LINE}| begins| needs| takes| asks for| requires)?|{_PASSING}|"
    rf"(?P<edge><number>)(?= (?:that|where|at which|of|for|to|which|needed)\b)"
    rf"|{_LINE}(?: (?:above|over it)| (?:of|to) the next(?: band)?)?)\b(?! of (?:the|an?|his|her|its|our|their) [a-z])"
)
_BY = r" by (?:only |just |exactly |a full )?"

DISTANCES = (
    Form(rf"<amount>{AMOUNT}{_ROOM} (?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|{_EITHER}) {EDGE}"),
    Form(
        rf"\b(?:(?P<below>miss(?:es|ed|ing)?|falls? short of|fell short of|lies? (?:below|under)|stays? (?:below|under)"
        r"|is (?:below|under|short of))|(?P<above>clear(?:s|ed)|pass(?:es|ed)|lies? (?:above|over)|stays? "
        r"(?:above|over)"
        rf"|is (?:above|over)|beats|tops|makes|reaches|crosses)) {EDGE}{_BY}{AMOUNT}",
        needs=(" by ",),
    ),
    Form(rf"[\"'*_]*<verdict>[\"'*_]*,? by(?: only| just)? {AMOUNT}(?P<above>)(?! (?:more|less))", needs=(" by ",)),
    Form(
        rf"<amount>{AMOUNT} (?:(?:still |only )?(?:separates?|parts?|divides?|keeps?|bars?) (?:it|her|him|this|the "
        rf"answer|the total)|(?:are|is) between (?:it|her|him|this|the answer) and) (?:from )?{EDGE}",
        needs=("separate", "part", "divide", "keep", "between", "bar"),
    ),
)

LACKS = (
    Form(
        rf"<amount>{AMOUNT}(?P<below>) (?:are|is|were|was)(?: still| only)? (?:missing|lacking|wanting|needed|short)"
        r" (?:for|to) (?:that|it|this|get there|reach (?:it|that))(?=[.;,:!?]|$)",
        needs=("missing", "lacking", "wanting", "needed", "short"),
    ),
    Form(
        rf"\b(?:(?:would )?takes?|took|needs?|needed|lacks?|lacked|lacking|wants?|misses|missing)(?: only| just| "
        rf"another)? "
        rf"{AMOUNT}(?: more)?(?P<below>) (?:to (?:be|make|reach|become|get to|come to)|for|until) {EDGE}",
        needs=("take", "took", "need", "lack", "want", "miss"),
    ),
    Form(
        r"[\"'*_]*<verdict>[\"'*_]* (?:is|was|lies|lay|would be|stands)(?: only| just| still)? "
        rf"{AMOUNT}(?P<below>) (?:away|off|further|higher)\b",
        needs=(" away", " off", "further", "higher"),
    ),
    Form(
        rf"\b{EDGE} (?:is|was) (?:(?P<below>missed)|(?P<above>cleared|passed|crossed|reached)){_BY}{AMOUNT}",
        needs=(" by ",),
    ),
)

FAILS = (
    Form(
        rf"\b(?:(?P<below>(?P<passing>fails|failed|a fail|a near miss|a miss))|(?P<above>(?P<passes>passes"
        rf"|passed|a pass|pass)))"
        rf"(?:[ ,](?:only|just|too))?{_BY}{AMOUNT}",
        needs=(" by ",),
    ),
    Form(
        rf"<amount>{AMOUNT} (?:of (?:room|ground|air|margin)(?: under(?:neath)?(?: it)?| to spare| left)?|to "
        rf"spare|to the good|in reserve|in "
        rf"hand)(?P<above>)(?= (?:above|over) (?:the line|it)\b|[.,;:!?)]|$| and\b| but\b)",
        needs=(" room", " ground", " air", " margin", "to spare", "in hand", "in reserve", "to the good"),
    ),
)

PLACES = (
    Form(
        r"(?P<on>\b(?:right |exactly |just |squarely )?(?:on|at) the (?:edge|line|border|threshold)(?: itself| "
        r"exactly)?)"
        r"(?=[.,;:!?)]|$)",
        needs=("the edge", "the line", "the border", "the threshold"),
    ),
)

_LIFTS = (
    r"(?:makes?|turns?|lifts?|carr(?:y|ies)|brings?|takes?|gets?|push(?:es)?|raises?|moves?|means?|gives?|earns?"
    r"|suffices? for|(?:are|is|be) enough for|separates?)"
)
STEPS = (
    Form(
        rf"<amount>{AMOUNT}(?P<more>)(?P<missing>) (?:would |will |could |might )?"
        rf"{_LIFTS}(?: (?:it|this|that|her|him|the answer|the total|the story))?"
        r"(?: (?:up|over|across|into|to|in|out|an?|the|already|just|from))* [\"'*_]*<verdict>",
    ),
    Form(
        rf"<amount>{AMOUNT} (?:(?P<more>more|further|extra|higher|up)|(?P<less>less|fewer|lower|down|off))"
        r"\b[^.;:?]{0,30}?,? "
        r"(?:and|(?:would |will )?makes?|would (?:be|make|give|mean|have (?:been|made|meant|given))|(?:would "
        r"|will |might |may |could )?"
        r"(?:lifts?|carry|carries|brings?|takes?|push(?:es)?|moves?|drops?|sinks?|pulls?|turns?) (?:it|this|her"
        r"|him|the answer|that) (?:up |down |over )?(?:to|into|in)|means?|gives?|is|are|were)(?: (?:it|this|that"
        r"|she|he|the answer|one))?"
        r"(?:['’](?:s|d be)| is| were| would be| becomes?| would have been| lands (?:at|on|in)| reaches| comes to)?"
        r"(?: already| still| just| even)? (?:an? |the )?[\"'*_]*<verdict>",
        needs=(" more", " less", " fewer", "further", "extra", "higher", "lower", " up", " down", " off"),
    ),
)

_ALONE = r"(?:,? (?:alone|by themselves|on their own|by itself|as such|as they stand))?,?"
_MAKES = (
    r"(?:(?:would|will|could|can|might|may|should|already|still|only|just|alone|by themselves|ought to|surely|by "
    r"rights) )*"
    r"(?:is|be|been|are|were|was|have been|says?|said|makes?|make|earns?|earned|gives?|gave|means?|meant|stands? "
    r"for|reach(?:es)?|falls? (?:in|into|under)"
    r"|lies? in|lands? (?:in|on|at)|counts? as|amounts? to|comes? to|comes? out (?:at|as)|spells?|suffices? for"
    r"|buys?|deserves?|points? to|speaks? for|carr(?:y|ies) (?:it|this) (?:to|into))"
)
_SUBJECT = r"(?:(?:it|this|that|he|she|they|these|the answer|the verdict|this answer|one|which|candidate \w|[A-Z]) )"
_BAND = (
    r"(?:(?:already|still|even|only|just|no more than|plainly|it|this|in|an?|the|at|as|(?:band|range) (?:of"
    r"|for)) )*[\"'*_]*<verdict>"
)
EARNED = (
    Form(rf"<n> points?{_ALONE} {_SUBJECT}?{_MAKES} {_BAND}", needs=(" point ", " point, ", " points ", " points, ")),
    Form(
        rf"<n>(?: points?)?{_ALONE},? {_SUBJECT}{_MAKES} {_BAND}",
        r"\b(?:by|with|on|at|from|for) (?:(?:its|her|his|the|their|these|those|a total of|a score of|only|just) )*",
    ),
)

MARGINS = Margins(
    hints=(
        *(" away", "cleared", "missed"),
        *(" line", "edge", " band", " bar", "threshold", "border", "boundary", "cut-off", "cutoff", "short of"),
        *(
            "shy of",
            "clear of",
            "to spare",
            " room",
            " ground",
            " margin",
            "in hand",
            "in reserve",
            "the good",
            " pass ",
            "pass by",
        ),
        *(
            "passes",
            "fails",
            "points would",
            "points make",
            "points will",
            "a fail",
            "a miss",
            "misses",
            "the pass",
            "passing",
            " more",
            " less",
            " fewer",
        ),
        *("that make", "under ", "below ", "above ", "beyond "),
    ),
    distances=(*DISTANCES, *LACKS),
    edges=(
        *(" line", "edge", "band", " bar", "threshold", "border", "boundary", "cut-off", "cutoff", " pass"),
        " that make",
    ),
    fails=FAILS,
    places=PLACES,
    steps=STEPS,
    earned=EARNED,
    earned_hints=("point", "by its", "with ", " at "),
    imagined=pattern(
        r"\b(?:if|had|unless|were it|without|suppose|imagine|another|raters?|readers?|somebody|someone|whoever"
        r"|others|listeners?"
        r"|some|rated (?:higher|lower)|panel|colleagues?|you|your|should|in place of|instead of|not|never|nor"
        r"|nobody)\b|n['’]t\b",
        re.IGNORECASE,
    ),
)
