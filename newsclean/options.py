"""The options of `clean()`: their names, types, defaults and help, for Python, the command line and the configuration file.

Everything that takes the options reads them from here:

- `Options` holds the values of one call, converted and checked;
- `Keywords` types the keyword arguments of `clean`, `analyze`, `clean_many` and `analyze_many`, so that editors complete them;
- `INFO` describes each option to the command line and the configuration file.

To add an option, add a field to `Options` and an entry of the same name to `Keywords`, and document it in the docstring of
`newsclean.cleaner.clean`. `tests/test_options.py` fails where one of them is missing.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, Self, TypedDict, TypeVar, Unpack, get_args, get_type_hints

from newsclean.errors import NewscleanError, unknown
from newsclean.option_info import Form, Group, Info
from newsclean.rules.catalog import resolve_packs
from newsclean.rules.pack import Pack
from newsclean.vocabulary import Label, labels_of

Kind = Literal["text", "html"]
Strictness = Literal["careful", "normal", "strict"]
Format = Literal["text", "markdown"]

KINDS: tuple[str, ...] = get_args(Kind)
STRICTNESS: tuple[str, ...] = get_args(Strictness)
FORMATS: tuple[str, ...] = get_args(Format)
F = TypeVar("F", bound=Callable[..., object])


class SiteProfiles(Protocol):
    """What was learned about one site or many: a `Profile` or `Profiles`."""

    def pack(self, url: str | None, /) -> Pack | None:
        """Return the rules for an address, or None if nothing is known about its site."""


def _info(group: Group, form: Form, text: str, **more: Any) -> dict[str, Info]:
    return {"info": Info(group, form, text, **more)}


@dataclass(frozen=True, kw_only=True)
class Options:
    """The values of all options, converted and checked; `newsclean.cleaner.clean` documents each of them.

    Raises:
        NewscleanError: An unknown value, a label in both `keep` and `drop`, or `links` without Markdown.
        TypeError: A value of an unhashable type.

    >>> Options(locale="fr-CH").strictness
    'normal'
    >>> Options(strictness="strickt")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: unknown strictness 'strickt', did you mean 'strict'? Known: careful, normal, strict
    """

    kind: Kind | None = field(
        default=None,
        metadata=_info(Group.INPUT, Form.NAME, "type of the input", choices=KINDS, omitted="detected", metavar="KIND"),
    )
    url: str | None = field(
        default=None,
        metadata=_info(Group.INPUT, Form.NAME, "address of the article; selects region, site rules and profile"),
    )
    charset: str | None = field(
        default=None,
        metadata=_info(Group.INPUT, Form.NAME, "encoding, as given by the HTTP header", omitted="detected"),
    )
    language: str | None = field(
        default=None,
        metadata=_info(Group.INPUT, Form.NAME, 'language of the text, such as "fr"', omitted="detected"),
    )
    max_size: int | None = field(
        default=None,
        metadata=_info(Group.INPUT, Form.NUMBER, "maximum size in bytes; larger inputs are rejected", metavar="N"),
    )
    max_lines: int | None = field(
        default=None,
        metadata=_info(Group.INPUT, Form.NUMBER, "maximum number of lines; longer inputs are rejected", metavar="N"),
    )
    keep: frozenset[Label] = field(
        default=frozenset(),
        metadata=_info(Group.LABELS, Form.NAMES, 'labels to keep, or "metadata", "furniture"', metavar="LABEL,..."),
    )
    drop: frozenset[Label] = field(
        default=frozenset(),
        metadata=_info(Group.LABELS, Form.NAMES, "labels to remove as well", metavar="LABEL,..."),
    )
    strictness: Strictness = field(
        default="normal",
        metadata=_info(
            Group.LABELS, Form.NAME, "certainty required to keep a line", choices=STRICTNESS, metavar="LEVEL"
        ),
    )
    packs: tuple[Pack, ...] = field(
        default=(),
        metadata=_info(
            Group.RULES,
            Form.PACKS,
            "rule pack (TOML file), or name of an installed pack; may be repeated",
            metavar="FILE",
            flag="--pack",
        ),
    )
    profile: SiteProfiles | None = field(
        default=None,
        metadata=_info(Group.RULES, Form.FILE, "site profiles, written by newsclean learn", metavar="FILE"),
    )
    locale: str | None = field(
        default=None,
        metadata=_info(Group.OUTPUT, Form.NAME, 'locale of the typography, such as "fr-CH"', omitted="detected"),
    )
    format: Format = field(
        default="text",
        metadata=_info(Group.OUTPUT, Form.NAME, "output format", choices=FORMATS, metavar="FORMAT"),
    )
    tables: bool = field(default=True, metadata=_info(Group.OUTPUT, Form.SWITCH, "keep table rows"))
    comments: bool = field(default=False, metadata=_info(Group.OUTPUT, Form.SWITCH, "keep reader comments"))
    links: bool = field(
        default=False,
        metadata=_info(Group.OUTPUT, Form.SWITCH, "write the links of a page; requires --format markdown"),
    )

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if value.__hash__ is None:  # cleaners are cached by their options
                raise TypeError(f"{name} cannot be a {type(value).__name__}")
        for name, allowed in (("kind", (None, *KINDS)), ("strictness", STRICTNESS), ("format", FORMATS)):
            if getattr(self, name) not in allowed:
                raise unknown(name, getattr(self, name), INFO[name].choices)
        both = self.keep & self.drop
        if both:
            raise NewscleanError(f"the label {min(both).value!r} is in both keep and drop; take it out of one")
        if self.links and self.format != "markdown":
            raise NewscleanError('links are written in Markdown only; add format="markdown"')

    @classmethod
    def of(cls, **given: Unpack[Keywords]) -> Self:
        """Return the options for keyword arguments: names of labels become labels, names of installed packs become packs.

        Raises:
            NewscleanError: An unknown value, label or pack, or options that exclude each other.
            TypeError: An unknown option, or a value of another type.

        >>> sorted(Options.of(keep={"caption"}).keep)
        [<Label.CAPTION: 'caption'>]
        """
        values: dict[str, Any] = dict(given)
        for name in values:
            if name not in INFO:
                raise TypeError(str(unknown("option", name, INFO)))
        for name in ("keep", "drop"):
            if name in values:
                values[name] = labels_of(values[name])
        if "packs" in values:
            values["packs"] = resolve_packs(values["packs"])
        return cls(**values)

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some values changed."""
        return dataclasses.replace(self, **changes)

    def for_filters(self) -> Self:
        """Return a copy without what describes one input: equal for all inputs that the same filters clean."""
        return self.replace(kind=None, url=None, charset=None, language=None, max_size=None, max_lines=None)


