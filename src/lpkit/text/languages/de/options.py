"""German options: those that speak of others, judge, hold each other, or allow no exception."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Absolutes, Combinations, Judgements, MetaOptions, Overlaps

_OPTIONS = r"(?:(?:antwort)?möglichkeit(?:en)?|(?:antwort|option|lösung)(?:en)?|aussagen?|alternativen?)"
_GIVEN = (
    r"(?:oben\s+)?(?:genannten?|angegebenen?|aufgeführten?|aufgezählten?|obigen?|vorstehenden?|vorherigen?|anderen?"
    r"|übrigen?)"
)
_POINTED = (
    r"(?:(?:von|der|den|die|diese[rn]?)\s+)*"
    rf"(?:{_GIVEN}(?:\s+{_OPTIONS})?|{_OPTIONS}(?:\s+oben)?|davon|diesen|ihnen)"
)
_VERDICT = (
    r"(?:\s+(?:ist|sind|treffen|trifft|stimmen|stimmt)(?:\s+alle)?"
    r"(?:\s+(?:richtig|korrekt|wahr|zutreffend|falsch|möglich|zu))?)?"
)
_LETTER = r"\(?[a-h]\)?"
_JUDGED = r"(?:sind|ist)\s+(?:richtig|korrekt|wahr|falsch|zutreffend|möglich)"

META_OPTIONS = MetaOptions(
    first_words=listed(
        "kein keine keiner keines keins nichts weder nicht zu kann lässt alle alles jede beide beides sowohl nur"
    )
    | listed("eine einer zwei drei mehrere mindestens die der das option optionen antwort antworten a b c d e f g h"),
    beginning=pattern(
        r"(?:nicht\s+genug|zu\s+wenig|kann\s+(?:nicht|aus)|lässt\s+sich|keine?[rs]?|keins|nichts|weder|alle|alles|jede|beide|beides|sowohl|nur|mindestens"
        r"|(?:eine?|einer|zwei|drei|mehrere)\s+(?:der|von|dieser|davon)|option(?:en)?|antwort(?:en)?"
        r"|(?:die|der|das)\s+(?:erste|zweite|dritte|letzte|vorherige|obige|richtige|oben)\w*"
        r"|\(?[a-h]\)?(?=\s*(?:[,&+/]|und\b|oder\b|noch\b|aber\b)))(?![\w'-])"
    ),
    none=pattern(
        rf"(?:keine?[rs]?|keins|nichts|keine\s+einzige)(?:\s+{_POINTED})?{_VERDICT}"
        r"|nichts\s+(?:davon|trifft\s+zu)|keine?[rs]?\s+(?:davon|trifft\s+zu)"
        r"|die\s+richtige\s+(?:antwort|lösung)\s+(?:fehlt|ist\s+nicht\s+dabei)|weder\s+noch"
    ),
    unsettled=pattern(
        r"(?:nicht\s+genug|zu\s+wenig)\s+(?:informationen|angaben|daten)(?:\s+(?:gegeben|vorhanden))?"
        r"|kann\s+(?:aus\s+.+\s+)?nicht\s+(?:bestimmt|beantwortet|entschieden)\s+werden"
        r"|lässt\s+sich\s+(?:aus\s+.+\s+)?nicht\s+(?:bestimmen|sagen|beantworten|entscheiden)"
    ),
    all=pattern(
        rf"(?:alle[sr]?|beide[sr]?|jede[rs]?)(?:\s+{_POINTED})?{_VERDICT}"
        rf"|(?:alle[sr]?|beide[sr]?)\s+(?:drei\s+|vier\s+)?{_OPTIONS}\s+{_JUDGED}"
        r"|alle\s+(?:drei|vier|fünf)|alles\s+(?:genannte|oben\s+genannte|obige|trifft\s+zu)"
    ),
    some=pattern(
        rf"(?:(?:nur\s+|mindestens\s+)?(?:eine[rs]?|zwei|drei|mehrere))\s+{_POINTED}{_VERDICT}"
        rf"|(?:die|der|das)\s+(?:erste|zweite|dritte|letzte|vorherige|vorletzte)[nr]?"
        rf"(?:\s+und\s+(?:die\s+|der\s+)?(?:erste|zweite|dritte|letzte)[nr]?|\s+(?:zwei|beiden|drei))?\s+{_OPTIONS}{_VERDICT}"
    ),
    excepted=pattern(
        rf"alle\s+(?:{_POINTED}\s+)?(?:,\s*)?(?:außer|bis\s+auf)\s+.*|(?:nur\s+)?(?:antwort|option|aussage)\s+#?[1-8]"
    ),
    letters=pattern(
        rf"(?:(?:sowohl|weder|nur|beide|{_OPTIONS})\s+)*{_LETTER}"
        rf"(?:(?:\s*[,&+/]\s*(?:und\s+|oder\s+)?|\s+(?:und|oder|als\s+auch|noch|aber\s+nicht)\s+)(?:{_OPTIONS}\s+)?{_LETTER})+"
        rf"(?:\s+(?:sind|ist)\s+(?:beide\s+)?(?:richtig|korrekt|wahr|falsch)|\s*,?\s+aber\s+nicht\s+{_LETTER})?"
    ),
    every=pattern(
        rf"(?:(?:alle|jede[rs]?)\s+(?:von\s+)?)?(?:{_OPTIONS}\s+)?{_LETTER}(?:\s*[,&+/]\s*{_LETTER})+"
        rf"\s*,?\s*(?:und|oder|&|\+)\s*{_LETTER}(?:\s+sind\s+(?:richtig|korrekt|wahr))?"
    ),
    named=pattern(
        rf"(?:nur\s+)?(?:antwort(?:en)?|option(?:en)?)\s+{_LETTER}(?:\s+(?:ist|allein).*)?"
        rf"|alle\s+(?:außer|bis\s+auf)\s+(?:{_OPTIONS}\s+)?{_LETTER}"
    ),
    called=pattern(rf"\b{_OPTIONS}\b"),
    shares=pattern(
        r"(?:einige|manche|die\s+meisten|die\s+hälfte|wenige|viele|eine[rs]?|zwei|mehrere|ein\s+drittel|ein\s+viertel)"
        r"(?:\s+(?:davon|von\s+ihnen|der\s+\w+))?"
    ),
    above=("oben", "obig", "genannt"),
    offered=pattern(r"\b(?:Option|Antwort|Aussage|Möglichkeit)(?:en)? ([A-H])\b(?:,? (?:und|oder) ([A-H])\b)?"),
)

_ABSOLUTE = """
immer nie niemals alle alles jede jeden jedem jeder jedes jedermann jederzeit stets ausschließlich nur muss müssen
keinerlei niemand ausnahmslos vollständig völlig gänzlich unmöglich absolut
"""
"""Unlike `none`, `kein` is the plain negation, and no claim that it is always so."""

ABSOLUTES = Absolutes(
    terms=listed(_ABSOLUTE),
    idioms=pattern(
        r"""\b(?:vor\ allem|alles\ in\ allem|trotz\ allem|nicht\ (?:nur|immer|alle|alles|jede[mnrs]?|ausschließlich)
        |nur\ (?:wenn|falls|dann|nach|einmal|ein\w*|zwei|drei|\d+|[b-h]|i{1,3}|iv)|alles?\ andere|auf\ alle\ fälle
        |jede[mnrs]?\ (?:zweite|dritte|vierte|\d+\.?)\w*|alle\ (?:zwei|drei|vier|fünf|\d+)
        |jede[mnrs]?\ (?:tag|nacht|morgen|woche|monat|jahr|stunde|minute|sekunde|mal)|immer\ (?:noch|mehr|wieder|öfter)
        |immer\ \w+er|(?:fast|beinahe|nahezu)\ (?:alle\w*|immer|jede\w*|nie\w*)|wir\ alle)\b""",
        re.VERBOSE,
    ),
    alone=listed("immer nie niemals niemand unmöglich jederzeit stets"),
    share=pattern(r"(?:alle|keine[rs]?|jede[rs]?)(?: (?:davon|von ihnen|der \w+))?"),
    who=listed("wer wen wem wessen"),
    persons=listed("niemand alle jeder jedermann"),
)

_LABEL = r"\(?(?:i{1,3}|iv|vi{0,3}|ix|x|[1-9]|[a-h])[).]?"

COMBINATIONS = Combinations(
    first=listed("i ii iii iv v vi vii viii ix x nur aussage aussagen option optionen antwort antworten")
    | frozenset("123456789abcdefgh"),
    labels=pattern(
        rf"(?:nur |aussagen? |option(?:en)? |antwort(?:en)? )*{_LABEL}(?:(?:,| und| &| oder|, und|;| \+)\s*{_LABEL})*"
        r"(?P<only>,? (?:allein|(?:ist|sind) (?:richtig|korrekt|wahr)|treffen zu|trifft zu))?"
    ),
    combined=pattern(rf"{_LABEL}(?:,| und| &|, und|;| \+)\s*{_LABEL}"),
    first_label=pattern(r"(?<!\w)\(?(?:I|i|1|A|a)[.):]"),
    second_label=pattern(r"(?:II|ii|2|B|b)[.):]"),
    labelled=pattern(r"(?<!\w)Aussagen? (?:I|1|A)\b"),
    joint=pattern(r"(?:(?<!\s)\s+)?[,;]\s*(?:und\s+)?|(?<!\s)\s+(?:und|&|\+)\s+"),
    joints=(",", " und ", ";"),
    several=listed("zwei drei vier beide beiden paar paare kombination kombinationen jeweils"),
    crossed=listed("jeweils"),
    beside=pattern(r"^(?:(?:sowohl|beide)\s+)?(?:(?:der|die|das|eine?)\s+)?"),
)

_WORDS = "wahr falsch ja nein richtig stimmt zutreffend unzutreffend korrekt"

JUDGEMENTS = Judgements(
    verdicts=listed(_WORDS) | listed("w f r j n"),
    words=listed(_WORDS),
    pairs=(
        *(("wahr", "falsch"), ("richtig", "falsch"), ("ja", "nein"), ("w", "f"), ("r", "f"), ("j", "n")),
        *(("korrekt", "falsch"), ("zutreffend", "unzutreffend")),
    ),
    reasoned=pattern(r"(?:wahr|falsch|ja|nein|richtig)\s*(?:[,;:.–—-]|weil|da|denn)\s*(?!\d)\w"),
    announced=pattern(
        r"\W*(?:wahr|richtig)\s*(?:oder|/)\s*falsch\b|.*\b(?:wahr|richtig)\s*(?:oder|/)\s*falsch\W*$",
        re.IGNORECASE | re.DOTALL,
    ),
    announcing="falsch",
)

OVERLAPS = Overlaps(
    spans=listed(
        "bereich bereiche zwischen intervall intervalle normal referenz zeitraum jahre wann zielbereich spanne"
    ),
    joints=(" und ", ", ", " mit ", " plus ", " oder ", " sowie ", " & ", " + ", "; "),
    joined=pattern(r" (?:und|mit|plus|oder|sowie|&|\+) |[,;] ", re.IGNORECASE),
)
