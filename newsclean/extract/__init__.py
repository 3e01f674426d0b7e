"""HTML mode: a page into blocks, each with what the markup says of it."""

from newsclean.extract.page import read_html

__all__ = ["read_html"]
