"""Lines that no newsroom wrote, for what holds of every line."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "Par",
        "Von",
        "By",
        "di",
        "Por",
        "Jean",
        "Dupont",
        "R.",
        "B.",
        "et",
        "und",
        "avec",
        "AFP",
        "dpa",
        "(ats/nxp)",
        "/ATS",
        "(dpa)",
        "©",
        "2019",
        "Photo:",
        "Foto",
        "Keystone",
        "Paris",
        "—",
        "|",
        "-",
        "(AFP)",
        "3",
        "mai",
        "2018",
        "à",
        "10h30",
        "vor",
        "Stunden",
        "ago",
        "May",
        "12,",
        "11.06.2018",
        "Publié",
        "le",
        "Mis",
        "jour",
        "İ",
        "ß",
        ".",
        ",",
        "«",
        "»",
        "(",
        ")",
        "/",
        "17:05",
        "CET",
        "+02:00",
        "31/02/99",
        "via",
        "Getty",
        "Images",
    ]
)
LINES = st.one_of(
    st.text(max_size=400), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)
LANGUAGES = st.sampled_from([None, "fr", "de-CH", "en", "it", "es", "xx"])
