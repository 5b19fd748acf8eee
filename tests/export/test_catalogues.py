"""Catalogues hold what is said, whole and in step with the code; nothing is said beside them."""

import json
import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.core import Locale
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from extraction import EXPORTERS, template
from lpkit.export import Corpus, LpkitError, load_exporter
from lpkit_exporters.catalogue.words import CATALOGUES, Catalogues
from lpkit_exporters.html.bundling import SCRIPTS
from lpkit_exporters.html.rendering import said_in
from writing import catalogues, compiled, expected, faults, read, stale

SITE = EXPORTERS / "html"
NO_WORDS = {"Enter", "Home", "End", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"}
"""Names of keys and errors, as browsers call them."""
GERMAN = CATALOGUES.words("de")


def test_catalogues_are_in_step_and_whole() -> None:
    assert list(stale()) == []


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """Give a German catalogue with a message too few, one too many, and some with other places, markup or nothing."""
    (file,) = [file for file in catalogues() if file.parent.parent.name == "de"]
    catalogue = read(file.read_bytes(), file)
    del catalogue["Skip to the content"]
    catalogue.add("Never said", "Nie gesagt")
    catalogue["Question {place}"].string = "Frage {count}"
    catalogue["Candidate %(name)s"].string = "Kandidat"
    catalogue["replaced by <code>%(id)s</code>"].string = "ersetzt durch %(id)s"
    catalogue["Learn"].string = ""
    copy = tmp_path / "de/LC_MESSAGES/lpkit.po"
    copy.parent.mkdir(parents=True)
    with copy.open("wb") as written:
        write_po(written, catalogue)
    return copy


def test_faults_are_found(spoiled: Path) -> None:
    assert set(faults(spoiled)) == {
        "other places or markup than in the message: Frage {count}",
        "other places or markup than in the message: Kandidat",
        "other places or markup than in the message: ersetzt durch %(id)s",
        "not translated: Learn",
    }


def test_an_update_adds_what_is_new_and_drops_what_is_gone(spoiled: Path) -> None:
    catalogue = read(expected([spoiled])[spoiled], spoiled)
    assert catalogue["Skip to the content"].string == ""
    assert "Never said" not in catalogue
    assert catalogue["Question {place}"].string == "Frage {count}"


def test_plural_forms_are_those_of_the_language() -> None:
    for file in catalogues():
        catalogue = read(file.read_bytes(), file)
        rule = Locale.parse(file.parent.parent.name).plural_form
        words = CATALOGUES.words(file.parent.parent.name.replace("_", "-"))
        samples = words.samples()
        assert len(samples) == catalogue.num_plurals
        assert len({rule(number) for number in samples}) == len(samples), (
            "browsers tell the forms apart by these numbers"
        )


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE-Latn-CH-1996", "de"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("den", "en"),
        ("x", "en"),
    ],
)
def test_words_are_those_of_the_language_or_english(language: str, found: str) -> None:
    assert CATALOGUES.words(language).language == found


