"""Promise 3 on random Unicode and on real pages: edits replay, the source comes back, offsets agree with the edits."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import analyze, clean
from newsclean.article import Article
from newsclean.edits import apply
from tests.properties.test_promises import scraped

ANY = st.text(st.characters(exclude_categories=[]), max_size=200)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "<div class='ad'>", "</div>", "<h1>", "</h1>", "<br>", "&laquo;", "&#8217;", "<!--", "-->"]
)
EVERY = int(os.environ.get("NEWSCLEAN_BENCH_EVERY", "97"))  # one of so many bench texts and pages is read; 1 for all


def holds(article: Article) -> None:
    """Everything that is promised of edits and offsets, for one article."""
    text, source = article.text, article.source
    assert article.rebuild() == source
    assert apply(source, article.edits) == text
    back = [article.to_source(at) for at in range(0, len(text) + 1, max(1, len(text) // 500))]
    assert back == sorted(back)
    assert all(0 <= at <= len(source) for at in back)
    there = [article.from_source(at) for at in range(0, len(source) + 1, max(1, len(source) // 500))]
    assert there == sorted(there)
    assert all(0 <= at <= len(text) for at in there)
    untouched(article)
    covered(article)
    for spans in article.spans.values():
        assert all(span is None or 0 <= span[0] <= span[1] <= len(source) for span in spans)


def untouched(article: Article) -> None:
    """A stretch that no edit touches is the same in both, and maps to and fro."""
    at = 0
    for edit in (*article.edits, None):
        end = edit.start if edit else len(article.source)
        if end > at:
            start, stop = article.text_span(at, end)
            assert article.text[start:stop] == article.source[at:end]
            assert article.source_span(start, stop) == (at, end)
            for place in (at, (at + end) // 2, end - 1):
                assert article.to_source(article.from_source(place)) == place
        at = edit.end if edit else end


def covered(article: Article) -> None:
    """Every visible character of the source stands in one block."""
    at = 0
    for block in article.blocks:
        assert at <= block.start <= block.end
        assert article.source[at : block.start].strip() == ""
        assert article.source[block.start : block.end] == block.source
        at = block.end
    assert article.source[at:].strip() == ""


@given(st.one_of(ANY, scraped()))
@settings(max_examples=150, deadline=None)
def test_texts(text: str) -> None:
    holds(analyze(text, kind="text"))


@given(st.lists(st.one_of(TAGS, ANY, scraped()), max_size=8).map("".join))
@settings(max_examples=80, deadline=None)
def test_pages(page: str) -> None:
    holds(analyze(page, kind="html"))


@given(
    st.one_of(
        st.binary(max_size=200), scraped().map(str.encode), scraped().map(lambda text: text.encode("cp1252", "replace"))
    )
)
@settings(max_examples=80, deadline=None)
def test_bytes(raw: bytes) -> None:
    article = analyze(raw, kind="text")
    assert article.encoding is not None
    holds(article)


def test_bytes_that_decode_cleanly_have_byte_offsets() -> None:
    text = "L'été n'est pas fini, a dit le ministre lundi soir.\nPartager\n"
    for encoding, mark in (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1252", b"")):
        raw = mark + text.encode(encoding)
        article = analyze(raw, kind="text")
        at = article.text.index("ministre")
        start = len(mark) + len(article.source[: article.to_source(at)].encode(article.encoding or ""))
        assert raw[start : start + 8] == b"ministre"


def test_spans_at_the_edges_leave_out_what_was_removed() -> None:
    article = analyze("Partager\n\nL'Etat a versé 250'000 francs aux communes, a dit le ministre.\n\n/ATS\nPartager\n")
    start, end = article.source_span(0, len(article.text))
    assert article.source[start:end] == "L'Etat a versé 250'000 francs aux communes, a dit le ministre."
    assert article.text_span(0, len(article.source)) == (0, len(article.text))
    assert article.text_span(0, 8) == (0, 0)
    assert article.source_span(3, 3) == (article.to_source(3),) * 2


def test_a_repaired_line_may_begin_with_a_space() -> None:
    lines = [
        "\u00e2\u20ac\u2039 the council has said again that the bridge over the river stays",
        "closed to all of the heavy traffic until the end of the year",
    ]
    holds(analyze("\n".join([*lines * 6, "\u00e2\u0080\u008d"]), kind="text"))


def test_two_marks_at_the_end_of_a_long_paragraph() -> None:
    prose = "La commune a voté lundi soir le budget de la ville après un long débat, a-t-elle dit. " * 3
    article = analyze(f"{prose}(ats/nxp) Créé: 21.12.2018, 09h59\n", kind="text")
    holds(article)
    assert article.text == prose.strip()
    assert [(str(edit.label), edit.before) for edit in article.edits if edit.label] == [
        ("agency", " (ats/nxp)"),
        ("date", " Créé: 21.12.2018, 09h59"),
    ]


def dumps(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "bench" / "extraction" / "data" / "text").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % EVERY == 0:
                    yield json.loads(line)["text"] or ""


def test_bench_texts(shared: Path) -> None:
    texts = list(dumps(shared))
    assert texts
    for text in texts:
        article = analyze(text, kind="text")
        holds(article)
        assert clean(text, kind="text") == article.text  # its short ways change nothing
        assert clean(text, kind="text", keep={"caption"}) == analyze(text, kind="text", keep={"caption"}).text


def test_bench_pages(shared: Path) -> None:
    pages = sorted((shared / "bench" / "extraction" / "data" / "html").rglob("*.html.gz"))[::EVERY]
    if not pages:
        pytest.skip("the pages of ../shared/bench are not there")
    for page in pages:
        article = analyze(gzip.decompress(page.read_bytes()), kind="html")
        holds(article)
        assert clean(gzip.decompress(page.read_bytes()), kind="html") == article.text