class Keywords(TypedDict, total=False):
    """The keyword arguments that become `Options`; `newsclean.cleaner.clean` documents them."""

    kind: Kind | None
    url: str | None
    charset: str | None
    language: str | None
    max_size: int | None
    max_lines: int | None
    keep: Iterable[str]
    drop: Iterable[str]
    strictness: Strictness
    packs: Iterable[Pack | str]
    profile: SiteProfiles | None
    locale: str | None
    format: Format
    tables: bool
    comments: bool
    links: bool


INFO: Mapping[str, Info] = {item.name: item.metadata["info"] for item in dataclasses.fields(Options)}
DEFAULTS: Mapping[str, Any] = {item.name: item.default for item in dataclasses.fields(Options)}


@functools.lru_cache(maxsize=1)
def _types() -> dict[str, Any]:
    return get_type_hints(Keywords)


def lists_options(function: F) -> F:
    """Decorate a function of `**options`, so that `help()` and interactive shells list every option with its default.

    >>> @lists_options
    ... def tidy(source: str, **options: Unpack[Keywords]) -> str: ...
    >>> inspect.signature(tidy).parameters["strictness"].default
    'normal'
    """
    signature = inspect.signature(function)
    keyword = inspect.Parameter.KEYWORD_ONLY
    options = [
        inspect.Parameter(name, keyword, default=DEFAULTS[name], annotation=kind) for name, kind in _types().items()
    ]
    own = [p for p in signature.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
    function.__signature__ = signature.replace(parameters=[*own, *options])  # type: ignore[attr-defined]
    return function
