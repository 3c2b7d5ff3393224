"""What people call themselves, write and hold as keys stands in no log."""

import logging

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from server.access.cookie import COOKIE
from server.store.database import open_database
from tests.builders.process import program
from tests.builders.served import slip

STORED = 80
NAME, WORD, LABEL, TITLE = "Noortje", "bakfietsenmaker", "raadslid", "Avondje"


def test_a_whole_journey_leaves_neither_names_nor_secrets_in_the_log(tmp_path):
    with program(tmp_path, "serve", TAFELKLEED_LOG_LEVEL="debug") as running:
        secrets = journey(running.address)
        code, logged = running.stop()
    assert code == 0
    assert "route=/api/join status=200" in logged
    assert "status=403" in logged
    assert [secret for secret in secrets if secret in logged] == []


def journey(address: str) -> list[str]:
    """Do what a group does, well and badly; give everything that must not be logged."""
    with httpx.Client(base_url=address) as host, httpx.Client(base_url=address) as guest:
        made = host.post("/api/boards", json={"theme": WORD, "title": TITLE}).json()
        board = f"/api/boards/{made['board']['id']}"
        wish = {"role": "participant", "label": LABEL, "code": True}
        way = host.post(f"{board}/invitations", json=wish).json()
        secret = way["link"].split("#")[1]
        asked = {"secret": secret, "name": NAME, "ticket": True}
        ticket = guest.post("/api/join", json=asked).json()["ticket"]
        write(f"{address}/sync/{made['board']['id']}?secret={secret}", ticket)
        guest.patch(f"{board}/me", json={"name": NAME, "seat": "s1"})
        guest.post("/api/join", json={"code": way["code"]})
        guest.post("/api/join", json={"secret": secret + "x"})
        guest.get(f"/k/{secret}")
        guest.get(f"/api/{secret}", params={"secret": secret})
        guest.get(f"{board}?secret={secret}&as={NAME}")
        guest.patch(f"{board}/session", json={"phase": "rim"})
        guest.get(board, headers={"Upgrade": "websocket", "Connection": "Upgrade"})
        taken = host.post(f"{board}/snapshots", json={"title": TITLE}).json()
        host.get(f"{board}/snapshots/{taken['id']}/export/json?names=true")
        host.post("/api/import", content=f'{{"schema": "{WORD}"}}')
        cookies = [guest.cookies[COOKIE], host.cookies[COOKIE]]
    links = [link.split("#")[1] for link in made["links"].values()]
    return [*links, secret, way["code"], ticket, *cookies, NAME, WORD, LABEL, TITLE]


def write(address: str, ticket: str) -> None:
    """Write a slip by socket, then something that is no message; the ticket works once."""
    address = address.replace("http", "ws", 1)
    way = {"subprotocols": ["tafelkleed.1", f"ticket.{ticket}"], "proxy": None}
    with connect(address, **way) as socket:
        socket.send(slip(WORD))
        while socket.recv()[0] != STORED:
            pass
        socket.send(b"\xff" + WORD.encode())
        with pytest.raises(ConnectionClosed):
            rest(socket)
    with connect(address, **way) as socket, pytest.raises(ConnectionClosed):
        socket.recv()


def rest(socket: ClientConnection) -> None:
    """Take in what still comes, until the socket is closed on us."""
    while True:
        socket.recv()


def test_an_error_of_the_database_does_not_name_what_was_written(caplog, tmp_path):
    engine = open_database(f"sqlite+aiosqlite:///{tmp_path}/a.db").engine
    assert engine.sync_engine.hide_parameters
    assert logging.getLogger("sqlalchemy.engine").level == logging.NOTSET
