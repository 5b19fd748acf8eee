"""English words: those without content, their inflections, those that may stand twice, and placeholders."""

from functools import lru_cache

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import ContentWords, MarkupWords, RepeatedWords, placeholders

_FUNCTION_WORDS = """
a about above across after again against all almost along already also although always am among an and another any
anyone anything are aren't around as at away back be became because become been before being below between both but by
can can't cannot could did didn't do does doesn't doing don't done down during each either else enough even ever every
everyone everything few for from get gets given go goes had has hasn't have having he her here hers him his how
however i if in indeed instead into is isn't it its itself just last least less let like made make makes many may me
might more most much must my near neither never next no nobody none nor not nothing now of off often on once one only
onto or other others our out over own per perhaps quite rather really same see seem seems several shall she should
since so some someone something soon still such than that that's the their them themselves then there these they thing
things this those though through throughout thus to together too toward towards under unless until up upon us use used
uses using usually very via was wasn't way ways we well went were what what's when where whether which while who whom
whose why will with within without won't would yet you your two three first second new good does
"""

_QUESTION_WORDS = """
according accurate accurately answer answers appropriate apply applies applied assume best called case cause caused
choice choices choose classified closest commonly complete concerning considered consider correct correctly defined
define describe described describes describing description effect example examples explain explains explanation false
following find found identify illustrates illustrate include included includes indicate indicates indicated involve
involves item known likely main mean means mentioned name named occur occurs option options primarily primary probably
question reason refer referred refers regarding related represent represents respond result results select sentence
show shown shows situation statement statements term terms true type types typically uses word words work works
happen happened happening happens keep keeping keeps kept put puts said say says take taken takes tell tells told
want wants
boy girl man men old patient patients people person woman women year years
"""

_STOP_WORDS = listed(_FUNCTION_WORDS) | listed(_QUESTION_WORDS)
_VOWEL = pattern("[aeiouy]")


@lru_cache(maxsize=65536)
def common_form(word: str) -> str:
    """Reduce a word to what its inflections share (`tried` and `tries` to `try`); empty for words without content.

    Only regular endings of English inflection are taken off, after the first step of Porter (1980), and a final e;
    derived words stay apart, since a reader sees `infect` and `infectious` as two words.
    """
    word = word.removesuffix("'s")
    if len(word) < 3 or word in _STOP_WORDS or not word.isalpha():
        return ""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            word = _single(root)
            break
    if word.endswith("i"):
        word = word[:-1] + "y"
    return word.removesuffix("e") if len(word) > 3 else word


def _single(root: str) -> str:
    """Undo the doubling of a final consonant (`running`), but for those that double in the root itself."""
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz" else root


CONTENT = ContentWords(_STOP_WORDS, common_form, (("sion", "d"),))

_MAY_REPEAT = """
had that is do her in on out up over off as was are who what through one
very really so far much many long never no yes ha bye now there blah knock again more well please hear ok okay
"""
"""Verbs and particles where two clauses meet, then words that insist."""

REPEATED = RepeatedWords(listed(_MAY_REPEAT), frozenset("I"))

_MARKUP = """
tag tags entity entities element elements anchor template escape escaped encoding code program output string heading
attribute browser link page syntax
"""

MARKUP = MarkupWords(listed(_MARKUP))

PLACEHOLDERS = placeholders(
    only=r"[Rr]eplace (?:me|this(?: text)?)|[Cc]hange me|[Pp]laceholder|[Cc]oming soon|[Tt]o be (?:written|added)",
    beginnings="rcPp",
    before=("[Aa]", "[Aa]n", "[Tt]he", "[Nn]o", "marked", "of", "as", "is", "was", "said", "read"),
    after=r"s\b| (?:comments?|lists?|markers?|notes?|items?|entry|entries|tags?)\b",
    asks="your|insert|enter|fill in|replace|describe|write|put",
    asks_in_brackets="insert|fill in",
    here=r"\[(?:your|an?|the) [^\]\n]{1,50} here\](?!\()",
    signs=("[insert", "[fill", " here]"),
)
