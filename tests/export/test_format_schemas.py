"""The schemas of packs and libraries with what only editors read: strict validators and makers of types take them."""

import json
import subprocess
from pathlib import Path

from ruamel.yaml import YAML

from lpkit.model import Library
from lpkit.schema.helping import VOCABULARY
from lpkit.schema.of_library import schema_of
from lpkit.schema.publish import published_schemas
from project import LIBRARY, PACK, SAMPLE

SCRIPT = Path(__file__).with_name("format_schemas.mjs")


def test_validators_and_generators_take_them(tools: Path, tmp_path: Path) -> None:
    yaml = YAML(typ="safe")
    library, pack = yaml.load(SAMPLE / LIBRARY), yaml.load(SAMPLE / PACK)
    schemas = {**published_schemas(), "own.schema.json": schema_of(Library.model_validate(library))}
    for name, schema in schemas.items():
        right = library if name.startswith("library") else pack
        (tmp_path / name).write_text(json.dumps(schema), encoding="utf-8")
        (tmp_path / f"{name}.data").write_text(json.dumps([right, {**right, "title": 1}]), encoding="utf-8")
    (tmp_path / "vocabulary.json").write_text(json.dumps(VOCABULARY), encoding="utf-8")
    command = ["node", str(SCRIPT), str(tools), *schemas]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    compiler = tools / "node_modules/.bin/tsc"
    files = sorted(file.name for file in tmp_path.glob("*.ts"))
    assert len(files) == 2 * len(schemas)
    for file in files:
        command = [str(compiler), "--noEmit", "--strict", file]
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stdout
    for name in schemas:
        types = (tmp_path / f"{name}.ts").read_text(encoding="utf-8")
        assert f"interface {'Marker' if name.startswith('library') else 'Question'} " in types
