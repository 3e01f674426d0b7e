"""A whole input cleaned into a whole output, in a way that can be stopped at any moment and taken up again."""

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
from newsclean.integrations.records.outputs import Lines, Output, leftovers, open_output
from newsclean.integrations.records.raw import Raw
from newsclean.integrations.records.task import Done, Job, Task
from newsclean.streams import chunks
from newsclean.workers import StartMethod, Workers, check_jobs

HOPELESS = 1_000  # failures without one article: a wrong field name, most often


class Stopped(Exception):  # noqa: N818 - no error: the user asked for it
    """The run was asked to stop; what is done is written."""


class Progress(NamedTuple):
    """How far a run is: bytes read of all, counts of the whole output; articles, seconds and first byte of this run alone."""

    at: int
    size: int
    counts: Counter[str]
    articles: int
    seconds: float
    began: int = 0


@dataclass
class Run:
    """One input into one output.

    Arguments: `terms` are the options that a run which is taken up again must share; `jobs` and `start` are as in `clean_many`;
    `max_errors` is how many failures are borne (None: any number); `watch` is called with the progress, `stop` asked whether to stop.

    Raises `NewscleanError` for paths that do not go together, a resumed run of other terms, too many failures, and a full disk.
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
        """Where failures are told, one JSON object a line."""
        return self.out.with_name(self.out.name + ".errors.jsonl")

    def __call__(self, *, resume: bool = False, overwrite: bool = False) -> Progress:
        """Do it; `resume` takes up what was left, or finds that there is nothing to do; `overwrite` begins anew.

        Raises `Stopped` when `stop` said so.
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
                f"{error.filename or self.out}: {error.strerror or error}; what is written stays, go on with --resume"
            ) from error
        finally:
            journal.unlock()

    def _clear(self, *, overwrite: bool) -> None:
        left = leftovers(self.out)
        if not overwrite and left:
            raise NewscleanError(f"{left[0]} is of an unfinished run; go on with --resume, or begin with --overwrite")
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
        terms = {"input": source.mark, **self.terms}
        output, errors = open_output(self.out), Lines(self.errors_path, self.errors_path)
        state = state or {"terms": terms, "raws": 0, "at": 0, "output": 0, "errors": 0, "counts": {}}
        _check_terms(state["terms"], terms, journal.path)
        if not state.get("done"):
            state = self._work(state, source, journal, output, errors)
            output.finish()
            journal.write(**state, done=True)
        output.place()
        if not state["errors"]:
            self.errors_path.unlink(missing_ok=True)
        journal.remove()
        counts = Counter(state["counts"])
        return Progress(source.size, source.size, counts, state.get("new", 0), state.get("seconds", 0.0))

    def _work(
        self, state: dict[str, Any], source: Input, journal: Journal, output: Output, errors: Lines
    ) -> dict[str, Any]:
        counts, raws, at = Counter(state["counts"]), state["raws"], state["at"]
        before, began = counts["articles"], time.monotonic()
        last = began

        def commit() -> dict[str, Any]:
            told = {"terms": state["terms"], "raws": raws, "at": at, "counts": dict(counts)}
            told |= {"output": output.commit(), "errors": errors.commit()}
            journal.write(**told)
            return told

        with contextlib.ExitStack() as stack:
            results = stack.enter_context(contextlib.closing(self._results(islice(source.raws(), raws, None))))
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
            told = commit()
        self._check_hope(counts, journal, 1)
        return told | {"new": counts["articles"] - before, "seconds": time.monotonic() - began}

    def _results(self, raws: Iterator[Raw]) -> Generator[Done, None, None]:
        task = Task(self.job)
        parted = chunks(raws, lambda raw: len(raw.data))
        if self.jobs == 1:
            yield from map(task, parted)
            return
        with Workers(task, task.lost, jobs=self.jobs, start=self.start) as workers:
            yield from workers.map(parted)

    def _check(self, counts: Counter[str], commit: Callable[[], object]) -> None:
        if self.max_errors is not None and counts["failures"] > self.max_errors:
            commit()
            raise NewscleanError(
                f"more than {self.max_errors:,} failures, see {self.errors_path}; go on with --resume and a higher --max-errors"
            )
        if counts["failures"] >= HOPELESS and not counts["articles"]:
            commit()
            raise NewscleanError(f"the first {HOPELESS:,} records failed, all of them: {self._first_error()}")
        if self.stop():
            commit()
            raise Stopped

    def _check_hope(self, counts: Counter[str], journal: Journal, least: int) -> None:
        """Nothing but failures: no output is better than an empty one."""
        if counts["failures"] >= least and not counts["articles"]:
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
        raise NewscleanError(f"{out}: the output is the input; give it another name")
    if source.is_dir() and there.is_relative_to(here):
        raise NewscleanError(f"{out}: the output lies in the input folder; put it elsewhere")
    if out.is_dir():
        raise NewscleanError(f"{out}: a folder; the output is a file")
    if not there.parent.is_dir():
        raise NewscleanError(f"{out}: there is no folder {out.parent}")


def _check_terms(old: Mapping[str, Any], new: Mapping[str, Any], path: Path) -> None:
    differ = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    if not differ:
        return
    if differ == ["input"]:
        raise NewscleanError(f"{path}: the input has changed since; begin again with --overwrite")
    told = ", ".join(f"{name} was {old.get(name)!r}, is {new.get(name)!r}" for name in differ if name != "input")
    raise NewscleanError(f"{path}: the run began with other options ({told}); use the same, or --overwrite")
