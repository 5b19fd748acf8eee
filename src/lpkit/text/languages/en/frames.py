"""English frames: how active and passive clauses say who did what to whom, and what takes them back."""

from lpkit.text.languages.en.clauses import (
    AUXILIARIES,
    CONTRASTS,
    ENDS,
    JOINS,
    LATER,
    MODAL,
    NEGATIVE,
    OTHERS,
    PAUSES,
    QUALIFIERS,
    SUBJECTS,
    SUPPOSING,
    TELLING,
)
from lpkit.text.languages.en.declined import BYGONE, DECLINED, TURNED, UNTRUE
from lpkit.text.languages.en.inflection import DOUBLING, ENDINGS, IRREGULAR, PRONOUNS, any_form, noun, verb
from lpkit.text.languages.en.shortened import HAD_DONE, SHORTENED
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Frames, Guards, Template

_LISTS = {
    "between": PAUSES
    | SUBJECTS
    | NEGATIVE
    | MODAL
    | JOINS
    | listed("'s to that by me us him them colleague teammate coworker used"),
    "free": ENDS | SUBJECTS,
    "end": ENDS,
    "other": ENDS | SUBJECTS | NEGATIVE | MODAL | listed("because if unless whether although though while that"),
    "and": listed("and then"),
    "he": listed("he she they"),
    "ease": AUXILIARIES | QUALIFIERS,
    "soft": QUALIFIERS,
    "turn": PAUSES | SUBJECTS | NEGATIVE | JOINS | listed("that who which"),
    "agent": ENDS | listed("i we he she they") | NEGATIVE | JOINS,
    "reach": ENDS
    | listed("i we he she they")
    | NEGATIVE
    | listed("about why how what when where that who which and but because"),
    "denied": PAUSES | SUBJECTS | listed("but because and or that who which so"),
    "that": listed("that if whether perhaps maybe how"),
    "be": listed("was were been being be is are am 's 're 'm got get getting gotten"),
    "open": listed(". , ; when after once being been as and"),
    "by": listed("by"),
    "deny": NEGATIVE | listed("instead skipped refused declined failed forgot neglected avoided"),
    "nobody": frozenset(("nobody", "no one", "none", "no-one", "not anyone", "not a soul", "not one")),
    "nothing": frozenset(("nothing", "none", "no", "not a single", "zero", "not any", "not one", "few", "little")),
    "which": listed("that which who"),
    "article": listed("the a an this that these those my our your his her its their no any some each every of in"),
    "breaks": PAUSES | listed("and but or so because since as while when after although though then where"),
    "denials": NEGATIVE,
    "fronted": frozenset(
        (
            *("at no point", "at no time", "not once", "in no way", "on no occasion", "under no circumstances"),
            *("at no stage", "never", "not at any point", "no longer", "nowhere"),
            *("a year earlier", "years earlier", "the year before", "years before", "once before", "at another time"),
            *("at another company", "at another firm", "in another company", "in another firm", "on another occasion"),
            *BYGONE,
        )
    ),
    "supposing": SUPPOSING,
    "supposed": SUPPOSING | listed("'d"),
    "apart": ENDS | NEGATIVE | {"but"},
    "elided": ENDS | NEGATIVE | listed("he she they"),
    "telling": TELLING,
    "firsts": listed("i we"),
    "others": OTHERS,
    "doubts": TELLING | SUPPOSING | NEGATIVE | LATER | MODAL | CONTRASTS | OTHERS | {"; i", "; we"},
    "speakers": SUBJECTS | listed("my our me us there nobody everyone everybody things"),
    "contrast": CONTRASTS | listed(";"),
    "would": listed("would 'd"),
    "surely": QUALIFIERS | listed("likely most surely rather typically normally"),
    "pointing": listed("it that this them those to about anything afterwards"),
    "aux": AUXILIARIES | MODAL,
    "could": listed("could might should may must can ca"),
    "have": listed("have 've"),
    "thing": listed("to a an the my our no some any more another"),
    "alter": listed("change alter improve fix add drop begin start end stop ask"),
    "otherwise": listed("earlier sooner differently otherwise instead change"),
    "parted": listed("have 've had who that which was were be been are is 's 're to by"),
    **SHORTENED,
    "rue": listed("regret regretted rue rued"),
    "same": frozenset(("all the same", "anyway", "nonetheless", "nevertheless", "so", "so anyway")),
    "declined": DECLINED,
    "thought": listed("thought said felt believed"),
    "untrue": UNTRUE,
    "turned": TURNED,
    "had": frozenset(("had already", "was already", "already had", "'d already", "had long", "had by then")),
    "i": listed("i we"),
}

_FORKS = {
    "head": (
        "6!between",
        "3!between , 10!end , 2@ease",
        "; 10!end ; 2@ease",
        "9!other @and 1@he 3@ease",
    ),
    "on": ("6!reach", "that 5!reach", ", 8!end , 3!reach"),
}


def _ways(slots: str, *steps: str) -> list[Template]:
    return [Template(listed(slots), way) for way in steps]


_BY = "8!agent by 4!between WHO:o"
_BEEN = "@be 2@ease DONE"
_SELF = f"WHOM:s 4@ease {_BEEN}"
_NEVER = "@deny 5!denied"


def _unsaid(subject: str) -> tuple[str, str, str]:
    """Give the passives of what was not done."""
    return (
        f"{subject} 3@ease @be 1@ease @deny 2@ease DONE",
        f"{subject} 3@ease @deny 1@ease {_BEEN}",
        f"@deny 2!turn {subject} 3@ease {_BEEN}",
    )


