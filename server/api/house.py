"""What every request may need, built once by `app.build` and handed down."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from server.access.bucket import Buckets, Rate
from server.access.pairing import Pairings
from server.access.tickets import Tickets
from server.api.structures import Structures
from server.live.hub import Hub
from server.settings import Settings
from server.store.database import Database

Clock = Callable[[], datetime]
# over all addresses together: so slow that nobody finds one of 86 million codes in an evening
ALL_WRONG_CODES = Rate(size=600, per_second=5)
WRONG_CODES_PER_SECOND = 1 / 3
HOUR = 3600
SCREENS = Rate(size=20, per_second=1 / 20)


@dataclass(frozen=True, slots=True)
class Guards:
    """What is slowed down, and by whom it was tried."""

    wrong: Buckets
    all_wrong: Buckets
    boards: Buckets
    screens: Buckets


def guards(settings: Settings) -> Guards:
    """Give the guards that the settings ask for."""
    boards = settings.limit_new_boards_per_hour
    return Guards(
        wrong=Buckets(Rate(settings.limit_wrong_codes, WRONG_CODES_PER_SECOND)),
        all_wrong=Buckets(ALL_WRONG_CODES),
        boards=Buckets(Rate(boards, boards / HOUR)),
        screens=Buckets(SCREENS),
    )


@dataclass(frozen=True, slots=True)
class House:
    """The running server's parts; `tickets` hold ids of participants."""

    settings: Settings
    database: Database
    hub: Hub
    clock: Clock
    guards: Guards
    tickets: Tickets[str] = field(default_factory=Tickets)
    pairings: Pairings = field(default_factory=Pairings)
    structures: Structures = field(default_factory=Structures)

    def seconds(self) -> float:
        """Give the moment as seconds, for buckets and tickets."""
        return self.clock().timestamp()


def house_of(connection: HTTPConnection) -> House:
    """Give the house in which a request arrives."""
    house: House = connection.app.state.house
    return house


InHouse = Annotated[House, Depends(house_of)]
