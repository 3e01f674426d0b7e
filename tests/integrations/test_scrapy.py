"""The Scrapy pipeline on items of every kind, on bad input, and its watch over the furniture of sites."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path
from typing import Any

import attrs
import pytest
import scrapy
from scrapy.exceptions import DropItem
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings

from newsclean import NewscleanError
from newsclean.integrations.scrapy import Addon, Pipeline
from newsclean.integrations.scrapy.furniture_monitor import RECENT
from newsclean.integrations.scrapy.options import CrawlOptions
from newsclean.profiles import Profile
from tests.integrations.site import page, paragraphs

SCRAPED = "L'eau est revenue lundi soir à Cressens, après trois jours de coupure.\n\nPartager"
CLEAN = "L’eau est revenue lundi soir à Cressens, après trois jours de coupure."


class Stats:
    def __init__(self) -> None:
        self.values: dict[str, int] = {}

    def inc_value(self, key: str, count: int = 1) -> None:
        self.values[key] = self.values.get(key, 0) + count


def pipeline(**settings: Any) -> tuple[Pipeline, dict[str, int]]:
    stats = Stats()
    named = {f"NEWSCLEAN_{name.upper()}": value for name, value in settings.items()}
    return Pipeline(CrawlOptions.read(Settings(named)), stats), stats.values  # type: ignore[arg-type]


class News(scrapy.Item):
    url = scrapy.Field()
    text = scrapy.Field()


@dataclasses.dataclass
class Record:
    text: Any = None
    url: str | None = None


@attrs.define
class Entry:
    text: Any = None


@pytest.mark.parametrize("kind", [dict, News, Record, Entry])
def test_items_of_every_kind(kind: Any) -> None:
    ours, stats = pipeline()
    item = kind(text=SCRAPED)
    assert ours.process_item(item) is item
    assert (item["text"] if isinstance(item, (dict, News)) else item.text) == CLEAN
    assert stats == {"newsclean/cleaned": 1, "newsclean/removed/share": 1}


def test_pydantic_items() -> None:
    pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed: its items are not tried")
    model = pydantic.create_model("Model", text=(str, ...))
    assert pipeline()[0].process_item(model(text=SCRAPED)).text == CLEAN


def test_fields_of_other_names() -> None:
    ours, _ = pipeline(
        field="body", html_field="page", url_field="link", keep="share", metadata_fields={"title": "headline"}
    )
    item = ours.process_item({"link": "https://a.example", "page": page(3), "body": "", "headline": "Le mien"})
    assert "Partager" in item["body"]
    assert item["headline"] == "Le mien"  # what the spider found is not overwritten


def test_the_text_where_there_is_no_page() -> None:
    ours, _ = pipeline(html_field="page")
    assert ours.process_item({"page": None, "text": SCRAPED})["text"] == CLEAN


def test_lists_stay_lists() -> None:
    ours, _ = pipeline()
    texts = [*paragraphs(1), "Partager", None, ""]
    kept = ours.process_item({"text": texts})["text"]
    assert len(kept) == 6
    assert all("'" not in text for text in kept)
    assert ours.process_item({"text": [SCRAPED]})["text"] == [CLEAN]


def test_list_of_one_page() -> None:
    ours, _ = pipeline(html_field="page")
    assert isinstance(ours.process_item({"page": [page(1)]})["text"], str)


@pytest.mark.parametrize("item", [{}, {"text": None}, {"text": ""}, {"text": []}, {"text": b""}, 7])
def test_nothing_to_clean(item: Any) -> None:
    ours, stats = pipeline()
    assert ours.process_item(item) is item
    assert stats == {"newsclean/skipped": 1}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (7, "int is not text"),
        ({"a": 1}, "dict is not text"),
        (["Un texte.", 7], "the list holds int"),
        (b"%PDF-1.7 \x00\x01", "the content is a PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "the content is an image"),
        (Response("https://a.example/b", body=b"\x00", headers={"Content-Type": "font/woff"}), "not text (font/woff)"),
        ("<p>" + "a" * 20_000_000, "more than max_size"),
        (b"<p>" + b"a" * 20_000_000, "more than max_size"),
    ],
    ids=["number", "mapping", "mixed list", "pdf", "jpeg", "font", "20 MB", "20 MB of bytes"],
)
def test_bad_input(caplog: pytest.LogCaptureFixture, value: Any, message: str) -> None:
    ours, stats = pipeline()
    item = {"url": "https://a.example/b", "text": value}
    with caplog.at_level(logging.WARNING):
        assert ours.process_item(item)["text"] is value
    assert stats == {"newsclean/failed": 1}
    assert message in caplog.text
    assert "https://a.example/b left unchanged" in caplog.text
    assert "Traceback" not in caplog.text


def test_dropped_only_when_asked() -> None:
    ours, _ = pipeline(drop_on_error=True)
    with pytest.raises(DropItem, match="not text"):
        ours.process_item({"text": 7})


def test_fault_of_ours_loses_no_item(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("newsclean.integrations.scrapy.pipeline.read", broken)
    ours, stats = pipeline()
    with caplog.at_level(logging.WARNING):
        assert ours.process_item({"text": SCRAPED}) == {"text": SCRAPED}
    assert stats == {"newsclean/failed": 1}
    assert "Traceback" in caplog.text


def test_class_without_the_field_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    ours, stats = pipeline(report_field="report", metadata_fields="language")
    with caplog.at_level(logging.WARNING):
        items = [ours.process_item(News(text=SCRAPED)) for _ in range(3)]
    assert [item["text"] for item in items] == [CLEAN] * 3
    assert caplog.text.count("items of the class News have no field 'report'") == 1
    assert caplog.text.count("no field 'language'") == 1
    assert stats["newsclean/cleaned"] == 3


def test_page_without_a_place_for_its_text(caplog: pytest.LogCaptureFixture) -> None:
    ours, stats = pipeline(html_field="url")
    with caplog.at_level(logging.WARNING):
        ours.process_item(attrs.make_class("Bare", ["url"])(url=page(1)))
    assert "have no field 'text'; declare it there" in caplog.text
    assert stats == {"newsclean/failed": 1}


def test_frozen_items_pass(caplog: pytest.LogCaptureFixture) -> None:
    frozen = dataclasses.make_dataclass("Frozen", ["text"], frozen=True)(SCRAPED)
    assert pipeline()[0].process_item(frozen).text == SCRAPED


def test_response_tells_charset_and_url() -> None:
    body = page(2).replace('<meta charset="utf-8">', "").encode("cp1252")
    headers = {"Content-Type": "text/html; charset=windows-1252"}
    ours, _ = pipeline(html_field="page", report_field="report")
    item = ours.process_item({"page": HtmlResponse("https://www.gazette.example/2", headers=headers, body=body)})
    assert "débattu" in item["text"]
    assert item["report"]["url"] == "https://www.gazette.example/2"
    assert item["report"]["encoding"] == "cp1252"


def test_report() -> None:
    ours, _ = pipeline(report_field="report")
    report = ours.process_item({"text": SCRAPED})["report"]
    assert "blocks" not in report
    assert [(row["label"], row["text"]) for row in report["removed"]] == [("share", "Partager")]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"locale": "xx!!"}, "xx!!"),
        ({"local": "fr"}, "unknown setting 'NEWSCLEAN_LOCAL', did you mean 'NEWSCLEAN_LOCALE'?"),
        ({"keep": "adds"}, "unknown label 'adds', did you mean 'ad'?"),
        ({"keep": 7}, "NEWSCLEAN_KEEP must be a list"),
        ({"keep": "ad", "drop": "ad"}, "both keep and drop"),
        ({"field": 7}, "NEWSCLEAN_FIELD must be one name"),
        ({"format": "markdwon"}, "did you mean 'markdown'?"),
        ({"max_size": "many"}, "NEWSCLEAN_MAX_SIZE is malformed"),
        ({"drop_on_error": "perhaps"}, "NEWSCLEAN_DROP_ON_ERROR is malformed"),
        ({"metadata_fields": ["titel"]}, "did you mean 'title'?"),
        ({"metadata_fields": "{title"}, "NEWSCLEAN_METADATA_FIELDS"),
        ({"packs": "missing.toml"}, "missing.toml"),
        ({"packs": "missing"}, "no installed pack is called 'missing'"),
        ({"strictness": "strikt"}, "did you mean 'strict'?"),
        ({"profiles": "missing.toml"}, "missing.toml"),
    ],
)
def test_bad_settings(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(NewscleanError) as raised:
        pipeline(**settings)
    assert message in str(raised.value)
    with pytest.raises(NewscleanError):
        Addon().update_settings(Settings({f"NEWSCLEAN_{name.upper()}": value for name, value in settings.items()}))


def test_profiles(tmp_path: Path) -> None:
    texts = ["\n".join([*paragraphs(number), "Le coin des abonnés de la rive"]) for number in range(8)]
    path = tmp_path / "profiles.toml"
    path.write_text(Profile.learn(texts, site="gazette.example").dumps(), "utf-8")
    item = {"url": "https://www.gazette.example/1", "text": texts[1]}
    assert "Le coin" in pipeline()[0].process_item(dict(item))["text"]
    assert "Le coin" not in pipeline(profiles=str(path))[0].process_item(dict(item))["text"]


def test_pipelines_as_json_text() -> None:
    settings = Settings({"ITEM_PIPELINES": '{"newsclean.integrations.scrapy.Pipeline": 100}'})
    Addon().update_settings(settings)
    assert settings.getdict("ITEM_PIPELINES") == {"newsclean.integrations.scrapy.Pipeline": 100}


def old(number: int) -> dict[str, str]:
    return {"url": f"https://www.gazette.example/{number}", "page": page(number)}


def test_change_of_a_site_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    ours, stats = pipeline(html_field="page")
    with caplog.at_level(logging.WARNING):
        for number in range(2 * RECENT + 5):
            ours.process_item(old(number))
        assert caplog.text == ""
        for number in range(2 * RECENT):
            text = "\n\n".join(paragraphs(number))
            ours.process_item({"url": f"https://gazette.example/{number}", "text": text})
    assert stats["newsclean/furniture_changed"] == 1
    assert caplog.text.count("the pages of gazette.example have changed: items carry") == 1
