"""The site builds without a warning, leaves no page out, and asks the network for nothing."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CONFIG = ROOT / ".mkdocs.yml"
# what a browser fetches by itself; a link that a reader follows is none
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|video)\b[^>]*?\ssrc=["']?(?:https?:)?//|<link\b[^>]*?\bhref=["']?(?:https?:)?//"""
)
FETCHED_BY_STYLE = re.compile(r"@import\s+[\"']?(?:url\()?[\"']?(?:https?:)?//|url\([\"']?(?:https?:)?//")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    if not importlib.util.find_spec("mkdocs") and not os.environ.get("CI"):
        pytest.skip("mkdocs is not installed: pip install -e '.[docs]'")
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(CONFIG), "-d", str(out)]
    told = subprocess.run(
        command, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return out


def test_every_page_is_built_and_in_the_menu(site: Path) -> None:
    menu = CONFIG.read_text("utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert (site / f"{page.stem}.html").exists()
        assert f": {page.name}\n" in menu


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    styles = list(site.rglob("*.css"))
    assert pages
    assert styles
    assert [page.name for page in pages if FETCHED.search(page.read_text("utf-8"))] == []
    assert [style.name for style in styles if FETCHED_BY_STYLE.search(style.read_text("utf-8"))] == []


def test_the_reference_is_made_from_the_docstrings(site: Path) -> None:
    page = (site / "api.html").read_text("utf-8")
    assert "Return only the article of a scraped text or page" in page
    assert ":::" not in page
    assert "<blockquote>" not in page, "an example was taken for a quotation: docs/tools/docstrings.py"


def test_examples_of_docstrings_are_fenced(site: Path) -> None:
    spec = importlib.util.spec_from_file_location("docstrings", ROOT / "docs" / "tools" / "docstrings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    failed, run = doctest.testmod(module)
    assert run
    assert not failed


def test_only_what_readers_need_is_copied(site: Path) -> None:
    assert not (site / "tools").exists()
    assert (site / "pictures" / "flow.svg").exists()
