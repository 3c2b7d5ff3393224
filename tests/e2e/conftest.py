"""Every test of this folder gets a house of its own and a browser of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.builders.browser import chromium
from tests.e2e.house import House

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """Give a running server with an empty store."""
    house = House(tmp_path)
    await house.open()
    yield house
    await house.shut()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Give a fresh browser."""
    async with chromium() as browser:
        yield browser
