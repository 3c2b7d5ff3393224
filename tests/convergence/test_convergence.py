"""Clients of both kinds end up with the same content, whatever the network and the power do."""

import asyncio
import random
from dataclasses import dataclass

import pytest

from tests.builders.mortal import Mortal, mortal_server
from tests.builders.peers import Peers, State, peers
from tests.builders.proxy import BadNetwork, bad_network

KINDS = {"an": "stock", "bo": "stock", "cas": "stock", "dee": "ours", "eva": "ours"}
ROUNDS = 12
KILLED_IN = (5,)
SETTLING_SECONDS = 60


@dataclass
class Meeting:
    """A board with clients around it, a bad network between, and what chance does to it."""

    chance: random.Random
    served: Mortal
    network: BadNetwork
    clients: Peers

    async def come(self, name: str, kind: str) -> None:
        url = f"ws://127.0.0.1:{self.network.port}/sync"
        await self.clients.tell(name, "come", kind=kind, url=url, board="proef")

    async def play(self) -> None:
        for number in range(ROUNDS):
            self.network.delay = self.chance.choice([0.0, 0.0, 0.01, 0.05])
            for name in KINDS:
                await self.act(name)
            self.network.cut(self.chance.choice([0.0, 0.0, 0.2, 0.6]))
            if number in KILLED_IN:
                await self.fail_power()
            await self.network.some_traffic(0.2)

    async def act(self, name: str) -> None:
        """One client writes a little, and perhaps goes away or comes back."""
        if self.chance.random() < 0.8:
            seed, times = self.chance.randrange(2**31), self.chance.randrange(1, 5)
            await self.clients.tell(name, "edit", seed=seed, times=times)
        do = self.chance.choice(["leave", "join", "join", "repeat", None, None, None])
        if do:
            await self.clients.tell(name, do)

    async def fail_power(self) -> None:
        """The server dies in the middle of it; what people write meanwhile waits with them."""
        await self.served.kill()
        for name in KINDS:
            await self.act(name)
        await self.served.start_again()
        self.network.upstream = self.served.port

    async def settle(self) -> dict[str, State]:
        """The network is good again: give what everybody holds when all has arrived."""
        self.network.delay = 0.0
        await self.come("latecomer", "stock")
        for name in KINDS:
            await self.clients.tell(name, "join")
        states: dict[str, State] = {}
        try:
            async with asyncio.timeout(SETTLING_SECONDS):
                while not (states and settled(states) and agree(states)):
                    await self.network.some_traffic(0.2)
                    names = [*KINDS, "latecomer"]
                    states = {name: await self.clients.state(name) for name in names}
        except TimeoutError:
            held = {name: (state.settled, state.hash) for name, state in states.items()}
            raise AssertionError(f"they never agreed: {held}") from None
        return states


def settled(states: dict[str, State]) -> bool:
    return all(state.settled for state in states.values())


def agree(states: dict[str, State]) -> bool:
    return len({state.hash for state in states.values()}) == 1


@pytest.mark.parametrize("seed", [1, 2])
async def test_all_clients_end_with_the_same_content(seed, tmp_path):
    chance = random.Random(seed)
    async with (
        mortal_server(tmp_path) as served,
        bad_network(served.port, chance) as network,
        peers() as clients,
    ):
        meeting = Meeting(chance, served, network, clients)
        for name, kind in KINDS.items():
            await meeting.come(name, kind)
        await meeting.play()
        states = await meeting.settle()
    assert agree(states)
    assert len(states["latecomer"].content["ingredients"]) > 1
    for name in ("dee", "eva"):
        assert states[name].page == states[name].content
