"""Every answer tells the browser to load nothing from elsewhere and to tell nobody."""

import pytest

from server.api.headers import page_policy
from tests.builders.house import house

PATHS = ["/", "/k/b1", "/assets/app-1a2b.js", "/api/boards", "/api/nothing", "/health/live"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ],
)
async def test_every_answer_carries_the_header(tmp_path, path, name, value):
    async with house(tmp_path) as running:
        assert (await running.device().get(path)).headers[name] == value


@pytest.mark.parametrize("path", PATHS)
async def test_a_page_loads_from_its_own_server_only(tmp_path, path):
    async with house(tmp_path) as running:
        policy = (await running.device().get(path)).headers["content-security-policy"]
        assert policy.split("; ") == [
            "default-src 'self'",
            "connect-src 'self' ws://kleed.test",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]


def test_behind_https_only_a_safe_socket_is_named():
    assert "wss://kleed.example.org;" in page_policy("https", "kleed.example.org")


@pytest.mark.parametrize("host", ["a b", "x; script-src *", "", "x'", "a,b", "x\n"])
def test_a_host_that_is_no_host_does_not_get_into_the_policy(host):
    assert "connect-src 'self';" in page_policy("http", host)


@pytest.mark.parametrize("host", ["localhost:8000", "[::1]:8000", "192.168.1.2"])
def test_a_host_with_a_port_is_named_as_it_is(host):
    assert f"connect-src 'self' ws://{host};" in page_policy("http", host)


async def test_answers_of_the_api_are_kept_nowhere(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        await running.board(device)
        assert (await device.get("/api/boards")).headers["cache-control"] == "no-store"
