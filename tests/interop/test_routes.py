"""What the page asks of the HTTP API is what the server offers."""

import json
import re
import subprocess
from urllib.request import urlopen

from tests.builders.node import bundle

ELSEWHERE = {"GET /api/boards/{board}/snapshots/{snapshot}/picture.svg"}
"""Offered to pictures in a page: the server says itself where they are."""


def test_the_page_asks_only_what_the_server_offers(server):
    patterns = [re.compile(re.sub(r"\{\w+\}", "_", route)) for route in offered(server)]
    unknown = [asked for asked in asked_by_page() if not any(p.fullmatch(asked) for p in patterns)]
    assert unknown == []


def test_the_page_can_ask_all_that_the_server_offers(server):
    asked = asked_by_page()
    unused = {route for route in offered(server) if re.sub(r"\{\w+\}", "_", route) not in asked}
    assert unused == ELSEWHERE


def offered(server: str) -> set[str]:
    with urlopen(f"{server}/api/openapi.json") as answer:
        paths = json.load(answer)["paths"]
    routes = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    return {route for route in routes if " /api/" in route}


def asked_by_page() -> set[str]:
    done = subprocess.run(
        ["node", str(bundle("routes"))], capture_output=True, text=True, check=True, timeout=30
    )
    return set(done.stdout.split("\n")) - {""}
