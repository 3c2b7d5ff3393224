"""The cookie cannot be read by scripts, nor sent along from other sites."""

from server.access.cookie import COOKIE, set_cookie


def test_the_cookie_is_httponly_and_samesite_and_for_the_whole_site():
    assert set_cookie("abc", secure=False).split("; ") == [
        f"{COOKIE}=abc",
        "Max-Age=34560000",
        "Path=/",
        "HttpOnly",
        "SameSite=Lax",
    ]


def test_on_https_the_cookie_is_sent_over_nothing_else():
    assert set_cookie("abc", secure=True).endswith("; Secure")
