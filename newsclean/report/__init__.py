"""An article for people and programs to read: a diff, a table of reasons, plain data, a page."""

from newsclean.report.changes import diff
from newsclean.report.data import SCHEMA, schema, to_dict
from newsclean.report.table import explain

__all__ = ["SCHEMA", "diff", "explain", "schema", "to_dict"]
