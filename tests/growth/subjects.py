"""Whatever looks at texts: each rule, each importer, each reader, as a function of one text.

What comes before the part that is measured (parsing, fitting) is a part of its own.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from lpkit.checking.across import by_code, corpus_stage
from lpkit.checking.baseline import read_baseline
from lpkit.checking.locating import SourceBook, locate, locate_all
from lpkit.checking.silencing import Comments, silence
from lpkit.config import find_config
from lpkit.corpus import QuizView
from lpkit.corpus.bank import BankSource, read_bank
from lpkit.corpus.question import QuestionView
from lpkit.corpus.told import doubted, told
from lpkit.corpus.view import LibraryView, PackView
from lpkit.corpus.viewing import view_library, view_pack
from lpkit.diagnostic import Diagnostic, Finding, Report, Severity, Site, Span
from lpkit.editing.edits import new_value
from lpkit.editing.fixing import mend
from lpkit.editing.proof import Hiding
from lpkit.editing.suppressing import add_ignores
from lpkit.errors import LpkitError
from lpkit.formatting import format_source
from lpkit.importing import load_importer, plan_import
from lpkit.importing.markup import from_markdown, held, is_page, literal
from lpkit.pattern import pattern
from lpkit.publishing.lock import read_lock, sound_lock
from lpkit.report import format_names, renderer
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.schema.house import load_house_schemas
from lpkit.source import Source, comment_extents
from lpkit.source.jsonlines import extents, read_line
from lpkit.source.suppressions import read_suppressions
from lpkit.text.changes import changes
from lpkit.text.languages import language_of
from project import LIBRARY, PACK, SAMPLE

Work = Callable[[], object]
"""What is counted: one part, ready to run."""

_KEPT = frozenset(
    (
        *("id", "format", "principle", "level", "status", "pool", "difficulty", "candidate", "verdict", "language"),
        *("rubric", "score_first", "marker", "scores", "total", "dimension", "expects", "tags", "minutes", "formerly"),
    )
)
"""Keys that hold no text."""


def _filled(data: Any, text: str, other: str) -> Any:
    """Give data with a text in the place of each; what quotes has another one, which is not there."""
    if isinstance(data, dict):
        quoting = {"quote", "before", "why"}
        return {
            key: value if key in _KEPT else _filled(value, other if key in quoting else text, other)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_filled(value, text, other) for value in data]
    return text if isinstance(data, str) else data


def _sources(text: str, language: str) -> tuple[Source, Source]:
    """Give a library and a pack that are full of a text."""
    library = Source(LIBRARY, (SAMPLE / LIBRARY).read_text(encoding="utf-8")).data
    pack = Source(PACK, (SAMPLE / PACK).read_text(encoding="utf-8")).data
    half = text[: len(text) // 2]
    library, pack = _filled(library, text, half), _filled(pack, text, f"x {half} x")
    library["language"] = language
    pack["evaluate"]["candidates"][0]["auto_fails"] = [
        {"marker": "manager-directed", "quote": f"y {text}", "why": text},
        {"marker": "manager-directed", "quote": half + "z", "why": text},
    ]
    pack["model_answer"]["requires"] = {"first_person_sentences": 1000, "numbers": 1000}
    for question in pack["questions"]:
        question["options"] = [text, f"a {text} b", {"text": f"{text}, {half}", "why": text}, f'"{half}', "a and b"]
        question["answer"] = f"a {text} b"
    pack["questions"][0]["excerpt"] = half
    made = (Source(name, json.dumps(data, ensure_ascii=False)) for name, data in ((LIBRARY, library), (PACK, pack)))
    first, second = made
    return first, second


def _views(text: str, language: str) -> tuple[LibraryView, PackView]:
    library_source, pack_source = _sources(text, language)
    library = view_library(library_source)[1]
    assert library is not None
    pack = view_pack(pack_source, library)[1]
    assert pack is not None
    return library, pack


def rules(text: str, language: str = "en") -> Iterator[tuple[str, Work]]:
    """Give each rule on packs and libraries, with the placing of what it finds."""
    library, pack = _views(text, language)
    for rule in all_rules():
        yield f"{rule.code} {rule.name}", lambda rule=rule, pack=pack, library=library: _check(rule, pack, library)


def _check(rule: Rule, pack: PackView, library: LibraryView) -> object:
    books = {view.source.name: SourceBook(view.source) for view in (pack, library)}
    subjects: dict[str, list[Any]] = {
        "file": [pack, library],
        "library": [library],
        "pack": [pack],
        "quiz": [pack.quiz],
        "question": list(pack.questions),
    }
    found = [
        locate(rule, finding, books.__getitem__)
        for kind in rule.subjects
        for subject in subjects.get(kind, ())
        for finding in rule.check(subject)
    ]
    facts = rule.collect(pack) if rule.collect else rule.collect_quiz(pack.quiz) if rule.collect_quiz else ()
    return found + corpus_stage(by_code((rule.code, fact) for fact in facts), [rule], books.__getitem__)


def bank_rules(text: str) -> Iterator[tuple[str, Work]]:
    """Give each rule on banks, over questions that are full of a text."""
    question = {"stem": text, "options": [text, f"a {text} b", f"{text}, b", "a and b"], "answer": f"a {text} b"}
    other = {**question, "options": [f"{text}?", f"not {text}", "1"], "answer": "1"}
    views = [_question(data, number) for number, data in enumerate((question, other))]
    for rule in all_rules():
        if rule.banks and {"question", "quiz"} & set(rule.subjects):
            yield f"bank {rule.code}", lambda rule=rule, views=views: _check_bank(rule, views)


def _question(data: dict[str, Any], number: int) -> QuestionView:
    from lpkit.corpus.bank import _question as made

    return QuestionView("bank", (number,), made(data, number), language_of("en"), fixed_order=True)


def _check_bank(rule: Rule, views: list[QuestionView]) -> object:
    quiz = QuizView("bank", (), views, language_of("en"), "bank")
    found = [finding for view in views for finding in rule.check(view)] if "question" in rule.subjects else []
    found += list(rule.check(quiz)) if "quiz" in rule.subjects else []
    return found + list(rule.collect_quiz(quiz) if rule.collect_quiz else ())


def importers(text: str) -> Iterator[tuple[str, Work]]:
    """Give each importer over files that are full of a text, with the plan that becomes of what it reads."""
    row = json.dumps(text, ensure_ascii=False)
    question = f'{{"stem": {row}, "options": [{row}, {row}], "answer": {row}}}'
    cell = '"' + text.replace('"', '""') + '"'
    files = {
        "csv": [
            text,
            f"stem,answer,options\n{cell},{cell},{cell}\n",
            f"{text}\n{text}\n",
            f"stem,answer,options,{text}\n1,2,3\n",
        ],
        "gift": [
            *(text, f"::t::{text}{{={text}~b}}", f"{text}{{=a~{text}}}{text}", f"a{{{text}", f"a{{=a#{text}~b}}"),
            *(f"[html]<p>{text}</p>{{=a ~[plain]{text}#{text}}}", f"// [id:{text}\na{{=%{text}%a~b}}"),
        ],
        **_foreign(text),
        "json": [text, f'{{"kind": "pack", "questions": [{question}]}}', f"[{question}, {question}]"],
    }
    for name, contents in files.items():
        for number, content in enumerate(contents):
            yield f"import {name} {number}", lambda name=name, content=content: _import(name, content)


def _first(held: str) -> str:
    labels = "".join(
        f'<response_label ident="{name}"><material><mattext>{held}{name}</mattext></material></response_label>'
        for name in "ab"
    )
    scored = "<respcondition><conditionvar><varequal>a</varequal></conditionvar><setvar>1</setvar></respcondition>"
    shown = f"<material><mattext>{held}</mattext></material><response_lid>{labels}</response_lid>"
    asked = f"<presentation>{shown}</presentation><resprocessing>{scored}</resprocessing>"
    return f"<questestinterop><item>{asked}</item></questestinterop>"


def _later(held: str) -> str:
    options = "".join(f'<simpleChoice identifier="{name}">{held}{name}</simpleChoice>' for name in "ab")
    asked = f'<itemBody><p>{held}</p><choiceInteraction responseIdentifier="R">{options}</choiceInteraction></itemBody>'
    key = (
        '<responseDeclaration identifier="R"><correctResponse><value>a</value></correctResponse></responseDeclaration>'
    )
    return f"<assessmentItem>{key}{asked}</assessmentItem>"


def _foreign(text: str) -> dict[str, list[str]]:
    """Give files of other programs that are full of a text."""
    held = escape(text)
    answers = f'<answer fraction="100"><text>{held}</text></answer><answer fraction="0"><text>b{held}</text></answer>'
    asked = f"<questiontext><text>{held}</text></questiontext>"
    lines = text.replace("\n", " ")
    return {
        "aiken": [
            text,
            f"{lines}\nA) {lines}\nB) b\nANSWER: A {lines}\n",
            f"{text}\nA) a\n{text}\nB) b\n{text}\nANSWER: A",
        ],
        "anki": [
            text,
            f"#separator:tab\n#columns:Question\tA\tB\tAnswer\n{lines}\t{lines}\tb\tA\n",
            f"#separator:tab\n#columns:Question\tChoices\tAnswer\na\t<ol><li>{lines}</li><li>b</li></ol>\t1\n",
            f"#separator:tab\n{text}",
        ],
        "markdown": [
            text,
            f"# {lines}\n\n{text}\n\n- [x] {lines}\n- [ ] b\n\n> {lines}\n",
            f"{text}\n- [x] a\n- [ ] b\n\n```\n{text}\n```\n- [ ] {text}\n",
        ],
        "page": [
            text,
            f"<h2>Candidate A</h2><p>{held}</p><h2>Scores</h2><ul><li>{held}: 3</li></ul><h2>Quiz</h2><p>{held}</p>"
            f"<p>A. {held}</p><p>B. b</p><p>{held}</p><h2>Fix-its</h2><p>{held}</p><p>Before: {held}</p><p>{held}</p>",
            f"Candidate A\n{text}\nCandidate B\n{text}\nScores\n{text}\nRed flags\n{text}\nNotes\n{text}\nFix-its\n"
            f'Before "{lines}"\nAfter "{lines}"\n{text}\nQuiz\n1. {lines}\nA. {lines}\nB. b\nSolution\n{text}\n',
            f"# {lines}\n\nScore both on {lines} before you read on\n\n## Learn\n\n{text}\n\n## Notes\n\n{text}\n",
        ],
        "qti": [text, _first(held), _later(held)],
        "moodle-xml": [text, f'<quiz>{held}<question type="multichoice">{asked}{answers}</question></quiz>'],
    }


def pages(text: str) -> Iterator[tuple[str, Work]]:
    """Give what takes HTML in: the house's own share of it, since the steps of the parser are not seen."""
    for markdown in (True, False):
        kind = "prose" if markdown else "plain"
        yield f"HTML as {kind}", lambda markdown=markdown: held(f"<p>{text}</p>", markdown=markdown)
        yield f"HTML with breaks as {kind}", lambda markdown=markdown: held(text, markdown=markdown, breaks=True)
        yield f"Markdown as {kind}", lambda markdown=markdown: from_markdown(text, markdown=markdown)
    yield "HTML or not", lambda: is_page([text, f"<b>{text}</b>"])
    yield "plain text as prose", lambda: literal(text)


