"""German stems: what they deny, what they leave open, how they end."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Blanks, Frequencies, Negations, StemFocus

_WRONG = "falsch|unrichtig|inkorrekt|unzutreffend|ungültig|unwahr|unwahrscheinlich|ungeeignet|unangemessen"
_NEGATIVE = """
nicht kein keine keinem keinen keiner keines keins nie niemals außer ausgenommen ausnahme wenigsten
unwahrscheinlichsten
"""
_ENDED = listed(" ".join(stem + ending for stem in _WRONG.split("|") for ending in ("", "e", "em", "en", "er", "es")))
_NEGATION = pattern(
    rf"""(?P<emphasis>[*_]{{1,2}}|<b>|<u>)?\b(?:
      (?<!oder\ )nicht\b(?!\s+(?:nur|bloß|allein|zuletzt|zu\s+vergessen)\b)
    | kein(?:e[mnrs]?|s)?\b | nie(?:mals)?\b
    | außer\b | ausgenommen\b | mit\s+Ausnahme\b
    | am\s+(?:wenigsten|unwahrscheinlichsten)\b
    | (?:ist|sind|war|waren|wäre|wären)\s+(?:\w+\s+)?(?:{_WRONG})\b(?!\s+(?:an|in|mit|hier)\b)
    | (?:{_WRONG})e[mnrs]?\s+(?:Aussagen?|Antwort(?:en)?|Option(?:en)?|Behauptung(?:en)?|Zuordnung(?:en)?|Paare?)
    | (?:falsch|unrichtig)\s+(?:zugeordnet|gepaart|beschrieben|dargestellt)
    | (?-i:FALSCH|FALSCHE[NRS]?|UNZUTREFFEND)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ASKING = (
    r"welche[mnrs]?|welch|was|wer|wen|wem|wessen|wann|wo|wohin|woher|warum|weshalb|wieso|wie|womit|wodurch|wofür|wovon"
    r"|woran|worauf|woraus|worin|worüber|wozu|wobei|wonach"
)
_CONDITIONS = (
    r"dass|ob|wenn|falls|weil|da|damit|während|obwohl|obgleich|sobald|solange|sofern|bevor|ehe|nachdem|seit|bis|indem"
)
_BEFORE = r"(?:an|auf|aus|bei|durch|für|gegen|in|mit|nach|ohne|um|unter|von|vor|zu|über)"

NEGATIONS = Negations(
    words=listed(_NEGATIVE) | _ENDED,
    endings=(),
    negation=_NEGATION,
    no_question=pattern(
        r"(?:warum|weshalb|wieso|oder|ob|um\s+(?:[\w-]+\s+){0,4}|versuche[nt]?|(?:^|[,;(])[^\w,;(]*bitte)\s*$",
        re.IGNORECASE,
    ),
    order=pattern(
        r"\W*(?:bitte\s+)?(?:\w+en\s+sie|verwende|benutze|nutze|vergiss|nimm|rechne|lies)\s+(?:bitte\s+)?"
        r"(?:nicht|nie|kein\w*)\b",
        re.IGNORECASE,
    ),
    excepting=("außer", "ausgenommen", "mit ausnahme"),
    whole=pattern(
        r"\b(?:alle[mnrs]?|jede[mnrs]?|sämtliche[nr]?|folgende[nrs]?|diese[nr]?|beide[nrs]?)\b", re.IGNORECASE
    ),
    fillers=("von", "einer", "eine", "einem"),
    # German sets subordinate clauses off with a comma; at the start of a stem, `der` and `die` are articles.
    subordinate=pattern(
        rf"(?:(?:^|[,;:(])[^\w,;:(]*(?:auch\s+|nur\s+|selbst\s+)?(?=(?:{_CONDITIONS}|{_ASKING})\b)"
        rf"|,\s*(?:{_BEFORE}\s+)?(?=(?:der|die|das|den|dem|dessen|deren|denen)\b))(?P<word>\w+)",
        re.IGNORECASE,
    ),
    relative=listed("der die das den dem dessen deren denen welche welcher welches welchen welchem"),
    asking=pattern(rf"\b(?:{_ASKING})\b", re.IGNORECASE),
    reasons=listed("warum weshalb wieso"),
    framing=listed("wann wo wer wessen wen wem"),
    leads=pattern(rf"(?:^|[,:;(])[^\w,:;(]*(?:(?:und|dann|also|{_BEFORE})\s+)*$", re.IGNORECASE),
    demand=pattern(
        r"\W*(?:wählen?|nennen?|finden?|markieren?|bestimmen?|suchen?|kreuzen?|geben?)\s+(?:sie\s+)?(?:das|die|den|diejenige\w*)\b",
        re.IGNORECASE,
    ),
    choice=pattern(
        r"\b(?:aussagen?|antwort(?:en)?|option(?:en)?|auswahl|möglichkeit(?:en)?|begriffe?|eine[mnrs]?"
        r"|(?:der|die|das)(?:jenige\w*)?)\W*$",
        re.IGNORECASE,
    ),
    in_option=pattern(r"\b(?:nicht(?! nur)|nie(?:mals)?|kein(?:e[mnrs]?|s)?)\b", re.IGNORECASE),
)

_VAGUE = """
gewöhnlich üblicherweise normalerweise meist meistens oft öfter häufig manchmal gelegentlich selten bisweilen mitunter
regelmäßig typischerweise
"""

FREQUENCIES = Frequencies(
    vague=listed(_VAGUE),
    in_question=listed("oft manchmal häufig gelegentlich selten bisweilen mitunter"),
    compared=pattern(
        r"\b(?:wie|so|zu|sehr|ziemlich|gleich|ebenso|genauso|weniger) (?:oft|häufig|selten|regelmäßig|viele?[mnr]?)\b",
        re.IGNORECASE,
    ),
    hedges=listed(
        "mag mögen könnte könnten vielleicht möglicherweise wohl manche mancher manchen einige einigen viele vielen"
    ),
    hedge=pattern(
        r"\b(?:mag|mögen|könnten?|[Vv]ielleicht|[Mm]öglicherweise|wohl|[Mm]anche[nr]?|[Ee]inigen?|[Vv]ielen?)\b(?!\s\d)"
    ),
    subject=pattern(r"(?:manche|einige) (?!von\b)\w", re.IGNORECASE),
)

BLANKS = Blanks(
    words=("Lücke", "lücke", "(?)"),
    blank=pattern(r"\[\s*Lücke\s*\]|\(\s*(?:Lücke|\?)\s*\)", re.IGNORECASE),
    last=("?",),
    left_open=pattern(
        r"(?:\b(?:ist|sind|war|waren|heißt|von|in|zu|für|mit|als|bei|der|die|das|dem|den|eine?)|[\d,])\s(?P<blank>\?)\s*$",
        re.IGNORECASE,
    ),
    cloze=pattern(
        r"\b(?:richtige|fehlende|passende)\w*\s+(?:Wort|Form|Verb|Präposition|Zeitform|Artikel)\b", re.IGNORECASE
    ),
)

_FOCUS_ASKING = """
welche welchem welchen welcher welches was wer wen wem wessen wann wo wohin woher warum weshalb wieso wie womit wodurch
wofür wovon woran worauf woraus worin worüber wozu ist sind war waren wird werden wurde wurden hat haben kann können
muss müssen soll sollen darf gilt heißt gehört wähle wählen nenne nennen bestimme bestimmen berechne berechnen finde
finden markiere ordne ordnen gib geben ergänze vervollständige erkläre beschreibe vergleiche löse übersetze
"""

_EMPTY = """
richtig richtige richtigen falsch falsche falschen wahr nicht außer folgend folgende folgenden folgender diese dieser
aussage aussagen antwort antworten option optionen ist sind trifft treffen zu stimmt stimmen gilt die der das den
welche welcher welches was von eine einer ein beste besten alle wähle wählen sie bitte kreuze kreuzen an aus unten oben
genannt genannten angegebenen hier es frage
"""

STEM_FOCUS = StemFocus(
    asking=listed(_FOCUS_ASKING),
    demands=frozenset(),
    empty=listed(_EMPTY),
    # A German heading ends in a noun, so that a last word in lower case belongs to a sentence.
    completed=pattern(r"[:_…=?]|\.{3,}|\d|(?:^|\s)[a-zäöüß]+\W*$"),
    keeps_colon=listed("für von zu"),
    about=pattern(
        r"\W*(?:bezüglich|betreffend|hinsichtlich|zum\s+Thema|in\s+Bezug\s+auf|mit\s+Blick\s+auf)(?:\s+[\w'’-]+){1,6}\s*[:,.…]*\s*",
        re.IGNORECASE,
    ),
    bare=pattern(
        r"\W*(?:(?:der|die|das|eine?)\s+)?[^\s,:]+(?:\s+[^\s,:]+)?\s+(?:ist|sind|war|waren)(?:\s+eine?)?\W*",
        re.IGNORECASE,
    ),
    named=pattern(r"(?:eine?[mnrs]?|der|die|das|den|dem)\s", re.IGNORECASE),
    begun=pattern(
        r"(?:dann,?\s+)?(?:er|sie|es|wir|man|du|ich|(?:der|die|das|ein|eine|dies\w*)\s+\w+)\W*", re.IGNORECASE
    ),
)
