"""Runs the server beside the watch, and ends both."""

import asyncio
import errno
import os
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import FrameType

import uvicorn

from lpkit.errors import LpkitError
from lpkit.serving.state import Board, State
from lpkit.serving.watching import watch
from lpkit.serving.web import EDITOR, web_app

HOST = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """Take a port of this machine, any free one for 0; nobody outside can reach it.

    Raises LpkitError where the port is not to be had.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen(128)
    except OSError as error:
        found.close()
        hint = "choose another with --port, or any free one with --port 0"
        if error.errno == errno.EADDRINUSE:
            raise LpkitError(f"port {port} is in use", hint) from error
        raise LpkitError(f"port {port} cannot be used: {error.strerror}", hint) from error
    return found


class _Server(uvicorn.Server):
    """A server that tells when it is asked to end, so that open tabs do not hold it up."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self.ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal."""
        super().handle_exit(sig, frame)
        self.ending()


async def run(
    port: socket.socket,
    state: State,
    folders: Sequence[Path],
    following: Callable[[State], State],
    tell: Callable[[State], None],
    in_editor: bool = False,
) -> None:
    """Serve a state and those that follow it, until the process is told to end.

    `following` gives the state after a save; it runs beside the server. `tell` hears of each state that is another.
    Where it runs in an editor, its panels may show pages, and the process ends when its standard input does.
    """
    board, stop, loop = Board(state), asyncio.Event(), asyncio.get_running_loop()

    async def changed() -> None:
        state = await asyncio.to_thread(following, board.state)
        if state != board.state:
            board.show(state)
            tell(state)

    def ending() -> None:
        loop.call_soon_threadsafe(board.close)

    app = web_app(board, port.getsockname()[1], EDITOR if in_editor else "'none'")
    config = uvicorn.Config(app, lifespan="off", ws="none", log_config=None, log_level="critical", access_log=False)
    server = _Server(config, ending)
    if in_editor:
        Thread(target=_end_with_input, args=(server,), daemon=True).start()
    watching = asyncio.create_task(watch(folders, changed, stop))
    try:
        await server.serve([port])
    finally:
        board.close()
        stop.set()
        with suppress(asyncio.CancelledError):
            await watching


def _end_with_input(server: _Server) -> None:
    """Ask a server to end once nobody holds the other end of standard input, however the editor came to its end."""
    # Below Python's own reader: a thread that waits in that one cannot be left behind when the process ends.
    while os.read(0, 4096):
        pass
    server.should_exit = True
    server.ending()
