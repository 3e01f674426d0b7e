"""The `NEWSCLEAN_` settings of a Scrapy project, read once and checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings

from newsclean.cleaner import Cleaner, build_cleaner
from newsclean.errors import NewscleanError, unknown
from newsclean.options import DEFAULTS, Options
from newsclean.profiles import Profiles
from newsclean.reading import read
from newsclean.rules.pack import Pack

PREFIX = "NEWSCLEAN_"
MAX_SIZE = 10_000_000  # characters or bytes: a page of this size blocks the only thread of the crawl for half a minute
FIELDS = ("title", "kicker", "lead", "date", "authors", "agencies", "credits", "place", "tags", "language", "locale")
NAMES = (
    "ENABLED",
    "FIELD",
    "HTML_FIELD",
    "URL_FIELD",
    "LOCALE",
    "KEEP",
    "DROP",
    "STRICTNESS",
    "FORMAT",
    "PACKS",
    "PROFILES",
    "MAX_SIZE",
    "REPORT_FIELD",
    "METADATA_FIELDS",
    "DROP_ON_ERROR",
)


@dataclass(frozen=True)
class CrawlOptions:
    """The options of a project: the fields of its items, and the cleaner of their texts.

    Attributes:
        field: The field of the text, which is replaced by the clean text.
        html_field: The field of the page, if items have one.
        url_field: The field of the address.
        report_field: The field for the report, if one is wanted.
        metadata: The fields of items for the metadata, by the name of the metadata.
        drop_on_error: Whether items that cannot be cleaned are dropped.
        max_size: The maximum size of a source, as for `clean`.
        locale: The locale of the typography.
        cleaner: The cleaner that the other settings ask for.

    >>> from scrapy.settings import Settings
    >>> CrawlOptions.read(Settings({"NEWSCLEAN_DROP": "title"})).cleaner("Le titre\\n\\nLe conseil a voté le budget lundi soir.")
    'Le conseil a voté le budget lundi soir.'
    """

    field: str
    html_field: str | None
    url_field: str
    report_field: str | None
    metadata: Mapping[str, str]
    drop_on_error: bool
    max_size: int
    locale: str | None
    cleaner: Cleaner

    @classmethod
    def read(cls, settings: BaseSettings) -> CrawlOptions:
        """Return the options in the settings of a project or spider.

        Raises:
            NewscleanError: An unknown or malformed `NEWSCLEAN_` setting, an unknown label or locale, or a file that cannot be read.
        """
        known = [PREFIX + name for name in NAMES]
        for name in sorted(filter(_is_own, settings)):
            if name not in known:
                raise unknown("setting", name, known)
        report, metadata = _name(settings, "REPORT_FIELD"), _metadata(settings.get(PREFIX + "METADATA_FIELDS"))
        cleaner = _cleaner(settings)
        return cls(
            field=_name(settings, "FIELD") or "text",
            html_field=_name(settings, "HTML_FIELD"),
            url_field=_name(settings, "URL_FIELD") or "url",
            report_field=report,
            metadata=metadata,
            drop_on_error=_checked(settings.getbool, "DROP_ON_ERROR", default=False),
            max_size=_checked(settings.getint, "MAX_SIZE", default=MAX_SIZE),
            locale=_name(settings, "LOCALE"),
            cleaner=cleaner if report or metadata else cleaner.without("read_metadata"),
        )


def _is_own(name: object) -> bool:
    return isinstance(name, str) and name.startswith(PREFIX)


def _cleaner(settings: BaseSettings) -> Cleaner:
    path = settings.get(PREFIX + "PROFILES")
    options: dict[str, Any] = {
        "locale": _name(settings, "LOCALE"),
        "keep": _names(settings, "KEEP"),
        "drop": _names(settings, "DROP"),
        "packs": [Pack.load(name) if name.endswith(".toml") else name for name in _names(settings, "PACKS")],
        "strictness": _name(settings, "STRICTNESS") or DEFAULTS["strictness"],
        "profile": _profiles(Path(path)) if path else None,
        "format": _name(settings, "FORMAT") or DEFAULTS["format"],
    }
    cleaner = build_cleaner(Options.of(**options))
    cleaner.apply(read("", locale=options["locale"]))  # reports an unknown locale before the first page
    return cleaner


def _profiles(path: Path) -> Profiles:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NewscleanError(
            f"{PREFIX}PROFILES: {path} cannot be read ({error}); give the path of a UTF-8 file"
        ) from error
    return Profiles.parse(text, str(path))


def _checked(get: Any, name: str, *, default: Any) -> Any:
    try:
        return get(PREFIX + name, default)
    except (TypeError, ValueError) as error:
        raise NewscleanError(
            f"the setting {PREFIX}{name} is malformed ({error}); leave it out for {default!r}"
        ) from error


def _name(settings: BaseSettings, name: str) -> str | None:
    value = settings.get(PREFIX + name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise NewscleanError(f"the setting {PREFIX}{name} must be one name, not {value!r}")
    return value


def _names(settings: BaseSettings, name: str) -> tuple[str, ...]:
    value = settings.get(PREFIX + name)
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",")]
    if value is not None and (isinstance(value, Mapping) or not isinstance(value, Iterable)):
        raise NewscleanError(f"the setting {PREFIX}{name} must be a list, or names separated by commas, not {value!r}")
    return tuple(dict.fromkeys(str(part) for part in value or () if part))


def _metadata(value: Any) -> dict[str, str]:
    """Return the fields of the item by the name of the metadata, from a mapping or a list of names that are the same in both."""
    if isinstance(value, str):
        value = _parsed(value)
    fields = dict(value) if isinstance(value, Mapping) else {name: name for name in value or ()}
    for name in fields:
        if name not in FIELDS:
            raise unknown(f"name in {PREFIX}METADATA_FIELDS", name, FIELDS)
    return fields


def _parsed(value: str) -> Any:
    if not value.startswith("{"):
        return [part.strip() for part in value.split(",") if part.strip()]
    try:
        return json.loads(value)
    except ValueError as error:
        raise NewscleanError(
            f"{PREFIX}METADATA_FIELDS is not valid JSON ({error}); write names separated by commas"
        ) from error
