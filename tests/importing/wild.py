"""Files in the shapes of the wild, read and compared with what they hold: `python -m importing.wild` counts outcomes.

The files stand in `wild/`; `wild.yaml` has the questions of each beside it (stem, options, key), written without lpkit,
and how it is to come out. So what is right is told by comparing, and never by looking.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from importing.packed import packed
from lpkit.importing import LpkitError, Options, load_importer, plan_import
from lpkit.source import decode
from lpkit.text.languages import language_of

HERE = Path(__file__).parent
FILES = HERE / "wild"
CASES: dict[str, Any] = decode((HERE / "wild.yaml").read_bytes(), "wild.yaml").data
OUTCOMES = ("at once", "one option", "left out", "refused", "wrong")
"""Read right at once; with the one option that the refusal names; in part, the rest named; refused; anything else."""
_DEFAULTS = {"pool": "practice", "difficulty": "easy"}

Question = tuple[str, list[str], str]


def questions_of(form: str, content: bytes, options: Options) -> tuple[list[Question], list[str]]:
    """Give the questions that an import would add, and all that it would say of the file."""
    found = load_importer(form).read(content, options)
    plan = plan_import(found.drafts, [], set(), _DEFAULTS, language_of("en"))
    taken = [(entry["stem"], [_text(option) for option in entry["options"]], entry["answer"]) for entry in plan.entries]
    return taken, [f"{note.place}: {note.message}" for note in (*found.notes, *plan.notes)]


def _text(option: Any) -> str:
    text: str = option if isinstance(option, str) else option["text"]
    return text


def outcome(name: str) -> str:
    """Tell how a file comes out."""
    case, content = CASES[name], packed(FILES / name)
    right = [(stem, options, key) for stem, options, key in case["questions"]]
    how = "at once"
    try:
        taken, notes = questions_of(case["format"], content, {})
    except LpkitError as error:
        ((option, values),) = case.get("option", {"": []}).items()
        if not option or f"{option}" not in f"{error.message} {error.hint}":
            return "refused"
        how = "one option"
        taken, notes = questions_of(case["format"], content, {option: values})
    if taken == right:
        return how
    told = any("left out" in note or "not held" in note for note in notes)
    return "left out" if told and all(question in right for question in taken) else "wrong"


def table(found: dict[str, str]) -> str:
    """Give the outcomes of files as a table, a line for each kind."""
    kinds: dict[str, Counter[str]] = {}
    for name, how in found.items():
        kinds.setdefault(CASES[name]["kind"], Counter())[how] += 1
    kinds["together"] = sum(kinds.values(), Counter())
    rows = [
        f"| {kind} | {many.total()} | {' | '.join(str(many[how]) for how in OUTCOMES)} |"
        for kind, many in kinds.items()
    ]
    head = f"| kind | files | {' | '.join(OUTCOMES)} |"
    return "\n".join([head, f"| {' | '.join(['---'] * (len(OUTCOMES) + 2))} |", *rows])


if __name__ == "__main__":
    sys.stdout.write(table({name: outcome(name) for name in CASES}) + "\n")
