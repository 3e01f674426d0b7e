"""Metadata in plain text: dates, bylines, datelines, agencies, picture credits, captions.

`metadata.line` reads what one line says (`read_line` has the theory); `metadata.article` decides which of those values are the article's.
"""

from newsclean.metadata.line.captions import read_credits
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.headers import read_authors
from newsclean.metadata.line.reader import find_agencies, read_line
from newsclean.metadata.line.results import DateRole, LineMetadata, MetadataSpan, WrittenDate

__all__ = [
    "DateRole",
    "LineMetadata",
    "MetadataSpan",
    "WrittenDate",
    "find_agencies",
    "find_dates",
    "read_authors",
    "read_credits",
    "read_line",
]
