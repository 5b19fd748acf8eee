"""A running `lpkit serve`, as a process of its own."""

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Server:
    """A process that serves, and where."""

    process: "subprocess.Popen[str]"
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C; give the exit code and what was said until then."""
        self.process.send_signal(signal.SIGINT)
        said = self.process.communicate(timeout=60)[1]
        return self.process.returncode, said


Start = Callable[..., Server]


def start(stack: ExitStack, folder: Path, *arguments: str) -> Server:
    """Start a server and wait until it says where it is; it ends with the stack."""
    command = [sys.executable, "-m", "lpkit", "serve", "--port", "0", *arguments]
    process = stack.enter_context(
        subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    )
    stack.callback(process.kill)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert line.startswith("serving at http://127.0.0.1:"), line + process.stderr.read()
    return Server(process, int(line.partition("127.0.0.1:")[2].partition("/")[0]))
