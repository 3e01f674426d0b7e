"""The item pipeline: cleans the text of each item, counts what is removed and, on request, explains it."""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.settings import BaseSettings
from scrapy.statscollectors import StatsCollector
from scrapy.utils.misc import load_object

from newsclean.article import Article
from newsclean.errors import NewscleanError
from newsclean.integrations.scrapy.furniture_monitor import FurnitureMonitor
from newsclean.integrations.scrapy.options import CrawlOptions
from newsclean.integrations.scrapy.sources import ItemSource, source_of
from newsclean.profiles import site_of
from newsclean.reading import read

logger = logging.getLogger(__name__)


class Pipeline:
    """Cleans the text of each item; no item is dropped unless `NEWSCLEAN_DROP_ON_ERROR` is set.

    Args:
        options: The options of the project.
        stats: Counts `newsclean/cleaned`, `newsclean/removed/<label>` and so on.

    >>> from scrapy.settings import Settings
    >>> pipeline = Pipeline(CrawlOptions.read(Settings()))
    >>> pipeline.process_item({"text": "Le conseil a voté le budget de la ville lundi soir.\\nPartager"})
    {'text': 'Le conseil a voté le budget de la ville lundi soir.'}
    """

    def __init__(self, options: CrawlOptions, stats: StatsCollector | None = None) -> None:
        self._options = options
        self._stats = stats
        self._monitor = FurnitureMonitor()
        self._warned: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Pipeline:
        """Return the pipeline of a crawl; raise `NotConfigured` if it is switched off, or another one comes before it."""
        if not crawler.settings.getbool("NEWSCLEAN_ENABLED", default=True):
            raise NotConfigured("NEWSCLEAN_ENABLED is False")
        first = next(iter(configured(crawler.settings)), cls)
        if first is not cls:
            raise NotConfigured(f"{first.__module__}.{first.__qualname__} cleans the items already")
        return cls(CrawlOptions.read(crawler.settings), crawler.stats)

    def process_item(self, item: Any, spider: object = None) -> Any:  # noqa: ARG002 - Scrapy before 2.14 passes the spider
        """Return the item with its text cleaned; raise `DropItem` for a failure only if the settings ask for it."""
        if not ItemAdapter.is_item(item):
            self._count("skipped")
            return item
        adapter = ItemAdapter(item)
        try:
            source = source_of(adapter, self._options)
            if source is None:
                self._count("skipped")
                return item
            self._clean(adapter, source)
        except Exception as error:  # noqa: BLE001 - an uncleaned item is better than none
            self._failed(adapter, error)
        return item

    def _clean(self, adapter: ItemAdapter, source: ItemSource) -> None:
        options = self._options
        _writable(adapter, options.field)
        content, kind, charset, url, _ = source
        article = options.cleaner.apply(
            read(content, kind=kind, charset=charset, url=url, locale=options.locale, max_size=options.max_size)
        )
        adapter[options.field] = source.clean_value(article)
        for name, field in options.metadata.items():
            found = getattr(article, name, None) or getattr(article.fields, name, None)
            if found and self._has(adapter, field) and not adapter.get(field):
                adapter[field] = list(found) if isinstance(found, tuple) else found
        if options.report_field and self._has(adapter, options.report_field):
            adapter[options.report_field] = report(article)
        self._note(article, source.url)

    def _note(self, article: Article, url: str | None) -> None:
        self._count("cleaned")
        if not article.text.strip():
            self._count("empty")
        removed = Counter(str(block.label or "other") for block in article.removed)
        removed.update(str(edit.label) for block in article.kept for edit in block.edits if edit.label)
        for label, count in removed.items():
            self._count(f"removed/{label}", count)
        change = self._monitor.add(article, url)
        if change:
            self._count("furniture_changed")
            logger.warning(
                "newsclean: the pages of %s have changed: %s; last seen: %s", site_of(url) or "?", change, url
            )

    def _failed(self, adapter: ItemAdapter, error: Exception) -> None:
        self._count("failed")
        where = adapter.get(self._options.url_field) or type(adapter.item).__name__
        expected = isinstance(error, NewscleanError)
        logger.warning("newsclean: %s left unchanged: %s", where, error, exc_info=None if expected else error)
        if self._options.drop_on_error:
            raise DropItem(f"newsclean: {error}") from error

    def _has(self, adapter: ItemAdapter, field: str) -> bool:
        """Return True if the item can take this field; log a warning once if its class cannot."""
        try:
            _writable(adapter, field)
        except NewscleanError as error:
            if str(error) not in self._warned:
                self._warned.add(str(error))
                logger.warning("newsclean: %s", error)
            return False
        return True

    def _count(self, what: str, count: int = 1) -> None:
        if self._stats:
            self._stats.inc_value(f"newsclean/{what}", count)


def configured(settings: BaseSettings) -> list[type[Pipeline]]:
    """Return the pipelines of newsclean in the settings, by class or path, in the order in which they run."""
    listed = {**settings.getdict("ITEM_PIPELINES_BASE"), **settings.getdict("ITEM_PIPELINES")}
    ordered = sorted((order, n, path) for n, (path, order) in enumerate(listed.items()) if order is not None)
    classes = [load_object(path) for _, _, path in ordered]
    return [found for found in classes if isinstance(found, type) and issubclass(found, Pipeline)]


def report(article: Article) -> dict[str, Any]:
    """Return the value of the report field: `article.to_dict()`, with the removed lines in place of the blocks.

    >>> from newsclean import analyze
    >>> report(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager"))["removed"][0]["label"]
    'share'
    """
    data = article.to_dict()
    del data["text"], data["blocks"]
    data["removed"] = [
        {
            "span": list(block.span),
            "label": str(block.label) if block.label else None,
            "text": block.source,
            "why": [reason.name for reason in block.evidence[:4]],
        }
        for block in article.removed
    ]
    return data


def _writable(adapter: ItemAdapter, field: str) -> None:
    if isinstance(adapter.item, dict) or field in adapter.field_names() or field in (_declared(adapter) or ()):
        return
    raise NewscleanError(f"items of the class {type(adapter.item).__name__} have no field {field!r}; declare it there")


def _declared(adapter: ItemAdapter) -> list[str] | None:
    return ItemAdapter.get_field_names_from_class(type(adapter.item))
