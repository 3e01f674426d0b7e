"""Run by the tests in a process of its own: real crawls, whose items, stats and log it writes down as JSON.

Each line of standard input is a crawl, `{"urls": [...], "settings": {...}, "field": "html", "value": "text"}`, and each line of
standard output what came of it. A crawl has a process of its own, forked when everything is imported: Twisted starts once only.

`field` is the item field that gets the page, `value` how: "text", "bytes" or "response"; "none" leaves the field out.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from typing import Any

import scrapy
from itemadapter import ItemAdapter
from scrapy.crawler import CrawlerProcess

from newsclean import clean
from newsclean.integrations.scrapy import Pipeline

JOB: dict[str, Any] = {}
ITEMS: list[dict[str, Any]] = []
STATS: dict[str, Any] = {}
LOG: list[str] = []


class Collect:
    """The last pipeline: what the project would store."""

    def process_item(self, item: Any) -> Any:
        ITEMS.append({key: value for key, value in ItemAdapter(item).items() if key != JOB["field"]})
        return item


class Mine(Pipeline):
    """A pipeline that a project derived from ours."""


class Listener(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        LOG.append(record.getMessage())


class Reader(scrapy.Spider):
    name = "reader"

    async def start(self) -> Any:
        for url in JOB["urls"]:
            yield scrapy.Request(url, dont_filter=True)

    def parse(self, response: scrapy.http.Response) -> Any:
        given = {"text": lambda: response.text, "bytes": lambda: response.body, "response": lambda: response}
        item = {"url": response.url, "title": None}
        if JOB["value"] in given:
            item[JOB["field"]] = given[JOB["value"]]()
        yield item

    def closed(self, reason: str) -> None:
        STATS.update(self.crawler.stats.get_stats())


def crawl() -> dict[str, Any]:
    """The crawl of `JOB`."""
    listener = Listener(logging.WARNING)
    logging.getLogger().addHandler(listener)
    pipelines = {"__main__.Collect": 900, **JOB.get("pipelines", {})}
    process = CrawlerProcess(
        {"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, **JOB["settings"], "ITEM_PIPELINES": pipelines}
    )
    errors: list[str] = []
    process.crawl(Reader).addErrback(lambda failure: errors.append(failure.getErrorMessage()))
    process.start()
    ours = {key: value for key, value in STATS.items() if key.startswith("newsclean/")}
    return {"items": ITEMS, "stats": ours, "log": LOG, "errors": errors}


def main() -> None:
    """Crawl what standard input says."""
    clean("<p>Le conseil a voté.</p>", kind="html")  # imports what a page needs
    for line in sys.stdin:
        if not (child := os.fork()):
            JOB.update(json.loads(line))
            try:
                told = crawl()
            except BaseException:  # noqa: BLE001 - the test looks at it
                told = {"items": ITEMS, "stats": {}, "log": LOG, "errors": [traceback.format_exc()]}
            sys.stdout.write(json.dumps(told, default=str) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
