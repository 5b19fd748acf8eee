"""English scenes before a question: what leans on them, and what is colour."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Scenes

_POINTING = """
the he she it they his her hers its their theirs him them himself herself itself themselves we our us i my me you your
this that these those such here there then now other another both each former latter above below following described
shown given passage author text story paragraph poem speaker narrator graph table figure diagram data
"""
_JUDGING = """
likely probable probably best most first next initial appropriate strongest should would could will might may must can
happen happens happened explain explains result results conclusion hypothesis suggest suggests many much far long old
called known kind
"""
_COLOUR = """
love enjoy prefer hobby favourite favorite cello piano guitar violin trumpet chess football tennis swim knit sing choir
holiday vacation cruise honeymoon weekend night birthday party picnic popcorn tea coffee cake lunch breakfast porridge
puppy kitten hamster parrot dog cat hat jacket scarf rucksack backpack aunt uncle cousin grandma grandpa nephew niece
neighbour neighbor sunny desk garden trained grew graduated studied friend
"""

SCENES = Scenes(
    leaning=listed(_POINTING) | listed(_JUDGING),
    premises=listed(
        """
        assume suppose consider let given imagine if when read use complete according look study refer answer choose
        select statement recall note remember question only
        """
    ),
    colour=listed(_COLOUR),
    aside=pattern(r",\s(?:who|whose|which)\s(?P<clause>[^,?;:]{20,})(?=[,?])", re.IGNORECASE),
    preamble=pattern(
        r"\bone\s+of\s+the\s+(?:most|world's)\s|\bfascinat\w+|\b(?:many|most)\s+(?:people|students|pupils|children|beginners)\s"
        r"(?:find|think|believe|say|like|know|enjoy)\b|\b(?:historians|scholars|scientists|experts|philosophers)\s+"
        r"(?:disagree|debate|have\s+(?:long|always|often|studied|argued|debated|wondered))\b|\bfor\s+(?:many\s+)?(?:centuries|"
        r"thousands\s+of\s+years)\b|\bthroughout\s+history\b|\bsince\s+ancient\s+times\b|\bas\s+(?:we|you|everybody)\s+(?:all\s+)?"
        r"knows?\b|\bit\s+is\s+(?:well\s+known|often\s+said|no\s+secret)\b|\bplays?\s+an?\s+(?:important|key|vital)\s+(?:role|part)\b"
        r"|\bhas\s+(?:always|long)\s+been\b|\bis\s+an?\s+(?:important|interesting|exciting|popular)\s+(?:topic|subject|field|part)\b",
        re.IGNORECASE,
    ),
    asking=pattern(r"\b(?:which|what|who|whom|whose|when|where|why|how)\b", re.IGNORECASE),
)
