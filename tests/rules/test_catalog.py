"""Which packs are asked: given ones, installed ones, and those of a site."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Cleaner, NewscleanError, Pack, analyze, clean, filters
from newsclean.cli import main
from newsclean.rules.catalog import (
    builtin_pack_ids,
    builtin_packs,
    builtin_rules,
    pack_entry_points,
    packs_for_url,
    resolve_packs,
    site_packs,
)
from tests.cli.conftest import RULE
from tests.test_import import modules_after

TEXT = "Le conseil n'a pas voté le budget de la ville lundi soir.\n\nLe coin des lecteurs"
MODULE = f'''
from newsclean import Pack

ONE = Pack.parse("""id = "corner"\\n{RULE}""")
LOADED = []

def several():
    LOADED.append(1)
    return [ONE, Pack("empty", ())]

def broken():
    raise RuntimeError("out of order")

NO_PACK = 3
NONE = ()
'''


def pack(name: str = "mine", sites: str = "") -> Pack:
    return Pack.parse(f'id = "{name}"\n{sites}\n{RULE}')


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two distributions with packs, as pip would have installed them."""
    for name, points in {
        "corner-rules": "corner = corner_rules:ONE\nseveral = corner_rules:several\nbroken = corner_rules:broken\n"
        "number = corner_rules:NO_PACK\nnone = corner_rules:NONE\ngone = corner_rules.gone:ONE\ntwice = corner_rules:ONE\n",
        "other-rules": "twice = corner_rules:ONE\n",
    }.items():
        info = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[newsclean.packs]\n{points}", "utf-8")
    (tmp_path / "corner_rules.py").write_text(MODULE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    pack_entry_points.cache_clear()
    yield tmp_path
    pack_entry_points.cache_clear()


def test_a_site_pack_speaks_at_its_site_only() -> None:
    mine = pack(sites='sites = ["Example.ch", "zürich.example"]')
    assert mine.sites == ("example.ch", "xn--zrich-kva.example")
    for url in (
        "https://example.ch/1",
        "http://www.example.ch:80",
        "sport.example.ch/a",
        "https://www.zürich.example/",
    ):
        assert "lecteurs" not in clean(TEXT, url=url, packs=[mine]), url
    for url in (None, "", "https://example.ch.evil.org", "https://myexample.ch/", "https://[", "ch"):
        assert "lecteurs" in clean(TEXT, url=url, packs=[mine]), url


def test_a_pack_without_sites_speaks_everywhere() -> None:
    for url in (None, "https://example.ch/1"):
        assert "lecteurs" not in clean(TEXT, url=url, packs=[pack()])


def test_a_site_pack_in_a_cleaner() -> None:
    cleaner = Cleaner().replace("label_blocks", filters.LabelBlocks([pack(sites='sites = ["example.ch"]')]))
    article = analyze(TEXT).replace(url="https://example.ch/1")
    assert "lecteurs" not in cleaner(article).text
    assert "lecteurs" in cleaner(TEXT)


def test_builtin_site_packs() -> None:
    for found in site_packs():
        assert found in packs_for_url((), f"https://www.{found.sites[0]}/article")
        assert found not in packs_for_url((), "https://example.org/article")
    assert packs_for_url((), None) == ()
    (removed,) = analyze("Le conseil a voté le budget.\n\nInfo routes", url="https://www.rfj.ch/1").removed
    assert removed.evidence[0].name == "bnj.nav.bar"


@pytest.mark.parametrize("site", ["https://example.ch", "example.ch/news", "example", "a b.ch", ".", "*.example.ch"])
def test_no_domain(site: str) -> None:
    with pytest.raises(NewscleanError, match="is not a domain"):
        pack(sites=f'sites = ["{site}"]')


def test_two_packs_with_the_same_id() -> None:
    with pytest.raises(NewscleanError, match="two packs have the id 'mine'"):
        clean(TEXT, packs=[pack(), pack(sites='sites = ["example.ch"]')])
    for taken in builtin_pack_ids():
        with pytest.raises(NewscleanError, match=f"two packs have the id '{taken}': it comes with newsclean"):
            filters.LabelBlocks((pack(taken),))


@pytest.mark.parametrize("packs", [[{}], [None], [3], [pack().rules], pack(), "mine"])
def test_no_packs(packs: object) -> None:
    with pytest.raises(TypeError, match="packs are"):
        clean(TEXT, packs=packs)  # type: ignore[arg-type]


def test_packs_may_come_from_a_generator() -> None:
    assert "lecteurs" not in clean(TEXT, packs=(pack(name) for name in ("mine", "yours")))


def test_a_pickled_pack_does_the_same() -> None:
    again = pickle.loads(pickle.dumps(pack(sites='sites = ["example.ch"]')))
    assert "lecteurs" not in clean(TEXT, packs=[again], url="https://example.ch/")


def test_an_installed_pack(distribution: Path) -> None:
    assert "lecteurs" in clean(TEXT)
    assert "lecteurs" not in clean(TEXT, packs=["corner"])
    assert [found.id for found in resolve_packs(["several"])] == ["corner", "empty"]
    resolve_packs(["several"])
    import corner_rules

    assert corner_rules.LOADED == [1]
    with pytest.raises(NewscleanError, match="two packs have the id 'corner'"):
        resolve_packs(["corner", "several"])


def test_an_installed_pack_on_the_command_line(distribution: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (distribution / "a.txt").write_text(TEXT, "utf-8")
    assert main([str(distribution / "a.txt"), "--no-config", "--pack", "corner"]) == 0
    assert "lecteurs" not in capfd.readouterr().out
    assert main(["rules", "corner"]) == 2
    assert "--pack corner adds the installed pack of this name" in capfd.readouterr().err
    assert main(["rules", "corner", "--pack", "corner"]) == 0
    assert capfd.readouterr().out.startswith("corner.nav.corner  (installed: corner)")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("broken", r"'broken' of corner-rules cannot be loaded \(RuntimeError: out of order\)"),
        ("gone", r"'gone' of corner-rules cannot be loaded \(ModuleNotFoundError"),
        ("number", r"'number' of corner-rules cannot be loaded \(TypeError"),
        ("none", "'none' of corner-rules is neither a Pack nor a list of packs"),
        ("twice", "corner-rules and other-rules both bring a pack called 'twice'; uninstall one"),
        ("cornr", r"no installed pack is called 'cornr': unknown pack 'cornr', did you mean 'corner'\?"),
    ],
)
def test_an_installed_pack_that_is_broken(distribution: Path, name: str, message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        clean(TEXT, packs=[name])
    assert "lecteurs" in clean(TEXT)


def test_installed_packs_are_looked_up_when_asked_for() -> None:
    cleaned = modules_after("import newsclean; newsclean.clean('Le conseil a voté le budget.', packs=[])")
    assert not {"importlib.metadata", "importlib_metadata"} & cleaned


def test_builtin_packs_have_the_language_they_say() -> None:
    packs = {found.id: found.language for found in builtin_packs()}
    assert packs["core"] == ""
    assert {"fr", "fr-CH", "fr-BE", "fr-CA", "de", "de-CH", "de-AT", "en", "it", "es"} <= set(packs)
    assert {packs[name] for name in ("fr", "fr-CH", "fr-BE", "fr-CA")} == {"fr"}


def test_rules_of_other_languages_are_not_asked() -> None:
    ids = {rule.id.split(".")[0].split("-")[0] for rule in builtin_rules("it")}
    assert ids == {"core", "en", "it"}
