"""Asks the process of `warm.py` for a run of lpkit: as a script, an `lpkit` that starts in a tenth of the time.

    python -SEs asking.py DOOR [ARGUMENT]…

The run has this process's folder, streams and variables, and its exit code becomes this process's.
"""

import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence


def ask(
    door: str, arguments: Sequence[str], folder: str, environment: Mapping[str, str], streams: Sequence[int]
) -> socket.socket:
    """Begin a run with three streams; the exit code comes over the connection, as four bytes."""
    request = json.dumps({"arguments": arguments, "folder": folder, "environment": dict(environment)}).encode()
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(door)
    socket.send_fds(connection, [len(request).to_bytes(4, "big")], list(streams))
    connection.sendall(request)
    return connection


if __name__ == "__main__":
    folder = os.getcwd()  # noqa: PTH109 - pathlib takes longer to import than all else here
    with ask(sys.argv[1], ["lpkit", *sys.argv[2:]], folder, os.environ, range(3)) as told:
        code = int.from_bytes(told.recv(4), "big", signed=True)
    sys.exit(code)
