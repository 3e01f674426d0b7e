"""`newsclean batch IN OUT`: files and folders of many articles."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newsclean.cli.config import find
from newsclean.cli.files import names
from newsclean.cli.options import add_options, options_of
from newsclean.cli.progress import summary, watching
from newsclean.integrations.records import Job, Names, Run, Stopped
from newsclean.integrations.records.rows import FIELDS
from newsclean.workers import usable

_EPILOG = """\
IN is a file or a folder: .txt, .html, .jsonl, .parquet, .warc, each (but .parquet) also with .gz or .zst.
OUT is .jsonl, .jsonl.gz, .jsonl.zst or .parquet. The clean text is in "text"; the other fields of the input are carried over.
A record that fails is told in OUT.errors.jsonl. Exit codes: 0 done, 1 some records failed, 2 bad option or file, 130 stopped.
"""


def batch(arguments: Sequence[str]) -> int:
    """`newsclean batch IN OUT --jobs N`: exit code 1 when records failed, 130 when it was stopped."""
    options = _parser().parse_args(arguments)
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
        raise KeyboardInterrupt(f"go on with: newsclean batch {options.source} {options.out} --resume")
    sys.stderr.write(summary(done, options.out, run.errors_path))
    return 1 if done.counts["failures"] else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean batch",
        description="Cleans many articles: files, folders and archives in, JSON lines or Parquet out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", type=Path, metavar="IN", help="file or folder")
    parser.add_argument("out", type=Path, metavar="OUT", help="file to write")
    parser.add_argument("--jobs", type=_number(1), default=usable(), metavar="N", help="processes (%(default)s)")
    parser.add_argument("--start", choices=("fork", "spawn", "forkserver"), help="how processes are started")
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help="go on where an earlier run was stopped or killed")
    again.add_argument("--overwrite", action="store_true", help="replace OUT, and drop what an earlier run has left")
    parser.add_argument("--max-errors", type=_number(0), metavar="N", help="stop when more records fail")
    fields = parser.add_argument_group("fields")
    fields.add_argument("--text-field", metavar="NAME", help="field of the text ('text', else 'html')")
    fields.add_argument("--html-field", metavar="NAME", help="field of the page, in place of a text")
    fields.add_argument("--url-field", metavar="NAME", default="url", help="field of the address (%(default)r)")
    fields.add_argument("--id-field", metavar="NAME", default="id", help="field of the id (%(default)r)")
    fields.add_argument(
        "--fields",
        metavar="NAME,...",
        default=",".join(Job.fields),
        help=f"what is written of an article beside its text (%(default)s), of: {', '.join(FIELDS)}",
    )
    fields.add_argument(
        "--carry", metavar="NAME,...", help="fields of the input that are carried over (all); '' for none"
    )
    add_options(parser)
    return parser


def _job(options: argparse.Namespace) -> tuple[Job, dict[str, Any]]:
    """The job, and what a run that is taken up again must share with it: all options but those of the machine, and their files."""
    job = Job(
        Names(options.text_field, options.html_field, options.url_field, options.id_field),
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
    """Ctrl-C asks to stop once what is in hand is written; the second time it stops at once."""
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
