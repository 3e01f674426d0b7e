"""The steps that a cleaner is made of; each also works alone on a `str` or an `Article`."""

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
