"""English notes: which of their figures are taken from an answer."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.borrowings import Borrowings

_VAGUE = """
month week day hour minut second year quarter percent per cent figur number share half third doubl tripl time point
fell fall drop cut reduc rose ris grew increas decreas improv went saw got quarter next last over within good great
real clear strong weak only just part rest whol total count one
"""

BORROWINGS = Borrowings(
    own=pattern(
        r"\b(?:points?|scor(?:e[sd]?|ing)|hire|verdict|cap(?:s|ped)?|weights?|bands?|hence|rubric|ceiling"
        r"|marks?|totals?"
        r"|threshold|dimensions?|sentences?|words|options?|calibrat\w*|prepar\w*|rehears\w*|interview\w*|speak\w*|spoken|longer|shorter"
        r"|not|never|no|nobody|without|nor|than|target\w*|goal|aim\w*|plan\w*|need\w*|require\w*|wish\w*"
        r"|expect\w*|ask(?:s|ed|ing)? for"
        r"|usual\w*|typical\w*|elsewhere|such as|at least|other)\b",
        re.IGNORECASE,
    ),
    supposed=pattern(
        r"\b(?:would|could|should|might|if|unless|imagin\w*|suppos\w*|e\.g|for example|for instance|instead"
        r"|rather than)\b|^\W*(?:let|try|say)\b",
        re.IGNORECASE,
    ),
    phrase_end=pattern(r"[,;:()–—]\s?|\s(?:and|while|but|whereas|yet|although|plus)\s"),
    sentence_end=pattern(r"(?<=[.!?])[\"”’)]*\s+|\n+"),
    vague=listed(_VAGUE),
    imagined=pattern(
        r"^\W*(?:tell|ask|take|name|write|give|use|find|count|think|speak|imagine|add|look|read|compare|begin|start"
        r"|would|could|should|might|do|does|did|suppose)\b",
        re.IGNORECASE,
    ),
    one=pattern(r"\b(?:one|another|last|first|single|myself)\b", re.IGNORECASE),
    time_apart_before=pattern(
        r"\b(?:first|last|next|other|another|of those|of these|of the|every|each|per|only|more|further|final|these"
        r"|those|this|that|to|a|an|extra|some|than|least|most|up to|under|within the|or|and)(?: the)?\s*$",
        re.IGNORECASE,
    ),
    time_apart_after=pattern(
        r"\s*(?:later|earlier|before|after|afterwards|ago|more|less|fewer|longer|shorter|old|late|early|ahead|too|each"
        r"|apart|a (?:day|week|month|year)|per|every|of notice|in advance|in a|out of|by|saved|lost|or|and)\b"
        r"|\s*[-–/(]",
        re.IGNORECASE,
    ),
    other_word="other",
    others=pattern(
        r"\b(?:the|its|all|our|my) (?:other|remaining) (?P<n>\d{1,3}(?![.,]?\d|\s?%)"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
        r"|eighteen|nineteen|twenty)\b(?!-))",
        re.IGNORECASE,
    ),
)
