"""Spark: cleaning and learning on a cluster (docs/spark.md). Requires `pip install 'newsclean[spark]'`.

Learning is exact: Spark counts (site, line) pairs over all articles, so the profiles are those that `Profiles.learn` makes of the same articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from newsclean.cleaner import clean_with
from newsclean.errors import NewscleanError, unknown
from newsclean.options import Keywords, Options
from newsclean.profiles import Profile, Profiles, scan, site_named
from newsclean.profiles.article_lines import HEAD, TAIL
from newsclean.profiles.counts import LineCounts
from newsclean.profiles.profile import select_lines
from newsclean.profiles.selection import min_articles
from newsclean.profiles.sketch import merge_groups

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa
    from pyspark.sql import DataFrame

_LINES_SCHEMA = "site string, article bigint, bands array<bigint>, line string, place int, example string"
MAX_ROWS = 200  # rows that a worker holds as Python objects at a time
_ROOTS_SCHEMA = "site string, article bigint, root bigint"


def clean(
    df: DataFrame,
    text_col: str = "text",
    *,
    url_col: str | None = None,
    into: str | None = None,
    error_col: str = "newsclean_error",
    profiles: Profile | Profiles | None = None,
    **options: Unpack[Keywords],
) -> DataFrame:
    """Return the data frame with its articles cleaned, row by row, in the Python workers.

    Args:
        df: The data frame.
        text_col: The column of texts, pages or bytes.
        url_col: The column of their addresses, if any.
        into: The column for the clean text. Default: `text_col`.
        error_col: The column for the error of a row that could not be cleaned; null for all others.
        profiles: What was learned about the sites; broadcast to the workers.
        **options: The options of `newsclean.clean`.

    Raises:
        NewscleanError: A column that does not exist or an invalid option, at once.
    """
    for name in (text_col, *([url_col] if url_col else [])):
        if name not in df.columns:
            raise unknown("column", name, df.columns)
    if error_col in df.columns:
        raise NewscleanError(f"the data frame has a column {error_col!r} already; name another with error_col=")
    checked = Options.of(**options)
    clean_with("", checked)
    target = into or text_col
    schema = _with_strings(df, target, error_col)
    learned = _shared(df, None if profiles is None else profiles.bare)

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        site_options = checked if learned() is None else checked.replace(profile=learned())
        for batch in _pieces(batches):
            yield _cleaned(batch, text_col, url_col, target, error_col, site_options)

    return df.mapInArrow(work, schema)


def _pieces(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the batches in smaller ones: a batch of Spark has 10,000 rows, which as Python objects may exceed the memory of a worker."""
    for batch in batches:
        for start in range(0, batch.num_rows, MAX_ROWS):
            yield batch.slice(start, MAX_ROWS)


def _with_strings(df: DataFrame, *names: str) -> Any:
    """Return the schema of the data frame with these columns as strings."""
    from pyspark.sql.types import StringType, StructField, StructType

    fields = {field.name: field for field in df.schema.fields}
    fields |= {name: StructField(name, StringType()) for name in names}
    return StructType(list(fields.values()))


def _shared(df: DataFrame, value: Any) -> Callable[[], Any]:
    """Return a function with which workers get the value: from a broadcast, if the session supports it."""
    context = getattr(df.sparkSession, "_sc", None)
    if value is None or context is None:
        return lambda: value
    broadcast = context.broadcast(value)
    return lambda: broadcast.value


def _cleaned(
    batch: pa.RecordBatch, text_col: str, url_col: str | None, target: str, error_col: str, options: Options
) -> pa.RecordBatch:
    """Return a batch with its clean texts and errors; null stays null."""
    import pyarrow as pa

    texts: list[str | None] = []
    errors: list[str | None] = []
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    urls = columns[url_col].to_pylist() if url_col else [None] * batch.num_rows
    for source, url in zip(columns[text_col].to_pylist(), urls, strict=True):
        text = error = None
        try:
            own = options.replace(url=url) if url else options
            text = None if source is None else clean_with(source, own)
        except Exception as reason:  # noqa: BLE001 - whatever happens in a row, the job continues
            error = f"{type(reason).__name__}: {reason}"
        texts.append(text)
        errors.append(error)
    columns |= {target: pa.array(texts, pa.string()), error_col: pa.array(errors, pa.string())}
    return pa.RecordBatch.from_pydict(columns)


