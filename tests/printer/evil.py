"""Texts that command terminals and logs, folders full of them, and a judge of its own of what is obeyed."""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from lpkit.checking.mapping import Run
from lpkit.checking.shard import Shard
from project import LIBRARY, project_at, write_sample

EVIL = (
    "c\n::error::pwned\x1b]0;title\x07\x1b[2J\u202eb\u2066\u061ct\u200f \r  ::set-output name=a::b"
    "##[set-output name=ok]x ##vso[task.x]\x9b31m\x85\xa0::add-mask::z "
    "section_start:1:a\r\x1b[0K\t##teamcity[q]\U000e0041"
)
"""All of it may stand in the name of a file."""

_OWN_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_OWN_COMMANDS = re.compile(
    r"::(error|warning|notice) (file=[^:]*|title=lpkit)::|::group::\d+ more from lpkit$|::endgroup::$"
)
_DIRECTIONS = re.compile("MARK$|EMBEDDING$|OVERRIDE$|ISOLATE$|^POP DIRECTIONAL")


def dangers(text: str, commands: bool = False, colours: bool = False) -> list[str]:
    """List what a terminal or the log of a continuous integration would obey.

    With `commands`, those of our own for GitHub are none; with `colours`, those that we give are none.
    """
    plain = _OWN_COLOURS.sub("", text) if colours else text
    found = [f"U+{ord(char):04X}" for char in plain if char != "\n" and _moves_or_hides(char)]
    for line in re.split(r"\r\n|\r|\n", plain):
        found += [mark for mark in ("##[", "##vso[", "##teamcity[", "section_start:", "section_end:") if mark in line]
        start = line.lstrip("\u00ad\u200b\ufeff" + "".join(char for char in line if char.isspace()))
        if start.startswith("::") and not (commands and _OWN_COMMANDS.match(line)):
            found.append(line)
    return found


def _moves_or_hides(char: str) -> bool:
    if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"}:
        return True
    if unicodedata.category(char) != "Cf":
        return False
    name = unicodedata.name(char, "")
    return bool(_DIRECTIONS.search(name)) or name.startswith("TAG ")


def quoted(text: str) -> str:
    """Give a text as a scalar of YAML and TOML."""
    plain = set(map(chr, range(0x20, 0x7F))) - set('"\\')
    return '"' + "".join(char if char in plain else f"\\U{ord(char):08x}" for char in text) + '"'


def _replace(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def names(folder: Path) -> None:
    """A pack with faults under hostile names of file and folder."""
    pack = write_sample(folder)
    _replace(pack, ("total: 19", "total: 20"), ("format: 1\n", "format:   1\n"))
    target = folder / "packs" / EVIL / f"{EVIL[:90]}.yaml"
    target.parent.mkdir()
    pack.rename(target)


def facts(folder: Path) -> None:
    """The same pack, and what a shard says of it."""
    names(folder)
    project = project_at(folder, folder / "packs")
    run = Run([project], (), project.settings, (), project.name_of, None)
    (folder / "facts.jsonl").write_bytes(b"".join(run.facts(Shard(1, 1))))


def starts(folder: Path) -> None:
    """A pack whose name is a command at the start of a line, and so is its folder's."""
    pack = write_sample(folder)
    _replace(pack, ("total: 19", "total: 20"), ("format: 1\n", "format:   1\n"))
    pack.rename(folder / "::error::pwned.yaml")
    (folder / "packs" / LIBRARY).rename(folder / LIBRARY)


def values(folder: Path) -> None:
    """A pack and a library whose every kind of value is hostile, and many unknown keys: more than GitHub shows."""
    pack = write_sample(folder)
    evil = quoted(EVIL)
    keys = "".join(f"{quoted(f'{EVIL}{number}')}: {evil}\n" for number in range(12))
    _replace(
        pack,
        ("id: noisy-alarm", f"id: {evil}"),
        ("level: sde-1", 'level: "##[set-output name=ok]pwned"'),
        ("principle: ownership", f"principle: {evil}"),
        ("quote: my manager asked me to look into it", f"quote: {evil}"),
        ("verdict: strong-hire", f"verdict: {evil}"),
        ("id: alarm-trial", f"id: {evil}"),
        ("marker: manager-directed", f"marker: {evil}"),
        ("answer: To compare them", f"answer: {evil}"),
        ("format: 1\n", f"format: 1\n{keys}"),
    )
    _replace(folder / "packs" / LIBRARY, ("mix: {easy", f"{evil}: 1, mix: {{easy"))


def titles(folder: Path) -> None:
    """A project without errors whose titles are hostile."""
    pack = write_sample(folder)
    evil = quoted(EVIL)
    _replace(pack, ("title: Quiet a Noisy Alarm", f"title: {evil}"), ("[Earn Trust,", f"[{evil},"))
    library = folder / "packs" / LIBRARY
    swaps = (
        "Sample Principles\n",
        "Ownership,",
        "Strong Hire,",
        "No Hire,",
        "Structure,",
        "SDE 1}",
        "Manager-directed task\n",
    )
    _replace(library, *((f"title: {title}", f"title: {evil}{title[-1]}") for title in swaps))


def contents(folder: Path) -> None:
    """A pack that is formatted and fixed beside hostile lines, which a diff shows with it."""
    pack = write_sample(folder)
    _replace(
        pack,
        (
            "    why: The count",
            "    why: |-\n      ::error::pwned##[x]\u202e\n\n      ::add-mask::pwned the the count\n\n      The count",
        ),
        ("total: 19", "total: 20"),
    )


def other_files(folder: Path) -> None:
    """Hostile files of every other kind that lpkit reads."""
    pack = write_sample(folder)
    (folder / "bank.jsonl").write_text(
        "".join(
            json.dumps({"id": f"{EVIL}{number}", "stem": EVIL, "options": [EVIL, "a"], "answer": EVIL * 2}) + "\n"
            for number in range(12)
        ),
        encoding="utf-8",
    )
    (folder / "q.txt").write_text(
        "::evil \x1b]0;pwned\x07\x1b[2J \u202etitle##[x]:: What? {=a ~b}\n\n"
        "$CATEGORY: x\x1b[31mpwned##[a]b\n\nq3 {T}\n",
        encoding="utf-8",
    )
    (folder / "q.csv").write_text(f'stem,"{EVIL}",answer\n"{EVIL}",x,y\n', encoding="utf-8")
    (folder / "q.json").write_text(json.dumps({"packs": [{"id": EVIL, EVIL: EVIL, "questions": [{EVIL: 1}]}]}))
    (folder / "::error::pwned.csv").write_bytes((folder / "q.csv").read_bytes())
    (folder / f"{EVIL[:90]}.yaml").write_bytes(b"a: [")
    line = quoted(EVIL).replace("\\U000e0041", "").replace("\\U0000", "\\u")
    (folder / "packs" / "library.lock").write_text(f"{line}\n[{line}, 1]\n{line} {line} {line}\n", encoding="utf-8")
    entry = {"fingerprint": "0" * 32, "count": 1, "code": EVIL, "path": EVIL, "message": EVIL}
    (folder / "old.json").write_text(json.dumps({"version": 1, "faults": [entry]}))
    (folder / "bad.json").write_text(json.dumps({"version": EVIL, EVIL: []}))
    (folder / "house").mkdir()
    (folder / EVIL).mkdir()
    (folder / EVIL / f"{EVIL[:90]}.yaml").write_bytes(pack.read_bytes())


def repository(folder: Path) -> None:
    """A project under git."""
    write_sample(folder)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)


