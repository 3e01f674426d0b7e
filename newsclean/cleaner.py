"""The flow on one page: decode, split, repair, label, drop, set, join."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from newsclean.article import Article, Label, labels_of
from newsclean.errors import NewscleanError, unknown
from newsclean.filters import (
    Drop,
    Filter,
    LabelBlocks,
    Typography,
    drop_ads,
    drop_footer,
    drop_metadata,
    drop_newsletter,
    drop_related,
    drop_share,
    fix_encoding,
    join_blocks,
    label_blocks,
    mend_lines,
    read_metadata,
)
from newsclean.filters.base import Step, as_step
from newsclean.filters.labels import Learned
from newsclean.filters.markdown import FORMATS, Links, Markdown
from newsclean.filters.page_options import DropTables, ReaderComments
from newsclean.reading import Source, read
from newsclean.rules.catalog import packs_of
from newsclean.rules.rule import Pack

READING = (
    "kind",
    "url",
    "charset",
    "language",
    "locale",
    "max_size",
    "max_lines",
    "links",
)  # options that say how a source is read
DEFAULT: tuple[Step, ...] = (
    fix_encoding,
    mend_lines,
    label_blocks,
    drop_ads,
    drop_share,
    drop_newsletter,
    drop_related,
    drop_footer,
    drop_metadata,
    Typography(),
    join_blocks,
    read_metadata,
)


@dataclass(frozen=True, init=False)
class Cleaner(Filter):
    """An ordered tuple of filters, itself a filter; without arguments, the filters of `clean()`.

    >>> from newsclean import filters
    >>> swiss = Cleaner(filters.fix_encoding, filters.drop_share, filters.typography("fr-CH"))
    >>> swiss("Il n'a rien dit au conseil de la ville lundi soir.\\nPartager")
    'Il n’a rien dit au conseil de la ville lundi soir.'
    >>> swiss.without("drop_share").names
    ('fix_encoding', 'typography')
    """

    steps: tuple[Step, ...]
    name: str

    def __init__(self, *steps: Step | Callable[[Article], Article], name: str = "cleaner") -> None:
        object.__setattr__(self, "steps", tuple(map(as_step, steps)) or DEFAULT)
        object.__setattr__(self, "name", name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the filters, in order."""
        return tuple(step.name for step in self.steps)

    def apply(self, article: Article) -> Article:
        """The article after all filters."""
        for step in self.steps:
            article = step.apply(article)
        return article

    def without(self, *names: str) -> Cleaner:
        """The cleaner without the filters of these names; raises `NewscleanError` for a name it does not have."""
        for name in names:
            self._at(name)
        return self._with(step for step in self.steps if step.name not in names)

    def before(self, name: str, step: Step | Callable[[Article], Article]) -> Cleaner:
        """The cleaner with one more filter in front of the named one."""
        at = self._at(name)
        return self._with((*self.steps[:at], as_step(step), *self.steps[at:]))

    def after(self, name: str, step: Step | Callable[[Article], Article]) -> Cleaner:
        """The cleaner with one more filter behind the named one."""
        at = self._at(name) + 1
        return self._with((*self.steps[:at], as_step(step), *self.steps[at:]))

    def replace(self, name: str, step: Step | Callable[[Article], Article]) -> Cleaner:
        """The cleaner with another filter in the place of the named one."""
        at = self._at(name)
        return self._with((*self.steps[:at], as_step(step), *self.steps[at + 1 :]))

    def _with(self, steps: Iterable[Step]) -> Cleaner:
        new = Cleaner(name=self.name)
        object.__setattr__(new, "steps", tuple(steps))
        return new

    def _at(self, name: str) -> int:
        if name not in self.names:
            raise unknown("filter", name, self.names)
        return self.names.index(name)


@functools.lru_cache(maxsize=64)
def cleaner_for(
    locale: str | None = None,
    keep: frozenset[Label] = frozenset(),
    drop: frozenset[Label] = frozenset(),
    packs: tuple[Pack, ...] = (),
    *,
    strictness: str = "normal",
    profile: Learned | None = None,
    format: str = "text",  # noqa: A002 - what every tool calls it
    tables: bool = True,
    comments: bool = False,
    telling: str = "reasons",
) -> Cleaner:
    """The cleaner that the options of `clean()` ask for; `telling` is that of `LabelBlocks`.

    Raises `NewscleanError` for an unknown label, locale, strictness, format, or a label in both sets.

    >>> cleaner_for(keep=labels_of({"caption"})).names[0]
    'fix_encoding'
    """
    if format not in FORMATS:
        raise unknown("format", format, FORMATS)
    if keep & drop:
        raise NewscleanError(f"the label {min(keep & drop).value!r} is in both keep and drop; take it out of one")
    steps: list[Step] = []
    spared = keep | {Label.COMMENTS} if comments else keep
    for step in DEFAULT:
        if isinstance(step, Drop):
            steps.append(step.keeping(spared))
        elif isinstance(step, LabelBlocks):
            steps.append(LabelBlocks(packs, strictness, profile=profile, spared=keep, telling=telling))
        elif isinstance(step, Typography):
            steps += [Drop("drop_chosen", drop)] if drop else []
            steps += [ReaderComments()] if comments else []
            steps += [] if tables else [DropTables()]
            steps.append(Typography(locale))
        else:
            steps.append(step)
    if format == "markdown":
        steps += [Links(), Markdown()]
    return Cleaner(*(steps if telling == "reasons" else _quick(steps)))


