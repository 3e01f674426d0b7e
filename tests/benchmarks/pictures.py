"""The pictures of the documentation, made by the tool on its example articles.

python tests/benchmarks/pictures.py          needs Chromium and Playwright, uses pngquant; writes docs/pictures/*.png
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean import analyze  # noqa: E402
from newsclean.cli.verbs.demo import served  # noqa: E402
from newsclean.report import explain  # noqa: E402
from newsclean.report.html import page  # noqa: E402

EXAMPLES = ROOT / "docs" / "examples"
TARGET = ROOT / "docs" / "pictures"
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #16181d; color: #e6e4df; font: 15px/1.45 "DejaVu Sans Mono", monospace }
pre { margin: 0; padding: 1.2rem 1.5rem } b { color: #fff } .edit { color: #79d6a5 } .gone { color: #ff9d94 } .data { color: #86b8ff }
</style><pre>%s</pre>"""
DATA = {"date", "agency", "credit", "caption", "byline"}


def main() -> None:
    """Make them all."""
    from playwright.sync_api import sync_playwright

    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        observatory, ferry = _report("observatoire.txt"), _report("ferry.txt")
        many = _report(*sorted(path.name for path in EXAMPLES.glob("*.txt")))
        _shot(browser, "report", observatory, 1280, 925, act='.gone[data-label="related"] .why')
        _shot(browser, "report-dark", ferry, 1280, 1090, scheme="dark", act=".gone[data-label=newsletter] .why")
        _shot(browser, "report-phone", ferry, 400, 820)
        _shot(browser, "report-many", many, 1180, 1010)
        _demo(browser)
        _shot(browser, "explain", TERMINAL % _table("ferry.txt"), 1080, 600, full=True)
        browser.close()


def _demo(browser: Any) -> None:
    """The page of `newsclean demo` with its first example."""
    context = browser.new_context(viewport={"width": 1180, "height": 1250})
    shown = context.new_page()
    with served() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        shown.goto(f"http://127.0.0.1:{server.server_port}/")
        shown.click(".examples button")
        shown.wait_for_selector("#fragment .nc")
        shown.wait_for_timeout(500)
        shown.screenshot(path=TARGET / "demo.png")
        server.shutdown()
    context.close()


def _report(*names: str) -> str:
    return "".join(page((f"examples/{name}", analyze((EXAMPLES / name).read_bytes())) for name in names))


def _table(name: str) -> str:
    """The table of reasons as a terminal of 110 columns shows it."""
    source = (EXAMPLES / name).read_bytes()
    marked = explain(analyze(source), 110, lambda cell, label: f"\x01{label}\x02{cell}\x03")
    out = html.escape(f"$ newsclean --explain examples/{name}\n{marked}")
    for label in {part.partition("\x02")[0] for part in out.split("\x01")[1:]}:
        kind = "gone" if label not in DATA | {"edit"} else "data" if label in DATA else "edit"
        tag = "b" if label == "header" else "span"
        out = out.replace(f"\x01{label}\x02", f'<{tag} class="{kind}">')
    return out.replace("\x03", "</span>").replace('<b class="gone">', '<span style="font-weight:700">')


def _shot(
    browser: Any,
    name: str,
    text: str,
    width: int,
    height: int,
    *,
    scheme: str = "light",
    act: str = "",
    full: bool = False,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    shown = context.new_page()
    shown.set_content(text)
    if act:
        shown.locator(act).first.hover()
    shown.screenshot(path=TARGET / f"{name}.png", full_page=full)
    context.close()
    if shutil.which("pngquant"):  # a palette: a third of the size
        subprocess.run(
            ["pngquant", "--force", "--strip", "--ext", ".png", "--quality", "80-98", TARGET / f"{name}.png"],
            check=True,
        )


if __name__ == "__main__":
    main()
