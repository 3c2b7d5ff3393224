"""Devices: known again by a cookie, told apart by address when they guess."""

from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import Request
from starlette.responses import Response

from server.access.cookie import COOKIE, set_cookie
from server.access.secret import new_secret
from server.settings import Settings

TOKEN_LENGTH = len(new_secret())
# one household or office gets 64 bits of addresses to itself
IPV6_PREFIX = 64


def token_of(request: Request) -> str:
    """Give the token by which this device is known, or a fresh one."""
    token = request.cookies.get(COOKIE, "")
    return token if len(token) == TOKEN_LENGTH else new_secret()


def remember(request: Request, response: Response, settings: Settings, token: str) -> None:
    """Let the device keep its token; on https it goes over nothing else."""
    public = settings.public_url.startswith("https://")
    secure = public or request.url.scheme == "https"
    response.headers.append("set-cookie", set_cookie(token, secure=secure))


def forget(request: Request, response: Response, settings: Settings) -> None:
    """Let the device forget its token, so that it holds no board any more."""
    public = settings.public_url.startswith("https://")
    secure = public or request.url.scheme == "https"
    response.headers.append("set-cookie", set_cookie("", secure=secure, life_seconds=0))


def address_of(request: Request) -> str:
    """Give where a request comes from, as fine as one can tell devices apart by it."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_PREFIX), strict=False))
    return host
