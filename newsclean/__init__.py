"""newsclean: scraped news in, the article and only the article out, well set, with a reason for every change."""

__version__ = "0.1.0"
