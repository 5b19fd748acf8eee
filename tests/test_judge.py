"""The judge that learns: planted tells are found and named, chance is left alone, and its result reaches a check."""

import json
import os
import re
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest

from judge_banks import Quiz, planted, write_bank, write_packs
from lpkit.cli.running import Choice, project_of, run_check
from lpkit.corpus import QuestionView
from lpkit.corpus.bank import BankSource, read_bank
from lpkit.corpus.guesses import guess_bank
from lpkit.judge import judge_bank
from lpkit.judge.case import Case
from lpkit.judge.cases import bank_cases, too_little
from lpkit.judge.copies import in_parts, without_copies
from lpkit.judge.tells import tells_of
from lpkit.judge.trial import Trial
from lpkit.publishing.judged import HEADER, Result, judged_text, read_judged
from lpkit.publishing.lock import Key
from lpkit.publishing.shown import judged_presences
from lpkit.publishing.updating import Presence
from lpkit.text.habits import HABITS, habits_of
from lpkit.text.languages import language_of
from project import Run, read_yaml, write_sample

PLANTED: dict[str, dict[str, Any]] = read_yaml(Path(__file__).parent / "judge/planted.yaml")
DAMAGED: dict[str, dict[str, Any]] = read_yaml(Path(__file__).parent / "judge/damaged.yaml")
MARKED: dict[str, dict[str, Any]] = read_yaml(Path(__file__).parent / "judge/marked.yaml")
NEAR: dict[str, dict[str, Any]] = read_yaml(Path(__file__).parent / "judge/near.yaml")
ENGLISH = language_of("en")
COMMA = PLANTED["comma"]


@pytest.fixture(scope="session")
def learning() -> Any:
    """Import what learns, and the library below it, for who asks: that alone takes two seconds."""
    return import_module("lpkit.judge.learning")


