"""What was done to an article, shown to people and programs.

All views are built from two things. `list_changes` lists what was removed, cut out or edited, with the reasons for it; the
table of `explain` prints that list. The HTML report (`newsclean.report.html`) shows the blocks of the source beside the
clean text (`block_rows`), under the metadata of the article (`article_header`); a report on many articles begins with counts by label
and by rule (`counts`, `index`). `display_text` makes invisible characters visible in both. The unified diff and the plain data are
methods of `Article`; `diff`, `to_dict` and `schema` give access to them beside the others.
"""

from newsclean.json_form import SCHEMA
from newsclean.report.table import explain
from newsclean.report.views import diff, schema, to_dict

__all__ = ["SCHEMA", "diff", "explain", "schema", "to_dict"]