_TEMPLATES = (
    *_ways("who did", "WHO:s #head <article DID", f"{_BEEN} {_BY}"),
    *_ways(
        "who did whom",
        "WHO:s #head <article DID 5!turn WHOM:o",
        "WHO:s #head <article DID 1@that WHOM:s",
        f"{_SELF} {_BY}",
        f"{_BEEN} 5!turn WHOM:o 4!turn by 4!between WHO:o",
        f"@open 2@ease DONE {_BY}",
    ),
    *_ways(
        "who did what",
        "WHO:s #head <article DID #on WHAT",
        "WHAT 3!between WHO:s #head <article DID",
        f"WHAT 5!between {_BEEN} {_BY}",
    ),
    *_ways(
        "who did whom what",
        "WHO:s #head <article DID 5!turn WHOM:o #on WHAT",
        "WHO:s #head <article DID 1@that WHOM:s",
        "WHO:s #head <article DID 6!reach WHAT 4!turn WHOM:o",
        "WHAT 1@which 2!between WHO:s #head <article DID 5!turn WHOM:o",
        f"{_SELF} by 4!between WHO:o #on WHAT",
        f"{_SELF} #on WHAT {_BY}",
        f"{_BEEN} 5!turn WHOM:o 4!turn by 4!between WHO:o",
        "@open 2@ease DONE by 4!between WHO:o #on WHAT",
    ),
    *_ways("did whom", f"{_SELF} ?by", f"{_BEEN} 4!turn WHOM:o ?by"),
    *_ways("did whom what", f"{_SELF} ?by #on WHAT", f"WHAT 5!between {_BEEN} 4!turn WHOM:o ?by"),
    *_ways("did what", f"WHAT 5!between {_BEEN} ?by"),
    *_ways("did_not", f"{_NEVER} <article DID"),
    *_ways(
        "did_not whom",
        f"{_NEVER} <article DID 5!turn WHOM:o",
        "<article DID 1@ease @nobody",
        "<article DID 4!turn @nothing 3!turn WHOM:o",
        *_unsaid("WHOM:s"),
    ),
    *_ways(
        "did_not what",
        f"{_NEVER} <article DID #on WHAT",
        "<article DID 2@ease @nothing 3!turn WHAT",
        *_unsaid("WHAT"),
    ),
    *_ways("who did_not", f"WHO:s 8!free {_NEVER} <article DID", "@nobody 3@ease <article DID"),
    *_ways(
        "who did_not whom",
        f"WHO:s 8!free {_NEVER} <article DID 5!turn WHOM:o",
        "WHO:s #head <article DID 1@ease @nobody",
        "WHO:s #head <article DID 4!turn @nothing 3!turn WHOM:o",
        "@nobody 3@ease <article DID 5!turn WHOM:o",
        *_unsaid("WHOM:s"),
    ),
    *_ways(
        "who did_not what",
        f"WHO:s 8!free {_NEVER} <article DID #on WHAT",
        "WHO:s #head <article DID 2@ease @nothing 3!turn WHAT",
        "@nobody 3@ease <article DID #on WHAT",
        f"?pointing WHAT 6!elided WHO:s 2@aux {_NEVER} <article DID",
        "?pointing WHAT 6!elided @nobody 3@ease <article DID",
        *_unsaid("WHAT"),
    ),
)

_PAIRS = ("anybody anyone", "somebody someone", "everybody everyone")

FRAMES = Frames(
    clitics=("n't", "'s", "'d", "'ll", "'ve", "'re", "'m"),
    endings=ENDINGS,
    doubling=DOUBLING,
    irregular=IRREGULAR,
    verb=verb,
    noun=noun,
    any_form=any_form,
    pronouns=PRONOUNS,
    same={
        "would": listed("would 'd"),
        "had": listed("had 'd"),
        "not": listed("not n't never"),
        "nobody": frozenset(("nobody", "no one", "no-one", "none")),
        **{word: listed(pair) for pair in _PAIRS for word in pair.split()},
        "will": listed("will 'll wo"),
        "have": listed("have 've"),
        "has": listed("has 's"),
        "is": listed("is 's"),
        "are": listed("are 're"),
        "am": listed("am 'm"),
        "can": listed("can ca"),
    },
    short=(
        *(("can not", "ca n't"), ("not ", "n't "), ("d not", "d n't"), ("can not", "cannot")),
        *((f"{word} would", f"{word} 'd") for word in ("i", "we", "he", "she", "they", "you", "one")),
    ),
    lists=_LISTS,
    forks=_FORKS,
    templates=_TEMPLATES,
    joined=(("can not", "cannot"),),
    pause="2@soft",
    elided="4!elided",
    apart="8!apart",
    guards=Guards(
        breaks="breaks",
        denials="denials",
        fronted="fronted",
        suppositions="supposing",
        supposed="supposed",
        tellers="telling",
        firsts="firsts",
        others="others",
        helping="ease",
        doubts="doubts",
        speakers="speakers",
        after=(
            *("@i 2@ease @declined", "@i @had", "instead @i", "@i instead", "@i did @same"),
            *("@contrast 8!end @i @would 1@soft @end", "@contrast 8!other @i @would 1@soft @alter"),
            *("@contrast 8!other @i @would 6!other @otherwise", "@contrast 10!end @i 2@ease @rue"),
            *("@which 2@ease @be 2@ease @untrue", "@which @i 2@ease @rue", "@i @be 2@ease wrong", "@turned @i"),
        ),
        at_once=(
            *("<could 3@surely @have ?thing", ">have @article", "nothing", ", @i @thought , and"),
            *("<parted 2@surely @been", HAD_DONE),
        ),
    ),
)
