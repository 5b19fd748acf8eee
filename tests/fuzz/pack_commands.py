"""The commands that read packs, with their options: what each may write, and what must hold afterwards."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from fuzz import damage, samples
from fuzz.folder import Trial
from fuzz.samples import Files
from lpkit.report import format_names


def with_command(made: Trial, sound: Files, pack: str, chance: Random) -> Trial:
    """Choose a command that reads packs; `sound` holds the files before the damage."""
    choice = chance.choices(list(_COMMANDS), [weight for weight, _ in _COMMANDS.values()])[0]
    return _COMMANDS[choice][1](made, sound, pack, chance)


Command = Callable[[Trial, Files, str, Random], Trial]


def _check(made: Trial, _: Files, pack: str, chance: Random) -> Trial:
    kind = chance.random()
    if kind < 0.5:
        return replace(made, arguments=("check", "-f", chance.choice(format_names()), *_few(chance)))
    if kind < 0.65:
        formats = [word for name in format_names() for word in ("-f", f"{name}=report.{name}")]
        return replace(made, arguments=("check", *formats), writes=("report.",))
    if kind < 0.75:
        return replace(made, arguments=("check", "--add-ignores", "kept"), writes=("packs/",))
    if kind < 0.85:
        then = (("check", "--baseline", "b.json", "--fail-on", "info"),)
        return replace(made, arguments=("check", "--write-baseline", "b.json"), writes=("b.json",), then=then)
    if kind < 0.92:
        return replace(made, arguments=("check", "--review", "-f", "json=report.json"), writes=("report.",))
    return replace(made, arguments=("check", "-", "--stdin-filename", pack), given=made.files[made.damaged])


def _few(chance: Random) -> tuple[str, ...]:
    return chance.choice(((), (), ("--fail-on", "info"), ("-q",), ("--select", "LP5,LP4"), ("packs/ownership",)))


def _fmt(made: Trial, _: Files, pack: str, chance: Random) -> Trial:
    more = chance.choice(((), (), (), ("--ids",), ("--check",), ("--diff",), ("-",)))
    if more == ("-",):
        return replace(made, arguments=("fmt", "-", "--stdin-filename", pack), given=made.files[made.damaged])
    changes = more in {(), ("--ids",)}
    return replace(
        made,
        arguments=("fmt", *more),
        writes=_yaml(made) if changes else (),
        then=(("fmt", "--check"),) if changes else (),
    )


def _yaml(made: Trial) -> tuple[str, ...]:
    return tuple(path for path in made.files if path.lower().endswith((".yaml", ".yml")))


def _fix(made: Trial, _: Files, __: str, chance: Random) -> Trial:
    more = chance.choice(((), ("--unsafe",), ("--unsafe",), ("--diff",), ("--unsafe", "--diff")))
    return replace(made, arguments=("fix", *more), writes=() if "--diff" in more else _yaml(made))


def _export(made: Trial, _: Files, __: str, chance: Random) -> Trial:
    form = chance.choice(("json", "html", "anki"))
    more = {"json": ("--jsonl",), "html": ("--single-file",)}.get(form, ())
    more = more if chance.random() < 0.3 else ()
    if chance.random() < 0.3:
        more = (*more, "--loss-report", "loss.json")
    return replace(made, arguments=("export", form, "-o", f"out/{form}", *more), writes=(f"out/{form}/", "loss.json"))


def _lock(made: Trial, _: Files, __: str, chance: Random) -> Trial:
    if chance.random() < 0.2:
        return replace(made, arguments=("lock", "--check"))
    return replace(made, arguments=("lock",), writes=("packs/library.lock",), then=(("lock", "--check"),))


def _diff(made: Trial, sound: Files, _: str, chance: Random) -> Trial:
    files = {**made.files, **{path.replace("packs/", "old/", 1): content for path, content in sound.items()}}
    sides = chance.choice((("old", "packs"), ("packs", "old"), ("old",)))
    return replace(made, files=files, arguments=("diff", *sides, *chance.choice(((), ("--json",), ("--markdown",)))))


def _stats(made: Trial, _: Files, __: str, chance: Random) -> Trial:
    options = ((), ("--json",), ("--guess",), ("--guess", "--json"), ("--guess", "--write"))
    return replace(made, arguments=("stats", *chance.choice(options)))


def _verdict(made: Trial, _: Files, pack: str, chance: Random) -> Trial:
    return replace(made, arguments=("verdict", *chance.choice(((), ("--json",))), "--", pack))


def _new(made: Trial, _: Files, pack: str, chance: Random) -> Trial:
    part = chance.choice(("question", "candidate", "fix-it"))
    return replace(made, arguments=("new", part, "--", pack), writes=(pack,))


def _import(made: Trial, _: Files, pack: str, chance: Random) -> Trial:
    form, content = chance.choice((("csv", damage.as_csv(samples.TABLE, chance)), ("gift", samples.GIFT)))
    files = {**made.files, "questions": content}
    return replace(made, files=files, arguments=("import", form, "questions", f"--pack={pack}"), writes=(pack,))


_COMMANDS: dict[str, tuple[int, Command]] = {
    "check": (30, _check),
    "fmt": (12, _fmt),
    "fix": (12, _fix),
    "export": (10, _export),
    "lock": (5, _lock),
    "diff": (10, _diff),
    "stats": (5, _stats),
    "verdict": (5, _verdict),
    "new": (4, _new),
    "import": (4, _import),
}
