"""The rule that a line of a profile makes."""

from __future__ import annotations

from newsclean import Label, Profile, clean
from newsclean.profiles.profile_line import ProfileLine
from tests.profiles.texts import bodies, with_tail


def test_misread_letters_are_found_in_both_readings() -> None:
    line = "Espace rÃ©servÃ© aux abonnÃ©s du Courrier"
    profile = Profile.learn(with_tail(bodies(20), line, 20))
    text = f"Le conseil a voté le budget de la ville lundi soir.\n{line}"
    assert clean(text, profile=profile) == "Le conseil a voté le budget de la ville lundi soir."


def test_a_long_line_is_shortened_in_the_id_of_its_rule() -> None:
    line = ProfileLine("votre espace " * 30, 9, 0, 9, Label.OTHER, "Votre espace")
    rule = line.rule("", 10)
    assert rule.id.startswith("profile.corpus/9-of-10: votre espace")
    assert rule.id.endswith("…")
    assert rule.longest == 2 * len(line.line)
