"""Servers that the tests of this folder share, each test with boards of its own."""

from collections.abc import Iterator

import pytest

from tests.builders.process import program


@pytest.fixture(scope="session")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that lets any client in at any board."""
    with program(tmp_path_factory.mktemp("open"), "serve", "--open") as running:
        yield running.address


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server as people use it."""
    with program(tmp_path_factory.mktemp("server"), "serve") as running:
        yield running.address
