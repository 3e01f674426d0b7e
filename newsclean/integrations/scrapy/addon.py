"""The add-on: one line in the settings of a project adds the pipeline."""

from __future__ import annotations

from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings

from newsclean.integrations.scrapy.options import CrawlOptions
from newsclean.integrations.scrapy.pipeline import Pipeline, configured

ORDER = 300  # of 0-1000: after pipelines that fill items, before those that store them


class Addon:
    """Cleans every item of a crawl; the `NEWSCLEAN_` settings configure it.

    >>> from scrapy.settings import Settings
    >>> settings = Settings({"ADDONS": {"newsclean.integrations.scrapy.Addon": 500}})
    >>> Addon().update_settings(settings)
    >>> [path.__name__ for path in settings["ITEM_PIPELINES"]]
    ['Pipeline']
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Add the pipeline, unless the project lists it already.

        Raises:
            NewscleanError: An unknown or malformed `NEWSCLEAN_` setting.
            NotConfigured: `NEWSCLEAN_ENABLED` is False.
        """
        if not settings.getbool("NEWSCLEAN_ENABLED", default=True):
            raise NotConfigured("NEWSCLEAN_ENABLED is False")
        CrawlOptions.read(settings)
        if configured(settings):
            return
        pipelines = settings.getdict("ITEM_PIPELINES")
        settings.set("ITEM_PIPELINES", {**pipelines, Pipeline: ORDER}, settings.getpriority("ITEM_PIPELINES") or 0)
