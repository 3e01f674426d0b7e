"""Mending: joins lines that a scraper broke, splits paragraphs that it glued, finds texts that it repeated."""

from newsclean.mending.copies import find_copies, find_repeated_half
from newsclean.mending.drop_caps import find_drop_cap
from newsclean.mending.joins import Join, find_joins
from newsclean.mending.paragraph_splits import find_splits, may_split

__all__ = ["Join", "find_copies", "find_drop_cap", "find_joins", "find_repeated_half", "find_splits", "may_split"]
