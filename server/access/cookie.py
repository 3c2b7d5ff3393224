"""The one cookie: a random token by which a device is known again."""

COOKIE = "tafelkleed_device"
LIFE_SECONDS = 400 * 24 * 3600


def set_cookie(token: str, *, secure: bool, life_seconds: int = LIFE_SECONDS) -> str:
    """Give the value of `Set-Cookie`: not readable by scripts, not sent along from other sites."""
    flags = "; Secure" if secure else ""
    return f"{COOKIE}={token}; Max-Age={life_seconds}; Path=/; HttpOnly; SameSite=Lax{flags}"
