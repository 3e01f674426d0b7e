"""The closed list of labels, their groups, and how much a decision explains."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from newsclean.errors import NewscleanError, unknown


class Label(StrEnum):
    """What a block of the source is: part of the article, metadata, or a kind of furniture.

    >>> Label("ad") is Label.AD, Label.AD == "ad"
    (True, True)
    """

    KICKER = "kicker"
    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    AGENCY = "agency"
    CREDIT = "credit"
    CAPTION = "caption"
    TAGS = "tags"
    AD = "ad"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    NAV = "nav"
    COMMENTS = "comments"
    CONSENT = "consent"
    PAYWALL = "paywall"
    LEGAL = "legal"
    PROMO = "promo"
    MOST_READ = "most_read"
    AUTHOR_BIO = "author_bio"
    DUPLICATE = "duplicate"
    OTHER = "other"


class Detail(StrEnum):
    """How much is found out about removed lines; less detail takes less time.

    `KEEP`: only that they go; all furniture is labelled `other`. `LABELS`: also their labels. `EVIDENCE`: also the reasons.

    >>> Detail("keep") is Detail.KEEP
    True
    """

    KEEP = "keep"
    LABELS = "labels"
    EVIDENCE = "evidence"


MAX_HEADLINE = 200  # characters: no headline is longer, wherever one is looked for
METADATA = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.AGENCY, Label.CREDIT, Label.CAPTION, Label.TAGS})
FURNITURE = frozenset(
    {Label.AD, Label.SHARE, Label.NEWSLETTER, Label.RELATED, Label.NAV, Label.COMMENTS, Label.CONSENT}
    | {Label.PAYWALL, Label.LEGAL, Label.PROMO, Label.MOST_READ, Label.AUTHOR_BIO, Label.DUPLICATE, Label.OTHER}
)
CONTENT = frozenset(Label) - METADATA - FURNITURE
GROUPS = {"article": CONTENT, "metadata": METADATA, "furniture": FURNITURE}


def labels_of(names: Iterable[str]) -> frozenset[Label]:
    """Return the labels for names of labels and groups (`article`, `metadata`, `furniture`).

    Raises:
        NewscleanError: An unknown name, or one string in place of a set.

    >>> sorted(labels_of(["ad", "share"]))
    [<Label.AD: 'ad'>, <Label.SHARE: 'share'>]
    """
    if isinstance(names, str):
        raise NewscleanError(f"labels are given as a set, not as one string: write {{{names!r}}}")
    found: set[Label] = set()
    for name in names:
        if name in GROUPS:
            found |= GROUPS[name]
        elif name in Label._value2member_map_:
            found.add(Label(name))
        else:
            raise unknown("label", name, [*(label.value for label in Label), *GROUPS])
    return frozenset(found)
