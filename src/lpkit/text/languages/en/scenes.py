"""English scenes before a question: what leans on them, and what is colour."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Scenes

_POINTING = """
the he she it they his her hers its their theirs him them himself herself itself themselves we our us my me you your
this that these those such here there then now other another both each former latter above below following described
shown given passage author text story paragraph poem speaker narrator graph table figure diagram data
"""
_JUDGING = """
likely probable probably most first next initial appropriate strongest should would could will might may must can
happen happens happened explain explains result results conclusion hypothesis suggest suggests many much far long
called known kind who whose whom fit fits suit suits match matches apply applies
"""
_COLOUR = """
loves loved enjoys enjoyed prefers preferred hobby hobbies favourite favorite cello piano guitar violin trumpet chess
football tennis knits knitting sings choir holiday holidays vacation cruise honeymoon weekend weekends nights birthday
party picnic popcorn tea coffee cake cakes lunch breakfast porridge hamster parrot hat jacket scarf
rucksack backpack aunt uncle cousin cousins grandma grandpa nephew niece neighbour neighbor sunny desk garden trained
grew graduated studied friend friends
"""
_TASTES = """
loves loved enjoys enjoyed prefers preferred hobby hobbies favourite favorite
"""
_PRAISING = """
one fascinating fascinated fascinates people students pupils children beginners historians scholars scientists experts
philosophers centuries thousands history ancient know knows known secret role part always long topic subject field
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
    tastes=listed(_TASTES),
    named=pattern(r"[A-Z][\w'’-]+,\swh(?:o|ose)\s(?P<clause>[^,?;:.]{12,}),"),
    aside=pattern(r",\s(?:who|whose|which)\s(?P<clause>[^,?;:]{20,})(?=[,?])", re.IGNORECASE),
    praising=listed(_PRAISING),
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
