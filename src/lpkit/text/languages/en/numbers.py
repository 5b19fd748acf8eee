"""English numbers: their names, months and days, ranges and times."""

from lpkit.text.languages.parts import number_words

NUMBERS = number_words(
    numerals="zero one two three four five six seven eight nine ten eleven twelve",
    series=(
        "january february march april may june july august september october november december",
        "monday tuesday wednesday thursday friday saturday sunday",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    ),
    scales={"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
    marks=(",", "."),
    joints=("to", "and"),
    listing=("and", "between"),
    hyphened=("year", "day", "hour", "week", "month"),
    plurals=("s",),
    units={
        **{unit: ("time", size) for unit, size in (("second", 1.0), ("minute", 60.0), ("hour", 3600.0))},
        **{unit: ("time", size * 86400.0) for unit, size in (("day", 1.0), ("week", 7.0))},
        **{unit: ("month", size) for unit, size in (("month", 1.0), ("year", 12.0), ("decade", 120.0))},
    },
    names=r"\b(?:which|what)\s+(?:room|post\s?code|zip\s+code|(?:tele)?phone|flight|gate|platform|bus|tram|motorway|highway"
    r"|interstate|extension|seat|locker|model|emergency\s+number)s?\b"
    r"(?!\s+(?:temperature|size|area|rate|fare|price|time|cost|speed|length|height|bill|height|width|number\s+of))",
)
