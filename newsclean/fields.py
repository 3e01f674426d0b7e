"""The metadata of an article: its values, and the span of each in the source."""

from __future__ import annotations

import dataclasses
import datetime
import math
from collections.abc import Mapping

Span = tuple[int, int]
READING_SPEED = 238  # words per minute: `reading_minutes` names the source


@dataclasses.dataclass(frozen=True, slots=True)
class Fields:
    """The metadata of an article, read from its blocks and, in HTML mode, from the markup.

    Attributes:
        title: The headline.
        kicker: The line above the headline.
        lead: The paragraph below the headline.
        date: When the article was published: a `datetime` if a time is given (with its zone, if given), else a `date`.
        date_text: The date as it is written.
        authors: The names or initials of the byline.
        agencies: The news agencies that signed the text.
        credits: The photo credits.
        place: The place that the dateline names.
        tags: The keywords that the newsroom set.
        paywalled: Whether part of the text is for subscribers only; None if unknown.
        spans: For each field that was found, one entry per value: its span in the source, or None if only the markup has it.

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


class FieldAccessors:
    """The fields as attributes of the article, lists in place of tuples.

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
        """The paragraph below the headline."""
        return self.fields.lead

    @property
    def date(self) -> datetime.datetime | datetime.date | None:
        """When the article was published: a `datetime` if a time is given (with its zone, if given), else a `date`."""
        return self.fields.date

    @property
    def date_text(self) -> str | None:
        """The date as it is written."""
        return self.fields.date_text

    @property
    def authors(self) -> list[str]:
        """The names or initials of the byline."""
        return list(self.fields.authors)

    @property
    def agencies(self) -> list[str]:
        """The news agencies that signed the text."""
        return list(self.fields.agencies)

    @property
    def credits(self) -> list[str]:
        """The photo credits."""
        return list(self.fields.credits)

    @property
    def place(self) -> str | None:
        """The place that the dateline names."""
        return self.fields.place

    @property
    def tags(self) -> list[str]:
        """The keywords that the newsroom set."""
        return list(self.fields.tags)

    @property
    def paywalled(self) -> bool | None:
        """Whether part of the text is for subscribers only.

        True if the markup says so or the source has the box of a paywall, False if the markup says that the article is free, else None.
        """
        return self.fields.paywalled

    @property
    def spans(self) -> Mapping[str, tuple[Span | None, ...]]:
        """The spans of the values of each field in `source`: `spans["authors"][1]` is that of the second author.

        An entry is None if only the markup has the value. `date` and `date_text` have the same span.
        """
        return self.fields.spans


def reading_minutes(text: str) -> int:
    """Return the whole minutes that an adult takes to read a text, rounded up, at 238 words a minute.

    The speed is the mean of 190 studies of silent reading of English non-fiction: M. Brysbaert, "How many words do we read per
    minute?", Journal of Memory and Language 109 (2019). It is used for all languages.

    >>> reading_minutes("Un mot. " * 200), reading_minutes("")
    (2, 0)
    """
    return math.ceil(len(text.split()) / READING_SPEED)