_importer = cache(load_importer)
"""Looked for once: what is installed is no text."""


def _import(name: str, text: str) -> object:
    importer, content = _importer(name), text.encode("utf-8", "replace")
    importer.recognises("a.txt", content)
    try:
        imported = importer.read(content, {})
    except LpkitError as error:
        return error
    defaults = {"pool": "practice", "difficulty": "easy"}
    return plan_import(imported.drafts, [], set(), defaults, language_of("en"))


def readers(text: str, folder: Path) -> Iterator[tuple[str, Work]]:
    """Give each reader of files, and what is made of a file's text as such."""
    row = json.dumps(text, ensure_ascii=False)
    yaml = {
        "plain": text,
        "quoted": f"a: {row}\nb: [{row}, {row}]  # {row}\n",
        "block": "a: |\n  " + text.replace("\n", "\n  ") + "\nb: 1\n",
        "comments": "\n".join(f"- {number}\n# {line}" for number, line in enumerate(text.split(" "))),
        "keys": f"{row}: {row}\nid: {row}\n",
    }
    for name, content in yaml.items():
        yield f"YAML {name}", lambda content=content: _read(Source("a.yaml", content))
        yield f"fmt {name}", lambda content=content: format_source(Source("a.yaml", content))
        yield f"comments {name}", lambda content=content: _comments(Source("a.yaml", content))
    yield "lock", lambda: _tried(lambda: (read_lock(text), sound_lock(text, "a", True)))
    yield "JSON line", lambda: (read_line(row.encode("utf-8", "replace")), read_line(text.encode("utf-8", "replace")))
    yield "JSON object", lambda: extents(f'{{"stem": {row}, "options": [{row}, {row}]}}')
    yield "bank", lambda: _bank(folder, text, row)
    yield "baseline", lambda: _baseline(folder, text, row)
    yield "settings", lambda: _settings(folder, text, row)
    yield "house schema", lambda: _house(folder, text, row)
    finding = Finding(Site("a.yaml", ("a",)), text)
    yield "report", lambda: _reported(Source("a.yaml", f"a: {row}\n"), finding)
    yield "rewrite", lambda: changes(text, text[: len(text) // 2] + " x")


_OBJECT = '{"question": "a", "answers": [{"id": 7, "text": "b"}, {"id": 8, "text": "c"}], "correct": 8}'
_QUESTION = (
    '<question type="multichoice"><questiontext><text>a</text></questiontext>'
    '<answer fraction="100"><text>b</text></answer><answer fraction="50"><text>c</text></answer></question>'
)


def many(number: int) -> Iterator[tuple[str, Work]]:
    """Give what grows with the number of entries, keys, comments and findings instead of the length of a text."""
    comments = "".join(f"# lpkit: ignore[LP{place % 1000:03}] r\n- a\n" for place in range(number))
    source = Source("a.yaml", comments)
    yield "comments in a list", lambda: _comments(source)
    line = "{" + ", ".join(f'"a{place // 2}": 1' for place in range(2 * number)) + "}"
    yield "keys given twice", lambda: read_line(line.encode())
    broken = Source(PACK, json.dumps({"format": 1, "questions": [{"id": place} for place in range(number)]}))
    yield "broken entries", lambda: _misfits(broken)
    yield "columns", lambda: _import("csv", "stem,answer,options," + ",".join(f"a{place}" for place in range(number)))
    yield "rows of one question", lambda: _import("csv", "stem,options,answer\n" + "a,x|y,x\n" * number)
    yield "blocks of GIFT", lambda: _import("gift", "a{=b~c}\n\n" * number)
    stems = ("".join(chr(0x4E00 + int(digit)) for digit in str(place)) for place in range(number))
    same_id = "\n\n".join(f"{stem}{{=a~b}}" for stem in stems)
    yield "questions of one id", lambda: _import("gift", same_id)
    yield "questions of Aiken", lambda: _import("aiken", "a\nA) b\nB) c\nANSWER: A\n" * number)
    yield "options of Aiken", lambda: _import("aiken", "a\n" + "A) b\nx\n\n" * number + "ANSWER: A\n")
    yield "questions of Markdown", lambda: _import("markdown", "a\n- [x] b\n- [ ] c\n\n> d\n\n" * number)
    yield "lists of Markdown", lambda: _import("markdown", "- [x] b\n\n```\nc\n```\n\n" * number)
    yield "questions of a page", lambda: _import("page", "Quiz\n" + "1. a?\nA. b\nB. c\nAnswer: A\n" * number)
    yield "numbers of a page", lambda: _import("page", "Quiz\n1. a?\nA. b\nB. c\nSolution\n" + "1. a\n" * number)
    yield "cells of a page", lambda: _import("page", "Tips\n- a\nScores\n" + "Dimension\nA\nB\n1\n2\n" * number)
    yield "sections of a page", lambda: _import("page", "Tips\n- a\nNotes\nCandidate A\nbut a\n" * number)
    yield "elements of a page", lambda: _import("page", "<h2>Tips</h2>" + "<div><p>a</p><li>b</div>" * number)
    yield "questions in JSON", lambda: _import("json", f"[{', '.join([_OBJECT] * number)}]")
    item = _later("a")
    yield "items of QTI", lambda: _import("qti", f"<assessmentTest>{item * number}</assessmentTest>")
    label = "<response_label ident='a'><material><mattext>b</mattext></material></response_label>"
    yield (
        "options of QTI",
        lambda: _import("qti", _first("a").replace("</response_lid>", f"{label * number}</response_lid>")),
    )
    yield "questions of Moodle", lambda: _import("moodle-xml", f"<quiz>{_QUESTION * number}</quiz>")
    shown = _of_many(number)
    yield "doubts beside each text", lambda: [doubted(shown, at, pattern("never said")) for at, _ in told(shown)]
    for some in (0, 10, number):
        yield f"fixes of which {some if some < number else 'all'} fail", lambda some=some: _mend(number, some)


def _of_many(number: int) -> PackView:
    pack = Source(PACK, (SAMPLE / PACK).read_text(encoding="utf-8")).data
    pack["questions"] = [{**pack["questions"][0], "id": f"q-{place}"} for place in range(number)]
    view = view_pack(Source(PACK, json.dumps(pack)), None)[1]
    assert view is not None
    return view


def _mend(number: int, wrong: int) -> object:
    """Mend a list of entries of which some bring another fault once they are mended."""
    start = Source("a.yaml", "list:\n" + "- {k: 1, m: 1}\n" * number)
    span = Span(1, 1, 1, 2)

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        faults = []
        for place, entry in enumerate(source.data["list"]):
            if entry["k"] == 1:
                fix, at = new_value(source, ("list", place, "k"), 2), f"/list/{place}/k"
                faults.append(Diagnostic("LP1", "a", Severity.ERROR, "m", "a.yaml", span, at, fix=fix))
            elif place * wrong // number != (place + 1) * wrong // number:
                faults.append(Diagnostic("LP2", "b", Severity.ERROR, "m", "a.yaml", span, f"/list/{place}/m"))
        return faults

    mended = mend({"a.yaml": start}, found, True, Hiding(frozenset(), frozenset()))
    assert len(mended.refused) == min(wrong, 10)
    return mended


def _misfits(source: Source) -> object:
    plain, view = view_pack(source, None)
    found = [(rule, finding) for rule in all_rules() if "file" in rule.subjects for finding in rule.check(plain)]
    placed = locate_all(found, lambda _: SourceBook(source))
    return placed, [view and view.hidden(finding.site.at) for _, finding in found]


def _read(source: Source) -> object:
    _ = source.data, source.flaws, source.line_starts
    view_pack(source, None)
    return view_library(source), source.lines(1, len(source.line_starts))


def _comments(source: Source) -> object:
    if source.flaws:
        return None
    suppressions, mistakes = read_suppressions(source)
    comments = {source.name: Comments(suppressions, mistakes)}
    return comment_extents(source), silence([], comments, all_rules(), all_rules()), add_ignores(source, [], "r")


def _bank(folder: Path, text: str, row: str) -> object:
    file = folder / "bank.jsonl"
    lines = (row, f'{{"stem": {row}, "options": [{row}, {row}], "answer": {row}}}', f"{{{row}: {row}}}", text)
    file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    source = BankSource("bank.jsonl", file)
    return [source.span(entry.site) for entry in read_bank(source) if not isinstance(entry, QuestionView)]


def _reported(source: Source, finding: Finding) -> object:
    found = tuple(locate_all([(rule, finding) for rule in all_rules()[:10]], lambda _: SourceBook(source)))
    return [renderer(name)(Report(found, 1, 1), False) for name in format_names()]


def _written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_bytes(text.encode("utf-8", "replace"))
    return file


def _tried(work: Work) -> object:
    try:
        return work()
    except LpkitError as error:
        return error


def _baseline(folder: Path, text: str, row: str) -> object:
    fault = f'{{"fingerprint": {row}, "count": 1, "path": {row}, "code": "LP1", "message": {row}}}'
    whole = _written(folder, "b.json", f'{{"version": 1, "faults": [{fault}]}}')
    return _tried(lambda: read_baseline(whole)), _tried(lambda: read_baseline(_written(folder, "c.json", text)))


def _settings(folder: Path, text: str, row: str) -> object:
    _written(folder, "lpkit.toml", f"exclude = [{row}]\nselect = [{row}]\n")
    first = _tried(lambda: find_config(folder))
    _written(folder, "lpkit.toml", text)
    return first, _tried(lambda: find_config(folder))


def _house(folder: Path, text: str, row: str) -> object:
    schema = f'{{"description": {row}, "properties": {{{row}: {{"const": {row}, "maxLength": 1}}}}}}'
    loaded = load_house_schemas([_written(folder, "h.json", schema)])
    return [house.misfits({text: text}) for house in loaded]
