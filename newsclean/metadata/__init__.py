"""Metadata in plain text: dates, bylines, datelines, agencies, picture credits, captions, line by line."""

from newsclean.metadata.line.captions import read_credits
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.headers import read_authors
from newsclean.metadata.line.reader import find_agencies, read_line
from newsclean.metadata.line.results import LineMetadata, MetadataSpan, WrittenDate

__all__ = [
    "LineMetadata",
    "MetadataSpan",
    "WrittenDate",
    "find_agencies",
    "find_dates",
    "read_authors",
    "read_credits",
    "read_line",
]
