"""German numbers: their names, months and days, ranges and times; a point parts thousands, a comma decimals."""

from lpkit.text.languages.parts import number_words

NUMBERS = number_words(
    numerals="null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    series=(
        "januar februar märz april mai juni juli august september oktober november dezember",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
    ),
    scales={"tausend": 1e3, "millionen": 1e6, "million": 1e6, "milliarden": 1e9, "milliarde": 1e9, "billionen": 1e12},
    marks=(".", ","),
    joints=("bis", "und"),
    listing=("und", "zwischen"),
    hyphened=("jahr", "tag", "stunde", "woche", "monat"),
    clock="(?: uhr)?",
    plurals=("en", "e", "n"),
    units={
        **{unit: ("zeit", size) for unit, size in (("sekunde", 1.0), ("minute", 60.0), ("stunde", 3600.0))},
        **{unit: ("zeit", size * 86400.0) for unit, size in (("tag", 1.0), ("woche", 7.0))},
        **{unit: ("monat", size) for unit, size in (("monat", 1.0), ("jahr", 12.0), ("jahrzehnt", 120.0))},
    },
    names=r"\bwelche[mnrs]?\s+(?:zimmer|raum|postleitzahl|telefonnummer|notrufnummer|flug|gleis|bahnsteig|bus|autobahn|sitz"
    r"|platz)\b",
)
