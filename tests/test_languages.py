"""What is bound to a language: where it stands, which rules fall silent without it, and how German differs."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import test_items
from lpkit.authoring.slug import slug
from lpkit.corpus.order import fixed_places
from lpkit.difference.wording import likeness_in
from lpkit.model import Option, Question
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.text.languages import language_of, parts
from lpkit.text.tokens import words
from project import check_folder
from rule_examples import write_example

SOURCE = Path(__file__).parent.parent / "src/lpkit"
RULES = {rule.code: rule for rule in all_rules()}
KNOWN = sorted(folder.name for folder in (SOURCE / "text/languages").glob("??"))
BOUND = sorted(code for code, rule in RULES.items() if rule.needs)


def _codes(example: str, language: str, folder: Path) -> list[str]:
    write_example(folder, example)
    for file in folder.rglob("library.yaml"):
        text = file.read_text(encoding="utf-8").replace("language: en\n", f"language: {language}\n")
        file.write_text(text, encoding="utf-8")
    return [entry.code for entry in check_folder(folder).diagnostics]


@pytest.mark.parametrize("code", BOUND)
def test_a_rule_says_nothing_in_a_language_that_is_not_there(code: str, tmp_path: Path) -> None:
    bad = RULES[code].section("Bad")
    assert code in _codes(bad, "en", tmp_path / "en")
    assert code not in _codes(bad, "fr", tmp_path / "fr")


LAWS = [
    pytest.param(code, id=code)
    for code, rule in RULES.items()
    if not rule.needs and code not in {"LP307", "LP601", "LP602", "LP603"} and "yaml\n" in rule.section("Bad")
]


@pytest.mark.parametrize("code", LAWS)
def test_a_rule_on_form_speaks_in_every_language(code: str, tmp_path: Path) -> None:
    bad = RULES[code].section("Bad")
    told = _codes(bad, "en", tmp_path / "en").count(code)
    assert _codes(bad, "fr", tmp_path / "fr").count(code) == told


@pytest.mark.parametrize("language", ["fr", "pt-BR", "zxx", "parts", "x"])
def test_no_rule_on_questions_stumbles_over_an_unknown_language(language: str) -> None:
    for file in test_items.FILES:
        rule = RULES[file.stem]
        for case in (entry for kind in ("fail", "pass") for entry in test_items._load(file)[kind]):
            found = list(rule.check(test_items.view_of(case, language=language)))
            assert found == [] or rule.needs is None


FORM = ("LP505", "LP506", "LP518")
"""Rules that know no word at all, but for cases with `words`."""


@pytest.mark.parametrize("code", FORM)
def test_rules_on_length_find_the_same_whatever_the_language(code: str) -> None:
    (file,) = (file for file in test_items.FILES if file.stem == code)
    for case in test_items._load(file)["fail"]:
        assert bool(list(RULES[code].check(test_items.view_of(case, language="fr")))) != case.get("words", False)


@pytest.mark.parametrize("tag", ["en-GB", "en-US", "de-AT", "de-CH-1996"])
def test_a_region_has_the_words_of_its_language(tag: str) -> None:
    assert dict(language_of(tag)) == dict(language_of(tag[:2]))


def test_german_has_no_part_on_articles_and_says_nothing_of_them() -> None:
    assert parts.Articles not in language_of("de")
    assert parts.Articles in language_of("en")
    assert test_items._load(test_items.ITEMS / "de/LP516.yaml")["fail"] == []


@pytest.mark.parametrize("tag", KNOWN)
def test_words_of_lists_are_words_as_texts_are_split(tag: str) -> None:
    language = language_of(tag)
    lists = [value for part in language.values() for value in part if isinstance(value, frozenset)]
    listed = {word for value in lists for word in value}
    # Suffixes of figures, capital pronouns, bounds of several words and signs of them are matched in other ways.
    other = language[parts.Evidence].no_unit | language[parts.RepeatedWords].capitals
    other |= language[parts.Placeholders].beginnings
    durations = language.get(parts.Durations)
    other |= (durations.at_least | durations.at_most | durations.the_other) if durations else frozenset()
    amounts = language.get(parts.FigureWords)
    other |= amounts.hedge_ends if amounts else frozenset()
    assert {word for word in listed - other if words(word) != (word,)} == set()


@pytest.mark.parametrize(
    ("forms", "common"),
    [
        ("zähler zählers zählern zähle zählen", "zahl"),
        ("haus häuser häusern hauses", "haus"),
        ("tag tage tagen tages", "tag"),
        ("straße straßen", "strass"),
        ("nicht der und für", ""),
        ("bus", "bus"),
    ],
)
def test_german_inflections_share_a_form(forms: str, common: str) -> None:
    reduce = language_of("de")[parts.ContentWords].common_form
    assert {reduce(word) for word in forms.split()} == {common}


def _question(*options: str) -> Question:
    return Question(
        id="q",
        pool="test",
        difficulty="easy",
        stem="?",
        options=[Option(text=text) for text in options],
        answer=options[0],
        steps=["…"],
        hint="…",
    )


@pytest.mark.parametrize(
    ("options", "language", "held"),
    [
        (("zwei Wochen", "drei Wochen", "zehn Wochen"), "de", True),
        (("zwei Wochen", "drei Wochen", "zehn Wochen"), "en", False),
        (("two weeks", "three weeks", "ten weeks"), "en", True),
        (("two weeks", "three weeks", "ten weeks"), "de", False),
        (("1,5 kg", "2 kg", "10,5 kg"), "de", True),
        (("1.200 Zeilen", "3.400 Zeilen", "12.000 Zeilen"), "de", True),
        (("Januar", "März", "Mai"), "de", True),
        (("3", "5", "8"), "fr", True),
        (("deux", "trois", "dix"), "fr", False),
    ],
)
def test_numbers_keep_their_order_as_the_language_writes_them(
    options: tuple[str, ...], language: str, held: bool
) -> None:
    assert fixed_places(_question(*options), language) == (frozenset(range(len(options))) if held else frozenset())


def test_ids_leave_out_what_carries_no_content_in_the_language() -> None:
    stem = "Welche Häuser stehen für uns über dem Fluss?"
    assert slug(stem, "question", language_of("de")) == "hauser-stehen-fluss"
    assert slug(stem, "question", language_of("fr")) == "welche-hauser-stehen-fur-uns-uber-dem-fluss"


def test_texts_are_alike_by_the_words_that_carry_content() -> None:
    one, two = "Der Zähler steht in dem Keller", "Die Zähler, die in den Kellern stehen"
    assert likeness_in(language_of("de"))(one, two) > likeness_in(language_of("fr"))(one, two)


@pytest.mark.parametrize(("tag", "wanted"), [("en", {"en"}), ("de", {"de"}), ("fr", set())])
def test_a_run_imports_the_language_of_its_library_only(tag: str, wanted: set[str], tmp_path: Path) -> None:
    write_example(tmp_path, "")
    library = tmp_path / "library/library.yaml"
    text = library.read_text(encoding="utf-8").replace("language: en\n", f"language: {tag}\n")
    library.write_text(text, encoding="utf-8")
    code = (
        "import sys\n"
        "from lpkit.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('MODULES', *(name.split('.')[3] for name in sys.modules if name.startswith('lpkit.text.languages.')))\n"
    )
    command = [sys.executable, "-c", code, "check", str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = set(result.stdout.partition("MODULES")[2].split())
    assert loaded & set(KNOWN) == wanted


def _taken(rule: Rule) -> set[str]:
    """Give the parts that a rule's module takes from a language without asking whether they are there."""
    tree = ast.parse(Path(sys.modules[rule.module].__file__ or "").read_text(encoding="utf-8"))
    return {
        node.slice.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Name)
        and "language" in ast.unparse(node.value)
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_takes_no_part_that_it_does_not_say_it_needs(rule: Rule) -> None:
    assert _taken(rule) <= ({rule.needs.__name__} if rule.needs else set())


