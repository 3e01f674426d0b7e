"""A headless Chromium for the pages that we write."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


class Seen(NamedTuple):
    """A page, and what happened since it was asked for."""

    page: Any
    requests: list[str]
    errors: list[str]


def _missing(what: str) -> None:
    """Tests in a browser may be passed over at a desk, never in CI."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: tests in a browser cannot run")
    pytest.skip(f"{what} is missing: tests in a browser are passed over")


def expect(locator: Any) -> Any:
    """What Playwright expects of a locator: waits until it is so, also on a busy machine."""
    from playwright.sync_api import expect as expected

    expected.set_options(timeout=60_000)
    return expected(locator)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, for the tests of one file."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        _missing("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright for Python")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Seen]]:
    """Opens a file in a window of its own: `visit(path, width=1280, scheme="light", part="")`."""
    contexts = []

    def opened(path: Path, *, width: int = 1280, height: int = 900, scheme: str = "light", part: str = "") -> Seen:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        seen = Seen(context.new_page(), [], [])
        context.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.errors.append(message.text))
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on("dialog", lambda dialog: (seen.errors.append(dialog.message), dialog.dismiss()))
        seen.page.goto(path.as_uri() + part)
        return seen

    yield opened
    for context in contexts:
        context.close()
