"""The report as a reader meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newsclean import analyze
from newsclean.article import Article
from newsclean.report import html as report
from tests.browser.conftest import Seen, expect
from tests.report.articles import EXAMPLES, HOSTILE, varied

FERRY = next(path for path in EXAMPLES if path.stem == "ferry")
Visit = Callable[..., Seen]

# the least contrast of all words on the page with what they stand on (WCAG 2, relative luminance)
CONTRAST = """() => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, k) => sum + v * [0.2126, 0.7152, 0.0722][k], 0);
  const below = (element) => {
    const colours = [];
    for (let at = element; at; at = at.parentElement) colours.unshift(getComputedStyle(at).backgroundColor);
    return colours;
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!words || !element.checkVisibility() || element.closest("script, style, noscript, .skip")) continue;
    const ground = below(element);
    const [a, b] = [luminance(over(ground)), luminance(over([...ground, getComputedStyle(element).color]))];
    found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), element.className || element.tagName]);
  }
  return found.sort((a, b) => a[0] - b[0]).slice(0, 3);
}"""


def written(path: Path, articles: Iterable[tuple[str, Article]]) -> Path:
    path.write_text("".join(report.page(articles)), "utf-8")
    return path


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("one") / "one.html", [("ferry.txt", analyze(FERRY.read_bytes()))])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("many") / "many.html", varied())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_renders_alone(visit: Visit, one: Path, many: Path, scheme: str) -> None:
    for path in (one, many):
        seen = visit(path, scheme=scheme)
        assert seen.page.locator(".nc h2").first.text_content()
        assert seen.errors == []
        assert seen.requests == [path.as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(visit: Visit, one: Path, many: Path, scheme: str) -> None:
    for path in (one, many):
        page = visit(path, scheme=scheme).page
        page.evaluate("() => document.querySelectorAll('.item').forEach((item, n) => { item.open = n < 6 })")
        ratio, where = page.evaluate(CONTRAST)[0]
        assert ratio >= 4.5, where


def test_blocks_stand_side_by_side(visit: Visit, one: Path) -> None:
    page = visit(one).page
    for row in page.locator(".row.kept").all():
        source, text = row.locator(".src").bounding_box(), row.locator(".out").bounding_box()
        assert source["y"] == text["y"]
        assert source["x"] + source["width"] <= text["x"]


def test_filter_by_label(visit: Visit, one: Path) -> None:
    page = visit(one).page
    rows = page.locator(".row.gone[data-label=share]")
    assert page.locator("input[value=share] + b, label[data-label=share] b").text_content() == str(rows.count()) == "2"
    page.get_by_label("share").uncheck()
    assert [row.is_visible() for row in rows.all()] == [False, False]
    assert page.locator(".row.gone[data-label=ad]").first.is_visible()
    page.get_by_role("button", name="None").click()
    assert not any(row.is_visible() for row in page.locator(".row.gone").all())
    assert all(row.is_visible() for row in page.locator(".row.kept").all())
    page.get_by_role("button", name="All", exact=True).click()
    assert all(row.is_visible() for row in page.locator(".row.gone").all())


def test_edits_can_be_hidden(visit: Visit, one: Path) -> None:
    page = visit(one).page
    colour = "element => getComputedStyle(element).backgroundColor"
    marks = page.locator(".e[data-label=edit] > del, ins.e[data-label=edit]")
    marked = marks.first.evaluate(colour)
    page.get_by_label("edits").uncheck()
    assert marks.first.evaluate(colour) != marked


def test_evidence_by_keyboard(visit: Visit, one: Path) -> None:
    page = visit(one).page
    tip = page.locator("#tip")
    assert not tip.is_visible()
    page.get_by_role("button", name="None").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('.gone')"):
            break
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("Removed: ad")
    expect(tip).to_contain_text("fr-CH.ad.house.glued")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-describedby')") == "tip"
    page.keyboard.press("Escape")
    expect(tip).not_to_be_visible()
    page.locator(".src .e").first.focus()
    expect(tip).to_be_visible()
    assert tip.inner_text().splitlines() == ["' → ’", "thousands"]
    page.keyboard.press("Tab")
    expect(tip).to_be_visible()


def test_evidence_under_the_pointer(visit: Visit, one: Path) -> None:
    page = visit(one).page
    tip = page.locator("#tip")
    row = page.locator(".row.gone[data-label=newsletter]").last
    row.scroll_into_view_if_needed()
    row.hover()
    expect(tip).to_contain_text("fr.newsletter.subscribe")
    expect(tip).to_contain_text("characters 842–959")
    mark = page.locator(".out .e").first
    mark.hover()
    expect(tip).to_contain_text("thousands")
    expect(page.locator(".e.on")).to_have_count(2)
    page.locator("h2").hover()
    expect(tip).not_to_be_visible()


def test_what_cannot_be_seen_is_said(visit: Visit, tmp_path: Path) -> None:
    article = analyze("Vraiment ? Le ministre n'a pas répondu à la question de la presse.", locale="fr-FR")
    page = visit(written(tmp_path / "a.html", [("a", article)])).page
    page.locator(".src .e").first.focus()
    assert page.locator("#tip").inner_text().splitlines()[0] == "␣ → <NNBSP>"


def test_views(visit: Visit, one: Path) -> None:
    page = visit(one, width=800).page
    columns = {name: page.locator(f".row.kept .{name}").first for name in ("src", "out")}
    for view, shown in (("One column", "src"), ("Clean text", "out")):
        page.get_by_label(view).check()
        assert [name for name, column in columns.items() if column.is_visible()] == [shown]
    assert not page.locator(".row.gone").first.is_visible()
    page.keyboard.press("ArrowLeft")
    assert page.locator(".row.gone .why").first.bounding_box()["width"] > 100
    page.keyboard.press("ArrowLeft")
    assert all(column.is_visible() for column in columns.values())


@pytest.mark.parametrize("width", [320, 700])
def test_phone(visit: Visit, one: Path, many: Path, width: int) -> None:
    for path in (one, many):
        page = visit(path, width=width, height=800).page
        page.evaluate("() => document.querySelectorAll('.item').forEach((item) => { item.open = true })")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page = visit(one, width=width).page
    assert not page.locator(".out").last.is_visible()
    page.get_by_label("Side by side").check()
    source, text = page.locator(".kept .src").last.bounding_box(), page.locator(".kept .out").last.bounding_box()
    assert source["y"] + source["height"] <= text["y"]


def test_nothing_of_an_article_is_run(visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for heavy in (10**9, 0):
        monkeypatch.setattr(report, "MAX_OPEN_SIZE", heavy)
        articles = [("<script>window.hacked = 6</script>", analyze(HOSTILE, url="javascript:window.hacked=7"))] * 2
        path = written(tmp_path / "hostile.html", articles)
        seen = visit(path)
        for summary in seen.page.locator(".item > summary").all():
            summary.click()
        seen.page.evaluate("() => document.querySelectorAll('.e, .gone').forEach((mark) => mark.focus())")
        expect(seen.page.locator("#tip")).to_be_visible()
        assert seen.page.evaluate("() => window.hacked") is None
        assert seen.errors == []
        assert seen.requests == [path.as_uri()]
        assert "<script>window.hacked = 1</script>" in seen.page.locator(".nc").first.inner_text()


def test_policy_stops_what_would_run(visit: Visit, tmp_path: Path) -> None:
    text = "".join(report.page([("a", analyze("Partager"))]))
    path = tmp_path / "a.html"
    path.write_text(
        text.replace("</main>", "<script>window.hacked = 1</script><img src=https://tracker.example/x></main>"), "utf-8"
    )
    seen = visit(path)
    assert seen.page.evaluate("() => window.hacked") is None
    assert any("Content Security Policy" in error for error in seen.errors)


def test_find_and_choose(visit: Visit, many: Path) -> None:
    page = visit(many).page
    items = page.locator(".item:visible")
    everything = items.count()
    page.get_by_label("Find").fill("observatoire")
    expect(items).to_have_count(1)
    page.get_by_label("Find").fill("nowhere to be found")
    expect(items).to_have_count(0)
    expect(page.get_by_text("No article matches.")).to_be_visible()
    page.get_by_label("Find").fill("")
    expect(items).to_have_count(everything)
    button = page.get_by_role("button", name="core.share.word", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(items).not_to_have_count(everything)
    assert items.count() > 0
    items.first.locator("summary").click()
    expect(page.locator(".gone.hit")).not_to_have_count(0)
    button.click()
    expect(items).to_have_count(everything)
    expect(page.locator(".gone.hit")).to_have_count(0)


@pytest.mark.parametrize("heavy", [0, 10**9])
def test_articles_unfold(visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heavy: int) -> None:
    monkeypatch.setattr(report, "MAX_OPEN_SIZE", heavy)
    path = written(tmp_path / "many.html", varied())
    page = visit(path, part="#a2").page
    second = page.locator("#a2 .nc")
    second.wait_for(state="visible")
    page.get_by_role("button", name="Open all").click()
    page.locator(".item .nc").last.wait_for(state="visible")
    expect(page.locator(".item .nc:visible")).to_have_count(page.locator(".item").count())
    page.get_by_role("button", name="Close all").click()
    expect(page.locator(".item .nc:visible")).to_have_count(0)


def test_prints(visit: Visit, one: Path) -> None:
    page = visit(one, width=700, scheme="dark").page
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(CONTRAST)[0][0] >= 4.5
    assert not page.locator("form.bar").is_visible()
    assert page.locator(".row.gone .why").first.is_visible()
