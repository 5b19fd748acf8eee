"""What tells that a 'd is a had: a participle behind it, or "better"; before the base of a verb it is a would."""

from lpkit.text.languages.en.declined import PARTICIPLES
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import DONE

SHORTENED = {
    "been": PARTICIPLES,
    "shortened": listed("'d"),
    "hardly": listed(
        """
        actually already also always almost clean clearly completely even ever finally first honestly just kind mostly
        nearly never not n't of often only perhaps probably quickly quite really recently simply slightly so sort still
        """
    ),
    "had_done": frozenset((DONE, "better")) | PARTICIPLES,
    "base": listed("need feed speed proceed exceed succeed heed breed bleed embed shed wed bed"),
}
"""Lists by name: the 'd, what may stand behind it before the verb, participles, and bases that look like some."""

HAD_DONE = ">shortened 3@hardly ?base @had_done"
"""What takes back a match that ends with a 'd."""
