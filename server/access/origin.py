"""Whether a request comes from our own pages."""

from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
TWINS = {"ws": "http", "wss": "https"}


def same_origin(origin: str, address: str) -> bool:
    """Say whether the header `Origin` names the site of `address`.

    Scheme, host and port must all agree; `ws` counts as `http`. "null" (a sandboxed page, a
    file) is nobody's site.
    """
    given = _parts(origin)
    return given is not None and given == _parts(address)


def _parts(address: str) -> tuple[str, str, int] | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return None
    scheme = TWINS.get(parts.scheme, parts.scheme)
    return scheme, parts.hostname, port or DEFAULT_PORTS[scheme]
