"""Damaged lines: what was shattered is joined, what was glued is parted, what comes twice is found."""

from newsclean.mending.copies import copies, doubled
from newsclean.mending.drop_caps import initial
from newsclean.mending.joins import joins
from newsclean.mending.paragraph_splits import may_part, parts

__all__ = ["copies", "doubled", "initial", "joins", "may_part", "parts"]
