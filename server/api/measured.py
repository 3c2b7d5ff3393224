"""The door for Prometheus: shut unless a token is set, and open only to who brings it."""

import hmac
from collections.abc import Iterator

from fastapi import APIRouter
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from server.api.doors import ForAnyone
from server.api.house import House, InHouse
from server.errors import AppError, Refusal
from server.live.runner import State
from server.metrics import REGISTRY
from server.sync.refusal import MADE, WORDS

router = APIRouter()
BEARER = "Bearer "


@router.get("/metrics", dependencies=[ForAnyone], include_in_schema=False)
async def metrics(request: Request, house: InHouse) -> Response:
    """Give all numbers; without the right token there is no such page."""
    token = house.settings.metrics_token
    brought = request.headers.get("authorization", "").removeprefix(BEARER)
    if token is None or not hmac.compare_digest(
        brought.encode(), token.get_secret_value().encode()
    ):
        raise AppError(Refusal.UNKNOWN_ROUTE)
    return Response(generate_latest(Numbers(house)), media_type=CONTENT_TYPE_LATEST)


class Numbers:
    """All there is to collect: what was counted, and how the house is doing now."""

    def __init__(self, house: House) -> None:
        self._house = house

    def collect(self) -> Iterator[Metric]:
        """Give every family of numbers."""
        yield from REGISTRY.collect()
        yield from standing(self._house)


def standing(house: House) -> Iterator[Metric]:
    """Give how the rooms and the store are doing at this moment."""
    status = house.hub.status()
    rooms = GaugeMetricFamily("tafelkleed_rooms", "Running boards by state.", labels=["state"])
    for state in State:
        rooms.add_metric([state], status.rooms.get(state, 0))
    yield rooms
    refused = CounterMetricFamily(
        "tafelkleed_refusals", "Changes that were refused, by rule.", labels=["rule"]
    )
    for rule in WORDS:
        refused.add_metric([rule], MADE[rule])
    yield refused
    for name, words, value in (
        ("peers", "Devices at all boards.", status.peers),
        ("store_away", "Whether the store takes no writes now.", status.store_away),
        ("waiting_rows", "Rows that wait to be committed.", status.waiting_rows),
        ("unacknowledged_bytes", "Bytes that wait to be committed.", status.waiting_bytes),
        ("outbox_bytes", "Bytes that devices have not taken.", status.outbox_bytes),
    ):
        yield GaugeMetricFamily(f"tafelkleed_{name}", words, value=float(value))
