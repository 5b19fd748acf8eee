"""The entry point: runs the app and turns every outcome into an exit code."""

import gc
import os
import signal
import sys
from types import FrameType

from lpkit.cli.start import start_lightly
from lpkit.errors import LpkitError

EXIT_USAGE = 2
EXIT_BUG = 3
EXIT_INTERRUPTED = 130


class _Interrupted(BaseException):
    """Ctrl-C, as an exception that the command line library does not turn into exit code 1."""


def main() -> None:
    """Run lpkit with the arguments of the process and exit: 0 clean, 1 faults, 2 usage, 3 a bug, 130 interrupted."""
    start_lightly()
    signal.signal(signal.SIGINT, _interrupt)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        from lpkit.cli.app import make_app

        make_app(sys.argv[1:])()
    except LpkitError as error:
        hint = f" ({error.hint})" if error.hint else ""
        sys.stderr.write(f"lpkit: {error.message}{hint}\n")
        sys.exit(EXIT_USAGE)
    except _Interrupted:
        sys.stderr.write("lpkit: interrupted\n")
        sys.exit(EXIT_INTERRUPTED)
    except Exception as error:
        sys.stderr.write(_bug_report(error))
        sys.exit(EXIT_BUG)
    finally:
        # What is frozen the interpreter does not search for cycles on its way out: a twentieth of a short run.
        gc.freeze()


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise _Interrupted


def _bug_report(error: Exception) -> str:
    """Write the traceback to a log file and say where it is."""
    import platform
    import tempfile
    import traceback

    from lpkit import __version__

    text = "".join(traceback.format_exception(error))
    try:
        handle, path = tempfile.mkstemp(prefix="lpkit-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"lpkit {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{text}")
    except OSError:
        path = "not written"
    return f"lpkit: this is a bug in lpkit: {type(error).__name__}: {error}\nlpkit: details for a report: {path}\n"
