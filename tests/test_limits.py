"""Limits: what is larger than they allow fails with one clear error, before it costs memory, and the rest of a batch goes on."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from newsclean import NewscleanError, analyze, clean
from newsclean.integrations.records import byte_lines, decompression, inputs, raw_record, warc
from newsclean.integrations.records.raw_record import Damage

LINE = "Le conseil de la ville a voté le budget lundi soir."
PAGE = f"<html><body><p>{LINE}</p><p>{LINE}</p><p>{LINE}</p></body></html>"
MEGA = 1_000_000


@pytest.mark.parametrize("call", [clean, analyze])
@pytest.mark.parametrize(
    ("source", "options", "message"),
    [
        (LINE, {"max_size": 50}, "the source has 51 characters, more than max_size=50; raise max_size"),
        (LINE.encode(), {"max_size": 50}, "52 bytes are more than max_size=50"),
        (PAGE, {"max_size": 50}, "more than max_size=50; raise max_size"),
        (gzip.compress(b" " * 5_000, mtime=0), {"max_size": 4_000}, "unpacks to more than max_size=4,000 bytes"),
        ("a\nb\r\nc\rd", {"max_lines": 3}, "the source has 4 lines, more than max_lines=3; raise max_lines"),
        (b"a\n\n\nb", {"max_lines": 3}, "the source has 4 lines, more than max_lines=3"),
        (PAGE, {"max_lines": 2}, "the source has 3 blocks, more than max_lines=2"),
    ],
)
def test_more_than_a_limit_is_one_error(call: Callable[..., Any], source: Any, options: Any, message: str) -> None:
    with pytest.raises(NewscleanError) as caught:
        call(source, **options)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("source", "options"), [(LINE, {"max_size": 51}), ("a\nb\r\nc", {"max_lines": 3}), (PAGE, {"max_lines": 3})]
)
def test_as_much_as_a_limit_is_read(source: str, options: Any) -> None:
    assert analyze(source, **options).blocks


def test_more_lines_than_the_default_are_refused_before_they_cost_memory() -> None:
    text = "a\n" * 2_000_001
    tracemalloc.start()
    with pytest.raises(NewscleanError, match="max_lines=2,000,000"):
        clean(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(text)


@pytest.mark.parametrize("depth", [200, 400, 3_000, 20_000])
def test_nesting_of_any_depth_gives_the_text(depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + f"<p>{LINE}</p>" * 3 + "</div>" * depth + "</body></html>"
    assert LINE in clean(page)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_bomb_of_one_line_in_a_batch_is_a_failure_and_the_next_line_is_read(suffix: str) -> None:
    data = b" " * (200 * MEGA) + b"\n{}\n"
    packed = gzip.compress(data, 1) if suffix == ".gz" else _zstd(data)
    del data
    tracemalloc.start()
    found = list(byte_lines.split_lines(decompression.read_blocks(io.BytesIO(packed), suffix), max_size=2 * MEGA))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [Damage("a line of 200,000,000 bytes, more than 2,000,000"), b"{}"]
    assert (
        peak < (40 if suffix == ".gz" else 150) * MEGA
    )  # zstd gives some 30 MB for each kilobyte, and doubles what it gives into
    assert len(packed) < MEGA


def test_a_whole_file_that_is_a_bomb_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_SIZE", MEGA)
    found = list(inputs._whole(decompression.read_blocks(io.BytesIO(gzip.compress(b" " * 5 * MEGA)), ".gz")))
    assert found == [Damage("a file of more than 1,000,000 bytes")]


def test_a_page_in_an_archive_that_is_a_bomb_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_SIZE", MEGA)
    body = gzip.compress(b"<html>" + b" " * 5 * MEGA)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    with pytest.raises(NewscleanError, match="the page has more than 1,000,000 bytes"):
        warc.page(_record(http))


def test_a_record_that_claims_too_much_is_passed_over() -> None:
    large, small = _record(b"x" * 3_000), _record(b"HTTP/1.1 200 OK\r\n\r\n<html>")
    found = list(warc.records([large + small], max_size=2_000))
    assert [type(item) for item in found] == [Damage, bytes]
    assert "more than 2,000" in found[0].message  # type: ignore[union-attr]


def test_the_limit_of_a_record_is_that_of_a_source() -> None:
    from newsclean.encoding.decode import MAX_SIZE

    assert raw_record.MAX_SIZE == MAX_SIZE


def test_a_tower_of_gzip_in_gzip_is_bounded() -> None:
    tower = b" " * 100_000
    for _ in range(5):
        tower = gzip.compress(tower)
    assert len(analyze(tower, kind="text").source) < 100_001


def _record(content: bytes) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:6f0f5e0e-0000-4000-8000-000000000001>\r\n"
        "WARC-Target-URI: https://news.example/a\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def _zstd(data: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    return bytes(zstandard.compress(data))


def test_blocks_are_bytes() -> None:
    pieces: Iterable[bytes | Damage] = decompression.read_blocks(io.BytesIO(zlib.compress(b"a")), "")
    assert all(isinstance(piece, bytes) for piece in pieces)
