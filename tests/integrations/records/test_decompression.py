"""Compressed files: any number of members, damaged ones among them, and bounded memory."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from newsclean import NewscleanError
from newsclean.integrations.records.decompression import read_blocks
from tests.integrations.records.files import (
    CLEAN,
    clean_broken,
    damaged,
    json_lines,
    pack,
    page,
    rows,
    warc,
)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_damage_in_the_middle(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"in.jsonl{suffix}"
    members = [pack(json_lines(rows(50, start)), suffix) for start in (0, 50, 100)]
    members[1] = damaged(members[1], 0.5)
    source.write_bytes(b"".join(members))
    made, errors = clean_broken(source)
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
    made, errors = clean_broken(source)
    assert [row["id"] for row in made][:10] == [f"a{n}" for n in range(10)]
    assert errors[-1]["error"] == "the compressed data is cut off"
    assert errors[-1]["file"] == source.name


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_what_is_not_compressed_at_all(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"in.jsonl{suffix}"
    source.write_bytes(json_lines(rows(3)))
    with pytest.raises(NewscleanError, match=r"nothing could be read: .*no compressed data"):
        clean_broken(source)
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


def test_damage_in_a_compressed_archive(tmp_path: Path) -> None:
    members = [gzip.compress(warc(page(n), n)) for n in range(6)]
    members[2] = damaged(members[2], 0.4)
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
    made, errors = clean_broken(tmp_path / "a.warc.gz")
    assert [row["id"] for row in made] == [f"urn:uuid:{n}" for n in (0, 1, 3, 4, 5)]
    assert errors
