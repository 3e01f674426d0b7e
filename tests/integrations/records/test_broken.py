"""Broken inputs: what can be read is cleaned, what cannot is told, nothing crashes."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError
from newsclean.integrations.records import Job, Run
from newsclean.integrations.records.byte_lines import split_lines
from newsclean.integrations.records.decompression import read_blocks
from newsclean.integrations.records.raw_record import Damage
from newsclean.integrations.records.warc import records
from tests.integrations.records.files import CLEAN, json_lines, pack, page, parquet, read, rows, warc


def run(source: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows and the failures."""
    out = source.with_name("out.jsonl")
    Run(source, out, Job(fields=()))(overwrite=True)
    errors = source.with_name("out.jsonl.errors.jsonl")
    return read(out), read(errors) if errors.exists() else []


def damaged(data: bytes, at: float) -> bytes:
    """Some bytes in the middle changed."""
    start = int(len(data) * at)
    return data[:start] + bytes(byte ^ 0x5A for byte in data[start : start + 40]) + data[start + 40 :]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_damage_in_the_middle(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"in.jsonl{suffix}"
    members = [pack(json_lines(rows(50, start)), suffix) for start in (0, 50, 100)]
    members[1] = damaged(members[1], 0.5)
    source.write_bytes(b"".join(members))
    made, errors = run(source)
    names = [row["id"] for row in made]
    assert set(names) >= {f"a{n}" for n in (*range(50), *range(100, 150))}
    assert names == sorted(set(names), key=lambda name: int(name[1:]))
    assert all(row["text"] == CLEAN.format(row["id"][1:]) for row in made[:50] + made[-50:])
    assert "damaged compressed data" in "".join(error["error"] for error in errors)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_cut_off(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"in.jsonl{suffix}"
    data = pack(json_lines(rows(10)), suffix)
    source.write_bytes(data + pack(json_lines(rows(50, 10)), suffix)[:-20])
    made, errors = run(source)
    assert [row["id"] for row in made][:10] == [f"a{n}" for n in range(10)]
    assert errors[-1]["error"] == "the compressed data is cut off"
    assert errors[-1]["file"] == source.name


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_what_is_not_compressed_at_all(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"in.jsonl{suffix}"
    source.write_bytes(json_lines(rows(3)))
    with pytest.raises(NewscleanError, match=r"nothing could be read: .*no compressed data"):
        run(source)
    assert not (tmp_path / "out.jsonl").exists()
    assert (tmp_path / "out.jsonl.errors.jsonl").exists()


def test_zeros_behind_the_end_are_no_damage() -> None:
    packed = gzip.compress(b"Le texte.") + bytes(1_000)
    assert list(read_blocks(io.BytesIO(packed), ".gz")) == [b"Le texte."]


def test_bombs_come_in_pieces() -> None:
    for suffix in (".gz", ".zst"):
        sizes = [len(block) for block in read_blocks(io.BytesIO(pack(bytes(1 << 27), suffix)), suffix)]
        assert sum(sizes) == 1 << 27
        assert max(sizes) <= 1 << 25


def test_lines_that_are_too_long() -> None:
    given = [b"ab\n" + b"x" * 10, b"x" * 10, b"x\ncd\n", b"y" * 30]
    too_long = [Damage("a line of 21 bytes, more than 12"), Damage("a line of 30 bytes, more than 12")]
    assert list(split_lines(given, 12)) == [b"ab", too_long[0], b"cd", too_long[1]]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"[1, 2]", "a record is a JSON object, not a list"),
        (b"null", "not null"),
        (b"17", "not a number"),
        (b'{"text": "cut', "not valid JSON (Unterminated string"),
        (b"[" * 100_000, "RecursionError"),
        (b'{"body": "x", "id": "b7"}', "there is no field 'text'; name one with --text-field"),
        (b'{"text": null}', "the field 'text' holds NoneType, not a text"),
        (b'{"text": ["a"]}', "the field 'text' holds list, not a text"),
    ],
)
def test_lines_that_are_no_records(tmp_path: Path, line: bytes, message: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(json_lines(rows(1)) + line + b"\n" + json_lines(rows(1, 1)))
    made, errors = run(source)
    assert [row["id"] for row in made] == ["a0", "a1"]
    assert message in errors[0]["error"]
    assert (errors[0]["id"], errors[0]["record"]) == ("b7" if b"b7" in line else "in.jsonl:2", 2)


def test_invalid_utf8(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes('{"text": "À Genève, un été chaud."}\n'.encode("cp1252") + json_lines(rows(1)))
    made, errors = run(source)
    assert made[0]["text"] == "À Genève, un été chaud."
    assert (len(made), errors) == (2, [])


def test_parquet_cut_off(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    parquet(folder / "a.parquet", rows(50))
    (folder / "b.parquet").write_bytes((folder / "a.parquet").read_bytes()[:-100])
    (folder / "c.parquet").write_bytes(b"")
    parquet(folder / "d.parquet", rows(1, 50))
    out = tmp_path / "out.jsonl"
    Run(folder, out, Job(fields=()))()
    assert [row["id"] for row in read(out)] == [f"a{n}" for n in range(51)]
    errors = read(tmp_path / "out.jsonl.errors.jsonl")
    assert [error["file"] for error in errors] == ["b.parquet", "c.parquet"]
    assert all("not a complete Parquet file" in error["error"] for error in errors)


def test_parquet_with_a_damaged_row_group(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    parquet(source, [{"text": f"{n} {'x' * 5_000}"} for n in range(30)])
    data = bytearray(source.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = b"\xff" * 400
    source.write_bytes(bytes(data))
    made, errors = run(source)
    assert len(made) >= 10
    assert errors


def test_broken_records_of_an_archive(tmp_path: Path) -> None:
    long = warc(page(3), 3).replace(b"Content-Length: ", b"Content-Length: 9")
    short = warc(page(4), 4).replace(b"Content-Length: ", b"Content-Length: 1\r\nX: ")
    http = warc(page(5), 5).replace(b"HTTP/1.1 200 OK", b"\0\0\0\0")
    parts = [
        warc(page(1), 1),
        b"junk\r\n\r\n",
        warc(page(2), 2),
        long,
        short,
        http,
        warc(page(6), 6),
        warc(page(7), 7)[:-300],
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    made, errors = run(tmp_path / "a.warc")
    assert [row["id"] for row in made] == [f"urn:uuid:{n}" for n in (1, 2, 6)]
    told = " ".join(error["error"] for error in errors)
    for message in ("no WARC record", "more than 100,000,000|Content-Length is wrong", "cut off"):
        assert any(part in told for part in message.split("|")), message


def test_damage_in_a_compressed_archive(tmp_path: Path) -> None:
    members = [gzip.compress(warc(page(n), n)) for n in range(6)]
    members[2] = damaged(members[2], 0.4)
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
    made, errors = run(tmp_path / "a.warc.gz")
    assert [row["id"] for row in made] == [f"urn:uuid:{n}" for n in (0, 1, 3, 4, 5)]
    assert errors


def test_no_archive_at_all() -> None:
    assert list(records([b"Bonjour. " * 100_000])) == [Damage("no WARC record at this place")]
    assert list(records([b"WARC/1.0\r\n" + b"x: y\r\n" * 20_000])) == [
        Damage("the headers of a WARC record have no end")
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Bonjour.", "utf-8")
    (folder / "b.txt").write_text("Bonsoir.", "utf-8")
    out = tmp_path / "out.jsonl"
    run_it = Run(folder, out, Job(fields=()))
    real = Path.open

    def refuse(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        run_it()
    assert [row["id"] for row in read(out)] == ["b.txt"]
    assert json.loads((tmp_path / "out.jsonl.errors.jsonl").read_text())["error"] == "Permission denied"
