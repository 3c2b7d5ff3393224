"""Devices are known by their token, and told apart by address when they guess."""

import pytest
from starlette.requests import Request

from server.access.cookie import COOKIE
from server.api.devices import address_of, token_of


def request(host: str | None = "10.0.0.1", cookie: str = "") -> Request:
    client = (host, 1234) if host is not None else None
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    return Request({"type": "http", "client": client, "headers": headers})


def test_a_device_keeps_its_token():
    assert token_of(request(cookie="x" * 43)) == "x" * 43


@pytest.mark.parametrize("cookie", ["", "x" * 42, "x" * 44])
def test_a_device_without_a_token_of_our_making_gets_one(cookie):
    token = token_of(request(cookie=cookie))
    assert len(token) == 43
    assert token != cookie


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("192.168.1.5", "192.168.1.5"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("a-unix-socket", "a-unix-socket"),
        (None, ""),
    ],
)
def test_a_household_shares_an_address(host, address):
    assert address_of(request(host)) == address
