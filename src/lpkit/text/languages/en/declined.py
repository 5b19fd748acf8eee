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
    ]
)
"""What the speaker did instead of what somebody asked."""
PARTICIPLES = listed(
    "been gone done seen taken given written spoken known chosen begun driven broken forgotten heard found built "
    "asked worked promised planned noticed"
)
"""What tells that a 'd before it is a had."""
