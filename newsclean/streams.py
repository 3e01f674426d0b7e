"""Streams of sources, in this process or several: lazily, in order, and a source that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, Generic, Literal, NamedTuple, TypeVar, Unpack, get_args, overload

from newsclean.article import Article
from newsclean.cleaner import analyze_with, clean_with
from newsclean.errors import NewscleanError, unknown
from newsclean.options import Keywords, Kind, Options, lists_options
from newsclean.reading import Source
from newsclean.workers import StartMethod, Workers, check_jobs

R = TypeVar("R")

CHUNK = 200  # records: sending them costs little compared with the work, and a chunk takes less than a second
CHUNK_SIZE = 1_000_000  # characters or bytes: about ten whole pages
FIRST_CHUNK = 8  # records; chunks grow up to CHUNK, so that short streams are distributed too
OnError = Literal["report", "raise"]


class Record(NamedTuple):
    """A source with options of its own, which replace those of the whole stream.

    Attributes:
        source: Plain text or HTML, as `str` or bytes.
        id: Names the record in a `Failure`. Default: its number in the stream, from 0.
        url: The address of the article.
        charset: The encoding that the HTTP header gives for bytes.
        kind: The type of the source.
        language: The language of the text.
        locale: The locale of the typography.

    >>> Record("Le texte.", id="a1", url="https://www.example.ch/a1").id
    'a1'
    """

    source: Source
    id: object = None
    url: str | None = None
    charset: str | None = None
    kind: Kind | None = None
    language: str | None = None
    locale: str | None = None

    @property
    def options(self) -> dict[str, Any]:
        """The options that the record sets itself."""
        own = zip(self._fields[2:], self[2:], strict=True)
        return {name: value for name, value in own if value}


@dataclass(frozen=True)
class Failure:
    """What replaces the result of a record that failed: the id of the record, and the type and message of the error.

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
    start: StartMethod | None = ...,
    **options: Unpack[Keywords],
) -> Iterator[str]: ...
@overload
def clean_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: OnError = ...,
    start: StartMethod | None = ...,
    **options: Unpack[Keywords],
) -> Iterator[str | Failure]: ...
@lists_options
def clean_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = 1,
    on_error: OnError = "report",
    start: StartMethod | None = None,
    **options: Unpack[Keywords],
) -> Iterator[str | Failure]:
    """Return an iterator over `clean(source)` for each source, in order.

    Sources are read when they are needed, so a stream may be endless.

    Args:
        sources: Texts and pages, as for `clean`, or `Record`s with an id, a url or a charset of their own.
        jobs: The number of worker processes, each of which receives about 200 sources at a time. With 1 there is no worker
            process, and each result comes before the next source is read.
        on_error: `"report"` puts a `Failure` in place of a result, `"raise"` stops at the first.
        start: How processes are started. Default: the way of the platform, but `"spawn"` if other threads are running.
        **options: The options of `clean`.

    Raises:
        NewscleanError: An invalid option, at once; with `on_error="raise"` also the first record that fails.

    >>> list(clean_many(["Il n'a rien dit au conseil de la ville lundi soir.", None]))
    ['Il n’a rien dit au conseil de la ville lundi soir.', Failure(id=1, error='TypeError: ...')]
    """
    return _stream(clean_with, sources, jobs, on_error, start, Options.of(**options))


@overload
def analyze_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: Literal["raise"],
    start: StartMethod | None = ...,
    **options: Unpack[Keywords],
) -> Iterator[Article]: ...
@overload
def analyze_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = ...,
    on_error: OnError = ...,
    start: StartMethod | None = ...,
    **options: Unpack[Keywords],
) -> Iterator[Article | Failure]: ...
@lists_options
def analyze_many(
    sources: Iterable[Source | Record],
    *,
    jobs: int = 1,
    on_error: OnError = "report",
    start: StartMethod | None = None,
    **options: Unpack[Keywords],
) -> Iterator[Article | Failure]:
    """Return an iterator over `analyze(source)` for each source, in order; arguments and errors are those of `clean_many`.

    >>> record = Record("Il n'a rien dit au conseil de la ville lundi soir.", url="https://www.example.ch/a1")
    >>> [(article.locale, article.url) for article in analyze_many([record])]
    [('fr-CH', 'https://www.example.ch/a1')]
    """
    return _stream(analyze_with, sources, jobs, on_error, start, Options.of(**options))


def _stream(
    function: Callable[[Source, Options], R],
    sources: Iterable[Source | Record],
    jobs: int,
    on_error: str,
    start: StartMethod | None,
    options: Options,
) -> Iterator[R | Failure]:
    """Return the results; invalid options raise here, before the first result is asked for."""
    check_jobs(jobs)
    if on_error not in get_args(OnError):
        raise unknown("on_error", on_error, get_args(OnError))
    function("", options)
    results = _results(_Each(function, options), _records(sources), jobs, start)
    return _raising(results) if on_error == "raise" else results


def _results(each: _Each[R], records: Iterator[Record], jobs: int, start: StartMethod | None) -> Iterator[R | Failure]:
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
    """Yield the items in lists: the lists grow from 8 to 200 items, and the sizes in one add up to a million at most, or it has one item.

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
    """Calls a function for each record of a chunk, with the options of the stream and of the record."""

    function: Callable[[Source, Options], R]
    options: Options

    def __call__(self, chunk: list[Record]) -> list[R | Failure]:
        return [self.one(record) for record in chunk]

    def one(self, record: Record) -> R | Failure:
        own = record.options
        try:
            return self.function(record.source, self.options.replace(**own) if own else self.options)
        except Exception as error:  # noqa: BLE001 - whatever a record does, the stream continues
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
