"""Processes that share work: chunks in, results out in the same order, never more than a few chunks at a time.

Not `concurrent.futures.ProcessPoolExecutor`, because here every worker has a pipe of its own.  So it is known which chunk a dead
worker had in hand; nobody holds a lock when it is killed, so stopping is quick; and workers end by themselves when the process that
started them is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from queue import SimpleQueue
from typing import Any, Generic, Literal, TypeVar

from newsclean.errors import NewscleanError, unknown

StartMethod = Literal["fork", "spawn", "forkserver"]
T = TypeVar("T")
R = TypeVar("R")

# one at a time: a process forked between the making of a pipe and its start would hold the pipe open
_STARTING = threading.Lock()
_READY = b"ready"


class Workers(Generic[T, R]):
    """Processes that call a function on chunks; use it in a `with` block.

    Arguments: `function` gives the result of a chunk, a list of items, and raises nothing that is to be survived; `lost` gives the result
    of the one item that a worker died of; both are module-level functions or objects that can be pickled.  `jobs` is the number of
    processes, `start` how they start: "fork", "spawn", "forkserver" or None, the platform's way, but "spawn" in place of
    "fork" when other threads run.
    Raises `NewscleanError` for a number below 1, an unknown way to start, and workers that cannot start.

    >>> with Workers(sum, len, jobs=2) as workers:
    ...     list(workers.map([[1, 2], [3, 4]]))
    [3, 7]
    """

    def __init__(
        self, function: Callable[[list[T]], R], lost: Callable[[T], R], *, jobs: int, start: StartMethod | None = None
    ) -> None:
        self._function, self._lost = function, lost
        self._context = _context(start)
        self._ahead = 2 * check_jobs(jobs) + 1
        self._stopped = False
        self._all: set[_Worker] = set()
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        try:
            for _ in range(jobs):
                self._idle.put(self._start())
            for worker in tuple(self._all):
                worker.wait()
        except BaseException:
            self._kill()
            raise
        self._threads = ThreadPoolExecutor(jobs, "newsclean")

    def __enter__(self) -> Workers[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def map(self, chunks: Iterable[Sequence[T]]) -> Iterator[R]:
        """The results of the chunks, in order; a chunk that a worker died of is halved, so that it has more results than one."""
        waiting: deque[Future[list[R]]] = deque()
        for chunk in chunks:
            waiting.append(self._threads.submit(self._run, list(chunk)))
            while waiting and (waiting[0].done() or len(waiting) >= self._ahead):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        self._stopped = True
        self._kill()
        self._threads.shutdown(cancel_futures=True)

    def _run(self, chunk: list[T]) -> list[R]:
        worker = self._idle.get()
        try:
            return [worker.call(chunk)]
        except (EOFError, OSError):
            if self._stopped:
                raise
            self._all.discard(worker)
            worker.kill()
            worker = self._start()
            worker.wait()
        finally:
            self._idle.put(worker)
        if len(chunk) == 1:
            return [self._lost(chunk[0])]
        half = len(chunk) // 2
        return self._run(chunk[:half]) + self._run(chunk[half:])

    def _start(self) -> _Worker:
        with _STARTING:
            worker = _Worker(self._context, self._function)
            self._all.add(worker)
            return worker

    def _kill(self) -> None:
        for worker in tuple(self._all):
            worker.kill()


class _Worker:
    """A process, and the pipe to it."""

    def __init__(self, context: BaseContext, function: Callable[[Any], Any]) -> None:
        self._pipe, there = context.Pipe()
        # a forked worker has a copy of our end, too, and must let go of it, or it would never see that we are gone
        ours = self._pipe if context.get_start_method() == "fork" else None
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, function, ours), daemon=True, name="newsclean"
        )
        self._process.start()
        there.close()

    def wait(self) -> None:
        try:
            if self._pipe.recv() == _READY:
                return
        except (EOFError, OSError):
            pass
        raise NewscleanError(
            "a worker process ended before it could work; a script that uses jobs= calls it below"
            ' `if __name__ == "__main__":`, or with start="fork"'
        )

    def call(self, chunk: list[Any]) -> Any:
        self._pipe.send(chunk)
        done, result = self._pipe.recv()
        if not done:
            raise RuntimeError(f"a worker failed: {result}")
        return result

    def kill(self) -> None:
        self._process.kill()
        self._process.join()


def usable() -> int:
    """How many processors this process may use.

    >>> usable() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check_jobs(jobs: int) -> int:
    """The number of processes; raises `NewscleanError` when it is none.

    >>> check_jobs(2)
    2
    """
    if not isinstance(jobs, int) or jobs < 1:
        raise NewscleanError(f"jobs={jobs!r}: the number of processes is a whole number from 1 on")
    return jobs


def _context(start: StartMethod | None) -> BaseContext:
    known = multiprocessing.get_all_start_methods()
    method = start or multiprocessing.get_start_method(allow_none=True) or known[0]
    if start is None and method == "fork" and threading.active_count() > 1:
        # a forked process inherits the locks that other threads hold at this moment, and no thread to release them
        method = "spawn"
    if method not in known:
        raise unknown("start method", method, known)
    return multiprocessing.get_context(method)


def _serve(pipe: Connection, function: Callable[[Any], Any], theirs: Connection | None) -> None:
    """A worker's life: Ctrl-C is the starter's business, and when it is gone the pipe ends."""
    if theirs is not None:
        theirs.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        pipe.send(_READY)
        while True:
            chunk = pipe.recv()
            try:
                answer = True, function(chunk)
            except Exception as error:  # noqa: BLE001 - told to the starter, who raises it
                answer = False, f"{type(error).__name__}: {error}"
            pipe.send(answer)
    except (EOFError, OSError):
        return
