"""What pages count in answers is what the rules count: in all answers of this repository and where counting is hard."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from lpkit.export import tallies_of
from lpkit.pattern import pattern
from lpkit.source import read_source
from lpkit.text.counting import count_first_person, count_words, measures, says_i, speaking_seconds
from lpkit.text.ecmascript import ecmascript
from lpkit.text.languages import language_of
from lpkit.text.languages.parts import Evidence
from lpkit_exporters.html.bundling import SCRIPTS
from playing import gives

PACKS = Path(__file__).parents[3] / "packs"
COUNT = f"""([data, texts]) => texts.map(lpkitModules[{SCRIPTS.index("counting")}].compileCounts(data))"""
PACES = f"""([paces, most]) => Array.from({{length: most}}, (_, words) =>
    lpkitModules[{SCRIPTS.index("counting")}].speakingSeconds(words, paces))"""
HARD = {
    "en": [
        "",
        "   \n\n ",
        "I",
        "I'd say so. I’ve 3. (I, for one, left.) It's I? “I did it,” she said. If I may! Is it I",
        '"I counted 64 pages."',
        '"I counted." He said "I did."',
        "“I counted 64 pages” is what he said. I did not.",
        "In March 2024 I cut 2,024 rows, 1999 pages and 2000 of them by 12.5%.",
        "On 3 March we met at 9:30, 9 am, 5 o’clock.",
        "Version 3, step 4, SDE 2, tier 1, page 12. March 5. On May 4, three of us left. May 12 people come?",
        "The 2nd, 3rd and 4th time in the 1990s; 3D, 5G, 2FA, 1080p.",
        "5k, 20ms, 30s, $4.5m, €3, 24/7, 3/4/2020, 2020-01-02",
        "Twelve, one, one hundred, two-thirds, forty-five, half, doubled, a dozen.",
        "By a third, one fifth of it, tenfold",
        "A1 x2 #3 @4 /5 v1.2.3 1.2.3 10.000,5 12 .5 ½ ² ٣٤ 数3 é3 3é",
        "First.\n- I listed 3\n* I starred 4\n\nI began. I went on… I ended",
        "𝟛 emoji 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 version 3 and 🙂 4 pages 🙂 then March 5 🙂",
        "end 2024\n",
        "I\x1fdid\x85it\u2028I\ufeffI\u00a0saw 3\u00a0000 rows",
    ],
    "de": [
        "Ich zählte 64 Seiten. Im März 2024 waren es 1.024,5, am 3. Mai um 9 Uhr 12.",
        "Ich: zwölf, halbiert, die Hälfte, zwei Drittel.",
        "Beim 3. Versuch, Schritt 4, Seite 12, dreiundzwanzig, zweihundertfünf, ein Dutzend.",
        "„Ich war es“, sagte ich. ich",
        "Äpfel 2000 Äpfel, 1999 übrig; Österreich 2020. Ich, außer zwei.",
    ],
}


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Page:
    page = context.new_page()
    # What counts comes with Rehearse.
    page.goto(f"{(site / 'packs/sample/quiet-alarm.html').as_uri()}#rehearse")
    page.locator(".rehearse textarea").wait_for()
    return page


def answers() -> list[str]:
    packs = (read_source(file, "").data for file in sorted(PACKS.glob("*/*/*.yaml")))
    return [candidate["answer"] for pack in packs for candidate in pack["evaluate"]["candidates"]]


def counted(text: str, evidence: Evidence) -> dict[str, Any]:
    return {
        "pronoun": evidence.pronoun,
        "words": count_words(text),
        "first": count_first_person(text, evidence),
        "says": says_i(text, evidence),
        "numbers": [*measures(text, evidence)],
    }


@pytest.mark.parametrize("language", sorted(HARD))
def test_pages_count_as_the_rules_do(page: Page, language: str) -> None:
    evidence = language_of(language)[Evidence]
    texts = HARD[language] + (answers() if language == "en" else [])
    found = page.evaluate(COUNT, [tallies_of(language), texts])
    for text, counts in zip(texts, found, strict=True):
        assert counts == counted(text, evidence), text


def test_pages_reckon_minutes_as_the_rules_do(page: Page) -> None:
    for paces in ([130, 150], [120, 120], [90, 240]):
        gives([[*speaking_seconds(words, paces)] for words in range(400)], page.evaluate, PACES, [paces, 400])


def test_of_other_languages_words_alone_are_known() -> None:
    assert tallies_of("fr") is None
    assert tallies_of("en-GB") == tallies_of("en")


@pytest.mark.parametrize("source", [r"[^\W3]", r"[]a]", r"[^]a]", r"\Aa", r"(a)\1"])
def test_what_a_browser_would_read_otherwise_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="no counterpart"):
        ecmascript(re.compile(source))


def test_no_other_flag_is_lost() -> None:
    assert ecmascript(pattern(r"\ba-[\w.-]+\.$", re.IGNORECASE))[1] == "iu"
    with pytest.raises(ValueError, match="no flag but IGNORECASE"):
        ecmascript(re.compile("^a", re.MULTILINE))
