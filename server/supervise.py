"""Serving in a child process, which is started again when it dies.

The parent does nothing else, so that it has nothing to die of. The listening socket is bound
before and stays: who comes in between waits a moment instead of being turned away.
"""

import ctypes
import faulthandler
import logging
import mmap
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass

from server.log import event
from server.watchdog import FATAL

PASSED_ON = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
HEARD = PASSED_ON | {signal.SIGCHLD}
PAUSES = (0.0, 0.5, 1.0, 2.0, 4.0)
SIGNALLED = 128
CRASHES = frozenset(
    {
        signal.SIGSEGV,
        signal.SIGBUS,
        signal.SIGABRT,
        signal.SIGILL,
        signal.SIGFPE,
        FATAL,
    }
)
PR_SET_PDEATHSIG = 1
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Life:
    """One run of the server: how to say that it lives, and whether the one before crashed."""

    is_up: Callable[[], None]
    after_crash: bool = False


Serve = Callable[[Life], int]


def alone(serve: Serve) -> int:
    """Serve in this process, with nobody to start it again."""
    return serve(Life(is_up=lambda: None))


def supervise(serve: Serve) -> int:
    """Serve in a child process, and again when it dies after it was up; give its exit code.

    A clean end, a signal to stop, and a first start that fails are passed on as they are. Where
    the system lacks what this needs (it is there on Linux) it serves `alone`.
    """
    if sys.platform != "linux":
        return alone(serve)
    signs = mmap.mmap(-1, 1)
    after_crash, deaths = False, 0
    _listen()
    while True:
        child = os.fork()
        if not child:
            _become_child()
            return serve(Life(lambda: signs.__setitem__(0, 1), after_crash))
        told, code = _attend(child)
        if told or code == 0 or not signs[0]:
            return 0 if told and -code in PASSED_ON else _exit_code(code)
        after_crash = -code in CRASHES
        event(logger, "died", level=logging.ERROR, code=code, deaths=deaths + 1)
        if signal.sigtimedwait(PASSED_ON, PAUSES[min(deaths, len(PAUSES) - 1)]):
            return 0
        deaths += 1


def _listen() -> None:
    # signals wait until they are asked for, so that none comes at a wrong moment; as process 1
    # of a container only those with a handler come at all
    signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
    for number in HEARD:
        signal.signal(number, lambda *_: None)


def _become_child() -> None:
    # a group of its own: what is typed at the terminal comes to the parent, and from it once
    os.setpgid(0, 0)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    for number in HEARD:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    faulthandler.enable()


def _attend(child: int) -> tuple[bool, int]:
    """Pass signals on until the child ends; give whether it was told to, and how it ended."""
    told = False
    while True:
        heard = signal.sigwait(HEARD)
        if heard in PASSED_ON:
            told = True
            os.kill(child, heard)
            continue
        for pid, code in _ended():
            if pid == child:
                return told, code


def _ended() -> list[tuple[int, int]]:
    """Give who ended; as process 1 of a container also orphans that nobody else waits for."""
    ended = []
    try:
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                break
            ended.append((pid, os.waitstatus_to_exitcode(status)))
    except ChildProcessError:
        pass
    return ended


def _exit_code(code: int) -> int:
    return code if code >= 0 else SIGNALLED - code
