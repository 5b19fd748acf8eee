"""The TypeScript types compile, take every file of the bundle, and refuse what is no such file."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lpkit.export import Corpus, load_exporter
from lpkit_exporters.json.typescript import declarations
from project import Once

EXPORTER = load_exporter("json")
COMPILER = "typescript@5"
WRONG = (
    '{ id: "hire", title: "Hire" }',
    '{ id: "hire", title: "Hire", passes: "yes" }',
    '{ id: "hire", title: "Hire", passes: true, more: 1 }',
)


@pytest.fixture(scope="session")
def compiler(once: Once) -> Path:
    """Install the TypeScript compiler from npm."""
    if shutil.which("npm") is None:
        assert not os.environ.get("CI"), "CI needs node and npm: apt-get install nodejs npm"
        pytest.skip("no npm here: apt-get install nodejs npm")

    def install(folder: Path) -> None:
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", str(folder), COMPILER]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if result.returncode:
            assert not os.environ.get("CI"), result.stderr
            pytest.skip(f"npm cannot install {COMPILER}: {result.stderr.strip().splitlines()[-1]}")

    return once("typescript", install) / "node_modules" / ".bin" / "tsc"


@pytest.fixture
def bundle(corpus: Corpus, tmp_path: Path) -> Path:
    for artifact in EXPORTER.render(corpus, {}):
        file = tmp_path / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.content)
    return tmp_path


def test_every_file_has_the_type_and_nothing_else_has(compiler: Path, bundle: Path) -> None:
    files = [file.read_text(encoding="utf-8") for file in sorted(bundle.rglob("*.json"))]
    right = "".join(f"const file{number}: ExportFile = {text};\n" for number, text in enumerate(files))
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
    (bundle / "program.ts").write_text(program, encoding="utf-8")
    command = [str(compiler), "--noEmit", "--strict", "--skipLibCheck", "false", "program.ts"]
    result = subprocess.run(command, cwd=bundle, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("field", [{"type": "string", "minLength": 2}, {"allOf": []}, {"type": "object"}, {}])
def test_what_has_no_type_is_not_guessed(field: dict[str, object]) -> None:
    definition = {"description": "A thing.", "properties": {"field": field}, "additionalProperties": False}
    schema = {"title": "t", "description": "d", "oneOf": [], "$defs": {"Thing": definition}}
    with pytest.raises(ValueError, match="no type for"):
        declarations(schema)
