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
)
