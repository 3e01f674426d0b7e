"""The pipeline on one page: read, repair, label, drop, typeset, join.

`clean` and `analyze` are the same pipeline. `read` decodes the source and splits it into blocks; then a `Cleaner`, an ordered tuple of
filters, passes the article from filter to filter. `build_cleaner` makes the cleaner that the options ask for from the filters in `DEFAULT`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Unpack

from newsclean.article import Article, Label
from newsclean.errors import unknown
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
from newsclean.filters.comments import ReaderComments
from newsclean.filters.markdown import Links, Markdown
from newsclean.filters.tables import DropTables
from newsclean.options import Keywords, Options, lists_options
from newsclean.reading import Source, read
from newsclean.vocabulary import Detail

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
    """An ordered tuple of filters, itself a filter.

    Args:
        *steps: Filters, or functions that take and return an `Article`; the filters of `clean()` if omitted.
        name: The name of this cleaner as a step of another one.

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
        """Return the names of the filters, in order."""
        return tuple(step.name for step in self.steps)

    def apply(self, article: Article) -> Article:
        """Return the article after all filters."""
        for step in self.steps:
            article = step.apply(article)
        return article

    def without(self, *names: str) -> Cleaner:
        """Return a cleaner without the filters of these names; raise `NewscleanError` for a name it does not have."""
        for name in names:
            self._at(name)
        return self._with(step for step in self.steps if step.name not in names)

    def before(self, name: str, step: Step | Callable[[Article], Article]) -> Cleaner:
        """Return a cleaner with one more filter before the named one."""
        at = self._at(name)
        return self._with((*self.steps[:at], as_step(step), *self.steps[at:]))

    def after(self, name: str, step: Step | Callable[[Article], Article]) -> Cleaner:
        """Return a cleaner with one more filter after the named one."""
        at = self._at(name) + 1
        return self._with((*self.steps[:at], as_step(step), *self.steps[at:]))

    def replace(self, name: str, step: Step | Callable[[Article], Article]) -> Cleaner:
        """Return a cleaner with another filter in place of the named one."""
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


def build_cleaner(options: Options, detail: Detail = Detail.EVIDENCE) -> Cleaner:
    """Return the cleaner for some options; equal options share one cleaner.

    Args:
        options: The options; those that describe the input have no effect on the filters.
        detail: How much is found out about removed lines. With less than `Detail.EVIDENCE` no metadata is read.

    >>> build_cleaner(Options(comments=True)).names[-4:]
    ('reader_comments', 'typography', 'join_blocks', 'read_metadata')
    """
    return _build_cleaner(options.for_filters(), detail)


@functools.lru_cache(maxsize=64)
def _build_cleaner(options: Options, detail: Detail) -> Cleaner:
    keep = options.keep | {Label.COMMENTS} if options.comments else options.keep
    steps: list[Step] = []
    for step in DEFAULT:
        if isinstance(step, Drop):
            steps.append(step.keeping(keep))
        elif isinstance(step, LabelBlocks):
            labels = LabelBlocks(
                options.packs, options.strictness, profile=options.profile, keep=options.keep, detail=detail
            )
            steps.append(labels)
        elif isinstance(step, Typography):
            steps += [Drop("drop_chosen", options.drop)] if options.drop else []
            steps += [ReaderComments()] if options.comments else []
            steps += [] if options.tables else [DropTables()]
            steps.append(Typography(options.locale))
        else:
            steps.append(step)
    if options.format == "markdown":
        steps += [Links(), Markdown()]
    return Cleaner(*(steps if detail is Detail.EVIDENCE else _text_only(steps)))


def _text_only(steps: Sequence[Step]) -> list[Step]:
    """Return the steps for callers that need only the text: all drops in one step, and no metadata."""
    left = [step for step in steps if step is not read_metadata]
    drops = [step for step in left if isinstance(step, Drop)]
    at = left.index(drops[0])
    dropped = frozenset(label for drop in drops for label in drop.labels)
    return [*left[:at], Drop("drop", dropped), *(step for step in left[at:] if not isinstance(step, Drop))]


@lists_options
def clean(source: Source, **options: Unpack[Keywords]) -> str:
    """Return only the article of a scraped text or page, with correct typography.

    Args:
        source: Plain text or HTML, as `str` or bytes.

    Keyword Args:
        kind: Whether the source is `"text"` or `"html"`. Detected if omitted.
        url: The address of the article. It selects the regional typography, the site packs and the profile.
        charset: The encoding that the HTTP header gives for bytes. Detected if omitted.
        language: The language of the text, such as `"fr"`. Detected if omitted.
        max_size: The maximum size of the source, in bytes for bytes, in characters for `str`; larger sources are rejected.
            Default: 100 million bytes, 20 million characters of HTML.
        max_lines: The maximum number of lines of a text or blocks of a page; longer sources are rejected. Default: 2 million.
        keep: Labels or groups (`"metadata"`, `"furniture"`) that stay, against the default.
        drop: Labels or groups that are removed as well.
        strictness: How certain the model must be that a line is article text: `"careful"` keeps more than `"normal"`,
            `"strict"` removes more.
        packs: Rules of your own: `Pack` objects, or names of installed packs.
        profile: What was learned about the site: a `Profile` or `Profiles`.
        locale: The locale of the typography, such as `"fr-CH"`. Detected if omitted.
        format: `"text"` (default) or `"markdown"`.
        tables: Whether table rows are kept. Default: True.
        comments: Whether reader comments are kept. Default: False.
        links: Whether the links of a page are written; requires `format="markdown"`. Default: False.

    Returns:
        The text of the article; blocks are separated by a blank line, list items by a line break.

    Raises:
        NewscleanError: An option with an invalid value, or a source that exceeds `max_size` or `max_lines`.
        TypeError: A source that is neither `str` nor bytes, an unknown option, or an option of another type.

    >>> clean("Le Valais vote\\n\\nL'Etat a versé 250'000 francs aux communes, a dit le ministre.\\n\\n/ATS\\nPartager\\nLink")
    'Le Valais vote\\n\\nL’Etat a versé 250’000 francs aux communes, a dit le ministre.'
    """
    return clean_with(source, Options.of(**options))


@lists_options
def analyze(source: Source, **options: Unpack[Keywords]) -> Article:
    """Return the article with the reasons for every change; nothing is lost, and `analyze(x).text == clean(x)`.

    Args:
        source: Plain text or HTML, as `str` or bytes.
        **options: The options of `clean`, which also lists the errors.

    >>> article = analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager")
    >>> [(block.source, str(block.label), str(block.evidence[1])) for block in article.removed]
    [('Partager', 'share', 'fr.share.button')]
    """
    return analyze_with(source, Options.of(**options))


def clean_with(source: Source, options: Options) -> str:
    """Return the text of `clean` for options that are checked already."""
    # which kind of furniture a line is matters only to those who keep some of it
    detail = Detail.LABELS if options.keep or options.comments else Detail.KEEP
    return _cleaned(source, options, detail).text


def analyze_with(source: Source, options: Options) -> Article:
    """Return the article of `analyze` for options that are checked already."""
    return _cleaned(source, options, Detail.EVIDENCE)


def _cleaned(source: Source, options: Options, detail: Detail) -> Article:
    cleaner = build_cleaner(options, detail)
    article = read(
        source,
        kind=options.kind,
        url=options.url,
        charset=options.charset,
        language=options.language,
        locale=options.locale,
        max_size=options.max_size,
        max_lines=options.max_lines,
        links=options.links,
        fields=detail is Detail.EVIDENCE,
    )
    return cleaner.apply(article)
