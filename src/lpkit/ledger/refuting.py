"""What the rules tell of a ledger: the claims that the pack contradicts, and the figures that nothing proves."""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.ledger.book import ledger_of
from lpkit.ledger.claim import Claim, Kind, Place, Refuted, Unbound


def refutations(pack: PackView, *kinds: Kind) -> Iterator[Finding]:
    """Give a finding for each claim of some kinds that the pack contradicts, and for figures that nothing proves."""
    ledger = ledger_of(pack)
    for claim, binding in ledger.of(*kinds) if ledger else ():
        if isinstance(binding, Refuted):
            related = tuple((place.site, place.says) for place in binding.places)
            value = f"{claim.kind} {claim.text}"
            site = pack.site(*claim.at)
            yield Finding(site, binding.message, binding.help, related, value=value, severity=binding.severity)
        elif isinstance(binding, Unbound) and binding.sought:
            yield _unproven(pack.site(*claim.at), claim, binding.sought)


def _unproven(site: Site, claim: Claim, sought: Place) -> Finding:
    """Give a figure that nothing proves as information, for a look."""
    message = f'"{claim.text.strip()}" is neither in {sought.says} nor follows from its figures'
    help = "name the figure as it is told, or say where it comes from"
    related = ((sought.site, sought.says),)
    return Finding(site, message, help, related, value=f"{claim.kind} {claim.text}", severity=Severity.INFO)