def _cases(quiz: Quiz) -> list[Case]:
    return [Case(str(at // 10), str(at), tuple(options), frozenset({key})) for at, (options, key) in enumerate(quiz)]


def _shuffled(quiz: Quiz, seed: int = 1) -> Quiz:
    draw = Random(f"{seed} {quiz[0][0]}")
    return [(options, draw.randrange(len(options))) for options, _ in quiz]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_tell_is_named(name: str) -> None:
    tell = PLANTED[name]
    found = tells_of(_cases(planted(tell)), ENGLISH)
    (named,) = (one for one in found if one.title == tell["named"])
    assert named.rare is (name == "lacking")
    assert named.p < 0.01


@pytest.mark.parametrize("name", MARKED)
def test_what_is_no_habit_is_named_by_what_is_seen(name: str) -> None:
    tell = MARKED[name]
    found = [one for one in tells_of(_cases(planted(tell)), ENGLISH) if not one.rare]
    assert tell["named"] in [one.title for one in found if one.kind == "mark"]
    assert not [one.title for one in found if one.kind == "habit" and "length" not in one.title]


@pytest.mark.parametrize("name", ["exclamation mark", "curly apostrophe", "emoji", "wide comma"])
def test_the_surest_questions_name_a_sign(name: str, learning: Any) -> None:
    tell = MARKED[name]
    trial = learning.try_judge(_cases(planted(tell, share=0.9)), ENGLISH)
    assert trial.beats_chance
    assert sum(tell["named"] in sure.reasons for sure in trial.surest) >= 7


def test_where_parts_of_words_speak_they_are_named_as_such(learning: Any) -> None:
    draw = Random(3)
    words = [f"{draw.choice('bdfgklmnprst')}{draw.choice('aeiou')}{draw.choice('bdfgklmnprst')}" for _ in range(900)]
    quiz: Quiz = []
    for at in range(80):
        stems = [words.pop() for _ in range(4)]
        quiz.append(([f"{stem}{'our' if place == at % 4 else 'ama'}" for place, stem in enumerate(stems)], at % 4))
    trial = learning.try_judge(_cases(quiz), ENGLISH)
    assert trial.right == 80
    for sure in trial.surest:
        assert re.match(r'parts of words, such as "(?:\w?our?|ur)"', sure.reasons[0])


def test_hardly_anything_is_named_where_keys_were_drawn() -> None:
    """One table of twenty may name something by luck: that is the level of the correction."""
    quizzes = [(planted(tell), draw) for tell in PLANTED.values() for draw in range(2)]
    named = [tells_of(_cases(_shuffled(quiz, draw)), ENGLISH) for quiz, draw in quizzes]
    assert len(quizzes) == 40
    assert sum(map(bool, named)) <= 4


@pytest.mark.parametrize("name", ["comma", "second person", "shortest", "word", "lacking"])
def test_what_is_planted_is_learned(name: str, learning: Any) -> None:
    trial = learning.try_judge(_cases(planted(PLANTED[name])), ENGLISH)
    assert trial.beats_chance
    assert trial.accuracy > 0.5
    assert (trial.cases, trial.chance, trial.p) == (80, 20, 0.005)


def test_where_keys_were_drawn_nothing_is_learned(learning: Any) -> None:
    trial = learning.try_judge(_cases(_shuffled(planted(COMMA))), ENGLISH)
    assert not trial.beats_chance
    assert trial.interval[0] < 0.25 < trial.interval[1]
    assert learning.try_judge(_cases(_shuffled(planted(COMMA))), ENGLISH) == trial, "the same each time"


def test_the_surest_questions_say_why(learning: Any) -> None:
    trial = learning.try_judge(_cases(planted(COMMA)), ENGLISH)
    assert len(trial.surest) == 8
    for sure in trial.surest:
        assert "," in sure.text
        assert {"more commas", "a comma", "most commas"}.intersection(sure.reasons)


def test_each_fold_has_the_weights_of_a_ridge_regression_on_the_others(learning: Any) -> None:
    cases = _cases(planted(COMMA))
    features, keys = learning.features_of(cases, ENGLISH), learning._keys(cases)[:, :3]
    folds = learning._folds(cases)
    everything = range(len(cases))
    rows = learning._less_mean(features.rows.toarray(), features, everything)
    centred = keys - 0.25
    for fold, weights, tried in learning._learned(features, keys, folds):
        texts = [start + at for case in everything if case not in fold for at in range(4) for start in [4 * case]]
        damping = learning._DAMPING * len(cases)
        ridge = import_module("sklearn.linear_model").Ridge(alpha=damping, fit_intercept=False, solver="cholesky")
        expected = ridge.fit(rows[texts], centred[texts]).coef_.T
        assert abs(weights - expected).max() < 1e-8
        assert tried.shape[0] == 4 * len(fold)


def test_no_fold_learns_from_a_group_that_it_is_tried_on(learning: Any) -> None:
    cases = [Case(f"pack-{at % 45}", str(at), ("a", "b"), frozenset({0})) for at in range(180)]
    folds = learning._folds(cases)
    assert len(folds) == 20
    assert sorted(at for fold in folds for at in fold) == list(range(180))
    homes = [{cases[at].group for at in fold} for fold in folds]
    assert sum(map(len, homes)) == len(set().union(*homes)) == 45


def test_permuted_keys_keep_how_many_texts_of_a_case_are_right(learning: Any) -> None:
    cases = [Case("0", "", ("a", "b", "c"), frozenset({0, 2})), Case("1", "", ("a", "b"), frozenset({1}))]
    keys = learning._keys(cases)
    assert keys.shape == (5, 200)
    assert set(map(tuple, keys[:3].T)) == {(1, 0, 1), (1, 1, 0), (0, 1, 1)}
    assert set(map(tuple, keys[3:].T)) == {(1, 0), (0, 1)}
    assert keys[:, 0].tolist() == [1, 0, 1, 0, 1]


def test_widths_differ_and_chance_follows(learning: Any) -> None:
    quiz = planted(COMMA, 40) + planted(COMMA, 40, width=2) + planted(COMMA, 20, width=5)
    trial = learning.try_judge(_cases(quiz), ENGLISH)
    assert trial.chance == 40 / 4 + 40 / 2 + 20 / 5
    assert trial.beats_chance


def test_texts_without_a_word_in_common_are_judged_by_their_habits(learning: Any) -> None:
    cases = [
        Case(str(at % 6), str(at), (chr(0x4E00 + at), f"{chr(0x5E00 + at)},", chr(0x6E00 + at)), frozenset({1}))
        for at in range(60)
    ]
    assert learning.try_judge(cases, language_of("zxx")).right == 60


@pytest.mark.parametrize(("right", "cases", "low", "high"), [(50, 100, 0.404, 0.596), (0, 20, 0, 0.161)])
def test_interval_is_that_of_wilson(right: float, cases: int, low: float, high: float) -> None:
    assert Trial(cases, right, cases / 4, 0.5, 199).interval == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize(
    ("right", "p", "wins"), [(25, 0.005, True), (24.9, 0.005, False), (60, 0.01, False), (60, 0.005, True)]
)
def test_beating_chance_takes_a_quarter_more_and_a_test(right: float, p: float, wins: bool) -> None:
    assert Trial(80, right, 20, p, 199).beats_chance is wins


def _judged_bank(file: Path) -> Any:
    views = [entry for entry in read_bank(BankSource(file.name, file)) if isinstance(entry, QuestionView)]
    return judge_bank(views, lambda: None)


@pytest.mark.parametrize(("count", "enough"), [(2, False), (59, False), (60, True)])
def test_a_small_bank_gets_no_figure(tmp_path: Path, count: int, enough: bool) -> None:
    few = _judged_bank(write_bank(tmp_path / "bank.jsonl", planted(COMMA, count))).too_little
    assert (few is None) is enough
    assert few is None or few == f"{count} different questions with a key are too few to judge: 60 are needed"


@pytest.mark.parametrize(("groups", "enough"), [(1, False), (4, False), (5, True)])
def test_few_packs_get_no_figure(groups: int, enough: bool) -> None:
    cases = [case._replace(group=str(at % groups)) for at, case in enumerate(_cases(planted(COMMA)))]
    assert (too_little(cases) is None) is enough
    assert (too_little(cases, packs=False) is None) is enough


def _copy(case: Case, how: dict[str, Any]) -> Case:
    """Give a case changed as tests/judge/near.yaml says."""
    texts = [how.get("text", "…").replace("…", text, 1) for text in case.texts]
    if how.get("capital"):
        texts = [text.capitalize() for text in texts]
    (key,) = case.keys
    wrong = (key + 1) % len(texts)
    if how.get("swap"):
        texts[wrong] = f"something else {case.name}"
    return Case(
        "other", f"{case.name} again", tuple(texts), frozenset({(key + 2) % 4}) if how.get("key") else case.keys
    )


@pytest.mark.parametrize("name", NEAR)
def test_near_copies_count_once_or_are_tried_together(name: str) -> None:
    cases, how = _cases(planted(None, 60)), NEAR[name]
    found = without_copies([*cases, *(_copy(case, how) for case in cases)])
    if how["same"]:
        assert found == cases
    else:
        assert [case.group for case in found] == 2 * [case.group for case in cases]


@pytest.mark.parametrize("name", ["full stop", "one distractor", "another key"])
def test_near_copies_teach_nothing(name: str, learning: Any) -> None:
    cases = [case._replace(group=case.name) for case in _cases(_shuffled(planted(None, 60)))]
    both = without_copies([*cases, *(_copy(case, NEAR[name])._replace(group=f"{case.name}+") for case in cases)])
    assert not learning.try_judge(in_parts(both, 10), ENGLISH).beats_chance


def test_questions_that_share_half_of_their_options_are_two() -> None:
    one = Case("a", "1", ("red", "blue", "green", "white"), frozenset({0}))
    two = Case("b", "2", ("red", "blue", "black", "brown"), frozenset({0}))
    assert without_copies([one, two]) == [one, two]
    assert without_copies([one, two._replace(texts=("Red.", "blue", "green"))]) == [one]


def test_a_bank_of_few_sets_of_options_gets_no_figure() -> None:
    sets = [("yes it is", "no", "perhaps"), ("north", "south", "east")]
    cases = [
        Case(str(at), str(at), (*texts, *(f"so {at}" for at in range(number))), frozenset({at % (3 + number)}))
        for number in range(2)
        for at, texts in enumerate(sets * 60)
    ]
    few = too_little(in_parts([case._replace(group="0") for case in cases], 10), packs=False)
    assert few is not None
    assert few.endswith("learned or tried together, and that leaves 1 part is too few to judge: 5 are needed")


def test_a_key_that_stands_twice_is_not_played(tmp_path: Path) -> None:
    quiz = planted(COMMA, 20)
    for options, key in quiz[:5]:
        options[(key + 1) % 4] = options[key]
    file = write_bank(tmp_path / "bank.jsonl", quiz)
    views = [entry for entry in read_bank(BankSource(file.name, file)) if isinstance(entry, QuestionView)]
    assert len(bank_cases(views)) == 15
    assert guess_bank(views).questions == 15


def test_copies_and_questions_without_a_key_are_left_out(tmp_path: Path) -> None:
    file = write_bank(tmp_path / "bank.jsonl", planted(COMMA, 30))
    lines = file.read_text(encoding="utf-8").splitlines()
    turned = [json.loads(line) for line in lines]
    for entry in turned:
        entry["options"].reverse()
    nowhere = [json.dumps({"stem": "Which?", "options": [f"a {at}", "b"], "answer": "c"}) for at in range(9)]
    file.write_text("\n".join([*lines, *lines, *map(json.dumps, turned), *nowhere]), encoding="utf-8")
    views = [entry for entry in read_bank(BankSource(file.name, file)) if isinstance(entry, QuestionView)]
    cases = bank_cases(views)
    assert (len(views), len(cases)) == (99, 30)
    assert [case.group for case in cases] == sorted(case.group for case in cases)
    assert len({case.group for case in cases}) == 10


def test_an_abbreviation_ends_no_sentence() -> None:
    assert "sentences" not in habits_of("bread, e.g. rye, i.e. dark", (), ENGLISH)
    assert "sentences" in habits_of("Bread rises. Rye does not.", (), ENGLISH)


def test_every_habit_has_a_planted_case() -> None:
    planted_titles = {tell["named"] for tell in PLANTED.values()}
    others = {"an apostrophe", "a hyphen", "a name inside", "two sentences"}
    others |= {"the third person", "a word of contrast", "a comparison", "a word of duty"}
    assert {habit.title for habit in HABITS.values()} - planted_titles == others


def test_the_file_says_what_was_written_and_names_what_is_not_its_own() -> None:
    results = {"questions": Result(46.5, 80, 20, 0.005)}
    presences = [Presence("live", Key("question", "a/b"), "0" * 16), Presence("kept", Key("question", "a/c"), "1" * 16)]
    presences.append(Presence("live", Key("candidate", "a/a"), "2" * 16))
    text = judged_text(results, ["a comma: 31 of 40, chance 10"], presences)
    judged = read_judged(text)
    assert (judged.results, judged.tells) == (results, ["a comma: 31 of 40, chance 10"])
    assert (judged.items, judged.faults) == ({Key("question", "a/b"): "0" * 16}, [])
    assert judged.changed("question", {Key("question", "a/b"): "0" * 16}) == (0, 1)
    assert judged.changed("question", {Key("question", "a/b"): "3" * 16, Key("question", "a/d"): "4" * 16}) == (2, 2)
    faults = read_judged(f"{text}<<<<<<< HEAD\nquestions right many\n").faults
    assert faults == [(5, "this is no line of library.judge"), (6, "this is no line of library.judge")]


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_says_what_is_wrong(name: str) -> None:
    assert read_judged(DAMAGED[name]["text"]).faults[0][1] == DAMAGED[name]["says"]


@pytest.mark.parametrize("content", [b"", b"# Z\xfcrich\n"])
def test_a_damaged_file_is_reported(lpkit: Run, tmp_path: Path, content: bytes) -> None:
    write_sample(tmp_path)
    (tmp_path / "packs/library.judge").write_bytes(content)
    ((severity, message),) = _found(lpkit, "LP606")
    assert (severity, message) == ("warning", read_judged(content.decode("utf-8", "replace")).faults[0][1])


def test_deliveries_grow_old(lpkit: Run, tmp_path: Path) -> None:
    sample = write_sample(tmp_path)
    shelf = run_check(project_of([sample.parents[1]], Choice())).stocks[0]
    lines = [str(one.key) + f" {one.hash}" for one in judged_presences(shelf.library, shelf.packs[0])]
    candidates = [line for line in lines if line.startswith("candidate")]
    assert candidates
    result = "deliveries right 5 of 12 chance 4 p 0.4"
    file = tmp_path / "packs/library.judge"
    file.write_text("\n".join([result, *candidates, ""]), encoding="utf-8")
    assert _found(lpkit, "LP607") == []
    file.write_text("\n".join([result, *candidates[1:], ""]), encoding="utf-8")
    expected = f"library.judge is out of date: 1 delivery is new, gone or changed since, of {len(candidates)}"
    assert _found(lpkit, "LP607") == [("warning", expected)]
    assert _found(lpkit, "LP606") == []


def test_what_deliveries_betray_is_mended_in_deliveries(lpkit: Run, tmp_path: Path) -> None:
    write_packs(tmp_path, planted(None, 120), 12)
    shown = lpkit("stats", "--guess").stdout.partition("a judge that learns from deliveries: right in 12 of 12")[2]
    advice = [
        line
        for line in shown.splitlines()
        if line.endswith(": describe how an answer sounds in words that would suit strong and weak answers alike")
    ]
    assert len(advice) == 1
    assert 'the word "dry"' in advice[0]
    assert "an option" not in shown.partition("alarm-0:")[0]


@pytest.fixture
def library(tmp_path: Path) -> list[Path]:
    """Give the packs of a library whose keys have commas."""
    return write_packs(tmp_path, planted(COMMA, 90), 6)


def _found(lpkit: Run, code: str) -> list[tuple[str, str]]:
    report = json.loads(lpkit("check", "--select", code, "-f", "json").stdout)
    return [(entry["severity"], entry["message"]) for entry in report["diagnostics"]]


def test_the_tells_of_a_report_say_which_way(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    told = "questions right 46 of 80 chance 20 p 0.005\ntell a comma: 9 of 90, chance 36, seldom right\n"
    (tmp_path / "packs/library.judge").write_text(told, encoding="utf-8")
    ((_, message),) = _found(lpkit, "LP606")
    assert "what tells: a comma: 9 of 90, chance 36, seldom right" in message


def test_the_result_reaches_a_check_and_grows_old(lpkit: Run, library: list[Path]) -> None:
    assert _found(lpkit, "LP606") == []
    written = lpkit("stats", "--guess", "--write")
    assert (written.returncode, "packs/library.judge: written" in written.stderr) == (0, True)
    ((severity, message),) = _found(lpkit, "LP606")
    assert severity == "warning"
    assert re.search(r"is right in \d+ of 90 questions, where chance gives 22\.5 \(p = 0\.005\)", message)
    assert "what tells: a comma: 70 of 90, chance 22.5" in message
    file = Path(library[0].parents[1] / "library.judge")
    file.write_text(re.sub(r"(?m)^questions right \S+", "questions right 20", file.read_text()), encoding="utf-8")
    assert _found(lpkit, "LP606") == []
    text = library[0].read_text(encoding="utf-8")
    library[0].write_text(re.sub("(title|stem|hint): ", r"\1: Now ", text), encoding="utf-8")
    assert _found(lpkit, "LP606") == [], "the judge does not see it"
    library[0].write_text(text, encoding="utf-8")
    for count, severity in ((9, "info"), (10, "warning")):
        text = library[0].read_text(encoding="utf-8")
        library[0].write_text(re.sub(r'answer: ".', 'answer: "', text, count=count), encoding="utf-8")
        expected = f"library.judge is out of date: {count} questions are new, gone or changed since, of 90"
        assert _found(lpkit, "LP606") == [(severity, expected)]
        library[0].write_text(text, encoding="utf-8")
    file.write_text(file.read_text() + "======= \n", encoding="utf-8")
    assert _found(lpkit, "LP606") == [("warning", "this is no line of library.judge")]


def test_figures_as_data(lpkit: Run, library: list[Path], tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank.jsonl", _shuffled(planted(COMMA)))
    shown = lpkit("stats", "packs", "--guess", "--json", "--bank", bank.name)
    data = json.loads(shown.stdout)
    (found,), (played,) = data["libraries"], data["banks"]
    assert found["judge"]["trial"]["beats_chance"]
    assert found["judge"]["tells"][0]["title"] == "a comma"
    assert found["deliveries"]["too_little"].startswith("6 packs with deliveries")
    assert {entry["title"]: entry["score"] for entry in found["answers"]}["the answer with most words"] == len(library)
    assert played["bank"] == "bank.jsonl"
    assert not played["judge"]["trial"]["beats_chance"]
    assert [entry["pack"] for entry in played["guess"]] == [None]
    assert shown.stderr.count("s of processor time") == 2


def test_without_the_extra_fixed_strategies_play(lpkit: Run, library: list[Path], tmp_path: Path) -> None:
    assert library
    for name in ("numpy", "sklearn"):
        (tmp_path / "absent" / f"{name}.py").parent.mkdir(exist_ok=True)
        (tmp_path / f"absent/{name}.py").write_text(f"raise ModuleNotFoundError('no {name}', name='{name}')\n")
    search = os.pathsep.join(filter(None, [str(tmp_path / "absent"), os.environ.get("PYTHONPATH", "")]))
    shown = lpkit("stats", "--guess", PYTHONPATH=search)
    assert shown.returncode == 0
    (line,) = shown.stderr.splitlines()
    missing = "scikit-learn (extra judge) is not installed"
    assert line.startswith(f"nothing learns here, only fixed strategies play: {missing}; for a judge that learns: ")
    assert "the longest option" in shown.stdout
    assert re.search(r"^a comma .* often right$", shown.stdout, re.MULTILINE)
    refused = lpkit("stats", "--guess", "--write", PYTHONPATH=search)
    assert refused.returncode == 2
    assert not list(tmp_path.rglob("library.judge"))


@pytest.mark.parametrize(
    "error", ["ImportError('libgomp.so.1: cannot open')", "ValueError('numpy.dtype size changed')"]
)
def test_where_the_extra_is_broken_fixed_strategies_play(lpkit: Run, tmp_path: Path, error: str) -> None:
    write_bank(tmp_path / "b.jsonl", planted(COMMA))
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/sklearn.py").write_text(f"raise {error}\n")
    search = os.pathsep.join(filter(None, [str(tmp_path / "broken"), os.environ.get("PYTHONPATH", "")]))
    shown = lpkit("stats", "--guess", "--bank", "b.jsonl", PYTHONPATH=search)
    assert shown.returncode == 0
    (line,) = shown.stderr.splitlines()
    assert f"scikit-learn (extra judge) cannot be loaded ({error[error.index('(') + 2 : -2]})" in line
    assert "the longest option" in shown.stdout


def test_a_library_that_shrank_loses_its_file(lpkit: Run, tmp_path: Path) -> None:
    write_packs(tmp_path, planted(COMMA, 45), 3)
    file = tmp_path / "packs/library.judge"
    text = "questions right 20 of 80 chance 20 p 0.5\nquestion gone/one 0123456789abcdef\n"
    file.write_text(text, encoding="utf-8")
    foreign = lpkit("stats", "--guess", "--write")
    assert "packs/library.judge: left as it is, since lpkit did not write it: 45 different" in foreign.stderr
    assert file.read_text(encoding="utf-8") == text
    file.write_text(f"{HEADER}{text}", encoding="utf-8")
    assert [severity for severity, _ in _found(lpkit, "LP606")] == ["warning"]
    own = lpkit("stats", "--guess", "--write")
    assert "packs/library.judge: removed, since there is no result any more: 45 different questions" in own.stderr
    assert (own.returncode, file.exists(), _found(lpkit, "LP606")) == (0, False, [])


@pytest.mark.parametrize(("lines", "many"), [(1, "1 line is no sound question and was"), (3, "3 lines are no sound")])
def test_lines_that_are_left_out_are_counted(lpkit: Run, tmp_path: Path, lines: int, many: str) -> None:
    file = write_bank(tmp_path / "b.jsonl", planted(None, 4))
    with file.open("a", encoding="utf-8") as stream:
        stream.write('{"stem": "Which?", "options": ["a", ""]}\n' * lines)
    shown = lpkit("stats", "--guess", "--bank", "b.jsonl")
    assert f"b.jsonl: {many}" in shown.stderr
    assert "left out; lpkit check --bank b.jsonl says why" in shown.stderr
    assert "b.jsonl: 4 questions" in shown.stdout


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_bank_without_a_line_is_refused_as_by_check(lpkit: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "b.jsonl").write_text(content, encoding="utf-8")
    for arguments in (("stats", "--guess", "--bank", "b.jsonl"), ("check", "--bank", "b.jsonl")):
        refused = lpkit(*arguments)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "no questions found in b.jsonl" in refused.stderr


def test_long_options_are_cut(lpkit: Run, tmp_path: Path) -> None:
    quiz = planted(COMMA)
    write_bank(tmp_path / "b.jsonl", [([f"{text} {'so ' * 60}" for text in options], key) for options, key in quiz])
    shown = lpkit("stats", "--guess", "--bank", "b.jsonl").stdout
    assert "surest, and right" in shown
    assert max(map(len, shown.splitlines())) < 250


@pytest.mark.parametrize("arguments", [["--bank", "b.jsonl"], ["--write"], ["--guess", "--write", "--bank", "b.jsonl"]])
def test_options_that_belong_together(lpkit: Run, tmp_path: Path, arguments: list[str]) -> None:
    write_bank(tmp_path / "b.jsonl", planted(None, 2))
    assert lpkit("stats", *arguments).returncode == 2


def test_the_review_names_what_the_key_alone_has(lpkit: Run, tmp_path: Path) -> None:
    write_bank(tmp_path / "b.jsonl", [(["red, or so", "blue or so", "late or so"], 0), (["a, b", "c, d", "kilo"], 2)])
    shown = lpkit("check", "--review", "-q", "--bank", "b.jsonl", "--ignore", "LP").stdout
    assert '[ ] "red, or so" alone has a comma: in as many other questions a wrong option does' in shown
    assert '[ ] "kilo" alone lacks a comma: in as many other questions a wrong option does' in shown
