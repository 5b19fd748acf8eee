"""Types of the export, our own and those that generators make: they compile, take every file, refuse what is none.

The types are those of a release (`compatible`), the files those of today, with keys that a later version may add.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from added import KINDS, cut, kinds_of, with_keys

from lpkit import __version__
from lpkit.export import Corpus, load_exporter
from lpkit_exporters.json.schema import schema_name
from lpkit_exporters.json.typescript import declarations

EXPORTER = load_exporter("json")
GENERATE = Path(__file__).with_name("generate.mjs")
RELEASED = Path(__file__).parent / "compatible" / __version__
WRONG = (
    '{ id: "hire", title: "Hire" }',
    '{ id: "hire", title: "Hire", passes: "yes" }',
    '{ id: "hire", title: "Hire", passes: true, more: 1 }',
)
NUMBERED = re.compile(r"^(?:export (?:interface|type|enum)|class) (\w*\d)\b", re.MULTILINE)
"""A name with a number at its end: what generators call the second of two that have one name."""


@pytest.fixture
def bundle(corpus: Corpus, tmp_path: Path) -> Path:
    """Write the types of today, the schemas of today and of the release, and files of all kinds, in one folder."""
    files: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for artifact in EXPORTER.render(cut(corpus), {"jsonl": "true", "rows": "true", "html": "true"}):
        if artifact.path == "lpkit.d.ts":
            (tmp_path / artifact.path).write_bytes(artifact.content)
        for kind, data in kinds_of(artifact):
            files[kind].append(data)
    (tmp_path / "schemas").mkdir()
    for name in map(schema_name, KINDS):
        (tmp_path / "schemas" / name).write_text(json.dumps(EXPORTER.schemas[name]), encoding="utf-8")
    for file in RELEASED.glob("*.schema.json"):
        shutil.copy(file, tmp_path / "schemas")
    (tmp_path / "files.json").write_text(json.dumps(files), encoding="utf-8")
    return tmp_path


def test_types_take_every_file_and_nothing_else(tools: Path, bundle: Path) -> None:
    _run(["node", str(GENERATE), str(tools)], bundle)
    files: dict[str, list[Any]] = json.loads((bundle / "files.json").read_text(encoding="utf-8"))
    generated = sorted(bundle.glob("*.[jq].ts"))
    assert len(generated) == 2 * len(KINDS)
    for file in generated:
        assert NUMBERED.findall(file.read_text(encoding="utf-8")) == [], file.name
    whole = files["index"] + files["pack"]
    right = "".join(f"const file{number}: ExportFile = {json.dumps(data)};\n" for number, data in enumerate(whole))
    # The compiler itself complains of such a line where it finds nothing wrong below it.
    wrong = "".join(
        f"// @ts-expect-error\nconst verdict{number}: VerdictReference = {value};\n"
        for number, value in enumerate(WRONG)
    )
    use = """
    function title(file: ExportFile): string {
      return file.kind === "pack" ? file.questions[0].stem : file.libraries[0].packs[0].path;
    }
    """
    program = f'import type {{ ExportFile, VerdictReference }} from "./lpkit";\n{right}{wrong}{use}'
    (bundle / "program.ts").write_text(program + _older_client(bundle, files), encoding="utf-8")
    names = ["program.ts", *(file.name for file in bundle.glob("*.q.ts"))]
    compiler = tools / "node_modules" / ".bin" / "tsc"
    _run([str(compiler), "--noEmit", "--strict", "--skipLibCheck", "false", *names], bundle)


def _older_client(bundle: Path, files: dict[str, list[Any]]) -> str:
    """Write a program that was made with the types of the release, and gets files of a later version."""
    lines = []
    for schema in sorted((bundle / "schemas").glob("*-reader.schema.json")):
        content = json.loads(schema.read_text(encoding="utf-8"))
        title, kind = content["title"], content["$id"].split(":")[4]
        lines.append(f'import type {{ {title} as Old{title} }} from "./{title}.j";')
        lines.append(f"function read{title}<File extends Old{title}>(file: File): File {{ return file; }}")
        writer = EXPORTER.schemas[schema_name(kind)]
        lines += [f"read{title}({json.dumps(with_keys(data, writer))});" for data in files[kind][:2]]
    return "\n".join(lines)


def test_python_types_of_the_release_take_what_a_later_version_adds(bundle: Path) -> None:
    if find_spec("datamodel_code_generator") is None:
        assert not os.environ.get("CI"), "CI needs the extra dev"
        pytest.skip("no datamodel-code-generator here: pip install datamodel-code-generator")
    files: dict[str, list[Any]] = json.loads((bundle / "files.json").read_text(encoding="utf-8"))
    later = with_keys(files["pack"][0], EXPORTER.schemas[schema_name("pack")])
    module = bundle / "types.py"
    schema = str(RELEASED / schema_name("pack", reader=True))
    options = ("--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel")
    command = ["-W", "ignore", "-m", "datamodel_code_generator", "--input", schema, *options, "--output", str(module)]
    _run([sys.executable, *command], bundle)
    text = module.read_text(encoding="utf-8")
    assert NUMBERED.findall(text) == []
    names: dict[str, Any] = {}
    exec(compile(text, module.name, "exec"), names)
    names["PackFile"].model_rebuild(_types_namespace=names)
    read = names["PackFile"].model_validate(later)
    assert [question.stem for question in read.questions] == [question["stem"] for question in later["questions"]]


def _run(command: list[str], folder: Path) -> None:
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("field", [{"type": "string", "minLength": 2}, {"not": {}}, {"type": "object"}, {}])
def test_what_has_no_type_is_not_guessed(field: dict[str, object]) -> None:
    definition = {
        "title": "Thing",
        "description": "A thing.",
        "properties": {"field": field},
        "additionalProperties": False,
        "$defs": {},
    }
    with pytest.raises(ValueError, match="no type for"):
        declarations([definition], ["Thing"], "Things.")
