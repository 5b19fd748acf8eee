"""Files that are in order, to be damaged: projects with a library and a pack, and what else lpkit reads."""

from functools import cache
from pathlib import Path
from typing import Any

from lpkit.source import decode
from project import SAMPLE

ROOT = Path(__file__).parent.parent.parent
_CORPUS = ROOT / "packs/amazon-lp"

LIBRARY = "packs/library.yaml"

Files = dict[str, bytes]


@cache
def projects() -> tuple[tuple[Files, str], ...]:
    """Give projects as files below a folder, each with the path of its pack: short ones, and one of real length."""
    short = (SAMPLE, ROOT / "docs/format/example", ROOT / "tests/export/sample")
    found = [_project(folder, folder / "library.yaml") for folder in short]
    return (*found, _project(_CORPUS / "ownership", _CORPUS / "library.yaml"))


def _project(folder: Path, library: Path) -> tuple[Files, str]:
    pack = next(file for file in sorted(folder.rglob("*.yaml")) if file.name != "library.yaml")
    path = f"packs/{pack.parent.name}/{pack.name}"
    return {LIBRARY: library.read_bytes(), path: pack.read_bytes()}, path


@cache
def data_of(content: bytes) -> Any:
    """Give what a pack or library says."""
    return decode(content, "a.yaml").data


LOCK = b"""# Written by `lpkit lock`. Commit it and do not edit it: published ids and times hang on it.
candidate noisy-alarm/a d0681d4c0548bedd 2026-11-28T05:18:25Z
fix-it noisy-alarm/own-start 65e0422a4f221b03 2026-11-28T05:18:25Z
marker manager-directed 2e3e5d65c094a8f0 2026-11-28T05:18:25Z
pack noisy-alarm e479aa16e0e25e56 2026-11-28T05:18:25Z
question noisy-alarm/alarm-figures 373ba2ea5d71a05d 2026-11-28T05:18:25Z
question noisy-alarm/alarm-trial 978b8ed6b8ac549c 2026-11-28T05:18:25Z
question noisy-alarm/long-gone 978b8ed6b8ac549d 2026-11-28T05:18:25Z retired
"""

SETTINGS = b"""packs = ["packs"]
exclude = ["packs/drafts/**"]
select = ["LP"]
ignore = ["LP506", "question-without-hint"]
fail-on = "warning"
output = "dist"
exports = ["json"]
schemas = ["house.schema.json"]
documentation = "https://docs.example.org/lpkit"

[severity]
total-not-sum = "warning"
LP301 = "off"
"""

HOUSE: Any = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["tags"],
    "properties": {
        "title": {"maxLength": 12, "pattern": "^[A-Z]"},
        "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}, "minItems": 1, "uniqueItems": True},
        "questions": {"items": {"anyOf": [{"required": ["hint"]}, {"properties": {"pool": {"const": "test"}}}]}},
    },
    "$defs": {"tag": {"type": "string", "enum": ["a", "b"]}},
    "dependentRequired": {"fix_its": ["coaching"]},
    "additionalProperties": True,
}

BASELINE: Any = {
    "version": 1,
    "faults": [
        {
            "fingerprint": "2fa2b9",
            "count": 1,
            "code": "LP204",
            "path": "packs/ownership/noisy-alarm.yaml",
            "message": "m",
        },
        {"fingerprint": "77aa01", "count": 2, "code": "LP301", "path": "packs/gone.yaml", "message": "no"},
    ],
}

BANK: list[Any] = [
    {
        "id": "q-1",
        "stem": "Which metal is liquid in a warm room?",
        "options": ["Mercury", "Iron"],
        "answer": "Mercury",
    },
    {"stem": "Which is not a prime?", "options": ["2", "3", "4", "All of the above"], "answer": "4"},
    {
        "id": "q-3",
        "stem": "An aspirin is never",
        "options": ["an acid", "a base of all", "a salt"],
        "answer": "an acid",
    },
]

TABLE = [
    ["id", "Question", "A", "B", "C", "Correct", "Why A", "Explanation", "Hint", "difficulty", "pool", "Author"],
    ["", "How is it told?", "In words", "In minutes", "By a witness", "b", "No.", "One.|Two.", "A unit.", "", "", ""],
    ["own-id", "Which of the two is first?", "One", "Two", "", "One", "", "", "", "hard", "test", "Ada"],
]  # fmt: skip

GIFT = rb"""// exported
$CATEGORY: alarms

::Price:: How is the price of a nuisance \{cost\} told? {
  =In minutes of a week#It can be checked.
  ~In loud words#Nobody can check it.
  ~%-50%By a witness
  ####Minutes can be counted.
}

The sky is blue.{T}

Two and two make {#4:1}

Match {=a -> b =c -> d}

A nuisance costs {=minutes ~words} each week.

// question: 7 [id:old-pack/which-loop] [tag:code]
::Loop::[html]<p>Which <b>loop</b> ends\:</p><ul><li>one<li>two</ul><pre>while x\:
    x()</pre><img src\="a.png"> {
  =[plain]if x\:\n    *y*#[markdown]See `y` and [there](https\://example.org).

  ~%-50%<p>A &amp; B</p><table><tr><td>1</td></tr></table>#<a href\="/b">b</a>
  ~<p><br></p>
}

The sky is {1:MC:=blue~red}.
"""


@cache
def exported() -> Any:
    """Give a pack as our own JSON export has it, as far as the importer reads it."""
    pack = data_of(projects()[0][0][projects()[0][1]])
    first, *others = [_resolved(question) for question in pack["questions"]]
    new = [{**question, "id": f"new-{question['id']}", "stem": f"Now: {question['stem']}"} for question in others]
    return {"kind": "pack", "format": 1, "id": pack["id"], "questions": [first, *new]}


def _resolved(question: dict[str, Any]) -> dict[str, Any]:
    options = [option if isinstance(option, dict) else {"text": option} for option in question["options"]]
    return {**question, "options": options}
