"""Metadata in plain text: dates, bylines, datelines, agencies, picture credits, captions, line by line."""

from newsclean.metadata.line.bylines import read_authors
from newsclean.metadata.line.credits import read_credits
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.reader import find_agencies, read_line
from newsclean.metadata.line.reading import DateFound, Piece, Reading

__all__ = ["DateFound", "Piece", "Reading", "find_agencies", "find_dates", "read_authors", "read_credits", "read_line"]
