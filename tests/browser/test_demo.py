"""`newsclean demo` in a real browser and against hostile requests."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from newsclean import clean
from newsclean.demo import MAX_SIZE, choices
from tests.browser.test_report import CONTRAST
from tests.conftest import ROOT

CASE = tomllib.loads((ROOT / "tests/cases/seedlike.toml").read_text("utf-8"))["case"][0]
SEED = CASE["input"].strip("\n")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "newsclean", "demo", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            assert server.stdout
            yield re.findall(r"http://[\d.:]+", server.stdout.readline())[0]
        finally:
            server.terminate()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened, faults = context.new_page(), []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on(
        "request", lambda request: None if request.url.startswith(("data:", address)) else faults.append(request.url)
    )
    opened.goto(address)
    opened.wait_for_selector(".examples button")
    yield opened
    context.close()
    assert faults == []


def result(page: Any, until: str) -> str:
    """The clean text, once it answers."""
    page.wait_for_function("until => document.getElementById('clean').textContent.includes(until)", arg=until)
    return str(page.evaluate("document.getElementById('clean').textContent"))


def test_paste_switch_copy(page: Any) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", SEED)
    page.focus("#source")
    page.keyboard.press("Control+V")
    page.select_option("#locale", CASE["locale"])
    expected = CASE["expected"].strip("\n")
    assert result(page, "«Il n’y a pas") == expected
    assert "4 lines removed" in page.text_content("#status")
    assert page.locator("#fragment .gone").count() == 4

    page.click("#labels summary")
    page.check("input[name=stay][value=caption]")
    assert "Gessens" in result(page, "Gessens")
    assert page.text_content("#chosen") == "1 label changed"

    page.click("#copy")
    page.wait_for_function("() => document.getElementById('copy').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == clean(SEED, locale=CASE["locale"], keep={"caption"})

    page.click("#reset")
    page.wait_for_function("() => !document.getElementById('clean').textContent.includes('Gessens')")


def test_examples_and_clear(page: Any) -> None:
    for number, example in enumerate(choices()["examples"]):
        page.locator(".examples button").nth(number).click()
        text = clean(example["text"], url=example.get("url"))
        assert result(page, text[-40:]) == text
    page.click("#clear")
    page.wait_for_function("() => document.getElementById('clean').textContent === ''")
    assert page.locator("#report").is_hidden()
    assert page.locator("#copy").is_disabled()


def test_markup_is_shown_never_run(page: Any) -> None:
    hostile = (
        "La commune a voté le budget lundi soir, après trois heures de débat.\n\n"
        "<img src=x onerror=\"document.title='run'\"> <script>document.title='run'</script> a écrit le syndic à la presse.\n\n"
        "Partager <b onmouseover=document.title='run'>"
    )
    page.select_option("#kind", "text")
    page.fill("#source", hostile)
    assert "<script>" in result(page, "onerror")
    page.wait_for_selector("#fragment .nc")
    assert page.locator("#fragment img, #fragment script, #fragment b, #clean *").count() == 0
    page.hover("#fragment .nc")
    assert page.title() == "newsclean: try it"


def test_reasons_by_keyboard(page: Any) -> None:
    page.fill("#source", SEED)
    result(page, "Haut-Val")
    page.locator("#fragment .gone").first.focus()
    assert "ad" in page.text_content("#tip")


def test_input_of_any_size(page: Any) -> None:
    page.evaluate("size => { document.getElementById('source').value = 'a '.repeat(size / 2 + 1) }", MAX_SIZE)
    page.dispatch_event("#source", "input")
    page.wait_for_function("() => document.getElementById('status').textContent.includes('newsclean FILE')")
    assert "1,000,000 characters" in page.text_content("#status")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readable_on_a_phone(browser: Any, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.locator(".examples button").first.click()
    page.wait_for_selector("#fragment .nc")
    page.click("#labels summary")
    # until the text stands in full ink
    page.wait_for_function("() => !document.getAnimations().some((moving) => moving.playState === 'running')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    ratio, where = page.evaluate(CONTRAST)[0]
    assert ratio >= 4.5, where
    context.close()
