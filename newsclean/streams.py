"""Many sources, one after the other or in several processes: lazily, in order, and a source that fails stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, Generic, Literal, NamedTuple, TypeVar, overload

from newsclean.article import Article
from newsclean.cleaner import analyze, clean
from newsclean.errors import NewscleanError, unknown
from newsclean.reading import Source
from newsclean.workers import Workers, check_jobs

R = TypeVar("R")

CHUNK = 200  # records: sending them costs little beside the work, and a chunk is done within a second
CHUNK_SIZE = 1_000_000  # characters or bytes: some ten whole pages
FIRST_CHUNK = 8  # chunks grow up to CHUNK, so that short streams are shared too
ON_ERROR = ("report", "raise")


class Record(NamedTuple):
    """A source with what is known of it alone; None: as the options of the whole stream say.

    Arguments: `id` names it in a `Failure` (None: its number in the stream, from 0); the others are those of `clean`.

    >>> Record("Le texte.", id="a1", url="https://www.example.ch/a1").id
    'a1'
    """

    source: Source
    id: object = None
    url: str | None = None
    charset: str | None = None
    kind: str | None = None
    language: str | None = None
    locale: str | None = None


@dataclass(frozen=True)
class Failure:
    """What stands in the place of a result that could not be made: the record's id, and the kind and message of the error.

    >>> print(Failure(3, "TypeError: a source is str or bytes, not NoneType"))
    record 3: TypeError: a source is str or bytes, not NoneType
    """

    id: object
    error: str

    def __str__(self) -> str:
        return f"record {self.id}: {self.error}"


@overload
def clean_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: Literal["raise"],
    start: str | None = ...,
    **options: Any,
) -> Iterator[str]: ...
@overload
def clean_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: str = ...,
    start: str | None = ...,
    **options: Any,
) -> Iterator[str | Failure]: ...
def clean_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = 1,
    on_error: str = "report",
    start: str | None = None,
    **options: Any,
) -> Iterator[str | Failure]:
    """`clean` for each source, in order; nothing is read before it is needed, so a stream may be endless.

    Arguments: `sources` are what `clean` takes, or `Record`s with an id, a url, a charset of their own; `jobs` is the number of
    processes, each of which is sent some 200 sources at a time (1: none, and each result comes before the next source is read);
    `on_error` "report" gives a `Failure` in the place of a result, "raise" stops at the first; `start` is "fork", "spawn" or "forkserver"
    (None: the platform's way, "spawn" when threads run); the `options` are those of `clean`.
    Raises `NewscleanError` for bad options, at once, and with `on_error="raise"` for the first record that fails.

    >>> list(clean_many(["Il n'a rien dit au conseil de la ville lundi soir.", None]))
    ['Il n’a rien dit au conseil de la ville lundi soir.', Failure(id=1, error='TypeError: ...')]
    """
    return _stream(clean, sources, jobs, on_error, start, options)


@overload
def analyze_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: Literal["raise"],
    start: str | None = ...,
    **options: Any,
) -> Iterator[Article]: ...
@overload
def analyze_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: str = ...,
    start: str | None = ...,
    **options: Any,
) -> Iterator[Article | Failure]: ...
def analyze_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = 1,
    on_error: str = "report",
    start: str | None = None,
    **options: Any,
) -> Iterator[Article | Failure]:
    """`analyze` for each source, in order; arguments and errors are those of `clean_many`.

    >>> record = Record("Il n'a rien dit au conseil de la ville lundi soir.", url="https://www.example.ch/a1")
    >>> [(article.locale, article.url) for article in analyze_many([record])]
    [('fr-CH', 'https://www.example.ch/a1')]
    """
    return _stream(analyze, sources, jobs, on_error, start, options)


def _stream(
    function: Callable[..., R],
    sources: Iterable[Source | Record],
    jobs: int,
    on_error: str,
    start: str | None,
    options: dict[str, Any],
) -> Iterator[R | Failure]:
    """Bad options are told here, before the first result is asked for."""
    check_jobs(jobs)
    if on_error not in ON_ERROR:
        raise unknown("on_error", on_error, ON_ERROR)
    for name in ("keep", "drop", "packs"):  # may be generators, which serve one call only
        if name in options and not isinstance(options[name], str):
            options[name] = tuple(options[name])
    function("", **options)
    results = _results(_Each(function, options), _records(sources), jobs, start)
    return _raising(results) if on_error == "raise" else results


def _results(each: _Each[R], records: Iterator[Record], jobs: int, start: str | None) -> Iterator[R | Failure]:
    if jobs == 1:
        for record in records:
            yield each.one(record)
        return
    with Workers(each, _lost, jobs=jobs, start=start) as workers:
        for done in workers.map(chunks(records, lambda record: _size(record.source))):
            yield from done


def _raising(results: Iterator[R | Failure]) -> Iterator[R]:
    for result in results:
        if isinstance(result, Failure):
            raise NewscleanError(str(result))
        yield result


def chunks(items: Iterable[R], size: Callable[[R], int]) -> Iterator[list[R]]:
    """Items in lists that grow from 8 to 200, and hold a million of the items' `size` at most, or one item.

    >>> [len(chunk) for chunk in chunks(range(60), lambda number: 1)]
    [8, 16, 32, 4]
    """
    chunk: list[R] = []
    room, limit = CHUNK_SIZE, FIRST_CHUNK
    for item in items:
        chunk.append(item)
        room -= size(item)
        if len(chunk) >= limit or room <= 0:
            yield chunk
            chunk, room, limit = [], CHUNK_SIZE, min(2 * limit, CHUNK)
    if chunk:
        yield chunk


@dataclass(frozen=True)
class _Each(Generic[R]):
    """A function and its options, for each record of a chunk."""

    function: Callable[..., R]
    options: dict[str, Any]

    def __call__(self, chunk: list[Record]) -> list[R | Failure]:
        return [self.one(record) for record in chunk]

    def one(self, record: Record) -> R | Failure:
        known = zip(record._fields[2:], record[2:], strict=True)
        try:
            return self.function(record.source, **self.options | {name: value for name, value in known if value})
        except Exception as error:  # noqa: BLE001 - whatever a record does, the stream goes on
            return Failure(record.id, f"{type(error).__name__}: {error}")


def _records(sources: Iterable[Source | Record]) -> Iterator[Record]:
    numbers = count()
    for source in sources:
        number = next(numbers)
        record = source if isinstance(source, Record) else Record(source)
        if record.id is None:
            record = record._replace(id=number)
        if isinstance(record.source, memoryview):  # cannot be sent to a process
            record = record._replace(source=bytes(record.source))
        yield record


def _size(source: object) -> int:
    return len(source) if isinstance(source, (str, bytes, bytearray)) else 1


def _lost(record: Record) -> list[Any]:
    return [Failure(record.id, "the process that worked on it died; it may need more memory than there is")]
