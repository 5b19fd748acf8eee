"""The entry point: runs the app and turns every outcome into an exit code."""

import errno
import gc
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from lpkit.cli.start import start_lightly
from lpkit.errors import LpkitError

EXIT_USAGE = 2
EXIT_BUG = 3
EXIT_INTERRUPTED = 130

_REFUSALS = frozenset(
    (errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ENAMETOOLONG, errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
)
"""What the system says of a folder that may not be entered, or of a full disk: no bug of ours."""


class _Interrupted(BaseException):
    """Ctrl-C, as an exception that the command line library does not turn into exit code 1."""


def main() -> None:
    """Run lpkit with the arguments of the process and exit: 0 clean, 1 faults, 2 usage, 3 a bug, 130 interrupted."""
    _require_docstrings()
    start_lightly()
    signal.signal(signal.SIGINT, _interrupt)
    _open_streams()
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
        if said := _refusal(error):
            sys.stderr.write(f"lpkit: {said}\n")
            sys.exit(EXIT_USAGE)
        sys.stderr.write(_bug_report(error))
        sys.exit(EXIT_BUG)
    finally:
        # What is frozen the interpreter does not search for cycles on its way out: a twentieth of a short run.
        gc.freeze()


def _require_docstrings() -> None:
    """End where Python left out the docstrings: they are the documentation of rules and the help of commands."""
    if sys.flags.optimize > 1:
        if sys.stderr is not None:
            sys.stderr.write("lpkit: rules and help are docstrings, which python -OO leaves out (run it without -OO)\n")
        sys.exit(EXIT_USAGE)


def _open_streams() -> None:
    """Open what the caller has closed to where nothing comes from and nothing is kept."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open until the process ends.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _refusal(error: Exception) -> str | None:
    """Say what the system refused; None where nobody but we can mend the cause."""
    if not isinstance(error, OSError):
        return None
    if error.errno == errno.ENOENT and error.filename is None:
        return "the current folder is no longer there (go to another one)"
    if error.errno not in _REFUSALS:
        return None
    what = "cannot write the output" if error.filename is None else f"cannot use {error.filename}"
    return f"{what}: {error.strerror}"


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
