"""`newsclean learn`: inputs, sites, preview, and what goes wrong."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean import NewscleanError, Profiles
from newsclean.cli import main
from newsclean.integrations.sorted_rows import SortedRows
from tests.benchmarks.corpus import articles

CORPUS = list(articles(160, 2, seed=3))


def rows(path: Path, **more: str) -> Path:
    lines = [
        json.dumps({"journal": a.site, "url": f"https://www.{a.site}/{a.id}", "text": a.text} | more) for a in CORPUS
    ]
    data = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.fixture(scope="module")
def whole() -> Profiles:
    return Profiles.learn((a.site, a.text) for a in CORPUS)


@pytest.mark.parametrize("by", [(), ("--by", "journal"), ("--by", "url")])
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_profiles_by_site(tmp_path: Path, whole: Profiles, name: str, by: tuple[str, ...]) -> None:
    out = tmp_path / "profiles.toml"
    assert main(["learn", str(rows(tmp_path / name)), "-o", str(out), *by]) == 0
    assert Profiles.parse(out.read_text("utf-8")) == whole


def test_one_site_from_a_folder_of_texts(tmp_path: Path) -> None:
    for a in CORPUS[::2]:
        (tmp_path / f"{a.id}.txt").write_text(a.text, "utf-8")
    out = tmp_path / "out.toml"
    assert main(["learn", str(tmp_path), "--site", CORPUS[0].site, "-o", str(out)]) == 0
    expected = Profiles.learn((a.site, a.text) for a in CORPUS[::2])
    assert Profiles.parse(out.read_text("utf-8")) == expected


def test_preview_shows_and_writes_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str], whole: Profiles) -> None:
    assert main(["learn", str(rows(tmp_path / "a.jsonl")), "--preview"]) == 0
    out, err = capfd.readouterr()
    first = whole.profiles[0]
    assert out.startswith(f"{first.site}: {first.articles} articles, {len(first.lines)} lines\n")
    assert first.lines[0].example in out
    assert "from " in err
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_records_that_cannot_be_read_are_told_of(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], whole: Profiles
) -> None:
    path = rows(tmp_path / "a.jsonl")
    path.write_bytes(b'[1]\n{"url": 3}\n{"text": "\n' + path.read_bytes())
    assert main(["learn", str(path), "-o", "-"]) == 1
    out, err = capfd.readouterr()
    assert Profiles.parse(out) == whole
    assert "a.jsonl:1: a record is a JSON object" in err
    assert "3 records not read" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a file for the profiles with -o"),
        (("-o", "a.toml", "--by", "x", "--site", "y"), "exclude each other"),
        (("-o", "{out}"), "the file exists; add --overwrite"),
        (("-o", "{folder}/a.jsonl", "--overwrite"), "the output is one of the inputs"),
        (("-o", "{folder}/none/a.toml"), "No such file"),
    ],
)
def test_bad_options(tmp_path: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str) -> None:
    out = tmp_path / "profiles.toml"
    out.write_text("mine", "utf-8")
    given = [argument.replace("{out}", str(out)).replace("{folder}", str(tmp_path)) for argument in arguments]
    assert main(["learn", str(rows(tmp_path / "a.jsonl")), *given]) == 2
    assert told in capfd.readouterr().err
    assert out.read_text("utf-8") == "mine"


def test_overwrite(tmp_path: Path, whole: Profiles) -> None:
    out = tmp_path / "profiles.toml"
    out.write_text("mine", "utf-8")
    assert main(["learn", str(rows(tmp_path / "a.jsonl")), "-o", str(out), "--overwrite"]) == 0
    assert Profiles.parse(out.read_text("utf-8")) == whole


def test_rows_are_sorted_whatever_fits_in_memory() -> None:
    made = [f"{n * 7919 % 1000:04d}\n" for n in range(1000)]
    for room in (1, 40, 10_000):
        with SortedRows(room) as sorted_rows:
            sorted_rows.add(made)
            assert list(sorted_rows) == sorted(made)


def test_temporary_files_go_with_the_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with SortedRows(4) as sorted_rows:
        sorted_rows.add(["b\n", "a\n", "c\n"])
        assert list(tmp_path.rglob("*.tsv"))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_nothing_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with SortedRows(4) as sorted_rows:
        next(tmp_path.iterdir()).rmdir()
        with pytest.raises(NewscleanError, match="set TMPDIR to a folder with enough space"):
            sorted_rows.add(["b\n", "a\n", "c\n"])
