"""English: days, months, years, times of day, and places with numbers."""

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.figures import alternatives
from lpkit.text.languages.parts.occasions import Occasions

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = "January February March April May June July August September October November December"
_LABELS = """
step page row line gate room floor bay shelf aisle platform ward route ticket section clause chapter version stage
phase level unit dock pier lane shaft block bus train truck machine press pump silo field plot house hall door desk
stop track seat table crate rack slot station version build release bed vault berth locker well mast buoy
"""

OCCASIONS = Occasions(
    names=listed(f"{_DAYS} {_MONTHS}".lower()) | {f"{day.lower()}s" for day in _DAYS.split()},
    labels=listed(_LABELS),
    kinds=(
        ("day", pattern(rf"\b(?P<value>{'|'.join(_DAYS.split())})s?\b")),
        (
            "month",
            pattern(
                r"\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Bb]etween|and|[Ee]arly|[Ll]ate|[Mm]id|"
                rf"[Bb]efore|[Aa]fter|[Ll]ast|[Tt]hat|[Tt]he)[ -](?P<value>{'|'.join(_MONTHS.split())})\b(?! \d)"
            ),
        ),
        (
            "year",
            pattern(
                r"\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Ff]or|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|and) "
                r"(?P<value>(?:19|20)\d\d)\b(?![,.]\d|%|-\d)"
            ),
        ),
        ("time", pattern(r"(?<![\d:])(?P<value>\d{1,2}:[0-5]\d)(?![\d:])")),
        ("number", pattern(rf"\b(?P<label>{alternatives(listed(_LABELS))}) (?P<value>\d{{1,4}})(?![\w:%]|[.,]\d)")),
    ),
    no_part=pattern(r"\b(?:not|never|no|nobody|without|refus\w+|declin\w+|miss\w*|lack\w*|fail\w*)\b|n['’]t\b"),
)
