"""English stems: what they deny, what they leave open, how they end."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Articles, Blanks, Frequencies, Negations, StemFocus

_NEGATIVE = """
not except excepting excluding least false incorrect incorrectly untrue wrong wrongly cannot never unlikely inaccurate
inappropriate invalid exception
"""
_NEGATION = pattern(
    r"""(?P<emphasis>[*_]{1,2}|<b>|<u>)?\b(?:
      (?<!whether\ or\ )(?<!or\ )not\b(?!\s+only|\s+to\s+mention|\s+just)
        (?!(?-i:(?<=NOT)\s+(?:[Gg]ates?|NULL|[Oo]perat\w+|\d)))
    | \w+n't\b | cannot\b | never\b(?!\s+event)
    | except(?:ing)?\b | excluding\b
    | least\s+(?:likely|appropriate|accurate|suitable|useful|helpful|effective|important|probable|consistent|reliable
        |desirable|relevant|true|correct|preferred|associated|compatible|characteristic|plausible|typical|related|similar
        |convincing|credible|supported|valid|affected|describes?)
    | (?<!at\ )least\s+(?:supports?|helps?|fits?|shows?|wants?|expects?|strengthens?|convinces?)
    | (?:is|are|be|was|were)\s+(?:\w+\s+)?(?:false|incorrect|untrue|wrong|inaccurate|invalid|inappropriate|unlikely)\b
        (?!\s+(?:positives?|negatives?|alarms?|names?|floors?|ceilings?|bottoms?|tee?th|tooth|dawns?|starts?|friends?
        |identit\w+|with|in|about|here))
    | is\s+(?:the|an)\s+exception\b
    | (?:false|incorrect|untrue|inaccurate|wrong|invalid|inappropriate|unlikely)\s+(?:statements?|answers?|options?|one|
        about|regarding|concerning|matche?s?|pairs?|pairing|claims?|assertions?|to\s+be)
    | (?-i:LEAST|FALSE|INCORRECT|WRONG)
    | (?:incorrectly|wrongly)\s+(?:matched|paired|\w+ed)
    )""",
    re.VERBOSE | re.IGNORECASE,
)

NEGATIONS = Negations(
    words=listed(_NEGATIVE),
    endings=("n't", "n’t"),
    negation=_NEGATION,
    no_question=pattern(
        r"(?:(?:^|[,;(])[^\w,;(]*(?:please\s+)?do|so\s+as|in\s+order|try|trying|careful|decides?|chooses?|why|or|if)\s+$",
        re.IGNORECASE,
    ),
    order=pattern(r"\W*(?:please\s+)?(?:don't|do\s+not|never)\b", re.IGNORECASE),
    excepting=("except",),
    whole=pattern(r"\b(?:all|each|any|every|everything|following|these|both)\b", re.IGNORECASE),
    fillers=("for", "one"),
    subordinate=pattern(
        r"\b(?P<word>in\s+case|in\s+the\s+event|provided|assuming|suppose|once|that|whom|whose|if|because|when|whenever|while|although|though|unless|until|since|after|before|where"
        r"|whether|which|who|how|why|what)\b",
        re.IGNORECASE,
    ),
    relative=listed("that which who"),
    asking=pattern(r"\b(?:which|what|who|whom|whose|when|where|why|how)\b", re.IGNORECASE),
    reasons=listed("why"),
    framing=listed("when where who whose"),
    leads=pattern(
        r"(?:^|[,:;(])[^\w,:;(]*(?:(?:and|then|so|in|of|for|to|by|at|on|from|with|under)\s+)*$", re.IGNORECASE
    ),
    demand=pattern(r"\W*(?:choose|select|identify|find|pick|mark|name|tick|circle)\s+the\b", re.IGNORECASE),
    choice=pattern(r"\b(?:one|ones|option|statement|answer|choice|item|alternative|response)s?\s*$", re.IGNORECASE),
    in_option=pattern(r"\b(?:not(?! only)|never|cannot|\w+n[’']t)\b", re.IGNORECASE),
)

_VAGUE = """
usually often rarely sometimes generally frequently occasionally seldom commonly typically infrequently regularly
normally
"""

FREQUENCIES = Frequencies(
    vague=listed(_VAGUE),
    in_question=listed("often sometimes frequently occasionally seldom rarely infrequently")
    | listed("usually generally typically normally"),
    compared=pattern(
        r"\b(?:how|more|most|less|least|as|so|too|very|quite) "
        r"(?:often|frequently|commonly|rarely|regularly|generally|typically|many)\b"
        r"|\b(?:usually|generally|typically|normally|commonly|often|frequently|sometimes)"
        r" (?:called|named|known|termed|referred|described|abbreviated|written|spelt|spelled|said|accepted|regarded)\b",
        re.IGNORECASE,
    ),
    hedges=listed("may might some many several perhaps possibly probably maybe"),
    hedge=pattern(r"\b(?:may|might|[Ss]ome|[Mm]any|[Ss]everal|[Pp]erhaps|[Pp]ossibly|[Pp]robably|[Mm]aybe)\b(?!\s\d)"),
    subject=pattern(r"some (?!of\b)[a-z]", re.IGNORECASE),
)

BLANKS = Blanks(
    words=("blank", "what?", " ?", "(?)"),
    blank=pattern(
        r"\[\s*blank\s*\]|\(\s*(?:blank|\?)\s*\)|\b(?:dash|blank)\s+\(blank\)"
        r"|(?<=\s)\?(?=\s+(?:[a-z=+×*/<>-]|\d))|\b(?:is|are|was|were|called|named|by|of|in|to|for|from|with|as|at|into|means|equals)\swhat\?\s*$"
    ),
    last=("?", "what"),
    left_open=pattern(
        r"(?:\b(?:is|are|was|were|called|named|by|of|in|to|for|from|with|as|at|into|the|an?|means|equals)|[\d,])"
        r"\s(?P<blank>\?|what)\s*$",
        re.IGNORECASE,
    ),
    cloze=pattern(
        r"\b(?:correct|right|missing|best)\s+(?:word|form|verb|preposition|tense|pronoun|article)\b", re.IGNORECASE
    ),
)

_SILENT = pattern(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_YOU_OR_ONE = pattern(r"(?:use|usu|uni(?!n|m)|uti|ubi|ura|eu|ewe|one\b|once\b|u-|uv\b(?!))", re.IGNORECASE)
_SPELT = pattern(r"[A-Z]{2,}\b|[A-Z]\b")
_OWN_ARTICLE = pattern(r"(?:an?|the|some|any|no|its|their|his|her|this|that)\s", re.IGNORECASE)


def _article_of(option: str) -> str:
    """Give the article that an option takes; empty where it has one of its own or begins with no letter."""
    if not option or _OWN_ARTICLE.match(option):
        return ""
    if spelt := _SPELT.match(option):
        # Letters that are read one by one: an MRI, a USB stick; a word in capitals is read as a word.
        return "an" if spelt.group()[0] in "AEFHILMNORSX" else "a"
    if option[0].isdigit():
        return "an" if re.match(r"8|1[18](?!\d)", option) else "a"
    if not option[0].isalpha():
        return ""
    if _SILENT.match(option):
        return "an"
    return "an" if option[0].lower() in "aeiou" and not _YOU_OR_ONE.match(option) else "a"


ARTICLES = Articles(
    last=listed("a an are were"),
    article=pattern(r"(?:^|\s)(?P<article>an?)\s*(?:_{2,}+\s*|[:….?])*\s*$", re.IGNORECASE),
    before_blank=pattern(r"(?:^|\s)(?P<article>an?)\s+(?:_{2,}|\[blank\]|\.{4,})", re.IGNORECASE),
    plural=pattern(r"\b(?P<verb>are|were)\s*[:….]*\s*$"),
    one=pattern(
        r"an?\s(?!(?:lot|number|few|couple|pair|series|variety|range|group|handful|dozen)\b|.{0,60}\band\b)",
        re.IGNORECASE,
    ),
    article_of=_article_of,
)

_SENTENCE = """
is are was were does do did can cannot can't could should will would has have had may must been be
"""
_DEMANDS = """
which what who whom whose when where why how choose select identify find name pick mark give complete calculate compute
determine solve evaluate simplify translate match indicate state define estimate convert arrange classify describe
explain list round factor order read let suppose consider if given differentiate integrate express write rank compare
"""
_MORE_DEMANDS = """
fill put add use rewrite multiply divide expand factorise factorize spot tick circle work show draw plot label sort
guess say tell predict reduce subtract correct replace insert form make change combine assume imagine note guess
this these following true false synonym antonym opposite meaning except not
"""

_EMPTY = """
true correct false incorrect right wrong not except following these below above given option options statement
statements answer answers is are the of which one what best all choose select identify mark pick a an out from please
among question describes applies accurate valid would be you it this that about here to claim claims fact facts case
holds hold said can could must most likely appropriate read consider and tick mark
"""

STEM_FOCUS = StemFocus(
    asking=listed(_SENTENCE) | listed(_DEMANDS),
    demands=listed(_DEMANDS) | listed(_MORE_DEMANDS),
    empty=listed(_EMPTY),
    completed=pattern(
        r"[:_…=?]|\.{3,}|\d|\s(?:of|for)\s|\b(?:an?|the|of|by|to|in|for|from|with|as|because|than|and|that"
        r"|at|on|onto|into|under|over|between|among|through|during|until)\W*$"
        r"|\s[a-z]+(?:[^s\W]s|ed)\W*$"
        r"|^\W*(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Rr]ecently|[Ll]ately|[Ll]ast\s\w+),?\s"
    ),
    keeps_colon=listed("of"),
    about=pattern(
        r"\W*(?:regarding|concerning|about|as\s+(?:to|regards)|with\s+(?:regard|respect)\s+to"
        r"|in\s+(?:relation|regard)\s+to)(?:\s+[\w'’-]+){1,6}\s*[:,.…]*\s*",
        re.IGNORECASE,
    ),
    bare=pattern(r"\W*(?:(?:the|an?)\s+)?[^\s,:]+(?:\s+[^\s,:]+)?\s+(?:is|are|was|were)(?:\s+an?)?\W*", re.IGNORECASE),
    named=pattern(
        r"(?:an?|the|some|no|all|both|one|two|three|four|five|six|seven|eight|nine|ten|his|her|its|their|our|your|my)\s"
        r"|(?:nobody|everybody|nothing|everything)$",
        re.IGNORECASE,
    ),
    begun=pattern(r"(?:then,?\s+)?(?:he|she|it|they|we|you|i|(?:the|a|an|this|another)\s+\w+)\W*", re.IGNORECASE),
)
