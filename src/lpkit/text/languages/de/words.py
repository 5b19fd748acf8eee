"""German words: those without content, their inflections, those that may stand twice, and placeholders."""

from functools import lru_cache

from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import ContentWords, MarkupWords, RepeatedWords, placeholders

_FUNCTION_WORDS = """
ab aber alle allein allem allen aller alles als also am an andere anderem anderen anderer anderes anders auch auf aus
außer außerdem bei beide beiden beider beides beim bereits bevor bin bis bist da dabei dadurch dafür dagegen daher dahin
damals damit danach daneben dann daran darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein
deine deinem deinen deiner dem den denen denn dennoch der deren derselbe derselben des deshalb dessen desto deswegen
dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch dürfen eben ebenso ehe eher
ein eine einem einen einer eines einfach einige einigem einigen einiger einiges einmal er erst erste ersten erster
erstes es etwa etwas euch euer eure fast für ganz ganze gar geben gegen genau gerade gern gibt ging gut gute guten
guter gutes hab habe haben hast hat hatte hatten hätte hätten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem
ihren ihrer ihres im immer in indem innerhalb ins irgend ist ja jede jedem jeden jeder jedes jemand jene jenem jenen
jener jenes jetzt kam kann kannst kein keine keinem keinen keiner keines kommen kommt konnte konnten können könnte
könnten lassen lässt machen macht machte man manche manchem manchen mancher manches mehr mein meine meinem meinen
meiner meist meiste meisten mich mir mit möchte möglich muss musste mussten müssen nach nachdem neben neu neue neuen
nein nicht nichts nie niemals niemand noch nun nur ob oben oder oft ohne schon sehr sei seien sein seine seinem seinen
seiner seines seit selbst sich sie sind so sobald sofern solange solch solche solchem solchen solcher soll sollen
sollte sollten sondern sonst soweit sowie sowohl statt stets trotz über überhaupt um und uns unser unsere unserem
unseren unserer unter viel viele vielem vielen vieler vieles vom von vor war wäre wären waren warum was weg wegen weil
weiter weitere weiteren welche welchem welchen welcher welches wem wen wenig wenige wenigen wenn wer werde werden
weshalb wessen wie wieder wieso will wir wird wirst wo wobei wodurch wofür woher wohin womit woran worauf woraus worin
worüber wovon wozu wurde wurden würde würden während zu zum zur zwar zwischen zwei drei
"""

_QUESTION_WORDS = """
angegeben angegebene angegebenen antwort antworten art arten aussage aussagen auswahl bedeuten bedeutet begriff begriffe
beispiel beispiele beschreiben beschreibt besten bestimmt bezeichnen bezeichnet beziehen bezieht beste bester bestes
dargestellt erklären erklärt falsch falsche falschen finden findet folgend folgende folgendem folgenden folgender
folgendes frage fragen genannt genannte genannten gehören gehört gelten gilt geschieht grund gründe häufig häufigste
häufigsten heißen heißt kennzeichnen kennzeichnet liegt möglichkeit nennen nennt option optionen passen passiert passt
richtig richtige richtigen richtiger sagen sagt satz sätze stimmen stimmt tun tut trifft treffen typisch typische
ursache ursachen verstehen versteht wählen wahr wahre wort wörter zeigen zeigt zutreffen zutreffend zutreffende
frau frauen jahr jahre jahren junge kind kinder leute mann männer mensch menschen patient patienten patientin person
personen
"""

_STOP_WORDS = listed(_FUNCTION_WORDS) | listed(_QUESTION_WORDS)
_VALID_BEFORE_S = frozenset("bdfghklmnrt")
"""Letters after which a final s may be an ending, after Porter's stemmer for German."""


@lru_cache(maxsize=65536)
def common_form(word: str) -> str:
    """Reduce a word to what its inflections share (`Zählers` to `zahl`); empty for words without content.

    Endings are taken off as in the first two steps of Porter's German stemmer, but for -st and -est; vowels that change
    in the plural become plain (`Häuser` to `haus`).
    """
    if len(word) < 3 or word in _STOP_WORDS or not word.isalpha():
        return ""
    shorter = _without(word, ("ern", "em", "er", "en", "es", "e"))
    if shorter == word and len(word) > 3 and word[-1] == "s" and word[-2] in _VALID_BEFORE_S:
        shorter = word[:-1]
    return _without(shorter, ("er", "en")).translate(_PLAIN_VOWELS)


_PLAIN_VOWELS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def _without(word: str, endings: tuple[str, ...]) -> str:
    """Give a word without the first of some endings that leaves three letters of it."""
    found = (ending for ending in endings if word.endswith(ending) and len(word) - len(ending) >= 3)
    return word.removesuffix(next(found, ""))


CONTENT = ContentWords(_STOP_WORDS, common_form)

_MAY_REPEAT = """
ab als an auf aus bei das dem den der die ein er es haben hat ihm ihnen ihr ist kann mit nach sein sie sind um unter
vor war waren was welche welcher welches wer werden wird wurde wurden zu über
bla blah ganz immer ja lange na nein nie noch sehr so viel viele weit wieder
"""
"""Pronouns, verbs and particles where two clauses meet (Männer, die die Stadt kennen), then words that insist."""

REPEATED = RepeatedWords(listed(_MAY_REPEAT), listed("Ich Und Wir"))

_MARKUP = """
attribut auszeichnung ausgabe browser code element elemente entität entitäten link programm quelltext seite syntax
tag tags überschrift vorlage zeichenkette
"""

MARKUP = MarkupWords(listed(_MARKUP))

PLACEHOLDERS = placeholders(
    only=r"[Bb]itte (?:ersetzen|ausfüllen)|[Ee]rsetze (?:mich|dies(?:en Text)?)|[Pp]latzhalter|[Ff]olgt(?: noch)?"
    r"|[Kk]ommt noch|[Tt]ext folgt|[Nn]och zu (?:schreiben|ergänzen)",
    beginnings="BbEePpFfKkTtNn",
    before=("[Ee]in", "[Kk]ein", "[Dd]as", "[Dd]em", "[Dd]er", "[Dd]ie", "mit", "als", "ist", "war"),
    after=r"s\b| (?:Kommentare?|Listen?|Markierung(?:en)?|Notiz(?:en)?|Einträge?|Eintrag|Tags?)\b",
    asks="dein|deine|deinen|ihr|ihre|ihren|hier|bitte|einfügen|eintragen|ausfüllen|ersetzen|beschreibe|schreibe|name",
    asks_in_brackets="hier|einfügen|ausfüllen",
    here=r"\[[^\]\n]{1,50} (?:einfügen|eintragen|ergänzen)\](?!\()",
    signs=("[hier", "[einf", "[ausf", "einfügen]", "eintragen]", "ergänzen]"),
)
