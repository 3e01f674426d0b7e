"""Profiles as TOML: read back as written, and errors that say where and what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Label, NewscleanError, Profile, Profiles
from newsclean.profiles import ProfileLine

LINE = '[[profile]]\nsite = "a.ch"\narticles = 9\n[[profile.line]]\nline = "partager"\narticles = 8\nhead = 0\ntail = 8\nlabel = "share"\n'


@given(st.text(max_size=40), st.text(max_size=40).filter(str.strip), st.integers(0, 10**9))
def test_what_is_written_is_read(site: str, line: str, count: int) -> None:
    profiles = Profiles((Profile(site, count, (ProfileLine(line, count, 0, count, Label.OTHER, line),)),))
    assert Profiles.parse(profiles.dumps()) == profiles
    assert Profile.parse(profiles.dumps()) == profiles.profiles[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[profile]", "not valid TOML"),
        ("profil = 3", "unknown key in mine.toml 'profil', did you mean 'profile'"),
        ("profile = 3", "begin each with [[profile]]"),
        ("[[profile]]\narticles = 3", "mine.toml, profile 1: site must be a text in quotes"),
        ('[[profile]]\nsite = "a"', "articles must be a number of articles"),
        ('[[profile]]\nsite = "a"\narticles = -1', "0 or more"),
        ('[[profile]]\nsite = "a"\narticles = true', "0 or more"),
        (LINE, "profile 1, line 1: example must be a text"),
        (LINE.replace("share", "shares"), "did you mean 'share'"),
        (LINE.replace("partager", " "), "line must have 1 to 1000 characters"),
        (f"{LINE}exemple = 3", "did you mean 'example'"),
        ("", "0 profiles where one was looked for"),
    ],
)
def test_errors_say_where_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(NewscleanError) as caught:
        Profile.parse(text, "mine.toml")
    assert told in str(caught.value)