def learn_profiles(df: DataFrame, site_col: str = "site", text_col: str = "text") -> Profiles:
    """Learn what each site repeats on its pages: the same profiles as `Profiles.learn` returns for the same rows.

    The lines of all articles are counted by (site, line) on the cluster; only lines that are frequent enough come to the driver.

    Args:
        df: The data frame.
        site_col: The column that names the site, or an address on it.
        text_col: The column of texts, pages or bytes; rows with null are skipped.

    Raises:
        NewscleanError: A column that does not exist.
    """
    from pyspark.sql import functions as f

    for name in (site_col, text_col):
        if name not in df.columns:
            raise unknown("column", name, df.columns)
    pairs = df.select(f.col(site_col).alias("site"), f.col(text_col).alias("text"))
    seen = pairs.mapInArrow(_look, _LINES_SCHEMA).persist()
    try:
        roots = _roots(seen).persist()
        totals = {row.site: row.articles for row in _totals(seen, roots).collect()}
        tallies: dict[str, list[LineCounts]] = {site: [] for site in totals}
        for row in _frequent(_tallies(seen, roots), totals).collect() if totals else ():
            tallies[row.site].append(LineCounts(row.line, row.articles, row.head, row.tail, row.example))
        roots.unpersist()
    finally:
        seen.unpersist()
    made = (Profile(site, total, select_lines(tallies[site], total)) for site, total in totals.items())
    return Profiles(tuple(made))


def _look(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield a row with its bands for each article, and a row for each of its lines."""
    import pyarrow as pa

    types = (pa.string(), pa.int64(), pa.list_(pa.int64()), pa.string(), pa.int32(), pa.string())
    names = ("site", "article", "bands", "line", "place", "example")
    schema = pa.schema(list(zip(names, types, strict=True)))
    for batch in _pieces(batches):
        rows: list[tuple[Any, ...]] = []
        for site, source in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if source is None:
                continue
            article = scan(source)
            if article.bands:
                name = site_named(site)
                rows.append((name, article.id, article.bands, None, None, None))
                rows += ((name, article.id, None, *line) for line in article.lines)
        columns = list(zip(*rows, strict=True)) or [()] * len(names)
        arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _roots(seen: DataFrame) -> DataFrame:
    """Return (site, article, root) for the articles that are near duplicates of another."""
    from pyspark.sql import functions as f

    bands = seen.where("line is null").select("site", "article", f.explode("bands").alias("band"))
    groups = bands.groupBy("site", "band").agg(f.collect_set("article").alias("articles")).where("size(articles) > 1")
    return groups.groupBy("site").applyInPandas(_joined, _ROOTS_SCHEMA)


def _joined(groups: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    roots = merge_groups([int(article) for article in group] for group in groups["articles"])
    site = groups["site"].iloc[0]
    return pd.DataFrame({"site": site, "article": list(roots), "root": list(roots.values())})


def _totals(seen: DataFrame, roots: DataFrame) -> DataFrame:
    """Return (site, articles): how many different articles each site has."""
    from pyspark.sql import functions as f

    articles = seen.where("line is null").select("site", "article").distinct()
    rooted = articles.join(roots, ["site", "article"], "left").withColumn("root", f.coalesce("root", "article"))
    return rooted.groupBy("site").agg(f.countDistinct("root").alias("articles"))


def _tallies(seen: DataFrame, roots: DataFrame) -> DataFrame:
    """Return (site, line, articles, head, tail, example): the counts of every line."""
    from pyspark.sql import functions as f

    lines = seen.where("line is not null").select("site", "article", "line", "place", "example")
    rooted = lines.join(roots, ["site", "article"], "left").withColumn("root", f.coalesce("root", "article"))
    places = rooted.groupBy("site", "line", "root").agg(
        f.bit_or("place").alias("place"), f.min("example").alias("example")
    )
    return places.groupBy("site", "line").agg(
        f.count("*").alias("articles"),
        f.sum(f.when(f.col("place").bitwiseAND(HEAD) > 0, 1).otherwise(0)).alias("head"),
        f.sum(f.when(f.col("place").bitwiseAND(TAIL) > 0, 1).otherwise(0)).alias("tail"),
        f.min("example").alias("example"),
    )


def _frequent(tallies: DataFrame, totals: Mapping[str, int]) -> DataFrame:
    """Return the counts of the lines that are frequent enough; no others need to come to the driver."""
    from pyspark.sql import functions as f

    rows = [(site, min_articles(total)) for site, total in totals.items()]
    least = tallies.sparkSession.createDataFrame(rows, "site string, least bigint")
    return tallies.join(f.broadcast(least), "site").where("articles >= least")
