"""Rules and packs: what a rule speaks for, and what a pack that is not well formed gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import NewscleanError, Pack, analyze, clean
from newsclean.article import Label
from newsclean.rules import rule as rules
from newsclean.rules.rule import LIMIT, LONGEST, REACH, Rule
from newsclean.rules.shipped import builtin, spoken_for

RULE = """
[[rule]]
id = "share.bar"
label = "share"
lines = ["Teilen"]
matches = ["Teilen"]
keeps = ["Teilen ist schön."]
"""
TEXT = "Der Gemeinderat hat am Montag das Budget der Stadt beschlossen.\n\nZum Merkzettel"


def pack(rule: str = RULE, head: str = 'id = "mine"') -> str:
    """A pack of one rule."""
    return f"{head}\n{rule}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id = ", "mine.toml: not valid TOML"),
        ('id = "a"\nid = "b"', "not valid TOML"),
        (pack(head='id = "m"\nrules = 1'), "unknown key in mine.toml 'rules', did you mean 'rule'?"),
        (pack(head='langage = "fr"'), "unknown key in mine.toml 'langage', did you mean 'language'?"),
        (pack(head=""), "the pack has no id"),
        (pack(head="id = 3"), "the pack has no id"),
        (pack(RULE.replace('id = "share.bar"', "")), "mine.toml, rule 1: the rule has no id"),
        (pack(RULE.replace("lines", "line")), "(share.bar) 'line', did you mean 'lines'?"),
        (pack(RULE.replace('label = "share"', 'label = "shares"')), "'shares', did you mean 'share'?"),
        (pack(RULE.replace('label = "share"', "")), "unknown label in mine.toml, rule 1 (share.bar)"),
        (pack(RULE + 'strength = "stong"'), "'stong', did you mean 'strong'?"),
        (pack(RULE + 'cut = "tale"'), "'tale', did you mean 'tail'?"),
        (pack(RULE.replace('matches = ["Teilen"]', "")), "at least one example under matches and one under keeps"),
        (pack(RULE.replace('keeps = ["Teilen ist schön."]', "keeps = []")), "at least one example"),
        (pack(RULE.replace('lines = ["Teilen"]', "")), "the rule looks for nothing"),
        (pack(RULE.replace('lines = ["Teilen"]', 'lines = "Teilen"')), "lines: expected a list of non-empty strings"),
        (pack(RULE.replace('lines = ["Teilen"]', 'lines = [" "]')), "expected a list of non-empty strings"),
        (pack(RULE.replace('lines = ["Teilen"]', "lines = [3]")), "expected a list of non-empty strings"),
        (pack(RULE + 'pattern = "^teilen"'), "a pattern needs anchors"),
        (pack(RULE + "pattern = '(teilen'\nanchors = ['teilen']"), "the pattern is not well formed"),
        (pack(RULE + 'cut = "tail"'), "a cut needs a pattern"),
        (pack(RULE + "longest = 0"), f"longest must be a number of characters from 1 to {LIMIT}"),
        (pack(RULE + f"longest = {LIMIT + 1}"), f"from 1 to {LIMIT}"),
        (pack(RULE + 'longest = "200"'), f"from 1 to {LIMIT}"),
        (pack(RULE + RULE), "mine.toml: two rules are called 'mine.share.bar'; rename one"),
    ],
)
def test_a_pack_that_is_not_well_formed(text: str, message: str) -> None:
    with pytest.raises(NewscleanError) as caught:
        Pack.parse(text, "mine.toml")
    assert message in str(caught.value)


def test_load_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('id = "mine"\nrule = ]', "utf-8")
    with pytest.raises(NewscleanError, match=r"broken\.toml: not valid TOML.*line 2"):
        Pack.load(path)
    path.write_bytes(b"id = '\xff'")
    with pytest.raises(NewscleanError, match=r"broken\.toml: the pack cannot be read"):
        Pack.load(path)
    with pytest.raises(NewscleanError, match=r"nowhere\.toml: the pack cannot be read"):
        Pack.load(tmp_path / "nowhere.toml")


def test_a_pack_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = RULE.replace("Teilen ist schön.", "Zum Merkzettel gehört ein Stift.").replace('"Teilen"', '"Zum Merkzettel"')
    path.write_text(pack(text), "utf-8")
    mine = Pack.load(path)
    assert "Merkzettel" in clean(TEXT)
    (removed,) = analyze(TEXT, packs=[mine]).removed
    assert (removed.source, removed.label) == ("Zum Merkzettel", Label.SHARE)
    assert removed.evidence[0].name == "mine.share.bar"
    assert "Merkzettel" in clean(TEXT, packs=[mine], keep={"share"})


@pytest.mark.parametrize(
    ("rule", "line", "speaks"),
    [
        ({"lines": ("lire aussi",)}, "» LIRE  AUSSI :", True),
        ({"lines": ("lire aussi",)}, "Lire aussi bien Proust", False),
        ({"lines": ("l'essentiel",)}, "L’essentiel", True),
        ({"starts": ("lire aussi :",)}, "- Lire aussi\u00a0: Le port vend sa criée", True),
        ({"starts": ("photo",)}, "Photographies interdites", False),
        ({"starts": ("photo",)}, "Photo Paul Amiel", True),
        ({"ends": ("en savoir plus",)}, "Le port vend sa criée En savoir plus", True),
        ({"ends": ("plus",)}, "Le port vend son surplus", False),
        ({"pattern": r"^\d+ commentaires?$", "anchors": ("commentaires",)}, "12 commentaires", True),
        ({"pattern": r"^\d+ commentaires?$", "anchors": ("commentaires",)}, "1 commentaire", False),
        ({"lines": ("partager",), "longest": 5}, "Partager", False),
        ({"starts": ("lire",)}, "lire " + "a" * LONGEST, False),
        ({"starts": ("lire",), "longest": 400}, "lire " + "a" * LONGEST, True),
    ],
)
def test_what_a_rule_speaks_for(rule: dict, line: str, speaks: bool) -> None:
    assert Rule("a", Label.RELATED, **rule).matches_line(line) is speaks


def test_a_cut_finds_its_piece_where_it_may_stand() -> None:
    tail = Rule("a", Label.AGENCY, pattern=r"\(afp\)$", anchors=("(afp)",), cut="tail")
    head = Rule("b", Label.AGENCY, pattern=r"^\(afp\)", anchors=("(afp)",), cut="head")
    inside = Rule("c", Label.AD, pattern=r"\bwindow\._ads\(\);", anchors=("window._ads",), cut="inside")
    long = "Le conseil a voté. " * 40
    assert tail.find(long + "(AFP)") == (len(long), len(long) + 5)
    assert tail.find("(AFP) " + long) is None
    assert head.find("(AFP) " + long) == (0, 5)
    assert inside.find(long + "window._ads(); " + long) == (len(long), len(long) + 14)
    assert Rule("d", Label.AGENCY, pattern=r"\(afp\)", anchors=("afp",), cut="head").find("a" * REACH + "(AFP)") is None


def test_builtin_packs_have_the_language_they_say() -> None:
    packs = {found.id: found.language for found in builtin()}
    assert packs["core"] == ""
    assert {"fr", "fr-CH", "fr-BE", "fr-CA", "de", "de-CH", "de-AT", "en", "it", "es"} <= set(packs)
    assert {packs[name] for name in ("fr", "fr-CH", "fr-BE", "fr-CA")} == {"fr"}


def test_rules_of_other_languages_are_not_asked() -> None:
    ids = {rule.id.split(".")[0].split("-")[0] for rule in spoken_for(builtin(), "it")}
    assert ids == {"core", "en", "it"}


SLOW = r"""
id = "mine"
[[rule]]
id = "promo.read"
label = "promo"
pattern = '^lisez (?:[\w ]{1,30} ?){1,30}vallée$'
anchors = ["lisez"]
matches = ["Lisez la vallée"]
keeps = ["Lisez-vous?"]
"""


@pytest.mark.parametrize("cut", ["", 'cut = "tail"\n'], ids=["line", "cut"])
def test_a_slow_rule_of_your_own_stops(cut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "PATIENCE", 0.05)
    mine = Pack.parse(SLOW.replace("anchors", f"{cut}anchors"))
    assert clean(TEXT, packs=[mine]) == clean(TEXT)
    with pytest.raises(
        NewscleanError, match=r"rule mine.promo.read: its pattern looked at one line for more than 0.05 s"
    ):
        analyze(f"{TEXT}\n\n{'lisez ' * 30}vallee.", packs=[mine])


def test_rules_that_come_with_newsclean_were_tested_and_are_not_watched() -> None:
    assert {rule.patience for pack in builtin() for rule in pack.rules} == {None}
    assert {rule.patience for rule in Pack.parse(pack()).rules} == {rules.PATIENCE}
