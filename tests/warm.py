"""A process that has imported lpkit and forks: each fork is a run of lpkit that need not import it again.

A fork gets arguments, a folder and streams of its own and goes through `__main__`: what it prints and its exit code
are those of `python -m lpkit`. Two thirds of a short run are imports, most of the rest is what the first use of a
pattern or a model prepares and what an interpreter takes apart at its end, and tests make hundreds of runs. The
environment is that of the start, but for what is read late: `LATE` where a test asks, and what a shell sets for a page
of the documentation (`pages.py`) or a hook, whose `lpkit` is `asking.py`. Who gives another one starts a fresh
interpreter (`lpkit` in conftest.py), as streams do.
"""

import gc
import json
import os
import runpy
import selectors
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.resources import files
from io import BytesIO, TextIOWrapper
from itertools import count
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NoReturn

from asking import ask

CUT_OFF = "CUT_OFF"
"""A variable of ours: the number of a signal, and before which step of writing a run sends it to itself."""

LATE = {"COLUMNS", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "LPKIT_CACHE", CUT_OFF}
"""Variables of the environment that are read when a command runs, not while modules are imported."""

ASKING = Path(__file__).with_name("asking.py")

PACKAGES = ("lpkit", "lpkit_exporters", "lpkit_importers")

HEAVY = ("lpkit.judge.learning", "lpkit.judge.features", "lpkit.language_server", "lpkit.serving")
"""What few runs want and brings libraries that double the memory: the larger a process, the longer a fork takes."""


class Warm:
    """The side of the tests: asks for runs, one after the other."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._folder = tempfile.TemporaryDirectory()
        self.door = Path(self._folder.name) / "door"
        """The socket at which `asking.py` asks."""
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(self.door))
            listening.listen()
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(listening.fileno())],
                env=self.environment,
                # Python asks once what a stream can do; a fork's streams are pipes too.
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[listening.fileno()],
            )

    def run(self, arguments: Sequence[str], cwd: Path, more: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
        """Run lpkit to its end, with `more` variables; the result is that of `subprocess.run` with captured text."""
        nothing = os.open(os.devnull, os.O_RDONLY)
        ends = [os.pipe() for _ in range(2)]
        streams = [nothing, *(write for _, write in ends)]
        with ask(str(self.door), ["lpkit", *arguments], str(cwd), {**self.environment, **more}, streams) as connection:
            for stream in streams:
                os.close(stream)
            output, errors = _read_all([read for read, _ in ends])
            code = int.from_bytes(connection.recv(4), "big", signed=True)
        return subprocess.CompletedProcess(["lpkit", *arguments], code, output, errors)

    def close(self) -> None:
        """End the process that forks."""
        self._process.terminate()
        self._process.communicate()
        self._folder.cleanup()


def write_command(folder: Path, door: Path | None) -> None:
    """Write a program `lpkit` into a folder: a fork of the warm process with that door, or one of its own."""
    command = f'-SEs "{ASKING}" "{door}"' if door else "-m lpkit"
    program = folder / "lpkit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n', encoding="utf-8")
    program.chmod(0o755)


def _read_all(ends: list[int]) -> list[str]:
    """Read pipes until nobody writes any more; give their texts as text streams do."""
    contents = dict.fromkeys(ends, b"")
    with selectors.DefaultSelector() as waiting:
        for end in ends:
            waiting.register(end, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _ in waiting.select():
                part = os.read(key.fd, 65_536)
                contents[key.fd] += part
                if not part:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
    return [TextIOWrapper(BytesIO(content), encoding="utf-8").read() for content in contents.values()]


def _serve(listening: socket.socket) -> None:
    """Fork for each who asks, and tell how the fork ended; returns in forks alone, since the end is a signal."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(listening, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.fileobj is listening:
                    connection, _ = listening.accept()
                    child = _forked(connection)
                    if child is None:
                        return
                    waiting.register(os.pidfd_open(child), selectors.EVENT_READ, (connection, child))
                else:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
                    connection, child = key.data
                    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                    with connection, suppress(OSError):
                        connection.sendall(code.to_bytes(4, "big", signed=True))


def _forked(connection: socket.socket) -> int | None:
    """Read what is asked for and fork; None in the fork."""
    head, streams, _, _ = socket.recv_fds(connection, 4, 3)
    request = json.loads(_exactly(connection, int.from_bytes(head, "big")))
    child = os.fork()
    if child == 0:
        connection.close()
        os.environ.clear()
        os.environ.update(request["environment"])
        if CUT_OFF in os.environ:
            _end_before(*map(int, os.environ.pop(CUT_OFF).split()))
        _become(request["arguments"], request["folder"], streams)
        return None
    for stream in streams:
        os.close(stream)
    return child


def _exactly(connection: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        part = connection.recv(count - len(found))
        if not part:
            raise EOFError
        found += part
    return found


def _end_before(number: int, step: int) -> None:
    """Send this process a signal just before it opens a file for writing or renames one, for the n-th time."""
    steps = count(1)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or event == "os.rename") and next(steps) == step:
            os.kill(os.getpid(), number)

    sys.addaudithook(watch)


def _become(arguments: list[str], folder: str, streams: list[int]) -> None:
    """Make this process what `python -m lpkit` in a folder would be."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    sys.argv = arguments
    sys.path[0] = folder


def _import_all() -> None:
    from lpkit.cli.start import start_lightly

    start_lightly()
    for package in PACKAGES:
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if not module.name.endswith("__main__") and not module.name.startswith(HEAVY):
                import_module(module.name)


def _prepare() -> None:
    """Compile what the first use would compile; none of it depends on what a run is given."""
    from pydantic import BaseModel

    from lpkit.pattern import _Pattern
    from lpkit_exporters.catalogue.words import Catalogues
    from lpkit_exporters.html.environment import environment

    templates = environment(Catalogues().words("en"))
    for file in files("lpkit_exporters.html").joinpath("templates").iterdir():
        templates.get_template(file.name)

    for thing in gc.get_objects():
        if isinstance(thing, _Pattern):
            _ = thing.pattern
        elif isinstance(thing, type) and issubclass(thing, BaseModel) and thing.__module__.startswith(PACKAGES):
            thing.model_rebuild()
    _read_sample()
    _list_plugins()
    # A fork that collects nothing old writes into no page that it shares.
    gc.freeze()


def _read_sample() -> None:
    """Check the sample, for what is compiled of the names in a library: forks would each compile it anew.

    What stays of it are caches of pure functions, by their arguments.
    """
    from lpkit.checking.project import open_project
    from lpkit.config import Config
    from lpkit.corpus import discover

    sample = Path(__file__).parent / "sample"
    open_project(Config(sample), discover([sample], [], sample, sample), str).check()


def _list_plugins() -> None:
    """Look for what is installed: where distributions stand is remembered with the time of their folder."""
    from lpkit.importing import importer_names

    importer_names()


def _run() -> NoReturn:
    """Run lpkit and end with its exit code, without taking the modules apart."""
    code: object = None
    try:
        runpy.run_module("lpkit", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    _import_all()
    _prepare()
    with suppress(KeyboardInterrupt):
        _serve(socket.socket(fileno=int(sys.argv[1])))
        _run()
