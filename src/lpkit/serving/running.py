"""Runs the server beside the watch, and ends both."""

import asyncio
import errno
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn

from lpkit.errors import LpkitError
from lpkit.serving.state import Board, State
from lpkit.serving.watching import watch
from lpkit.serving.web import web_app

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
    frames: str = "'none'",
) -> None:
    """Serve a state and those that follow it, until the process is told to end.

    `following` gives the state after a save; it runs beside the server. `tell` hears of each state that is another.
    `frames` says whose pages may hold ours in a frame.
    """
    board, stop, loop = Board(state), asyncio.Event(), asyncio.get_running_loop()

    async def changed() -> None:
        state = await asyncio.to_thread(following, board.state)
        if state != board.state:
            board.show(state)
            tell(state)

    def ending() -> None:
        loop.call_soon_threadsafe(board.close)

    app = web_app(board, port.getsockname()[1], frames)
    config = uvicorn.Config(app, lifespan="off", ws="none", log_config=None, log_level="critical", access_log=False)
    server = _Server(config, ending)
    watching = asyncio.create_task(watch(folders, changed, stop))
    try:
        await server.serve([port])
    finally:
        board.close()
        stop.set()
        with suppress(asyncio.CancelledError):
            await watching
