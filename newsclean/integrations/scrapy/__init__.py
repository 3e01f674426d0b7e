"""newsclean in Scrapy: `ADDONS = {"newsclean.integrations.scrapy.Addon": 500}`, or the pipeline alone."""

from newsclean.integrations.scrapy.addon import Addon
from newsclean.integrations.scrapy.pipeline import Pipeline

__all__ = ["Addon", "Pipeline"]
