"""Patterns that are quick say what `re` says, and what a form needs is in every text that has it."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lpkit.pattern import _Caseless, folded, needs_of, pattern
from lpkit.text.gate import Gate
from lpkit.text.languages import language_of
from lpkit.text.languages.parts import Form
from needed import proven
from needs import forms, opened, patterns, signed

_ODD = str.maketrans({"s": "ſ", "i": "İ", "k": "K", "é": "É"})


def _parts(tag: str) -> Iterator[Any]:
    waiting: list[Any] = [dict(language_of(tag))]
    while waiting:
        thing = waiting.pop()
        yield thing
        if isinstance(thing, dict):
            waiting += thing.values()
        elif isinstance(thing, tuple):
            waiting += thing


def _caseless() -> list[_Caseless]:
    return [thing for tag in ("en", "de") for thing in _parts(tag) if isinstance(thing, _Caseless)]


def _texts() -> list[str]:
    tables = sorted((Path(__file__).parent / "ledger").glob("table-*.yaml"))
    rows = (row for table in tables for row in YAML(typ="safe", pure=True).load(table))
    return [row["say"] for row in rows if isinstance(row.get("say"), str)]


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.source[:40])
def test_what_a_form_needs_is_in_each_text_that_has_it(form: Form) -> None:
    assert not form.needs or any(proven(opened(source), form.needs) for source in (form.source, form.before) if source)
    for words in needs_of(form.source, re.IGNORECASE):
        assert proven(opened(form.source), signed(words)), f"python tests/needs.py; {form.source}"


def test_what_a_pattern_needs_is_in_each_text_that_it_is_found_in() -> None:
    gated = [(source, flags, needs) for source, flags in patterns() if (needs := needs_of(source, flags))]
    assert len(gated) > 300
    assert sum(len(needs) > 1 for _, _, needs in gated) > 50
    for source, flags, needs in gated:
        for words in needs:
            said = proven(source, words, flags, folded=bool(flags & re.IGNORECASE))
            assert said, f"python tests/needs.py; {source}"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_pattern_that_needs_words_says_what_re_says(flags: int) -> None:
    chance, texts = random.Random(6), _texts()
    gated = [source for source, given in patterns() if given == flags and needs_of(source, flags)]
    assert len(gated) > 100
    for source in gated:
        quick, whole = pattern(source, flags), re.compile(source, flags)
        for text in chance.sample(texts, 12):
            said = chance.choice((text, text, text.upper(), text.translate(_ODD)))
            assert _seen([quick.search(said)]) == _seen([whole.search(said)]), (source[:60], said)
            assert _seen(quick.finditer(said)) == _seen(whole.finditer(said)), (source[:60], said)
            assert quick.findall(said) == whole.findall(said), (source[:60], said)
            start = next((match.start() for match in whole.finditer(said)), chance.randrange(len(said)))
            assert _seen([quick.match(said, start)]) == _seen([whole.match(said, start)]), (source[:60], said)
            part = said[start:].partition(" ")[0]
            assert _seen([quick.fullmatch(part)]) == _seen([whole.fullmatch(part)]), (source[:60], part)


def test_a_word_too_few_is_told_of() -> None:
    assert proven(r"\b(?:two|three) (?P<who>answers|replies)\b", ("answers", "replies"))
    assert not proven(r"\b(?:two|three) (?P<who>answers|replies)\b", ("answers",))
    assert not proven(r"(?:of the answers)?", ("answers",))


def test_patterns_without_case_find_what_re_finds() -> None:
    chance, texts, patterns = random.Random(5), _texts(), _caseless()
    assert len(patterns) > 60
    for caseless in patterns:
        whole = re.compile(*caseless._whole._arguments)
        for text in chance.sample(texts, 40):
            said = chance.choice((text, text.upper(), text.title(), text.translate(_ODD), text.swapcase()))
            assert _seen(caseless.finditer(said)) == _seen(whole.finditer(said)), (whole.pattern[:60], said)
            place = chance.randrange(len(said)), chance.randrange(len(said) + 9)
            for name in ("search", "match", "fullmatch"):
                one, two = getattr(caseless, name)(said, *place), getattr(whole, name)(said, *place)
                assert _seen([one]) == _seen([two]), (name, whole.pattern[:60], said, place)


def _seen(matches: Any) -> list[Any]:
    return [match and (match.span(), match.group(), match.groups(), match.groupdict("-")) for match in matches]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"(?P<Word>K)ey", "a Key"),
        (r"straße|µ", "STRASSE Straße Μ µ"),
        (r"[A-z]_", "A_ ^_"),
        (r"\W(?-i:May)\W", " may May "),
        (r"Éa|[À-Þ]x", "éA éx ÉA"),
        (r"σ", "Σ ς"),
        (r"\Bis\b", "ThİS thıs THIſ"),
    ],
)
def test_odd_letters(source: str, text: str) -> None:
    quick, whole = pattern(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    assert _seen(quick.finditer(text)) == _seen(whole.finditer(text))
    assert quick.sub("-", text) == whole.sub("-", text)
    assert len(folded(text)) == len(text)
    match = quick.search(text)
    assert (match and (match[0], match.group(), match.string, match.lastgroup)) == (
        (real := whole.search(text)) and (real[0], real.group(), real.string, real.lastgroup)
    )


@given(texts=st.lists(st.text(alphabet="abAB \n", max_size=8), max_size=8))
@pytest.mark.parametrize(("said", "flags"), [("ab", 0), (r"b\s+a", 0), ("ab|ba", re.IGNORECASE), (r"a[^a]*b", 0)])
def test_one_look_finds_the_texts_that_a_look_from_each_finds(texts: list[str], said: str, flags: int) -> None:
    """Also where a match begins in one text and reaches into the next, which has one of its own."""
    whole, starts = "\n".join(texts), [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    wanted = set()
    for number, start in enumerate(starts):
        match = re.compile(said, flags).search(whole, start)
        if match and match.start() <= start + len(texts[number]):
            wanted.add(number)
    assert Gate(texts).matching(pattern(said, flags)) == wanted
