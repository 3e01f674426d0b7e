"""Files of many articles, in and out: texts, pages, JSON lines, Parquet and WARC, plain or compressed.

A run has three stages. The main process splits the input into raw records (`inputs`), without parsing them. The workers parse, clean and
encode them (`parsing`, `task`). The main process writes the results in order (`outputs`), and keeps a journal of what is on the disk, so
that a run that was stopped or killed can be resumed (`run`, `journal`).
"""

from newsclean.integrations.records.parsing import FieldNames
from newsclean.integrations.records.run import Progress, Run, Stopped
from newsclean.integrations.records.task import Job

__all__ = ["FieldNames", "Job", "Progress", "Run", "Stopped"]
