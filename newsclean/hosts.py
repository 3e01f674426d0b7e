"""The host of a URL, and whether it belongs to a site."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def host_of(url: str | None) -> str:
    """Return the host of a URL, in lower case and ASCII, without port; "" if it has none.

    >>> host_of("https://www.Example.ch:443/a"), host_of("example.ch/a"), host_of("https://zürich.example/"), host_of(None)
    ('www.example.ch', 'example.ch', 'xn--zrich-kva.example', '')
    """
    if not url:
        return ""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return ascii_host(host)


def split_url(url: str | None) -> SplitResult:
    """Return the parts of a URL; empty parts if it is malformed.

    >>> split_url("https://example.ch/a/b").path, split_url("http://[").path, split_url(None).hostname
    ('/a/b', '', None)
    """
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def ascii_host(host: str) -> str:
    """Return the host in the ASCII form of IDNA; unchanged if it has none.

    >>> ascii_host("Zürich.example.")
    'xn--zrich-kva.example'
    """
    host = host.strip().rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def is_below(host: str, site: str) -> bool:
    """Return True if the host is the domain of the site or a subdomain of it.

    >>> is_below("www.example.ch", "example.ch"), is_below("myexample.ch", "example.ch")
    (True, False)
    """
    return host == site or host.endswith(f".{site}")
