"""Spark for real, in local mode: the same profiles and the same texts as without it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError, Profiles, clean
from tests.benchmarks.corpus import articles
from tests.conftest import ROOT

if not os.environ.get("CI"):  # there all of it has to run
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java, and there is none on this machine", allow_module_level=True)

CORPUS = list(articles(150, 2, seed=6))
QUIET = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.log.level": "ERROR",
    "spark.sql.codegen.wholeStage": "false",  # jobs are small, and compiling costs more than they do
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def environment() -> dict[str, str]:
    python = {"PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    # also for the small program that only puts the command together
    return {**python, "SPARK_LOCAL_IP": "127.0.0.1", "JDK_JAVA_OPTIONS": QUIET["spark.driver.extraJavaOptions"]}


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment().items():
            patch.setenv(name, value)
        builder = SparkSession.builder.master("local[2]").appName("tests")
        for name, value in QUIET.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def frame(session: Any) -> Any:
    rows = [(a.id, a.site, f"https://www.{a.site}/{a.id}", a.text) for a in CORPUS]
    return session.createDataFrame(
        [*rows, ("null", CORPUS[0].site, None, None)], "id string, site string, url string, text string"
    )


@pytest.fixture(scope="module")
def whole() -> Profiles:
    return Profiles.learn((a.site, a.text) for a in CORPUS)


@pytest.mark.parametrize(("partitions", "by"), [(1, "site"), (16, "url")])
def test_the_same_profiles_as_without_spark(frame: Any, whole: Profiles, partitions: int, by: str) -> None:
    from newsclean.integrations.spark import learn_profiles

    where = f"{by} is not null"
    assert learn_profiles(frame.where(where).repartition(partitions), site_col=by) == whole


def test_the_same_texts_as_without_spark(frame: Any, whole: Profiles) -> None:
    from newsclean.integrations import spark

    done = spark.clean(frame, url_col="url", into="clean", profiles=whole, locale="fr-FR")
    assert done.columns == ["id", "site", "url", "text", "clean", "newsclean_error"]
    rows = {row.id: row for row in done.collect()}
    for a in CORPUS:
        expected = clean(a.text, url=f"https://www.{a.site}/{a.id}", profile=whole, locale="fr-FR")
        assert (rows[a.id].text, rows[a.id].clean, rows[a.id].newsclean_error) == (a.text, expected, None)
    assert (rows["null"].clean, rows["null"].newsclean_error) == (None, None)


def test_a_row_that_fails_stops_nothing(session: Any) -> None:
    from newsclean.integrations import spark

    good = "Le conseil a voté le budget de la ville lundi soir.\nPartager"
    frame = session.createDataFrame([(1, good.encode()), (2, (good * 50).encode())], "id int, page binary").coalesce(1)
    first, second = spark.clean(frame, "page", max_size=200).collect()
    assert (first.page, first.newsclean_error) == ("Le conseil a voté le budget de la ville lundi soir.", None)
    assert second.page is None
    assert second.newsclean_error.startswith("NewscleanError: ")


def test_bad_columns_and_options_are_told_at_once(frame: Any) -> None:
    from newsclean.integrations import spark

    with pytest.raises(NewscleanError, match="unknown column 'txt', did you mean 'text'"):
        spark.clean(frame, "txt")
    with pytest.raises(NewscleanError, match="unknown column 'sites', did you mean 'site'"):
        spark.learn_profiles(frame, site_col="sites")
    with pytest.raises(NewscleanError, match="did you mean"):
        spark.clean(frame, keep={"captoin"})
    with pytest.raises(NewscleanError, match="error_col="):
        spark.clean(frame, error_col="id")


def test_the_example_runs_with_spark_submit(tmp_path: Path, whole: Profiles) -> None:
    import pyarrow.parquet as pq
    import pyspark

    source, target, profiles = tmp_path / "in.jsonl", tmp_path / "out.parquet", tmp_path / "profiles.toml"
    rows = [{"id": a.id, "url": f"https://www.{a.site}/{a.id}", "text": a.text} for a in CORPUS]
    source.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    confs = [argument for name, value in QUIET.items() for argument in ("--conf", f"{name}={value}")]
    command = [str(submit), "--master", "local[1]", *confs, str(ROOT / "docs/examples/spark_clean.py")]
    env = os.environ | environment() | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, str(source), str(target), str(profiles)],
        check=False,
        env=env,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert Profiles.parse(profiles.read_text("utf-8")) == whole
    texts = {row["id"]: row["text"] for row in pq.read_table(target).to_pylist()}
    assert texts == {row["id"]: clean(row["text"], url=row["url"], profile=whole) for row in rows}
