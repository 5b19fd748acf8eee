"""Languages that are written from the right, by the locale data that Babel brings."""

import pytest
from babel import Locale, localedata
from babel.core import get_global

from lpkit_exporters.bundle.direction import REGIONS, RIGHT_TO_LEFT, SCRIPTS, direction

LIKELY = get_global("likely_subtags")
FORMER = {"iw": "he", "ji": "yi"}
"""Tags that were replaced and are still written."""


def tag(identifier: str) -> str:
    return identifier.replace("_", "-")


def test_every_locale_goes_its_way() -> None:
    known = localedata.locale_identifiers()
    from_the_right = {name for name in known if Locale.parse(name).character_order == "right-to-left"}
    assert len(known) > 1000
    assert from_the_right == {name for name in known if direction(tag(name)) == "rtl"}
    assert {FORMER.get(language, language) for language in RIGHT_TO_LEFT} <= set(known)


def test_scripts_and_regions_are_those_of_these_locales() -> None:
    from_the_right = [name for name in localedata.locale_identifiers() if direction(tag(name)) == "rtl"]
    likely = {LIKELY.get(name, name) for name in from_the_right}
    assert {part.lower() for name in likely for part in name.split("_")[1:] if len(part) == 4} == SCRIPTS
    for region in REGIONS:
        language, _, place = region.partition("-")
        assert LIKELY[f"{language}_{place.upper()}"].split("_")[1].lower() in SCRIPTS


@pytest.mark.parametrize(
    ("language", "way"),
    [
        *(("ar", "rtl"), ("ar-EG", "rtl"), ("AR-Latn", "ltr"), ("he-IL", "rtl"), ("iw", "rtl"), ("pa", "ltr")),
        *(("pa-PK", "rtl"), ("pa-Arab", "rtl"), ("pa-Guru-PK", "ltr"), ("arz-Arab", "rtl")),
        *(("en", "ltr"), ("de-CH-1996", "ltr")),
    ],
)
def test_a_tag_decides_by_its_script_first(language: str, way: str) -> None:
    assert direction(language) == way
