"""The name of a site, from an address, a host or a field of a record."""

from __future__ import annotations

from newsclean.hosts import host_of


def site_of(url: str | None) -> str:
    """Return the site that an address or the name of a host belongs to; "" if there is none.

    >>> site_of("https://www.Example.ch/a"), site_of("sport.example.ch"), site_of(None)
    ('example.ch', 'sport.example.ch', '')
    """
    return host_of(url).removeprefix("www.")


def site_named(name: object) -> str:
    """Return the site that a field of a record names: an address or a host stands for its site, another name for itself.

    >>> site_named("https://www.example.ch/a"), site_named("Le Courrier"), site_named(None)
    ('example.ch', 'Le Courrier', '')
    """
    text = " ".join(name.split()) if isinstance(name, str) else ""
    return site_of(text) if "." in text and " " not in text else text
