"""The pack stage over several processes, where a corpus is large enough to pay for them; results come in order."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, cast

from lpkit.errors import LpkitError

T = TypeVar("T")

WORTH_IT = 150
"""So many files take about as long as it takes to start the processes and to send the results over."""
_CHUNK = 25

_PR_SET_PDEATHSIG = 1
"""From Linux's sys/prctl.h: the signal that a process gets when the one that made it ends."""

_job: Callable[[int], object] | None = None


def in_order(job: Callable[[int], T], count: int, workers: int) -> Iterator[T]:
    """Give the results of a job for 0, 1, 2 … in order; in this process where that is as fast.

    The processes are copies of this one, so the job may hold anything; its results must be picklable. That works on
    Linux; elsewhere one process does all.

    Raises LpkitError where the system ends one of them, as it does when memory is short.
    """
    global _job
    if workers < 2 or count < WORTH_IT or sys.platform != "linux":
        yield from map(job, range(count))
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _job = job
    chunks = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    pool = ProcessPoolExecutor(
        min(workers, len(chunks)), get_context("fork"), initializer=_begin, initargs=(os.getpid(),)
    )
    done = False
    try:
        for results in pool.map(_run, chunks):
            yield from cast("list[T]", results)
        done = True
    except BrokenProcessPool as error:
        hint = "make room in memory, or do with one process: LPKIT_PROCESSES=1"
        raise LpkitError("the system ended one of the processes of the check", hint) from error
    finally:
        # Who leaves early waits for nobody. After the last result nobody has work, and the wait spares a race: the
        # thread of the pool may close the pipe by which Python's own end is about to wake it ("Bad file descriptor").
        pool.shutdown(wait=done, cancel_futures=True)
        _job = None


def _begin(first: int) -> None:
    """An interrupt reaches all processes; the first one says so, and the others end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from ctypes import CDLL

    CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != first:
        os._exit(1)


def _run(numbers: Sequence[int]) -> list[object]:
    assert _job is not None
    return [_job(number) for number in numbers]
