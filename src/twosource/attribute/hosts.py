"""The host of an address as written in a text, where anything can stand."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """Host without "www."; "" when the address is none ("http://[x", escapes in it)."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
