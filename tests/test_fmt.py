"""`lpkit fmt`: the canonical form, and that no data and no comment is ever lost."""

import io
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from lpkit.formatting import format_source
from lpkit.formatting.remarks import comments
from lpkit.source import Source
from lpkit.source.reading import decode
from project import LIBRARY, PACK, SAMPLE, Run, write_sample

FOLDER = Path(__file__).parent / "fmt"
CASES = sorted(FOLDER.glob("*.before.yaml"))
REAL = sorted((Path(__file__).parent.parent / "packs").rglob("*.yaml"))
TEXTS = [
    (SAMPLE / PACK).read_text(encoding="utf-8"),
    (SAMPLE / LIBRARY).read_text(encoding="utf-8"),
    *(file.read_text(encoding="utf-8") for file in CASES),
]


def _source(text: str, name: str = "pack.yaml") -> Source:
    return Source(name, text)


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


@pytest.mark.parametrize("before", CASES, ids=lambda file: file.name.partition(".")[0])
def test_before_becomes_after(before: Path) -> None:
    after = before.with_name(before.name.replace("before", "after"))
    assert format_source(_source(_read(before))) == _read(after)
    assert format_source(_source(_read(after))) == _read(after)


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_own_packs_are_in_canonical_form(file: Path) -> None:
    assert format_source(_source(_read(file), file.name)) == _read(file)


def _with_comments(text: str, seed: int, share: float) -> str:
    """Put comments and blank lines everywhere: those within block scalars become text, which is data too."""
    draw = random.Random(seed)
    lines = []
    for number, line in enumerate(text.split("\n")):
        if draw.random() < share:
            indent = draw.choice([0, 2, 4, 6, 8, len(line) - len(line.lstrip())])
            lines += draw.choice([[""], ["", ""], [" " * indent + f"# {number} above"], ["", f"# {number}", ""]])
        quiet = not line or line.endswith(("\\", "'", '"')) or line.count('"') % 2
        lines.append(f"{line}  # {number} behind" if draw.random() < share and not quiet else line)
    return "\n".join(lines)


def _shuffled(text: str, seed: int) -> str:
    blocks = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    random.Random(seed).shuffle(blocks)
    return "".join(block if block.endswith("\n") else block + "\n" for block in blocks)


@settings(max_examples=25)
@given(text=st.sampled_from(TEXTS), seed=st.integers(0, 2**32), share=st.sampled_from([0.02, 0.1, 0.4]))
@example(text=TEXTS[0], seed=0, share=1.0)
def test_comments_everywhere_survive(text: str, seed: int, share: float) -> None:
    before = _source(_with_comments(_shuffled(text, seed), seed, share))
    if before.flaws:
        return
    formatted = format_source(before)
    assert formatted is not None
    after = _source(formatted)
    assert after.data == before.data
    assert sorted(text for _, text in comments(after)) == sorted(text for _, text in comments(before))
    # Every sign that was put in, as a comment or as text, is looked for in the bare file as well.
    for sign in re.findall(r"# \d+ (?:above|behind)|# \d+$", before.text, re.MULTILINE):
        assert re.search(sign.replace(" ", r"\s+") + r"\b", formatted), sign
    assert format_source(after) == formatted


TEXT = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("ab \n\t:#-'\"\\[]{},|>&*!%@`…é😀"), max_size=200),
    st.sampled_from(["yes", "1", "null", "~", "- a", "a: b", "a #b", "x" * 150, "word " * 40, " a", "a\n\n", "\n"]),
)
VALUES = st.recursive(
    st.one_of(TEXT, st.integers(-9, 999), st.booleans(), st.none(), st.just(0.5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["id", "title", "text", "why", "answer", "odd key", "scores"]), inner, max_size=4
        ),
    ),
    max_leaves=12,
)
KEYS = st.sampled_from(["format", "id", "title", "concepts", "evaluate", "questions", "coaching", "odd", "retired"])


