"""English: names of persons, and the pronouns of a candidate."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import WORD
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.persons import Persons

_COMMON = """
candidate candidates option options step star god internet web january february march april may june july august
september october november december monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday
fridays saturday saturdays sunday sundays christmas easter english french german italian spanish european american
british hire strong lean ready nearly the and but not mr mrs ms dr
"""
_VERB = r"(?:^|(?<=[.!?;:] ))[A-Z][a-z]+s\b"
_PLACES = "first|second|third|fourth|fifth|sixth"

PERSONS = Persons(
    # Both begin with a character, by which `re` finds them sooner than by what stands before it.
    name=pattern(r"[^\W\d_a-z](?<=[a-z,;:–—] \w)[^\W\d_A-Z'’]{2,}(?:['’]s)?(?![\w-])"),
    opening=pattern(r"[^\W\d_a-z](?:(?<=^\w)|(?<=[.!?;:] \w))[^\W\d_A-Z'’]{2,}(?:['’]s)?(?![\w-])"),
    capital=pattern(r"[^\W\d_a-z][^\W\d_A-Z'’]{2,}"),
    common=listed(_COMMON),
    endings=("'s", "’s"),
    spoken_of=pattern(
        rf"{_VERB}[^.;:!?]{{0,60}}?\b(?:(?P<she>her own|herself)|(?P<he>his own|himself))\b"
        r"|\b(?:pass|hire|reject|fail|interrupt|stop|believe|trust|score|rate) (?:(?P<her>her)|(?P<him>him))"
        r"(?=[.,;:!?]|$)"
    ),
    pronouns=("herself", "himself", "her own", "his own", " her", " him"),
    in_delivery=pattern(r"\b(?:(?P<she>she|her|hers|herself)|(?P<he>he|his|him|himself))\b", re.IGNORECASE),
    counted=pattern(rf"\ball (?:of the )?(?P<n>{WORD}) (?P<noun>[a-z]{{3,}}s)\b"),
    placed=pattern(
        r"^\W*(?:(?:It|This|That|He|She|The (?:step|sentence|line|deed|event|act|moment)) )?"
        r"(?:(?:comes?|came|stands?|stood|is|was|happens?|happened|follows|goes|went) )?(?:only |just |right "
        r"|the |told )*"
        rf"(?:(?P<place>{_PLACES})|(?P<last>last|final))(?: (?:of (?:all|them|the (?:{WORD}))|in (?:time|order"
        rf"|the (?:order|text|excerpt|story|row"
        r"|line|answer))|step|sentence|one|here|thing))?(?=[.;,:!]|$)"
    ),
    reordered=pattern(r"\b(?:out of order|shuffl\w+|mixed up|order|jumbled|reorder\w*)\b", re.IGNORECASE),
)
