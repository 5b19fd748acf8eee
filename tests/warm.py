"""A process that has imported lpkit and forks: each fork is a run of lpkit that need not import it again.

A fork gets arguments, a folder and streams of its own and goes through `__main__`: what it prints and its exit code
are those of `python -m lpkit`. Two thirds of a short run are imports, most of the rest is what the first use of a
pattern or a model prepares and what an interpreter takes apart at its end, and tests make hundreds of runs. The
environment is that of the start, but for what is read late (`LATE`); who gives another one starts a fresh interpreter
(`lpkit` in conftest.py), as the pages of the documentation, hooks and streams do.
"""

import gc
import json
import os
import runpy
import select
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.resources import files
from io import BytesIO, TextIOWrapper
from pathlib import Path
from pkgutil import walk_packages
from typing import NoReturn

LATE = {"COLUMNS", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"}
"""Variables of the environment that are read when something is printed, not while modules are imported."""

PACKAGES = ("lpkit", "lpkit_exporters", "lpkit_importers")

HEAVY = ("lpkit.judge.learning", "lpkit.judge.features", "lpkit.serving")
"""What few runs want and brings libraries that double the memory: the larger a process, the longer a fork takes."""


class Warm:
    """The side of the tests: asks for runs, one after the other."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                # Python asks once what a stream can do; a fork's streams are pipes too.
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
            )

    def run(self, arguments: Sequence[str], cwd: Path, more: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
        """Run lpkit to its end, with `more` variables; the result is that of `subprocess.run` with captured text."""
        ends = [os.pipe() for _ in range(2)]
        request = json.dumps({"arguments": arguments, "folder": str(cwd), "more": more}).encode()
        socket.send_fds(self._socket, [len(request).to_bytes(4, "big")], [write for _, write in ends])
        self._socket.sendall(request)
        for _, write in ends:
            os.close(write)
        output, errors = _read_all([read for read, _ in ends])
        code = int.from_bytes(_exactly(self._socket, 4), "big", signed=True)
        return subprocess.CompletedProcess(["lpkit", *arguments], code, output, errors)

    def close(self) -> None:
        """End the process that forks."""
        self._socket.close()
        self._process.communicate()


def _read_all(ends: list[int]) -> list[str]:
    """Read pipes until nobody writes any more; give their texts as text streams do."""
    contents = dict.fromkeys(ends, b"")
    left = set(ends)
    while left:
        for end in select.select(left, [], [])[0]:
            part = os.read(end, 65_536)
            contents[end] += part
            if not part:
                os.close(end)
                left.remove(end)
    return [TextIOWrapper(BytesIO(content), encoding="utf-8").read() for content in contents.values()]


def _exactly(connection: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        part = connection.recv(count - len(found))
        if not part:
            raise EOFError
        found += part
    return found


def _serve(connection: socket.socket) -> bool:
    """Fork for each request and tell how the fork ended; True in a fork, False when nobody asks any more."""
    while True:
        head, streams, _, _ = socket.recv_fds(connection, 4, 2)
        if not head:
            return False
        request = json.loads(_exactly(connection, int.from_bytes(head, "big")))
        child = os.fork()
        if child == 0:
            connection.close()
            os.environ.update(request["more"])
            _become(request["arguments"], request["folder"], streams)
            return True
        for stream in streams:
            os.close(stream)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.sendall(code.to_bytes(4, "big", signed=True))


def _become(arguments: list[str], folder: str, streams: list[int]) -> None:
    """Make this process what `python -m lpkit` in a folder would be."""
    for number, stream in enumerate(streams, start=1):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    sys.argv = ["lpkit", *arguments]
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
    from lpkit_exporters.html.environment import environment

    templates = environment()
    for file in files("lpkit_exporters.html").joinpath("templates").iterdir():
        templates.get_template(file.name)

    for thing in gc.get_objects():
        if isinstance(thing, _Pattern):
            _ = thing.pattern
        elif isinstance(thing, type) and issubclass(thing, BaseModel) and thing.__module__.startswith(PACKAGES):
            thing.model_rebuild()
    _read_sample()
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
        if _serve(socket.socket(fileno=int(sys.argv[1]))):
            _run()
