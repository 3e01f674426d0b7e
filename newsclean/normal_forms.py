"""Two readings of a line: `flat` keeps every offset, `fold` is the key under which whole lines are looked up."""

from __future__ import annotations

from newsclean.patterns import lazy_re, lazy_regex

EDGES = " \t.,:;|·•*»›>«‹<→►▶▸▹▪■●○◆➤➔↓↑▼▲–—-_/\\+#…!\u200b\ufeff\"'“”„"
_BULLET = lazy_regex(r"(?:[-–—•·*+▪■●○◦‣►▶»›>o]|\d{1,2}\.)\s{1,4}+")
TOKENS = lazy_re(r"\w+|[^\w\s]")


def flat(line: str) -> str:
    """The line with straight apostrophes and plain spaces, each character in its place.

    >>> flat("L’été\\u00a0!")
    "L'été !"
    """
    if line.isascii():
        return line
    if "’" in line:
        line = line.replace("’", "'")
    if "\u00a0" in line:
        line = line.replace("\u00a0", " ")
    if "\u202f" in line:
        line = line.replace("\u202f", " ")
    return line


MARKS = "'\"’‘“”„«»‹›"
SET = (
    (" .", "."),
    (" ,", ","),
    ("...", "…"),
    (" …", "…"),
    (" ?", "?"),
    (" !", "!"),
    (" :", ":"),
    (" ;", ";"),
    ("« ", "«"),
    (" »", "»"),
    (" %", "%"),
)


def unset(line: str) -> str:
    """The line as it reads whatever its typography: no space that a locale sets or leaves out, three dots as one mark.

    >>> unset("« Pourquoi\u202f? »") == unset("«Pourquoi?»")
    True
    """
    line = " ".join(line.split())
    for found, instead in SET:
        if found in line:
            line = line.replace(found, instead)
    return tight(line)


def tight(line: str) -> str:
    """The line without a space right inside the quotation marks at its ends.

    >>> tight("'1 '"), tight("« deux")
    ("'1'", '«deux')
    """
    if line[1:2] == " " and line[0] in MARKS:
        line = line[0] + line[2:]
    if line[-2:-1] == " " and line[-1] in MARKS and len(line) > 2:
        line = line[:-2] + line[-1]
    return line


def fold(line: str) -> str:
    """The line in lower case, spaces collapsed, without bullets, arrows and marks at its ends.

    >>> fold("  » Lire   AUSSI : "), fold("L’essentiel…")
    ('lire aussi', "l'essentiel")
    """
    return key_of(unset(line))


def key_of(bare: str) -> str:
    """The key of a line that is without its typography.

    >>> key_of("L’Essentiel…")
    "l'essentiel"
    """
    return unlisted(bare.lower().replace("’", "'").replace("\u00ad", "")).strip(EDGES)


def unlisted(line: str) -> str:
    """The line without the bullet or number that a dump of a menu puts in front.

    >>> unlisted("o sport"), unlisted("2. accueil"), unlisted("océan")
    ('sport', 'accueil', 'océan')
    """
    found = _BULLET.match(line)
    return line[found.end() :] if found else line


def words(line: str) -> list[str]:
    """The words and symbols of a line, in lower case: what anchors are looked up by.

    >>> words("© 2019 AFP, l’agence")
    ['©', '2019', 'afp', ',', 'l', "'", 'agence']
    """
    found: list[str] = TOKENS.findall(flat(line).lower())
    return found
