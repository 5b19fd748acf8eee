"""Which way a language is written: what the locale data of Unicode (CLDR) says, which a test reads out of Babel.

Babel itself weighs thirty times what lpkit does, for a list that changes once in some years.
"""

from typing import Literal

Direction = Literal["ltr", "rtl"]

_LANGUAGES = "apc ar ary bal bgn bqi brh ckb dv fa he iw ji ks lrc mzn nqo ps rhg sd sdh skr syr trw ug ur yi"
_SCRIPTS = "adlm arab hebr nkoo rohg syrc thaa"
_REGIONS = "az-iq az-ir ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-iq ku-ir ku-lb ky-cn ms-cc pa-pk tg-pk uz-af"

RIGHT_TO_LEFT = frozenset(_LANGUAGES.split())
"""Languages that are written from the right where their tag names no script."""

SCRIPTS = frozenset(_SCRIPTS.split())
"""Scripts that are written from the right."""

REGIONS = frozenset(_REGIONS.split())
"""Where a language that is mostly written from the left is written in a script of these."""

_SCRIPT = 4
"""Letters of a script's name in a tag."""


def direction(language: str) -> Direction:
    """Give the direction of a language by its tag: a script that it names decides, or else its language and region."""
    first, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == _SCRIPT and part.isalpha()), None)
    if script is not None:
        return "rtl" if script in SCRIPTS else "ltr"
    regional = any(f"{first}-{part}" in REGIONS for part in rest)
    return "rtl" if first in RIGHT_TO_LEFT or regional else "ltr"
