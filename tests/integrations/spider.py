"""Run by the tests in a process of its own: a real crawl, whose items, stats and log it writes down as JSON.

    python spider.py '{"urls": [...], "settings": {...}, "field": "html", "value": "text"}'

`field` is the item field that gets the page, `value` how: "text", "bytes" or "response"; "none" leaves the field out.
"""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import scrapy
from itemadapter import ItemAdapter
from scrapy.crawler import CrawlerProcess

from newsclean.integrations.scrapy import Pipeline

JOB = json.loads(sys.argv[1]) if __name__ == "__main__" else {}
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


def main() -> None:
    listener = Listener(logging.WARNING)
    logging.getLogger().addHandler(listener)
    pipelines = {"__main__.Collect": 900, **JOB.get("pipelines", {})}
    process = CrawlerProcess(
        {"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, **JOB["settings"], "ITEM_PIPELINES": pipelines}
    )
    process.crawl(Reader)
    process.start()
    ours = {key: value for key, value in STATS.items() if key.startswith("newsclean/")}
    sys.stdout.write(json.dumps({"items": ITEMS, "stats": ours, "log": LOG}, default=str))


if __name__ == "__main__":
    main()