def _quick(steps: Sequence[Step]) -> list[Step]:
    """The steps for those who ask only for the text: drops in one, and no metadata."""
    left = [step for step in steps if step is not read_metadata]
    drops = [step for step in left if isinstance(step, Drop)]
    at = left.index(drops[0])
    dropped = frozenset(label for drop in drops for label in drop.labels)
    return [*left[:at], Drop("drop", dropped), *(step for step in left[at:] if not isinstance(step, Drop))]


def clean(
    source: Source,
    *,
    kind: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    language: str | None = None,
    locale: str | None = None,
    keep: Iterable[str] = (),
    drop: Iterable[str] = (),
    packs: Iterable[Pack | str] = (),
    strictness: str = "normal",
    profile: Learned | None = None,
    format: str = "text",  # noqa: A002 - what every tool calls it
    tables: bool = True,
    comments: bool = False,
    links: bool = False,
    max_size: int | None = None,
    max_lines: int | None = None,
) -> str:
    """The article that a scraped text, page or bytes hold, and only the article, well set.

    Arguments: `source` is plain text or HTML (told apart, or by `kind` "text" or "html"), as str or bytes; `url` and `charset` are
    what the scraper knows of it; `language` ("fr") and `locale` ("fr-CH") are found when not given; `keep` and `drop` are sets of
    labels or groups ("metadata", "furniture") that stay or go against the default; `packs` are rules of your own, or names of installed
    packs; `strictness` is "careful", "normal" or "strict": how sure it must be that a line is article text; `profile` is what was
    learned of the site; `format` is "text" or "markdown"; `tables` False drops the rows of tables, `comments` True keeps the comments of readers,
    `links` True writes the links of a page in Markdown; `max_size`
    is the most that is read, in bytes of bytes and characters of a str (None: 100 million bytes, 20 million characters of a page), `max_lines` the most
    lines of a text, and blocks of a page (None: 2 million).
    Raises `TypeError` for other sources than str and bytes, and options of another type, `NewscleanError` for options of another value
    and larger sources.

    >>> clean("Le Valais vote\\n\\nL'Etat a versé 250'000 francs aux communes, a dit le ministre.\\n\\n/ATS\\nPartager\\nLink")
    'Le Valais vote\\n\\nL’Etat a versé 250’000 francs aux communes, a dit le ministre.'
    """
    # which furniture a line is matters only to those who keep some of it
    cleaner, article = _begun(**locals(), telling="labels" if keep or comments else "fate")
    return cleaner.apply(article).text


def analyze(
    source: Source,
    *,
    kind: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    language: str | None = None,
    locale: str | None = None,
    keep: Iterable[str] = (),
    drop: Iterable[str] = (),
    packs: Iterable[Pack | str] = (),
    strictness: str = "normal",
    profile: Learned | None = None,
    format: str = "text",  # noqa: A002 - what every tool calls it
    tables: bool = True,
    comments: bool = False,
    links: bool = False,
    max_size: int | None = None,
    max_lines: int | None = None,
) -> Article:
    """The same as `clean`, with the reason for every change, and nothing lost: `analyze(x).text == clean(x)`.

    >>> article = analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager")
    >>> [(block.source, str(block.label), str(block.evidence[1])) for block in article.removed]
    [('Partager', 'share', 'fr.share.button')]
    """
    cleaner, article = _begun(**locals())
    return cleaner.apply(article)


def _begun(
    source: Source,
    *,
    keep: Iterable[str],
    drop: Iterable[str],
    packs: Iterable[Pack | str],
    **options: Any,
) -> tuple[Cleaner, Article]:
    """The cleaner and the article to be cleaned, from the options of `clean` and `analyze`."""
    for name, value in options.items():
        if value.__hash__ is None:  # it could not be looked up
            raise TypeError(f"{name} cannot be a {type(value).__name__}")
    reading = {name: options.pop(name) for name in READING}
    if reading["links"] and options["format"] != "markdown":
        raise NewscleanError('links are written in Markdown only; add format="markdown"')
    cleaner = cleaner_for(reading["locale"], labels_of(keep), labels_of(drop), packs_of(packs), **options)
    return cleaner, read(source, **reading, fields=options.get("telling") is None)
