"""The item pipeline: the text of each item cleaned, counted and, where asked for, explained."""

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
from newsclean.integrations.scrapy.options import Options
from newsclean.integrations.scrapy.sources import Source, source_of
from newsclean.integrations.scrapy.watch import Watch
from newsclean.profiles import site_of
from newsclean.reading import read

logger = logging.getLogger(__name__)


class Pipeline:
    """Cleans the text of each item; an item is never lost unless `NEWSCLEAN_DROP_ON_ERROR` asks for it.

    Arguments: `options` are those of the project; `stats` counts `newsclean/cleaned`, `newsclean/removed/<label>` and so on.

    >>> from scrapy.settings import Settings
    >>> pipeline = Pipeline(Options.read(Settings()))
    >>> pipeline.process_item({"text": "Le conseil a voté le budget de la ville lundi soir.\\nPartager"})
    {'text': 'Le conseil a voté le budget de la ville lundi soir.'}
    """

    def __init__(self, options: Options, stats: StatsCollector | None = None) -> None:
        self._options = options
        self._stats = stats
        self._watch = Watch()
        self._told: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Pipeline:
        """The pipeline of a crawl; steps aside (`NotConfigured`) when switched off or when another one is in front of it."""
        if not crawler.settings.getbool("NEWSCLEAN_ENABLED", default=True):
            raise NotConfigured("NEWSCLEAN_ENABLED is False")
        first = next(iter(configured(crawler.settings)), cls)
        if first is not cls:
            raise NotConfigured(f"{first.__module__}.{first.__qualname__} cleans the items already")
        return cls(Options.read(crawler.settings), crawler.stats)

    def process_item(self, item: Any, spider: object = None) -> Any:  # noqa: ARG002 - Scrapy before 2.14 gives the spider
        """The item with its text cleaned; raises `DropItem` only for a failure, and only when asked to."""
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
        except Exception as error:  # noqa: BLE001 - an item is worth more than its cleaning
            self._failed(adapter, error)
        return item

    def _clean(self, adapter: ItemAdapter, source: Source) -> None:
        options = self._options
        _writable(adapter, options.field)
        content, kind, charset, url, _ = source
        article = options.cleaner.apply(
            read(content, kind=kind, charset=charset, url=url, locale=options.locale, max_size=options.max_size)
        )
        adapter[options.field] = source.answer(article)
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
        change = self._watch.see(article, url)
        if change:
            self._count("furniture_changed")
            logger.warning(
                "newsclean: the pages of %s have changed: %s; last seen: %s", site_of(url) or "?", change, url
            )

    def _failed(self, adapter: ItemAdapter, error: Exception) -> None:
        self._count("failed")
        where = adapter.get(self._options.url_field) or type(adapter.item).__name__
        expected = isinstance(error, NewscleanError)
        logger.warning("newsclean: %s left as it was: %s", where, error, exc_info=None if expected else error)
        if self._options.drop_on_error:
            raise DropItem(f"newsclean: {error}") from error

    def _has(self, adapter: ItemAdapter, field: str) -> bool:
        """Can the item take this field? If its class cannot, that is told once."""
        try:
            _writable(adapter, field)
        except NewscleanError as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                logger.warning("newsclean: %s", error)
            return False
        return True

    def _count(self, what: str, count: int = 1) -> None:
        if self._stats:
            self._stats.inc_value(f"newsclean/{what}", count)


def configured(settings: BaseSettings) -> list[type[Pipeline]]:
    """The pipelines of newsclean that the settings list, by class or path, in the order in which they run."""
    listed = {**settings.getdict("ITEM_PIPELINES_BASE"), **settings.getdict("ITEM_PIPELINES")}
    ordered = sorted((order, n, path) for n, (path, order) in enumerate(listed.items()) if order is not None)
    classes = [load_object(path) for _, _, path in ordered]
    return [found for found in classes if isinstance(found, type) and issubclass(found, Pipeline)]


def report(article: Article) -> dict[str, Any]:
    """What the report field of an item holds: what `article.to_dict()` says, with the removed lines for the blocks.

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
