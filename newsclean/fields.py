"""The metadata of an article: what was read from its blocks and its markup, and where each value stands in the source."""

from __future__ import annotations

import dataclasses
import datetime
import math
from collections.abc import Mapping

Span = tuple[int, int]
READING_SPEED = 238  # words per minute


@dataclasses.dataclass(frozen=True, slots=True)
class Fields:
    """The metadata of an article, as it was read from its blocks and, in HTML mode, from the markup.

    `spans` has for every field that was found one entry a value, in the order of the values: where it stands in the source, or None
    when it stands nowhere in it and only the markup tells it.

    >>> Fields(title="Un titre", spans={"title": ((0, 8),)}).spans["title"]
    ((0, 8),)
    """

    title: str | None = None
    kicker: str | None = None
    lead: str | None = None
    date: datetime.datetime | datetime.date | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    place: str | None = None
    tags: tuple[str, ...] = ()
    paywalled: bool | None = None
    spans: Mapping[str, tuple[Span | None, ...]] = dataclasses.field(default_factory=dict, hash=False)


NO_FIELDS = Fields()


class Told:
    """The fields as attributes of the article.

    >>> from newsclean.article import Article
    >>> Article("Un titre", fields=Fields(title="Un titre")).title
    'Un titre'
    """

    fields: Fields

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.fields.title

    @property
    def kicker(self) -> str | None:
        """The line above the headline."""
        return self.fields.kicker

    @property
    def lead(self) -> str | None:
        """The paragraph under the headline."""
        return self.fields.lead

    @property
    def date(self) -> datetime.datetime | datetime.date | None:
        """When the article was published: a `datetime` when a time is given (with zone when given), else a `date`."""
        return self.fields.date

    @property
    def date_text(self) -> str | None:
        """The date as it is written."""
        return self.fields.date_text

    @property
    def authors(self) -> list[str]:
        """Names or initials of the byline."""
        return list(self.fields.authors)

    @property
    def agencies(self) -> list[str]:
        """News agencies that signed the text."""
        return list(self.fields.agencies)

    @property
    def credits(self) -> list[str]:
        """Photo credits."""
        return list(self.fields.credits)

    @property
    def place(self) -> str | None:
        """The place that the dateline names."""
        return self.fields.place

    @property
    def tags(self) -> list[str]:
        """Keywords, as the newsroom set them."""
        return list(self.fields.tags)

    @property
    def paywalled(self) -> bool | None:
        """Is part of the text for subscribers only?

        True when the markup says so or a paywall's box stands in the source, False when the markup says that it is free, else None.
        """
        return self.fields.paywalled

    @property
    def spans(self) -> Mapping[str, tuple[Span | None, ...]]:
        """Where the values of each field stand in `source`: `spans["authors"][1]` is the place of the second author.

        An entry is None when the value stands nowhere in the source and only the markup tells it; `date` and `date_text` share theirs.
        """
        return self.fields.spans


def reading_minutes(text: str) -> int:
    """The whole minutes that reading takes an adult, rounded up: 238 words a minute.

    The speed is that of silent reading of English non-fiction in M. Brysbaert, "How many words do we read per minute?", Journal of
    Memory and Language 109 (2019), a mean over 190 studies; the same is taken for other languages.

    >>> reading_minutes("Un mot. " * 200), reading_minutes("")
    (2, 0)
    """
    return math.ceil(len(text.split()) / READING_SPEED)
