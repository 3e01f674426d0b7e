"""`newsclean batch IN OUT`: many articles, from files and folders."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

from newsclean.cli.config import find
from newsclean.cli.files import names
from newsclean.cli.options import add_options, options_of
from newsclean.cli.progress import summary, watching
from newsclean.cli.records import add_field_options, field_names
from newsclean.integrations.records import Job, Run, Stopped
from newsclean.integrations.records.output_rows import FIELDS
from newsclean.workers import StartMethod, usable_processors

HELP = "clean many articles: files, folders and archives in, JSON lines or Parquet out"
_EPILOG = """\
IN is a file or a folder: .txt, .html, .jsonl, .parquet, .warc, each (but .parquet) also with .gz or .zst.
OUT is .jsonl, .jsonl.gz, .jsonl.zst or .parquet. The clean text is in "text"; the other fields of the input are carried over.
Records that fail are reported in OUT.errors.jsonl. Exit codes: 0 done, 1 some records failed, 2 invalid option or file, 130 stopped.
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean batch",
        description="Clean many articles: files, folders and archives in, JSON lines or Parquet out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", type=Path, metavar="IN", help="file or folder")
    parser.add_argument("out", type=Path, metavar="OUT", help="file to write")
    parser.add_argument(
        "--jobs",
        type=_number(1),
        default=usable_processors(),
        metavar="N",
        help="number of processes (default: %(default)s)",
    )
    parser.add_argument("--start", choices=get_args(StartMethod), help="how processes are started")
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help="continue a run that was stopped or killed")
    again.add_argument("--overwrite", action="store_true", help="replace OUT and what an earlier run left behind")
    parser.add_argument("--max-errors", type=_number(0), metavar="N", help="stop if more records fail (default: never)")
    fields = parser.add_argument_group("fields")
    add_field_options(fields)
    fields.add_argument(
        "--fields",
        metavar="NAME,...",
        default=",".join(Job.fields),
        help=f"what to write of an article beside its text (default: %(default)s), of: {', '.join(FIELDS)}",
    )
    fields.add_argument(
        "--carry", metavar="NAME,...", help="fields of the input to carry over; '' for none (default: all)"
    )
    add_options(parser)
    return parser


def run(options: argparse.Namespace) -> int:
    """Clean the input into the output; return 1 if some records failed."""
    job, terms = _job(options)
    with watching(sys.stderr) as watch, _stoppable() as stop:
        run = Run(
            options.source,
            options.out,
            job,
            terms,
            jobs=options.jobs,
            start=options.start,
            max_errors=options.max_errors,
            watch=watch,
            stop=stop,
        )
        try:
            done = run(resume=options.resume, overwrite=options.overwrite)
        except Stopped:
            done = None
    if done is None:
        raise KeyboardInterrupt(f"continue with: newsclean batch {options.source} {options.out} --resume")
    sys.stderr.write(summary(done, options.out, run.errors_path))
    return 1 if done.counts["failures"] else 0


def _job(options: argparse.Namespace) -> tuple[Job, dict[str, Any]]:
    """Return the job, and what a run that is resumed must share with it: the options that bear on the output, and their files."""
    job = Job(
        field_names(options),
        tuple(dict.fromkeys(name.strip() for name in options.fields.split(",") if name.strip())),
        None if options.carry is None else frozenset(names(options.carry)),
        options_of(options),
        options.out.suffix.lower(),
    )
    machine = {"source", "out", "jobs", "start", "resume", "overwrite", "max_errors", "config", "no_config"}
    terms = {f"--{name.replace('_', '-')}": value for name, value in vars(options).items() if name not in machine}
    config = None if options.no_config else options.config or find(Path.cwd())
    for path in [config, options.profile, *(options.packs or ())]:
        if path and Path(path).is_file():
            terms[f"content of {path}"] = hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]
    return job, terms


@contextlib.contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Yield a function that tells whether Ctrl-C was pressed; the second time, the run stops immediately."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return

    def ask(_number: int, _frame: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _number(least: int) -> Callable[[str], int]:
    def number(given: str) -> int:
        value = int(given)
        if value < least:
            raise ValueError(given)
        return value

    number.__name__ = f"whole number from {least} on"
    return number
