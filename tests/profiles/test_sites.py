"""Profiles of many sites: found by address."""

from __future__ import annotations

import pickle

import pytest

from newsclean import NewscleanError, Profile, Profiles, clean
from newsclean.profiles.counts import SiteCounts
from tests.profiles.texts import FOOTER, bodies, with_tail


def test_a_set_of_profiles_is_used_by_address() -> None:
    texts = with_tail(bodies(20), FOOTER, 20)
    profiles = Profiles.learn(("https://www.example.ch/a", text) for text in texts)
    assert FOOTER not in clean(texts[0], profile=profiles, url="https://sport.example.ch/b")
    assert FOOTER in clean(texts[0], profile=profiles, url="https://other.example/b")
    assert FOOTER in clean(texts[0], profile=profiles)
    assert profiles.pack("https://example.ch/") is profiles.pack("http://www.example.ch/x")


def test_a_profile_without_a_site_is_for_all_that_have_none() -> None:
    profiles = Profiles((Profile("a.example", 9, ()), Profile.learn(with_tail(bodies(20), FOOTER, 20))))
    assert profiles.pack("https://a.example/").rules == ()
    assert [rule.id for rule in profiles.pack(None).rules] == [f"profile.corpus/20-of-20: {FOOTER.lower()}"]
    with pytest.raises(NewscleanError, match="two profiles are of the site"):
        Profiles((Profile("a.example", 9, ()), Profile("a.example", 8, ())))


def test_bare_profiles_are_equal_and_hash_alike(whole: Profiles) -> None:
    assert whole.bare == whole
    assert hash(whole.bare) == hash(whole)
    assert len(pickle.dumps(whole.bare)) < len(pickle.dumps(whole)) / 10
    assert all(isinstance(profile.counts, SiteCounts) for profile in whole)
