"""Worker processes: chunks in, results out in the same order, with a bounded number of chunks in flight.

This is not `concurrent.futures.ProcessPoolExecutor`, because every worker has a pipe of its own. So it is known which chunk a dead
worker was processing; a worker that is killed holds no shared lock, so stopping is quick; and workers exit by themselves when the
process that started them is gone.
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

# one at a time: a process that is forked between the creation of a pipe and its use would keep the pipe open
_STARTING = threading.Lock()
_READY = b"ready"


class Workers(Generic[T, R]):
    """Processes that call a function on chunks; use it in a `with` block.

    Args:
        function: Returns the result of a chunk, a list of items; what it raises stops the iteration. It must be picklable.
        lost: Returns the result for the one item that a worker died of.
        jobs: The number of processes.
        start: How processes are started. Default: the way of the platform, but `"spawn"` if other threads are running.

    Raises:
        NewscleanError: A number below 1, an unknown start method, or workers that cannot start.

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
        """Yield the results of the chunks, in order; a chunk that a worker died of is halved, and has more than one result."""
        waiting: deque[Future[list[R]]] = deque()
        for chunk in chunks:
            waiting.append(self._threads.submit(self._run, list(chunk)))
            while waiting and (waiting[0].done() or len(waiting) >= self._ahead):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def close(self) -> None:
        """Stop the workers, whatever they are doing."""
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
    """A process and the pipe to it."""

    def __init__(self, context: BaseContext, function: Callable[[Any], Any]) -> None:
        self._pipe, child_end = context.Pipe()
        # a forked worker inherits our end, too, and must close it, or it would never notice that we are gone
        inherited = self._pipe if context.get_start_method() == "fork" else None
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(child_end, function, inherited), daemon=True, name="newsclean"
        )
        self._process.start()
        child_end.close()

    def wait(self) -> None:
        try:
            if self._pipe.recv() == _READY:
                return
        except (EOFError, OSError):
            pass
        raise NewscleanError(
            "a worker process ended before it could start; a script that uses jobs= must call it below"
            ' `if __name__ == "__main__":`, or use start="fork"'
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


def usable_processors() -> int:
    """Return the number of processors that this process may use.

    >>> usable_processors() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check_jobs(jobs: int) -> int:
    """Return the number of processes; raise `NewscleanError` if it is not a positive integer.

    >>> check_jobs(2)
    2
    """
    if not isinstance(jobs, int) or jobs < 1:
        raise NewscleanError(f"jobs={jobs!r}: the number of processes must be a whole number from 1 on")
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


def _serve(pipe: Connection, function: Callable[[Any], Any], inherited: Connection | None) -> None:
    """Answer chunks until the pipe ends; Ctrl-C is left to the parent process."""
    if inherited is not None:
        inherited.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        pipe.send(_READY)
        while True:
            chunk = pipe.recv()
            try:
                answer = True, function(chunk)
            except Exception as error:  # noqa: BLE001 - sent to the parent process, which raises it
                answer = False, f"{type(error).__name__}: {error}"
            pipe.send(answer)
    except (EOFError, OSError):
        return
