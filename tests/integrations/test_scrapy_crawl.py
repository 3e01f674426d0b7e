"""A real spider crawls a newspaper of our own through Scrapy's engine, with the add-on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean
from tests.conftest import ROOT
from tests.integrations.site import page, paragraphs, served, title

ADDON = {"ADDONS": {"newsclean.integrations.scrapy.Addon": 500}, "NEWSCLEAN_HTML_FIELD": "page"}
PIPELINE = "newsclean.integrations.scrapy.Pipeline"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield url


Crawl = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def crawl() -> Iterator[Crawl]:
    """A crawl of some addresses with some settings: `crawl(urls, settings, value="text")`."""
    command = [sys.executable, str(Path(__file__).with_name("spider.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as spider:
        assert spider.stdin
        assert spider.stdout

        def asked(urls: list[str], settings: dict[str, Any], value: str = "text", **more: Any) -> dict[str, Any]:
            job = {"urls": urls, "settings": settings, "field": "page", "value": value, **more}
            spider.stdin.write(json.dumps(job) + "\n")
            spider.stdin.flush()
            result: dict[str, Any] = json.loads(spider.stdout.readline())
            return result

        yield asked
        spider.stdin.close()


def test_pages(crawl: Crawl, address: str) -> None:
    urls = [f"{address}/article/{n}" for n in range(6)]
    settings = {
        **ADDON,
        "NEWSCLEAN_LOCALE": "fr-CH",
        "NEWSCLEAN_REPORT_FIELD": "report",
        "NEWSCLEAN_METADATA_FIELDS": ["title", "date"],
    }
    result = crawl(urls, settings)
    assert len(result["items"]) == 6
    for item in result["items"]:
        number = int(item["url"].rpartition("/")[2])
        assert item["text"] == clean(page(number), locale="fr-CH")
        assert item["text"].startswith(title(number))
        assert "Partager" not in item["text"]
        assert item["title"] == title(number)
        assert item["date"].startswith("2024-05-01")
        assert "Partager" in [row["text"] for row in item["report"]["removed"]]
    assert result["stats"]["newsclean/cleaned"] == 6
    assert result["stats"]["newsclean/removed/newsletter"] == 6
    assert result["log"] == []
    assert result["errors"] == []


def test_bytes_and_responses_of_every_kind(crawl: Crawl, address: str) -> None:
    urls = [f"{address}/{path}" for path in ("article/1", "photo", "budget.pdf", "latin1", "empty")]
    for value in ("bytes", "response"):
        result = crawl(urls, ADDON, value)
        texts = {item["url"].rpartition("/")[2]: item.get("text") for item in result["items"]}
        assert len(texts) == 5  # nothing is lost
        assert texts["1"] == clean(page(1))
        assert texts["photo"] is texts["budget.pdf"] is None
        assert texts["latin1"] == clean(page(8))
        assert result["stats"]["newsclean/failed"] == 2
        assert sum("skip such responses" in line for line in result["log"]) == 2


def test_dropped_when_asked(crawl: Crawl, address: str) -> None:
    result = crawl([f"{address}/photo", f"{address}/article/1"], {**ADDON, "NEWSCLEAN_DROP_ON_ERROR": "1"}, "bytes")
    assert [item["url"] for item in result["items"]] == [f"{address}/article/1"]


@pytest.mark.parametrize(
    "pipelines",
    [{PIPELINE: 250}, {"__main__.Mine": 250}, {PIPELINE: 250, "__main__.Mine": 260}],
    ids=["by hand", "derived", "both"],
)
def test_cleaned_once(crawl: Crawl, address: str, pipelines: dict[str, int]) -> None:
    result = crawl([f"{address}/article/1"], ADDON, pipelines=pipelines)
    assert result["stats"]["newsclean/cleaned"] == 1
    assert result["items"][0]["text"] == clean(page(1))


def test_off(crawl: Crawl, address: str) -> None:
    result = crawl([f"{address}/article/1"], {**ADDON, "NEWSCLEAN_ENABLED": False}, pipelines={PIPELINE: 250})
    assert "text" not in result["items"][0]
    assert result["stats"] == {}


def test_items_without_the_field(crawl: Crawl, address: str) -> None:
    result = crawl([f"{address}/article/1"], ADDON, "none")
    assert "text" not in result["items"][0]
    assert result["stats"] == {"newsclean/skipped": 1}


@pytest.mark.parametrize("pipelines", [{}, {PIPELINE: 250}], ids=["add-on", "pipeline"])
def test_unknown_setting(crawl: Crawl, address: str, pipelines: dict[str, int]) -> None:
    settings = {"NEWSCLEAN_LOCAL": "fr-CH", **({} if pipelines else ADDON)}
    result = crawl([address], settings, pipelines=pipelines)
    assert "unknown setting 'NEWSCLEAN_LOCAL', did you mean 'NEWSCLEAN_LOCALE'?" in " ".join(result["errors"])


def test_paragraphs_of_the_newspaper_are_ours() -> None:
    assert all(len(text) > 150 for text in paragraphs(3))
