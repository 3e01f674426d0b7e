"""A run: one input cleaned into one output, in a way that can be stopped at any moment and resumed."""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.integrations.records.inputs import Input, open_input
from newsclean.integrations.records.journal import Journal
from newsclean.integrations.records.outputs import LinesOutput, Output, leftovers, open_output
from newsclean.integrations.records.raw_record import RawRecord
from newsclean.integrations.records.task import Job, Task, TaskResult
from newsclean.streams import chunks
from newsclean.workers import StartMethod, Workers, check_jobs

MAX_INITIAL_FAILURES = 1_000  # failures without a single article; the usual cause is a wrong field name


class Stopped(Exception):  # noqa: N818 - not an error: the user asked for it
    """The run was asked to stop; what was done is on the disk."""


class Progress(NamedTuple):
    """The progress of a run.

    Attributes:
        at: Bytes of the input that were read.
        size: Bytes of the input.
        counts: Counts of the whole output, by name.
        articles: Articles since this run was started or resumed.
        seconds: Seconds since then.
        began: Bytes that were read before.
    """

    at: int
    size: int
    counts: Counter[str]
    articles: int
    seconds: float
    began: int = 0


@dataclass
class Run:
    """A run from one input to one output.

    Args:
        source: The file or folder to read.
        out: The file to write.
        job: What is done with each record.
        terms: The options that a resumed run must share.
        jobs: The number of processes.
        start: How processes are started, as in `clean_many`.
        max_errors: The number of failures from which the run stops. Default: any number is accepted.
        watch: Called with the progress.
        stop: Called to ask whether to stop.

    Raises:
        NewscleanError: Paths that exclude each other, a resumed run with other terms, too many failures, or a full disk.
    """

    source: Path
    out: Path
    job: Job
    terms: Mapping[str, Any] = field(default_factory=dict)
    jobs: int = 1
    start: StartMethod | None = None
    max_errors: int | None = None
    watch: Callable[[Progress], None] = lambda _: None
    stop: Callable[[], bool] = lambda: False

    @property
    def errors_path(self) -> Path:
        """The file in which failures are reported, one JSON object per line."""
        return self.out.with_name(self.out.name + ".errors.jsonl")

    def __call__(self, *, resume: bool = False, overwrite: bool = False) -> Progress:
        """Do the run and return its progress.

        Args:
            resume: Continue an earlier run; without one, start from the beginning.
            overwrite: Replace the output and what an earlier run left.

        Raises:
            Stopped: `stop` returned True.
        """
        check_jobs(self.jobs)
        source = open_input(self.source)
        _check_paths(self.source, self.out)
        journal = Journal(self.out)
        journal.lock()
        try:
            state = journal.read() if resume else None
            if state is None:
                if self.out.exists() and resume and not leftovers(self.out):
                    return Progress(source.size, source.size, Counter(), 0, 0.0)
                self._clear(overwrite=overwrite or resume)
            return self._from(state, source, journal)
        except OSError as error:
            raise NewscleanError(
                f"{error.filename or self.out}: {error.strerror or error}; what is written stays, continue with --resume"
            ) from error
        finally:
            journal.unlock()

    def _clear(self, *, overwrite: bool) -> None:
        left = leftovers(self.out)
        if not overwrite and left:
            raise NewscleanError(
                f"{left[0]} belongs to an unfinished run; continue with --resume, or start again with --overwrite"
            )
        if not overwrite and self.out.exists():
            raise NewscleanError(f"{self.out} exists; replace it with --overwrite")
        for path in left:
            if path.is_dir():
                for part in path.iterdir():
                    part.unlink()
                path.rmdir()
            else:
                path.unlink()

    def _from(self, state: dict[str, Any] | None, source: Input, journal: Journal) -> Progress:
        terms = {"input": source.fingerprint, **self.terms}
        output, errors = open_output(self.out), LinesOutput(self.errors_path, self.errors_path)
        state = state or {"terms": terms, "raws": 0, "at": 0, "output": 0, "errors": 0, "counts": {}}
        _check_terms(state["terms"], terms, journal.path)
        if not state.get("done"):
            state = self._work(state, source, journal, output, errors)
            output.finish()
            journal.write(**state, done=True)
        output.publish()
        if not state["errors"]:
            self.errors_path.unlink(missing_ok=True)
        journal.remove()
        counts = Counter(state["counts"])
        return Progress(source.size, source.size, counts, state.get("new", 0), state.get("seconds", 0.0))

    def _work(
        self, state: dict[str, Any], source: Input, journal: Journal, output: Output, errors: LinesOutput
    ) -> dict[str, Any]:
        counts, raws, at = Counter(state["counts"]), state["raws"], state["at"]
        before, began = counts["articles"], time.monotonic()
        last = began

        def commit() -> dict[str, Any]:
            new = {"terms": state["terms"], "raws": raws, "at": at, "counts": dict(counts)}
            new |= {"output": output.commit(), "errors": errors.commit()}
            journal.write(**new)
            return new

        with contextlib.ExitStack() as stack:
            results = stack.enter_context(contextlib.closing(self._results(islice(source.raw_records(), raws, None))))
            output.open(state["output"])
            stack.callback(output.close)
            errors.open(state["errors"])
            stack.callback(errors.close)
            commit()
            for done in results:
                output.write(done.payload)
                errors.write(done.errors)
                counts.update(done.counts)
                raws, at = raws + done.raws, done.at
                now = time.monotonic()
                if now - last >= output.interval:
                    commit()
                    last = now
                self.watch(Progress(at, source.size, counts, counts["articles"] - before, now - began, state["at"]))
                self._check(counts, commit)
            last_state = commit()
        self._check_any_article(counts, journal)
        return last_state | {"new": counts["articles"] - before, "seconds": time.monotonic() - began}

    def _results(self, raws: Iterator[RawRecord]) -> Generator[TaskResult, None, None]:
        task = Task(self.job)
        batches = chunks(raws, lambda raw: len(raw.data))
        if self.jobs == 1:
            yield from map(task, batches)
            return
        with Workers(task, task.lost, jobs=self.jobs, start=self.start) as workers:
            yield from workers.map(batches)

    def _check(self, counts: Counter[str], commit: Callable[[], object]) -> None:
        if self.max_errors is not None and counts["failures"] > self.max_errors:
            commit()
            raise NewscleanError(
                f"more than {self.max_errors:,} failures, see {self.errors_path}; continue with --resume and a higher --max-errors"
            )
        if counts["failures"] >= MAX_INITIAL_FAILURES and not counts["articles"]:
            commit()
            raise NewscleanError(
                f"the first {MAX_INITIAL_FAILURES:,} records failed, all of them: {self._first_error()}"
            )
        if self.stop():
            commit()
            raise Stopped

    def _check_any_article(self, counts: Counter[str], journal: Journal) -> None:
        """Raise if there are only failures, without leaving an empty output."""
        if counts["failures"] and not counts["articles"]:
            journal.remove()
            self._clear(overwrite=True)
            raise NewscleanError(f"{self.source}: nothing could be read: {self._first_error()}")

    def _first_error(self) -> str:
        with self.errors_path.open("rb") as file:
            row = json.loads(file.readline())
        return f"record {row['id']}: {row['error']}"


def _check_paths(source: Path, out: Path) -> None:
    here, there = source.resolve(), out.resolve()
    if here == there or (source.is_file() and out.is_file() and out.samefile(source)):
        raise NewscleanError(f"{out}: the output is the input; use another name")
    if source.is_dir() and there.is_relative_to(here):
        raise NewscleanError(f"{out}: the output lies in the input folder; put it elsewhere")
    if out.is_dir():
        raise NewscleanError(f"{out}: this is a folder; name a file")
    if not there.parent.is_dir():
        raise NewscleanError(f"{out}: there is no folder {out.parent}")


def _check_terms(old: Mapping[str, Any], new: Mapping[str, Any], path: Path) -> None:
    differ = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    if not differ:
        return
    if differ == ["input"]:
        raise NewscleanError(f"{path}: the input has changed; start again with --overwrite")
    changes = ", ".join(f"{name} was {old.get(name)!r}, is {new.get(name)!r}" for name in differ if name != "input")
    raise NewscleanError(f"{path}: the run began with other options ({changes}); use the same, or --overwrite")
