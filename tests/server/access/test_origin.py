"""Only our own pages are our own."""

import pytest

from server.access.origin import same_origin


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://kleed.example.org", "https://kleed.example.org"),
        ("https://kleed.example.org", "https://kleed.example.org/"),
        ("https://kleed.example.org:443", "https://kleed.example.org"),
        ("https://kleed.example.org", "wss://kleed.example.org"),
        ("http://localhost:8000", "ws://localhost:8000"),
        ("http://KLEED.example.org", "http://kleed.example.org"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_the_same_scheme_host_and_port_are_the_same_site(origin, address):
    assert same_origin(origin, address)


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("http://localhost:8001", "http://localhost:8000"),
        ("http://kleed.example.org", "https://kleed.example.org"),
        ("https://kleed.example.org.evil.com", "https://kleed.example.org"),
        ("https://evil.com", "https://kleed.example.org"),
        ("https://kleed.example.org@evil.com", "https://kleed.example.org"),
        ("null", "http://localhost:8000"),
        ("", ""),
        ("null", "null"),
        ("http://", "http://"),
        ("file:///tmp/a.html", "file:///tmp/a.html"),
        ("http://localhost:99999", "http://localhost:99999"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_anything_else_is_another_site(origin, address):
    assert not same_origin(origin, address)
