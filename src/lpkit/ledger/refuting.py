"""What the rules tell of a ledger: the claims that the pack contradicts, and the figures that nothing proves."""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding
from lpkit.ledger.book import ledger_of
from lpkit.ledger.claim import Kind, Refuted, Unbound
from lpkit.ledger.unproven import as_finding


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
            yield as_finding(pack.site(*claim.at), claim, binding.sought)
