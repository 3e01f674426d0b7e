"""The neighbouring tools, as they are meant to be called; those that are not installed are not there.

Four kinds of work, each a function by the name of the tool: `pages` (HTML to article), `texts` (scraped text to article), `marks` (a paragraph and its
locale to one that is well set), `repairs` (damaged text to text).
"""

from __future__ import annotations

import functools
import html
import importlib.util
import io
import logging
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import version
from typing import Any

from newsclean import clean, filters

LANGUAGES = {"fr": "French", "de": "German", "en": "English"}
POLYTYPO = {"fr-CH": "fr", "fr-FR": "fr"}
BODY = {"title", "kicker"}  # tools differ in whether the headline is text: nobody's counts


def pages() -> dict[str, Callable[[str, str], str]]:
    """HTML and language to article text."""
    return _installed(
        {
            "newsclean": ("newsclean", lambda page, _: clean(page, kind="html", drop=BODY)),
            "trafilatura": ("trafilatura", _trafilatura),
            "newspaper4k": ("newspaper", _newspaper),
            "readability-lxml": ("readability", _readability),
            "goose3": ("goose3", _goose),
            "boilerpy3": ("boilerpy3", lambda page, _: _boilerpy().get_content(page)),
            "jusText": ("justext", _justext),
            "inscriptis": ("inscriptis", lambda page, _: _module("inscriptis").get_text(page)),
        }
    )


def texts() -> dict[str, Callable[[str, str], str]]:
    """Scraped text and language to article text. Tools made for pages get each line as a paragraph."""
    return _installed(
        {
            "newsclean": ("newsclean", lambda text, _: clean(text, kind="text", drop=BODY)),
            "lines of ten words or more": (
                "newsclean",
                lambda text, _: _lines(text, lambda line: len(line.split()) >= 10),
            ),
            "lines that end a sentence": (
                "newsclean",
                lambda text, _: _lines(text, lambda line: line[-1] in ".!?\"'»”"),
            ),
            "jusText": ("justext", lambda text, language: _justext(_page(text), language)),
            "boilerpy3": ("boilerpy3", lambda text, _: _boilerpy().get_content(_page(text))),
            "trafilatura": ("trafilatura", lambda text, language: _trafilatura(_page(text), language)),
            "clean-text": ("cleantext", lambda text, _: _clean_text(text)),
        }
    )


def marks() -> dict[str, Callable[[str, str], str]]:
    """A paragraph and its locale to the paragraph well set."""
    return _installed(
        {
            "newsclean": ("newsclean", lambda text, locale: filters.typography(locale)(text)),
            "polytypo": ("polytypo", _polytypo),
            "typographeur": ("typographeur", lambda text, _: html.unescape(_module("typographeur").typographeur(text))),
            "smartypants": ("smartypants", lambda text, _: html.unescape(_module("smartypants").smartypants(text))),
        }
    )


def repairs() -> dict[str, Callable[[str], str]]:
    """A damaged text to the text."""
    return _installed(
        {
            "newsclean": ("newsclean", filters.fix_encoding),
            "ftfy": ("ftfy", lambda text: _module("ftfy").fix_text(text)),
            "ftfy, quotes left": ("ftfy", lambda text: _module("ftfy").fix_text(text, uncurl_quotes=False)),
            "clean-text": ("cleantext", _clean_text),
        }
    )


def versions() -> dict[str, str]:
    """The versions of all that is compared."""
    names = {
        "trafilatura": "trafilatura",
        "newspaper": "newspaper4k",
        "readability": "readability-lxml",
        "goose3": "goose3",
        "boilerpy3": "boilerpy3",
        "justext": "jusText",
        "inscriptis": "inscriptis",
        "cleantext": "clean-text",
        "ftfy": "ftfy",
        "polytypo": "polytypo",
        "typographeur": "typographeur",
        "smartypants": "smartypants",
    }
    found = {name: version(name) for module, name in names.items() if importlib.util.find_spec(module)}
    return {"newsclean": version("newsclean"), **found}


def _installed(tools: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    return {name: tool for name, (module, tool) in tools.items() if importlib.util.find_spec(module)}


@functools.cache
def _module(name: str) -> Any:
    logging.disable(logging.CRITICAL)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return importlib.import_module(name)


def _page(text: str) -> str:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><body>{paragraphs}</body></html>"


def _lines(text: str, stays: Callable[[str], bool]) -> str:
    return "\n".join(line for line in map(str.strip, text.splitlines()) if line and stays(line))


def _trafilatura(page: str, _: str) -> str:
    return _module("trafilatura").extract(page, include_comments=False) or ""


def _newspaper(page: str, language: str) -> str:
    article = _module("newspaper").Article("http://example.org/", language=language)
    article.download(input_html=page)
    article.parse()
    return str(article.text)


def _readability(page: str, _: str) -> str:
    summary = _module("readability").Document(page).summary(html_partial=True)
    return str(_module("inscriptis").get_text(summary))


def _goose(page: str, _: str) -> str:
    goose = _module("goose3").Goose({"enable_image_fetching": False, "strict": False})
    return str(goose.extract(raw_html=page).cleaned_text)


@functools.cache
def _boilerpy() -> Any:
    return _module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False)


def _justext(page: str, language: str) -> str:
    justext = _module("justext")
    found = justext.justext(page.encode(), justext.get_stoplist(LANGUAGES[language]), encoding="utf-8")
    return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


def _clean_text(text: str) -> str:
    off = {"lower": False, "to_ascii": False, "normalize_whitespace": False, "no_line_breaks": False}
    return str(_module("cleantext").clean(text, fix_unicode=True, **off))


def _polytypo(text: str, locale: str) -> str:
    return str(_module("polytypo").transform(text, locale=POLYTYPO.get(locale, locale)))
