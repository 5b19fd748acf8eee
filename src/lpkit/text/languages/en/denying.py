"""English: what texts deny of an answer: a deed that was not done, somebody who was not told, a thing left unsaid."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.kin import KIN
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.denying import Denying

_NEVER = r"(?:never|not once|at no (?:time|point|stage)|on no occasion|nowhere|not|by no means)"
_BE = r"(?:was|were|is|are|has been|have been|had been|has|have|had|got|gets|did|does|do)"
_WAS = r"(?:was|were|has been|have been|had been|had|got|did)"
_IS = r"(?:is|are|has|have|gets|does|do)"
_REPORTED = r"(?:said|given|named|mentioned|shown|explained|stated|known|there|so)\b"
_OPENS = r"\b(?!(?:which|that|and|but|so|while|as|it|this|there|who) )"
_SAY = (
    r"(?:an?|any|the|so much as an?)(?: real| fair| single)? (?:chance|right|opportunity|say|way|means|possibility"
    r"|occasion|time)"
)
_WHO = r"(?P<who>(?:(?!(?:that|who|which|what|how|why) )[\w’'-]+ ){1,8}?)"
_WHAT = r"(?P<deed>[^.;:!?,\n]{2,90})"
_EVER = r"(?:ever |even |once |so much as |really |actually )*"
_ABSENT = (
    r"(?:(?:is|are|was|were|stays?|remains?|goes|gets?) (?:also |simply |nowhere |all )?"
    r"(?:not (?:said|told|given|named|mentioned|shown|explained|stated|known)"
    r"|never (?:said|told|given|named|mentioned|shown|explained|stated)"
    r"|left (?:out|open|unsaid|untold|in the dark)|unsaid|untold|unmentioned|omitted|passed over|skipped"
    r"|kept (?:quiet|back|silent)|(?:said|told|mentioned|found|named) nowhere|a (?:secret|mystery|blank))"
    r"|(?:isn|aren|wasn|weren)['’]t (?:said|told|given|named|mentioned|shown|there)"
    r"|(?:one|we|a listener|the listener) (?:never|doesn['’]t|don['’]t) (?:learns?|hears?|finds? out))"
)
_NOTHING = r"(?:not a (?:single )?(?:word|syllable|line)|no word|not one word|nothing(?: at all)?|no mention)"
_IN_DARK = (
    r"(?:uninformed|in the dark|unwarned|unaware|ignorant|in ignorance|guessing|out of (?:it|the loop)|to guess"
    r"|to (?:find (?:it |this |that )?out|learn|discover|wonder|hear|read)\b"
    r"|without (?:a |any |so much as a )?(?:single )?(?:word|notice|news|warning))"
)
_WHOM = r"(?P<whom>(?!\w+ing\b)[^.;:!?,\n]{2,50}"

DENYING = Denying(
    cues=listed(
        "no not never nobody none nowhere without nothing neither nor fails failed fail forgets forgot neglects"
        " neglected omits omitted left leaves leaving keeps kept hides hid hidden conceals concealed withholds"
        " withheld unsaid untold silent mum skips skipped passes bypasses bypassed behind isn't aren't wasn't weren't"
        " didn't doesn't don't hasn't haven't hadn't refuses refused avoids avoided unmentioned unaware uninformed"
        " unwarned"
    ),
    undone=(
        pattern(rf"{_OPENS}{_WHO}{_WAS}(?:n['’]t| {_NEVER}) {_EVER}(?!{_REPORTED}){_WHAT}", re.IGNORECASE),
        pattern(rf"{_OPENS}{_WHO}{_IS}(?:n['’]t| {_NEVER}) {_EVER}(?!{_REPORTED}|told\b){_WHAT}", re.IGNORECASE),
        pattern(
            r"\b(?:never|did not|didn['’]t|does not|doesn['’]t|do not|don['’]t|fail(?:s|ed)? to|forgets? to|forgot to"
            r"|neglect(?:s|ed)? to|omit(?:s|ted)? to|refuse[sd]? to|avoid(?:s|ed)?|skip(?:s|ped)?)"
            rf" {_EVER}{_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:nobody|no one|no-one|none|not one|not a single(?: one)?|no|neither|not even|not so much as)(?: of)?"
            rf" (?P<who>(?:[\w’'-]+ ){{1,12}}?)(?:(?:{_BE}|ever|been) )+(?<!has )(?<!had )(?<!have )"
            rf"(?:an? |any |so much as )*{_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:nobody|no one|no-one|none|not one|not a single(?: one)?|no|neither|not even)(?: of)?"
            rf" (?P<who>(?:[\w’'-]+ ){{1,12}}?)(?:has|had|have) (?!an? |the |any |to ){_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            rf"\b(?:nobody|no one|no-one|none of them|neither of them) {_EVER}(?:{_BE} )?"
            r"(?!(?:has|had|have) to|needs?|wants?|to )"
            rf"{_EVER}{_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            rf"\b(?:nobody|no one|no-one|none|not one|not a single(?: one)?|no|neither|not even)(?: of)?"
            rf" (?P<who>(?:[\w’'-]+ ){{1,6}}?)(?:{_BE} )?(?:ever )?(?:has|had|have|got|gets?|given) {_SAY} to"
            rf" {_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            rf"{_OPENS}(?P<who>(?:[\w’'-]+ ){{1,6}}?)(?:(?:was|were|is|are) )?(?:never|not once)"
            rf"(?: given| had| got| gets?) {_SAY} to {_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            rf"{_OPENS}(?P<who>(?:[\w’'-]+ ){{1,6}}?)(?:never|not once) (?:gets?|got|receives?|received|hears?|heard"
            rf"|sees?|saw|is given|was given) (?:an?|any|so much as an?|a single|one|his|her|their) {_WHAT}",
            re.IGNORECASE,
        ),
        pattern(rf"\bwithout {_EVER}(?P<deed>\w+ing\b[^.;:!?,\n]{{2,80}})", re.IGNORECASE),
        pattern(
            rf"{_OPENS}(?P<who>(?:[\w’'-]+ ){{1,6}}?)(?:gets?|got|receives?|received|hears?|heard|sees?|saw|finds?"
            rf"|found) (?:no|not an?|never an?|not a single|nothing of an?) {_WHAT}",
            re.IGNORECASE,
        ),
    ),
    untold=(
        pattern(
            rf"{_OPENS}(?P<whom>(?:[\w’'-]+ ){{1,6}}?)(?:was|were|is|are|stays?|remains?|been) (?:simply |all )?"
            rf"(?:left|kept) {_IN_DARK}",
            re.IGNORECASE,
        ),
        pattern(rf"\b(?:leaves?|left|leaving|keeps?|kept|keeping) {_WHOM}?) {_IN_DARK}", re.IGNORECASE),
        pattern(
            r"\b(?:keeps?|kept|keeping|hides?|hid|hiding|conceals?|concealed|withh[oe]lds?|withholding)"
            rf"(?: [\w’'-]+){{1,6}}? from {_WHOM})",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:goes|went|going|acts?|acted|acting|works?|worked|moves|moved)(?: [\w’'-]+){0,4}? behind"
            rf" {_WHOM}?)(?:['’]s?)? backs?\b",
            re.IGNORECASE,
        ),
        pattern(rf"\b(?:bypass(?:es|ed)?|goes (?:over the head of|past)) {_WHOM})", re.IGNORECASE),
        pattern(
            r"\b(?:nothing (?:is|was|has been) (?:said|told|passed on) to|(?:tells?|told|says?|said) nothing to"
            rf"|(?:not a word|no word) to|(?:not a word|nothing|no word) (?:ever )?reache[sd]) {_WHOM})",
            re.IGNORECASE,
        ),
    ),
    unsaid=(
        pattern(
            rf"(?:^|(?<=[.;:!?,] )|(?<=\band )|(?<=\bbut ))(?P<deed>(?:who|whom|that) [^.;:!?,\n]{{2,90}}?) {_ABSENT}",
            re.IGNORECASE,
        ),
        pattern(
            rf"\b{_NOTHING}(?: (?:is|was|gets|falls|goes))?(?: (?:said|lost|spent|told|heard|wasted|given))?"
            rf" (?:about|on|of|as to) (?!how|why|what|when|where|whether){_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            rf"\b(?:about|on|of|as to) (?!how|why|what)(?P<deed>[^.;:!?,\n]{{2,80}}?),? {_NOTHING} (?:is|was)\b",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:(?:says?|tells?|reveals?|gives) nothing|(?:is|stays|remains|keeps) (?:silent|mum|quiet))"
            rf" (?:about|of|on|as to) (?!how|why|what|when|where|whether){_WHAT}",
            re.IGNORECASE,
        ),
        pattern(
            r"\b(?:does not|doesn['’]t|never|nowhere|fails to|forgets to|without) (?:say|says|saying|tells?|telling"
            r"|mentions?|mentioning|reveals?|revealing|names?|naming)"
            rf" (?!how|why|what|when|where|whether){_WHAT}",
            re.IGNORECASE,
        ),
    ),
    limits=pattern(
        r"\b(?:in|at|on|during|before|until|till|after|within|outside|beyond|except|for|by|since|ahead of|while|when"
        r"|once|from|under|over|between|with) (?P<limit>(?:(?:the|an?|his|her|its|their|that|this|these|those) )?"
        r"[\w’'-]+(?: [\w’'-]+)?)",
        re.IGNORECASE,
    ),
    supposed=pattern(
        r"\b(?:if|would|could|might|should|may|unless|must|need(?:s|ed)?|wants?|whether|because|since|hence|so that"
        r"|rather than|not that|not because|not only|except|at first|until|till|yet|only|but for|half|enough"
        r"|any ?more|no more|no longer|more than|less than|whoever|raters?|listeners?|points?|question"
        r"|cannot|can)\b|\?",
        re.IGNORECASE,
    ),
    kin=KIN,
    tells=pattern(
        r"\b(?:went|go|goes|gone|turned|came|walked|drove|ran) (?:straight |back |over |up |right )?to (?:see |ask )?"
        r"(?:my|our|the|her|his|their|both|all|each|every|[A-Z])[\w’'-]*\b|\b(?:sat|spoke|talked|met) (?:down )?with\b"
        r"|\b(?:let|had let) (?:[\w’'-]+ ){1,4}know\b"
    ),
    unreal=pattern(r"['’]d have (?!to\b)|\b(?:would|could|should|might)(?: not|n['’]t)? have\b|\bhad I (?!to\b)"),
    # Days and months have it too, and do no harm here.
    name=pattern(r"(?<=[a-z,] )(?!I\b)[A-Z][a-z]{2,}|(?<=That['’]s )[A-Z][a-z]{2,}"),
    told="tell",
    asks=listed("what how why which whose whether"),
    speaker=listed("me us"),
    generic=listed(
        "candidate answer story speaker listener rater note text sentence matter way thing things part ever even"
        " anybody anyone anything somebody someone nobody none nothing beforehand afterwards kind sort single whole"
        " own one ones any time point stage anywhere offered made make done do given told said named shown pity is"
        " gets got get getting had has have been being who whom what which that this these those them him her it"
        " there then with from into about happened became become itself himself herself themselves personally"
        " direct directly least bit much used came come comes ahead since the an its his their of to be was were"
    ),
    everybody=listed("everybody everyone all each every"),
    those=listed("you those them they these him her he she it both that this all each"),
    negators=listed(
        "never not nobody none no without nor neither cannot hardly nowhere refused forgot failed instead"
        " didn't don't doesn't hadn't haven't hasn't wasn't weren't isn't aren't couldn't wouldn't"
        " shouldn't won't can't"
    ),
    supposing=listed("should would could might if unless meant wanted hoped ought wish whether"),
)
