"""Trials: a folder with one damaged file, or odd arguments, and a command that reads it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from fuzz import damage, samples
from fuzz.folder import Trial
from fuzz.foreign import foreign
from fuzz.nasty import CONTROL, NAMES
from fuzz.pack_commands import with_command
from fuzz.samples import LIBRARY, Files
from lpkit.importing import importer_names
from lpkit.report import format_names


def trial(chance: Random, whole: bool = True) -> Trial:
    """Draw a trial; where it is not for a whole command, a file is damaged and no argument."""
    kinds = list(_KINDS) if whole else [kind for kind in _KINDS if kind != "arguments"]
    weights = [_KINDS[kind][0] if whole else 1 for kind in kinds]
    kind = chance.choices(kinds, weights)[0]
    made = _KINDS[kind][1](chance)
    if made.damaged and chance.random() < 0.02:
        odd = chance.choice((*_ODD, Path(made.damaged).name))
        writes = (*made.writes, made.damaged.rpartition("/")[0] + "/nowhere")
        made = replace(made, odd={made.damaged: odd}, then=(), writes=writes)
    return replace(made, kind=kind)


_ODD = ("pipe", "folder", "secret", "/dev/zero", "/dev/null", "nowhere", "/proc/self/mem")


def _written(content: bytes, chance: Random, other: bytes) -> bytes:
    """Damage a file of YAML in one of all ways."""
    kind = chance.random()
    if kind < 0.65:
        data = samples.data_of(content)
        data = damage.reworded(data, chance) if kind < 0.35 else damage.reshaped(data, chance)
        if chance.random() < 0.5:
            return damage.as_json(data, chance)
        return damage.as_block(data, chance).lstrip("\n").encode("utf-8", "surrogatepass")
    if kind < 0.8:
        return damage.relined(content, chance)
    return damage.scratched(content, chance, other) if kind < 0.97 else damage.recoded(content, chance)


def _data(data: object, chance: Random) -> bytes:
    """Damage a file of JSON in one of all ways."""
    kind = chance.random()
    if kind < 0.7:
        return damage.as_json(damage.reworded(data, chance) if kind < 0.3 else damage.reshaped(data, chance), chance)
    content = damage.as_json(data, chance)
    return damage.scratched(content, chance, samples.GIFT) if kind < 0.97 else damage.recoded(content, chance)


def _lines(content: bytes, chance: Random) -> bytes:
    kind = chance.random()
    if kind < 0.5:
        return damage.relined(content, chance)
    return damage.scratched(content, chance, samples.SETTINGS) if kind < 0.95 else damage.recoded(content, chance)


def _pack(chance: Random) -> Trial:
    files, pack = chance.choices(samples.projects(), (8, 4, 4, 1))[0]
    damaged = {**files, pack: _written(files[pack], chance, files[LIBRARY])}
    name = pack
    if chance.random() < 0.05:
        name = f"packs/ownership/{chance.choice(NAMES)}"
        damaged = {LIBRARY: files[LIBRARY], name: damaged[pack]}
    return with_command(Trial(damaged, (), name), files, name, chance)


def _library(chance: Random) -> Trial:
    files, pack = chance.choices(samples.projects(), (8, 4, 4, 1))[0]
    damaged = {**files, LIBRARY: _written(files[LIBRARY], chance, files[pack])}
    return with_command(Trial(damaged, (), LIBRARY), files, pack, chance)


def _sound() -> tuple[Files, str]:
    files, pack = samples.projects()[0]
    return dict(files), pack


_MERGING = ("lock", "--merge", "ours.lock", "ours.lock", "packs/library.lock")


def _lock_file(chance: Random) -> Trial:
    files, _ = _sound()
    path = "packs/library.lock"
    files[path] = _lines(samples.LOCK, chance)
    more: tuple[str, ...] = chance.choice(
        (("lock",), ("lock", "--check"), ("check",), ("check", "-f", "json"), ("stats",), _MERGING)
    )
    if more == _MERGING:
        files["ours.lock"] = samples.LOCK
    writes = {("lock",): (path,), _MERGING: ("ours.lock",)}
    return Trial(files, more, path, writes=writes.get(more, ()))


def _bank(chance: Random) -> Trial:
    entries = samples.BANK * chance.choice((1, 1, 1, 40))
    entries = damage.reworded(entries, chance) if chance.random() < 0.5 else damage.reshaped(entries, chance)
    entries = entries if isinstance(entries, list) else [entries]
    content = b"\n".join(json.dumps(entry).encode() for entry in entries)
    if chance.random() < 0.3:
        content = damage.scratched(content, chance, samples.GIFT)
    more = chance.choice((("--review", "-f", "json=report.json"), *(("-f", name) for name in format_names())))
    writes = ("report.",) if "--review" in more else ()
    return Trial({"bank.jsonl": content}, ("check", "--bank", "bank.jsonl", *more), "bank.jsonl", writes=writes)


def _settings(chance: Random) -> Trial:
    files, _ = _sound()
    name, content = "lpkit.toml", _lines(samples.SETTINGS, chance)
    if chance.random() < 0.3:
        name, content = "pyproject.toml", b"[tool.lpkit]\n" + content.replace(b"[severity]", b"[tool.lpkit.severity]")
    files = {**files, "house.schema.json": json.dumps(samples.HOUSE).encode(), name: content}
    more = chance.choice(
        (("config",), ("config", "--json"), ("check",), ("fmt", "--check"), ("stats",), ("explain", "LP301", "--json"))
    )
    return Trial(files, more, name)


def _house(chance: Random) -> Trial:
    files, _ = _sound()
    content = _data(samples.HOUSE, chance)
    files = {**files, "lpkit.toml": b'schemas = ["house.schema.json"]\n', "house.schema.json": content}
    return Trial(files, ("check", "-f", chance.choice(("json", "concise", "sarif"))), "house.schema.json")


def _baseline(chance: Random) -> Trial:
    files, _ = _sound()
    files["b.json"] = _data(samples.BASELINE, chance)
    return Trial(files, ("check", "--baseline", "b.json"), "b.json")


def _imported(chance: Random) -> Trial:
    files, pack = _sound()
    form = chance.choice(("csv", "csv", "gift", "gift", "json", *["foreign"] * 5))
    if form == "foreign":
        form, content = foreign(chance)
    elif form == "csv":
        table = damage.reworded(samples.TABLE, chance)
        content = damage.as_csv(table, chance)
        content = damage.scratched(content, chance, samples.GIFT) if chance.random() < 0.5 else content
    else:
        content = _data(samples.exported(), chance) if form == "json" else _lines(samples.GIFT, chance)
    asked = form if chance.random() < 0.93 else chance.choice(importer_names())
    more = chance.choice(((), (), ("--dry-run",), ("--pool", "test")))
    new = ("--principle", "ownership", "--id", "of-a-page")
    arguments = ("import", asked, "questions.txt", *(new if asked == "page" else ("--pack", pack)), *more)
    made = "packs/ownership/of-a-page.yaml" if asked == "page" else pack
    writes = () if "--dry-run" in more else (made,)
    return Trial({**files, "questions.txt": content}, arguments, "questions.txt", writes=writes)


def _arguments(chance: Random) -> Trial:
    """Give odd words to options of all commands."""
    files, pack = _sound()
    word = damage.text(chance) if chance.random() < 0.6 else chance.choice((*NAMES, *CONTROL))
    if not word.endswith(".yaml"):
        word = word.replace("\0", "")[:4000].encode("utf-8", "replace").decode()
    arguments: tuple[str, ...] = chance.choice(
        (
            ("check", "--select", word),
            ("check", f"--ignore={word}"),
            ("check", "-f", word),
            ("check", "-f", f"json={word}"),
            ("check", "--since", word),
            ("check", "--fail-on", "info", "--add-ignores", word),
            ("init", "new", "--no-git", f"--title={word}"),
            ("init", "new", "--no-git", f"--requirement={word}", f"--id={word}"),
            ("check", "--baseline", word),
            ("check", "--bank", word),
            ("check", "--", word),
            ("check", "-", "--stdin-filename", word),
            ("explain", "--", word),
            ("explain", "--json", "--", word),
            ("export", word),
            ("export", "json", "--set", word),
            ("export", "json", "--set", f"jsonl={word}"),
            ("lock", "--check", "--time", word),
            ("lock", "--merge", "--", word, word, word),
            ("config", f"--explain={word}"),
            ("config", "--json", f"--file={word}"),
            ("rules", f"--profile={word}"),
            ("init", "new", "--no-git", f"--ci={word}"),
            ("import", word, "mine.txt", "--pack", pack),
            ("import", "csv", word, f"--pack={pack}"),
            ("import", "csv", "mine.txt", f"--pack={word}"),
            ("import", "csv", "mine.txt", "--pack", pack, f"--column={word}"),
            ("diff", "--", word),
            ("diff", "packs", word),
            ("verdict", "--", word),
            ("new", "question", pack, f"--stem={word}"),
            ("new", "question", pack, f"--option={word}", f"--id={word}"),
            ("new", "candidate", pack, f"--score={word}", f"--answer={word}"),
            ("new", "fix-it", pack, f"--title={word}", f"--before={word}"),
            ("new", "pack", word),
            (word,),
        )
    )
    return Trial(files, arguments, writes=(pack, LIBRARY, "packs/ownership/", "new/", word, word.split("/")[0] or "/"))


_KINDS: dict[str, tuple[int, Callable[[Random], Trial]]] = {
    "pack": (40, _pack),
    "library": (15, _library),
    "lock": (8, _lock_file),
    "bank": (14, _bank),
    "settings": (8, _settings),
    "house": (5, _house),
    "baseline": (5, _baseline),
    "import": (18, _imported),
    "arguments": (5, _arguments),
}
