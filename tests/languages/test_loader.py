"""The loader of languages: what is there is read once, what is missing or damaged is said, what is added goes again."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import newsclean
from newsclean.errors import NewscleanError
from newsclean.languages import (
    CORE,
    added_languages,
    canonical_code,
    language_codes,
    language_data,
    language_files,
    language_section,
    language_table,
    languages_with,
    locale_rows,
    words_of_all,
)

HOME = Path(newsclean.__file__).parent
README = (HOME / "languages" / "README.md").read_text("utf-8")
TABLES = [(code, file) for code in (CORE, *language_codes()) for file in language_files(code) if file.endswith(".toml")]
SECTIONS = ("detection", "encoding", "typography", "editorial", "mending", "labels", "profiles")


def folder(path: Path, **files: str) -> Path:
    """A folder with one language, `qaa`."""
    (path / "qaa").mkdir(parents=True)
    for name, text in files.items():
        (path / "qaa" / f"{name}.toml").write_text(text, "utf-8")
    return path


def test_every_folder_is_a_language_and_holds_something() -> None:
    folders = {path.name for path in (HOME / "languages").iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders == {CORE, *language_codes()}
    assert all(language_files(code) for code in folders)


@pytest.mark.parametrize(("code", "file"), TABLES, ids=lambda name: name)
def test_every_table_can_be_read(code: str, file: str) -> None:
    assert language_table(code, file.removesuffix(".toml"))


def test_a_table_is_read_once() -> None:
    assert language_table("fr", "language") is language_table("fr", "language")


def test_a_missing_table_is_an_error_that_names_it() -> None:
    with pytest.raises(NewscleanError, match=r"languages/fr/nothing\.toml: there is no such file; reinstall"):
        language_table("fr", "nothing")
    with pytest.raises(NewscleanError, match=r"languages/xx/language\.toml: there is no such file"):
        language_table("xx", "language")
    with pytest.raises(NewscleanError, match=r"languages/fr/nothing\.gz: there is no such file"):
        language_data("fr", "nothing.gz")


@pytest.mark.parametrize("damage", [b"unfinished = \xff", b'a = "b\n'])
def test_a_damaged_table_is_an_error_that_names_it(tmp_path: Path, damage: bytes) -> None:
    (folder(tmp_path) / "qaa" / "language.toml").write_bytes(b"[mending]\n" + damage)
    with (
        added_languages(tmp_path),
        pytest.raises(NewscleanError, match=r"languages/qaa/language\.toml: the file is damaged"),
    ):
        language_table("qaa", "language")


def test_a_language_without_a_file_has_empty_sections() -> None:
    assert language_section("xx", "mending") == language_section("id", "mending") == {}
    assert language_files("xx") == ()
    assert canonical_code("xx") == "xx"


def test_an_added_language_goes_again(tmp_path: Path) -> None:
    before = language_codes(), languages_with("language"), words_of_all("mending", "opening"), dict(locale_rows())
    folder(tmp_path, language='aliases = "qab"\n[mending]\nopening = "zor vel"\n')
    (tmp_path / "locales.toml").write_text('[qaa-QM]\nextends = "base"\n', "utf-8")
    with added_languages(tmp_path):
        assert "qaa" in language_codes()
        assert {"zor", "the"} <= words_of_all("mending", "opening")
        assert canonical_code("qab") == "qaa"
        assert "qaa-QM" in locale_rows()
    assert before == (
        language_codes(),
        languages_with("language"),
        words_of_all("mending", "opening"),
        dict(locale_rows()),
    )


def test_an_added_language_goes_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), added_languages(folder(tmp_path, language="a = 1\n")):
        1 / 0  # noqa: B018
    assert "qaa" not in language_codes()


def test_the_folder_that_is_added_last_comes_first(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one", language="a = 1\n"), folder(tmp_path / "two", language="a = 2\n")
    with added_languages(one):
        with added_languages(two):
            assert language_table("qaa", "language") == {"a": 2}
        assert language_table("qaa", "language") == {"a": 1}


def test_languages_are_read_out_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "newsclean.zip", "w") as archive:
        for path in HOME.rglob("*"):
            if path.suffix in (".py", ".toml", ".json", ".gz"):
                archive.write(path, path.relative_to(HOME.parent))
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'newsclean.zip')!r})\n"
        "import newsclean; from newsclean.languages import language_codes\n"
        "from newsclean.encoding.word_lists import word_list\n"
        "assert 'newsclean.zip' in newsclean.__file__\n"
        "print(len(language_codes()), 'été' in word_list('fr'), newsclean.clean('Partager\\n\\nLe conseil a voté le budget de la ville.'))"
    )
    run = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, cwd=tmp_path, check=False)
    assert run.stderr == b""
    assert run.stdout.decode().split(maxsplit=2) == [
        str(len(language_codes())),
        "True",
        "Le conseil a voté le budget de la ville.\n",
    ]


@pytest.mark.parametrize("code", [CORE, *languages_with("language")])
def test_every_key_of_a_language_is_described(code: str) -> None:
    table = language_table(code, "language")
    assert set(table) <= {"aliases", *SECTIONS}
    for section in SECTIONS:
        described = README.partition(f"`[{section}]`")[2].partition("\n`[")[0].partition("\n## ")[0]
        for key in table.get(section, {}):
            assert f"`{key}`" in described, (section, key)


@pytest.mark.parametrize("code", [CORE, *languages_with("language")])
def test_no_list_has_a_word_twice(code: str) -> None:
    for section in SECTIONS:
        for key, value in language_section(code, section).items():
            words = value.split() if isinstance(value, str) else value if isinstance(value, list) else []
            assert sorted(set(words)) == sorted(words), (section, key)


def test_no_two_languages_have_the_same_rank() -> None:
    ranks = [
        language_section(code, "detection")["rank"]
        for code in language_codes()
        if "rank" in language_section(code, "detection")
    ]
    assert sorted(set(ranks)) == sorted(ranks)
