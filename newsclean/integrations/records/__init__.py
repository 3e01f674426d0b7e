"""Files of many articles, in and out: texts, pages, JSON lines, Parquet, WARC, plain or compressed.

What comes in is split into raw records here; they are parsed, cleaned and encoded in the workers (`Task`), and written here, in order,
with a journal of how far the writing has come (`Run`).
"""

from newsclean.integrations.records.run import Progress, Run, Stopped
from newsclean.integrations.records.task import Job, Names

__all__ = ["Job", "Names", "Progress", "Run", "Stopped"]
