"""English: verbs that say the same of an answer, for notes which deny that something was done."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.answers import Deeds, Family
from lpkit.text.languages.parts.figures import alternatives

_VERBS = (
    "tell tells told telling inform informs informed informing notify notifies notified warn warns warned warning"
    " alert alerts alerted brief briefed announced announce mention mentioned report reported rang called wrote phoned",
    "handed hand hands handing transfer transfers transferred assign assigned assigns pass passed passes gave give"
    " given delegated delegate entrusted",
    "delete deleted deletes deleting remove removed removes removing drop dropped erase erased scrap scrapped cut"
    " discard discarded retire retired destroyed destroy shredded wiped purged cleared",
    "ask asked asks asking consult consulted consults consulting interview interviewed polled surveyed questioned",
    "measure measured measures measuring count counted counts counting weigh weighed time timed track tracked tallied"
    " recorded logged monitored",
    "test tested tests testing try tried tries trial trialled piloted pilot checked check verified verify rehearsed",
    "document documented documents write wrote written writes noted note recorded record logged listed",
    "allow allowed allows let permit permitted permits",
    "train trained trains teach taught teaches coached coach instructed showed shown",
    "pay paid pays refund refunded reimbursed compensated compensate",
    "apologise apologised apologize apologized",
    "repair repaired fix fixed mend mended replace replaced restored restore solved",
    "share shared shares publish published publishes posted post",
    "sign signed signs approve approved approves agreed accept accepted confirmed confirm",
)
_NO = r"(?:never|not|n['’]t|nowhere)"
_NOUN = r"(?P<noun>(?:[a-z'’-]+ ){1,3})"
_REST = r"(?P<rest>[^.;!?,:\n]{0,60})"


def _family(verbs: str) -> Family:
    said = alternatives(listed(verbs))
    denied = (
        rf"\b(?:(?:(?:nobody|no one|no-one|none(?: of them)?)(?: (?:was|were|is|are|has|had|have|been|ever|else))"
        r"{0,3}"
        rf"|\b(?:never|did not|does not|didn['’]t|doesn['’]t|has not|had not)(?: [a-z]+ly)?) (?:{said})\b{_REST}"
        rf"|{_NOUN}(?:(?:was|were|is|are|has been|had been|have been|being) (?:{_NO})(?: [a-z]+ly| once| ever)?"
        rf"|(?:wasn|weren|isn|aren)['’]t) (?:{said})\b(?P<behind>[^.;!?,:\n]{{0,40}}))"
    )
    return Family(listed(verbs), pattern(denied, re.IGNORECASE))


DEEDS = Deeds(
    families=tuple(map(_family, _VERBS)),
    negators=listed("never not nobody none no without nor neither cannot hardly nowhere refused forgot failed instead"),
    supposing=listed("should would could might if unless meant wanted hoped ought before until"),
    anybody=listed(
        "anybody anyone anything somebody nobody everyone everybody them him her it this that once ever first"
    ),
)
