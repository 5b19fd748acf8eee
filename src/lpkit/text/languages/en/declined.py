"""English words after a match that take it back."""

from lpkit.text.languages.listing import listed

DECLINED = frozenset(
    [
        "declined",
        "refused",
        "disagreed",
        "objected",
        "resisted",
        "ignored it",
        "ignored that",
        "pushed back",
        "said no",
        "turned it down",
        "turned that down",
        "turned them down",
        "turned her down",
        "turned him down",
        "rejected it",
        "rejected that",
        "rejected the",
        "argued against",
        "decided against",
        "did n't",
        "overruled",
        "dropped that",
        "threw that out",
        "withdrew that",
        "took that back",
        "corrected that",
        "chose otherwise",
        "insisted",
        "went against",
        "would n't have it",
        "would not have it",
        "stood my ground",
        "held out",
        "saw it differently",
    ]
)
"""What the speaker did instead of what somebody asked."""
UNTRUE = frozenset(
    [
        "not true",
        "n't true",
        "untrue",
        "not so",
        "n't so",
        "not the case",
        "n't the case",
        "false",
        "a lie",
        "wrong",
        "unfair",
        "not fair",
        "n't fair",
        "a mistake",
        "my mistake",
        "the mistake",
        "the trouble",
        "the problem",
        "an excuse",
        "too easy",
        "nonsense",
        "a bad idea",
        "what i changed",
        "what had to change",
    ]
)
"""What a speaker says of words that turned out not to hold."""
TURNED = frozenset(
    [
        "now",
        "today",
        "nowadays",
        "these days",
        "since then",
        "from then on",
        "ever since",
        "from that day on",
        "since that day",
        "since that week",
        "since that winter",
        "since that summer",
        "since that spring",
        "since that autumn",
        "since that year",
        "since that call",
        "since that talk",
    ]
)
"""From when on a speaker does otherwise."""
BYGONE = frozenset(
    [
        "at first",
        "to begin with",
        "in the beginning",
        "used to",
        "easy to say",
        "easy to claim",
        "tempting to say",
        "tempted to say",
        "could say that",
        "asked myself",
        "ask myself",
        "love to say",
        "like to say",
        "wish i could say",
        "not that",
        "asked ourselves",
    ]
)
"""What tells, before words, that they were a beginning that did not last, or a thought that was not acted on."""
PARTICIPLES = listed(
    "been gone done seen taken given written spoken known chosen begun driven broken forgotten heard found built "
    "asked worked promised planned noticed"
)
"""What tells that a 'd before it is a had."""
