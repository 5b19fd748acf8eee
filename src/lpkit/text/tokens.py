"""The words of a text: splitting it, telling words that carry content, and reducing words to a common form."""

from collections.abc import Iterable
from functools import lru_cache

from lpkit.pattern import pattern

_WORD = pattern(r"[^\W_]+(?:'[^\W_]+)*")

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

STOP_WORDS = frozenset(f"{_FUNCTION_WORDS} {_QUESTION_WORDS}".split())
"""Words that say nothing of a question's subject: function words, the vocabulary of asking, persons of a case."""

_CURLY = str.maketrans({"’": "'", "‘": "'"})
_SPACES = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
_VOWEL = pattern("[aeiouy]")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Split a text into its words, in lower case; hyphens and underscores part words, apostrophes do not."""
    text = plain(text)
    # Most texts are plain ASCII without apostrophes, and splitting those is three times as fast.
    return tuple(text.translate(_SPACES).split() if text.isascii() and "'" not in text else _WORD.findall(text))


def plain(text: str) -> str:
    """Give a text in lower case with straight apostrophes."""
    return (text if text.isascii() else text.translate(_CURLY)).lower()


def content(tokens: Iterable[str]) -> frozenset[str]:
    """Give the common forms of the words that carry content."""
    return frozenset(filter(None, map(common_form, tokens)))


@lru_cache(maxsize=65536)
def common_form(word: str) -> str:
    """Reduce a word to what its inflections share (`tried` and `tries` to `try`); empty for words without content.

    Only regular endings of English inflection are taken off, after the first step of Porter (1980), and a final e;
    derived words stay apart, since a reader sees `infect` and `infectious` as two words.
    """
    word = word.removesuffix("'s")
    if len(word) < 3 or word in STOP_WORDS or not word.isalpha():
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