def test_the_nearest_catalogue_wins(tmp_path: Path) -> None:
    (file,) = [file for file in catalogues() if file.parent.parent.name == "de"]
    catalogue = read(file.read_bytes(), file)
    for name in ("pt", "pt_BR"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES/lpkit.mo").write_bytes(compiled(catalogue))
    known = Catalogues(tmp_path)
    assert [known.words(tag).language for tag in ("pt-BR", "pt-br-x-a", "pt-PT", "de")] == [
        "pt-BR",
        "pt-BR",
        "pt",
        "en",
    ]
    assert known.languages() == ["en", "pt", "pt-BR"]
    assert Catalogues(tmp_path, forced="pt").words("pt-BR").language == "pt"


def test_messages_are_filled_in_the_form_of_their_number() -> None:
    assert GERMAN.ngettext("%(num)s question", "%(num)s questions", 1) == "1 Frage"
    assert GERMAN.ngettext("%(num)s question", "%(num)s questions", 2) == "2 Fragen"
    assert GERMAN.gettext("With %(percent)s%% right or more, this pattern is strong.", percent=80).startswith(
        "Mit 80 % "
    )


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_scripts_say_is_found_without_babel(name: str) -> None:
    file = SITE / f"assets/js/{name}.js"
    said = extract_from_file("javascript", file, {"say": None, "plural": (1, 2)})
    found = said_in(GERMAN, (name,))
    messages = {text if isinstance(text, str) else text[0] for _, text, _, _ in said}
    assert set(found) == messages
    calls = re.findall(r"(?<!function )\b(?:say|plural)\(", _without_comments(file.read_text(encoding="utf-8")))
    if name != "words":
        assert len(calls) == len(list(said)), "a message stands where it is said, in double quotes"


def test_a_page_carries_what_its_own_scripts_say(corpus: Corpus) -> None:
    files = {file.path: file.content.decode() for file in load_exporter("html").render(corpus, {})}
    assert not [path for path, text in files.items() if 'id="words"' in text or path.startswith("words/")]
    forced = load_exporter("html").render(corpus, {"interface": "de"})
    files = {file.path: file.content.decode() for file in forced}
    said = {
        path: json.loads(re.findall(r'id="words">([^<]*)<', text)[0])["said"]
        for path, text in files.items()
        if path.endswith(".html")
    }
    assert said["index.html"]["{count} pattern to begin,"] == ["{count} Muster noch nicht begonnen,"] * 2
    pattern = said["packs/sample/quiet-alarm.html"]
    later = json.loads(files["words/de.js"].removeprefix("self.lpkitWords = ").removesuffix(";\n"))
    assert pattern["{count} verdict"] == ["{count} Urteil", "{count} Urteile"]
    assert later["Ask me a follow-up question"] == "Stell mir eine Nachfrage"
    assert not pattern.keys() & later.keys()
    scripts = re.findall(
        '<script src="[./]*([a-z-/]*).js">', files["packs/sample/quiet-alarm.html"].partition("<template")[2]
    )
    assert scripts[0] == "words/de"


def test_the_language_of_the_words_may_be_forced(corpus: Corpus) -> None:
    (page,) = [
        file.content.decode()
        for file in load_exporter("html").render(corpus, {"interface": "de", "single-file": "true"})
    ]
    assert '<html lang="en" dir="ltr">' in page
    assert '<h2 id="sample.quiet-alarm.learn-title" tabindex="-1"><bdi lang="de" dir="ltr">Lernen</bdi></h2>' in page
    with pytest.raises(LpkitError, match="interface is xx") as caught:
        list(load_exporter("html").render(corpus, {"interface": "xx"}))
    assert caught.value.hint == "it is de or en"
    scorm = list(load_exporter("scorm").render(corpus, {"interface": "de", "packages": "site"}))
    assert scorm != list(load_exporter("scorm").render(corpus, {"packages": "site"}))


def test_no_message_is_said_beside_the_catalogue_in_templates() -> None:
    for file in (SITE / "templates").iterdir():
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(?:script|style|code).*?</\w+>",
            " ",
            file.read_text("utf-8"),
            flags=re.DOTALL,
        )
        assert not re.findall(r'(?:aria-label|title|placeholder|alt|data-title)="[^"]*[A-Za-z]{2}[^"]*"', text), (
            file.name
        )
        assert not re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", " ", text)), file.name


def test_no_message_is_said_beside_the_catalogue_in_scripts() -> None:
    for name in SCRIPTS:
        text = _without_comments((SITE / f"assets/js/{name}.js").read_text(encoding="utf-8"))
        string = r'"(?:[^"\\]|\\.)*"'
        text = re.sub(rf"\bsay\({string}|\bplural\(\s*{string},\s*{string}", "(", text)
        words = set(re.findall(r'["`]([✓✗]?\s?[A-Z][a-z][^"`]*)["`]', text))
        assert {one for one in words if not one.endswith("Error")} <= NO_WORDS, name
        shown = re.findall(
            r'(?:text|"aria-label"|placeholder): ["`](?!string)([^"`]*)["`]|announce\(["`]([^"`]*)', text
        )
        assert not [one for one in shown if re.search("[A-Za-z]", re.sub(r"\$\{[^}]*\}", "", "".join(one)))], name


def test_no_label_of_a_card_stands_beside_the_catalogue() -> None:
    for file in (EXPORTERS / "anki/templates").glob("*.html"):
        text = re.sub(
            r"<style>.*?</style>|<script>.*?</script>|<bdi.*?</bdi>|\{\{.*?\}\}|\$\w+",
            " ",
            file.read_text("utf-8"),
            flags=re.DOTALL,
        )
        assert not re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", " ", text)), file.name


def test_styles_say_nothing() -> None:
    for sheet in (SITE / "assets").glob("*.css"):
        assert not re.findall(r'content: "[^"\\]*[A-Za-z]', sheet.read_text(encoding="utf-8")), sheet.name


def test_every_message_may_stand_in_an_attribute() -> None:
    """Templates put messages into attributes and elements: what is no markup holds neither signs of it nor marks."""
    for file in catalogues():
        for message in read(file.read_bytes(), file):
            texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
            assert not [
                text
                for text in texts
                if message.id
                and re.search(r"[<>&\"$\x00-\x08]", re.sub(r'<[a-z]+( \w+="[^"]*")?>|</[a-z]+>', "", text))
            ]


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def test_the_template_names_where_a_message_is_said() -> None:
    catalogue = template()
    assert {place for place, _ in catalogue["Hint"].locations} >= {
        "anki/templates/question_back.html",
        "html/templates/run.html.jinja",
    }
    pot = files("lpkit_exporters.catalogue") / "locales/lpkit.pot"
    assert BytesIO(pot.read_bytes()).getvalue().decode().count("\nmsgid ") == len(catalogue) + 1