@settings(max_examples=60)
@given(
    data=st.dictionaries(KEYS, VALUES, min_size=1, max_size=5),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    flow=st.sampled_from([True, False, None]),
    width=st.sampled_from([20, 80, 1000]),
)
@example(data={"format": {"id": " 00000 0"}}, style=None, flow=True, width=20)
@example(data={"format": ["0 "]}, style=">", flow=False, width=20)
@example(data={"format": ["0\x850"]}, style=">", flow=False, width=20)
def test_generated_data_is_kept(data: dict[str, object], style: str | None, flow: bool | None, width: int) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.default_style, yaml.width, yaml.allow_unicode = flow, style, width, True
    stream = io.StringIO()
    try:
        yaml.dump(data, stream)
    # The emitter of ruamel.yaml also fails with an IndexError, on folded texts that end soon after a control character.
    except (YAMLError, IndexError):
        return
    before = decode(re.sub(r"!!\w+ ", "", stream.getvalue()).encode(errors="replace"), "pack.yaml")
    if before.flaws or not isinstance(before.data, dict):
        return
    formatted = format_source(before)
    assert formatted is not None
    assert _source(formatted).data == before.data
    assert format_source(_source(formatted)) == formatted


def test_command(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_bytes(b"\xef\xbb\xbf" + _read(pack).replace("format: 1", "format:   1").encode())
    pack.chmod(0o640)
    before = pack.read_bytes()
    for option in ("--check", "--diff"):
        result = lpkit("fmt", option)
        assert result.returncode == 1
        assert "packs/ownership/noisy-alarm.yaml: would be formatted" in result.stderr
        assert ("\n-format:   1\n" in result.stdout) == (option == "--diff")
        assert pack.read_bytes() == before
    assert lpkit("fmt").returncode == 0
    assert pack.read_bytes().startswith(b"\xef\xbb\xbf# yaml-language-server")
    assert pack.stat().st_mode & 0o777 == 0o640
    assert lpkit("fmt", "--check").stderr == "0 files would be formatted, 2 left alone\n"
    assert lpkit("check").returncode == 0


def test_what_does_not_parse_is_left_and_named(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text("title:   x\nformat: [\n", encoding="utf-8")
    result = lpkit("fmt", str(pack))
    assert result.returncode == 1
    assert result.stderr.startswith("packs/ownership/noisy-alarm.yaml: not touched, since it does not parse")
    assert _read(pack) == "title:   x\nformat: [\n"


def test_modeline_is_added_where_the_project_has_schemas(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(_read(pack).partition("\n")[2], encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text("", encoding="utf-8")
    assert lpkit("fmt").returncode == 0
    assert _read(pack).startswith("format: 1")
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema/pack.schema.json").write_text("{}", encoding="utf-8")
    assert lpkit("fmt").returncode == 0
    assert _read(pack).startswith("# yaml-language-server: $schema=../../schema/pack.schema.json\nformat: 1")
    assert lpkit("fmt", "--check").returncode == 0


def test_standard_input(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = _read(pack).replace("id: noisy-alarm", "id:  new")

    def run(*arguments: str, content: str = text) -> tuple[int, str]:
        command = [sys.executable, "-m", "lpkit", *arguments]
        result = subprocess.run(command, cwd=tmp_path, input=content.encode(), capture_output=True, check=False)
        return result.returncode, result.stdout.decode()

    name = "packs/customer-obsession/new.yaml"
    code, formatted = run("fmt", "-", "--stdin-filename", name)
    assert (code, formatted) == (0, format_source(_source(text)))
    assert run("fmt", "-", "--stdin-filename", name, content="a: [") == (1, "")
    for option in ("--check", "--diff"):
        code, said = run("fmt", option, "-", "--stdin-filename", name)
        assert (code, "\n-id:  new\n+id: new\n" in said) == (1, option == "--diff")
        assert run("fmt", option, "-", "--stdin-filename", name, content=formatted) == (0, "")
    marked = text.replace("\n", "\r\n")
    assert run("fmt", "-", "--stdin-filename", name, content=f"\ufeff{marked}") == (
        0,
        "\ufeff" + formatted.replace("\n", "\r\n"),
    )
    (tmp_path / "lpkit.toml").write_text('exclude = ["packs/customer-obsession"]\n', encoding="utf-8")
    assert run("fmt", "--force-exclude", "-", "--stdin-filename", name, content=f"\ufeff{marked}") == (
        0,
        f"\ufeff{marked}",
    )
    code, said = run("check", "-", "--stdin-filename", name, content=text.replace("total: 19", "total: 20"))
    assert code == 1
    assert f"{name}:26:14: error LP204" in said
    code, said = run("check", "-", "--stdin-filename", str(pack), content=_read(pack).replace("total: 19", "total: 2"))
    assert "packs/ownership/noisy-alarm.yaml:26:14: error LP204" in said
    for wrong in (["-"], ["--stdin-filename", name], ["-", name, "--stdin-filename", name]):
        assert run("check", *wrong)[0] == 2