ENGLISH = frozenset(
    """
    about an and are as because between but by for from had has have if in into is it its just many may more most not
    no of on only or other over than that the their there these they this those to under was we were what when where
    which while who why will with would you your one two three four five six seven eight nine ten twelve
    january monday
    """.split()  # noqa: SIM905
)
"""Words of which a pattern or a list on English text can hardly do without one."""


_MATCHING = ("startswith", "endswith", "removeprefix", "removesuffix", "split", "replace")


def _said(file: Path) -> Iterator[str]:
    """Give the texts of a module that are matched with: those in patterns, and those of lists of words."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"pattern", "re.compile", "listed", "Form"}:
            yield from _texts(node)
        elif isinstance(node, ast.Set | ast.Tuple | ast.List) and len(node.elts) > 1:
            if all(isinstance(entry, ast.Constant) for entry in node.elts):
                yield from _texts(node)
        elif isinstance(node, ast.Compare):
            yield from (text for part in node.comparators for text in _texts(part))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _MATCHING:
            yield from _texts(node)


def _texts(node: ast.AST) -> list[str]:
    return [entry.value for entry in ast.walk(node) if isinstance(entry, ast.Constant) and isinstance(entry.value, str)]


WORDLESS = sorted(
    file
    for folder in ("text", "rules", "authoring", "ledger")
    for file in (SOURCE / folder).rglob("*.py")
    if "languages" not in file.parts
)


@pytest.mark.parametrize("file", WORDLESS, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_no_module_but_those_of_a_language_matches_with_its_words(file: Path) -> None:
    found = {
        word
        for text in _said(file)
        for word in re.findall(r"(?<![\w\\])[A-Za-z]+(?!\w)", re.sub(r"\\[A-Za-z]|\(\?P<\w+>", " ", text))
    }
    assert {word.lower() for word in found} & ENGLISH == set()


def test_words_of_a_language_would_be_found_where_they_must_not_be() -> None:
    folder = SOURCE / "text/languages/en"
    assert all(ENGLISH.intersection(words(" ".join(_said(file)))) for file in folder.glob("[a-z]*.py"))
