"""The steps of a cleaner; each also works alone on a `str` or an `Article`.

A filter takes an article and returns a new one: nothing is changed in place. It may repair the text of blocks (as edits, so that every
change can be undone), set their labels, drop them (they stay in `article.blocks`, with `kept` False), or fill the metadata.
"""

from newsclean.filters.base import Filter
from newsclean.filters.drop import (
    Drop,
    drop_ads,
    drop_footer,
    drop_metadata,
    drop_newsletter,
    drop_related,
    drop_share,
)
from newsclean.filters.encoding import FixEncoding, fix_encoding
from newsclean.filters.labels import LabelBlocks, label_blocks
from newsclean.filters.layout import JoinBlocks, join_blocks
from newsclean.filters.mending import MendLines, mend_lines
from newsclean.filters.metadata import ReadMetadata, read_metadata
from newsclean.filters.typography import Typography

typography = Typography

__all__ = [
    "Drop",
    "Filter",
    "FixEncoding",
    "JoinBlocks",
    "LabelBlocks",
    "MendLines",
    "ReadMetadata",
    "Typography",
    "drop_ads",
    "drop_footer",
    "drop_metadata",
    "drop_newsletter",
    "drop_related",
    "drop_share",
    "fix_encoding",
    "join_blocks",
    "label_blocks",
    "mend_lines",
    "read_metadata",
    "typography",
]