def _settings(text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        write_sample(folder)
        (folder / "lpkit.toml").write_text(text, encoding="utf-8")

    return write


def plug_ins(folder: Path) -> None:
    """Plug-ins with hostile names and settings, which print, warn and break."""
    write_sample(folder)
    (folder / "evil.dist-info").mkdir()
    (folder / "evil.dist-info" / "METADATA").write_text("Name: evil\nVersion: 1\n")
    points = "".join(
        f"[lpkit.{kind}s]\n\x1b[2Jpwned##[x]\u202e = evil:{kind}\nevil = evil:{kind}\n"
        for kind in ("exporter", "importer")
    )
    (folder / "evil.dist-info" / "entry_points.txt").write_text(points, encoding="utf-8")
    (folder / "evil.py").write_text(
        "import sys, warnings\n"
        f"EVIL = {EVIL!r}\n"
        "class Evil:\n"
        "    name = summary = EVIL\n"
        "    settings = {EVIL: EVIL}\n"
        "    schemas = {}\n"
        "    def recognises(self, name, content):\n"
        "        return True\n"
        "    def render(self, corpus, options):\n"
        "        print('pwned', EVIL, '##', sep='')\n"
        "        print(EVIL, '##', '[x]', ':', ':error::', sep='\\n', file=sys.stderr)\n"
        "        print('##', '[x]', sep='')\n"
        "        print('  ', ':', ':error::pwned', sep='')\n"
        "        sys.stdout.write('##'); sys.stdout.write('[x]\\n' + ' ' * 99); sys.stdout.writelines(['::a::b'])\n"
        "        warnings.warn(EVIL)\n"
        "        raise RuntimeError(EVIL)\n"
        "    def read(self, content, options):\n"
        "        raise ValueError(EVIL)\n"
        "exporter = importer = Evil()\n",
        encoding="utf-8",
    )


WORLDS: Mapping[str, Callable[[Path], object]] = {
    "nothing": Path.exists,
    "sample": write_sample,
    "names": names,
    "facts": facts,
    "starts": starts,
    "values": values,
    "titles": titles,
    "contents": contents,
    "other files": other_files,
    "plug-ins": plug_ins,
    "repository": repository,
    "unknown setting": _settings(f"{quoted(EVIL)} = 1\n"),
    "wrong setting": _settings(f"select = [{quoted(EVIL)}]\n"),
    "wrong severity": _settings(f"[severity]\nLP204 = {quoted(EVIL)}\n"),
    "wrong profile": _settings(f"profile = {quoted(EVIL)}\n"),
    "wrong folder": _settings(f"packs = [{quoted(EVIL)}]\n"),
    "wrong export": _settings(f"exports = [{quoted(EVIL)}]\n"),
    "wrong address": _settings(f"documentation = {quoted(EVIL)}\n"),
    "odd settings": _settings(f"exclude = [{quoted(EVIL)}]\noutput = {quoted(EVIL)}\n"),
}
"""What a command finds in its folder, by name."""
