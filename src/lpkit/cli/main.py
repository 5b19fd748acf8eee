"""The entry point: runs the app and turns every outcome into an exit code."""

import errno
import gc
import os
import signal
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from lpkit import __version__
from lpkit.cli.printer import open_streams, say, show
from lpkit.cli.replay import find_run, keep, repeat
from lpkit.cli.start import start_lightly
from lpkit.errors import LpkitError
from lpkit.witness import watched

EXIT_USAGE = 2
EXIT_BUG = 3
EXIT_INTERRUPTED = 130

_REFUSALS = frozenset(
    (errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ENAMETOOLONG, errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
)
"""What the system says of a folder that may not be entered, or of a full disk: no bug of ours."""

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What git tells a hook of its repository; where that is a linked working tree, or another one, it misleads."""


class _Interrupted(BaseException):
    """Ctrl-C, as an exception that the command line library does not turn into exit code 1."""


def main() -> None:
    """Run lpkit with the arguments of the process and exit: 0 clean, 1 faults, 2 usage, 3 a bug, 130 interrupted."""
    open_streams()
    _require_docstrings()
    start_lightly()
    _forget_hook()
    if not sys.warnoptions:
        # What libraries warn of concerns whoever writes programs; that one says so with PYTHONWARNINGS.
        warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, _interrupt)
    try:
        _run(sys.argv[1:])
    except LpkitError as error:
        hint = f" ({error.hint})" if error.hint else ""
        say(f"lpkit: {error.message}{hint}")
        sys.exit(EXIT_USAGE)
    except _Interrupted:
        say("lpkit: interrupted")
        sys.exit(EXIT_INTERRUPTED)
    except Exception as error:
        if said := _refusal(error):
            say(f"lpkit: {said}")
            sys.exit(EXIT_USAGE)
        _report_bug(error)
        sys.exit(EXIT_BUG)
    finally:
        # What is frozen the interpreter does not search for cycles on its way out: a twentieth of a short run.
        gc.freeze()


def _run(arguments: Sequence[str]) -> None:
    """Answer as a run before did where nothing has changed, or else run the command; it ends in SystemExit."""
    if _answered(arguments):
        sys.exit(0)
    run = find_run(arguments)
    if run is not None and (code := repeat(run)) is not None:
        sys.exit(code)
    with watched() as witness:
        from lpkit.cli.app import make_app
        from lpkit.cli.completing import command_asked

        try:
            make_app(arguments or command_asked())()
        except SystemExit as ended:
            if run is not None:
                from lpkit.cli.caching import cache_folder

                keep(run, witness, ended.code, cache_folder())
            raise


def _answered(arguments: Sequence[str]) -> bool:
    """Answer what needs no command line to be built, and say whether that was asked."""
    match list(arguments):
        case ["--version"]:
            show(f"lpkit {__version__}")
        case ["rules"]:
            from lpkit.cli.manuals import list_rules

            list_rules()
        case ["explain", word] if word.replace("-", "").isalnum() and not word.startswith("-"):
            from lpkit.cli.manuals import explain_rule

            explain_rule(word)
        case _:
            return False
    return True


def _require_docstrings() -> None:
    """End where Python left out the docstrings: they are the documentation of rules and the help of commands."""
    if sys.flags.optimize > 1:
        say("lpkit: rules and help are docstrings, which python -OO leaves out (run it without -OO)")
        sys.exit(EXIT_USAGE)


def _forget_hook() -> None:
    """Have git look for its repository from the folder on, as outside a hook, where there is one to be found.

    In a linked working tree git names the repository to hooks, and takes each folder then for the top of that: no
    release would have the lock of a library below it.
    """
    try:
        here = Path.cwd()
    except OSError:
        return
    if any((folder / ".git").exists() for folder in (here, *here.parents)):
        for name in _OF_A_HOOK:
            os.environ.pop(name, None)


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


def _report_bug(error: Exception) -> None:
    """Write the traceback to a log file, printable as what is said, and say where it is."""
    import platform
    import tempfile
    import traceback

    from lpkit.printable import printable_lines

    text = printable_lines("".join(traceback.format_exception(error)))
    try:
        handle, path = tempfile.mkstemp(prefix="lpkit-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"lpkit {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{text}")
    except OSError:
        path = "not written"
    say(f"lpkit: this is a bug in lpkit: {type(error).__name__}: {error}")
    say(f"lpkit: details for a report: {path}")
