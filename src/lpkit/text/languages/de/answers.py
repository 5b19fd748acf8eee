"""German answers, and what questions quote of them: the first person, numbers, quotations."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Citations, Evidence

_MONTH = (
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b\.?"
)
_ORDERED = r"(?:Mal|Versuch|Woche|Tag|Monat|Jahr|Quartal|Platz|Stock|Klasse|Schritt|Runde|Stelle|Anlauf)"
_UNITS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_SMALL = (
    rf"(?:null|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
    rf"|(?:(?:ein|{_UNITS})und)?(?:{_TENS})|{_UNITS})"
)
_NUMERAL = rf"(?:(?:ein|{_UNITS})?hundert(?:{_SMALL})?|(?:ein|{_SMALL})?tausend|{_SMALL}|Millionen|Milliarden|Dutzend)"

EVIDENCE = Evidence(
    pronoun="Ich",
    begins=pattern(r"[(\[]*Ich(?=[\s,;:—–…]|$)"),
    says=pattern(r"(?<![\w'’*-])[Ii]ch(?!\w)"),
    asked=pattern(
        r"\b(?:mindestens|wenigstens|nicht weniger als) (zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,2})"
        r" Sätze,? die mit ['\"„‚*_`]*Ich\b",
        re.IGNORECASE,
    ),
    asked_numerals=("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    no_unit=frozenset(("D", "G", "FA", "p", "er", "te", "ten", "ter", "tes")),
    no_measure_after=pattern(
        rf":\d|/\d+/\d|-\d\d-\d\d\b|\.\d{{1,2}}\.|/7\b|\s?Uhr\b|\.?\s+{_MONTH}|\.\s+{_ORDERED}\b", re.IGNORECASE
    ),
    label_before=pattern(
        r"\b(?:version|schritt|sprint|phase|kapitel|ticket|raum|zimmer|seite|option|kandidat|kandidatin|port|etage|stufe|ebene|rfc"
        r"|http|fehler|sde|python|java|ios|android|windows|nr\.|nummer)\s$",
        re.IGNORECASE,
    ),
    month_before=pattern(rf"\b{_MONTH}\s$"),
    counted_after=pattern(r"\s?(?:%|Prozent\b|ms\b)|\s[A-ZÄÖÜ][a-zäöüß]+(?:en|er|e|n|s)\b"),
    in_words=pattern(
        rf"(?<![\w-])(?<!\d )(?<!außer )(?:{_NUMERAL}|halbiert\w*|verdoppelt\w*|verdreifacht\w*|die Hälfte"
        r"|(?:zwei|drei|vier|fünf|zehn|hundert)fach\w*|(?:ein|zwei|drei) (?:Drittel|Viertel|Fünftel|Zehntel))(?!\w)",
        re.IGNORECASE,
    ),
)

CITATIONS = Citations(
    supposed=pattern(
        r"^\W*(?:sagen?|schreiben?|versuchen?|fragen?)\s+(?:sie\b|\W)"
        r"|\b(?:würde[nt]?|könnte[nt]?|sollte[nt]?|stattdessen|besser|wenn|falls|angenommen|etwa|z\.\s?B|zum Beispiel"
        r"|beispielsweise|wie etwa|ersetz\w*|als)\b",
        re.IGNORECASE,
    ),
    others=pattern(
        r"\b(?:bar raiser|(?:interviewer|prüfer|gutachter|zuhörer|chef)(?:in)?|kolleg(?:e|in)) "
        r"(?:notier\w*|schreib\w*|schrieb\w*|sag\w*|frag\w*|antwort\w*|wendet|wünscht)\b(?!,? (?:dass|ob|wie|warum))",
        re.IGNORECASE,
    ),
    rewrites=pattern(
        r"\b(?:umschreib\w*|umformulier\w*|formulier\w*|ersetz\w*|stattdessen|fortsetz\w*|nachfrage\w*|ergänz\w*|besser\w*"
        r"|fassung|verbesser\w*|stärker\w*|als nächstes|folgt)\b",
        re.IGNORECASE,
    ),
    asks_for_part=pattern(
        r"\b(?:welche[mnrs]?|was|der|die|das)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:passage|stelle|satz|ausdruck|worte|wörter|zeile|teil|nebensatz|zitat|einzelheit|element|aussage)\b",
        re.IGNORECASE,
    ),
    candidate=pattern(r"\b(?i:kandidat|kandidatin) ([A-Za-z0-9_-]+)|\bAntwort ([A-H])\b"),
)
