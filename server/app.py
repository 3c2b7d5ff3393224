"""The one place where the server is put together, and where the clock is read."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from importlib.metadata import version

from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import WebSocketRoute

from server import log
from server.api import (
    boards,
    comparison,
    erasures,
    exports,
    family,
    findings,
    guests,
    health,
    imports,
    invitations,
    join,
    leading,
    measured,
    pages,
    past,
    people,
    problems,
    projectors,
    session,
    shares,
    snapshots,
    structure,
    thresholds,
    underlay,
    unions,
    wording,
)
from server.api.admission import by_invitation, everyone
from server.api.body import BodyLimit
from server.api.description import describe
from server.api.doors import SYNC_PATH, refuse_open_doors, threshold
from server.api.headers import SecurityHeaders
from server.api.house import Clock, House, guards
from server.api.journal import Journal
from server.live.hub import Hub, Options
from server.live.websocket import endpoint
from server.retention import sweep_daily
from server.settings import Settings
from server.store.database import migrate, open_database
from server.store.erasing import replay
from server.store.writer import Writer
from server.supervise import Life
from server.sync.limits import Limits
from server.watchdog import Watchdog

logger = logging.getLogger(__name__)
GZIP_LEVEL = 6
GZIP_FROM_BYTES = 1024
RESOURCES = (
    boards,
    comparison,
    erasures,
    exports,
    family,
    findings,
    guests,
    health,
    imports,
    invitations,
    join,
    leading,
    measured,
    past,
    people,
    projectors,
    session,
    shares,
    snapshots,
    structure,
    thresholds,
    underlay,
    unions,
    wording,
)


def now() -> datetime:
    """Give the time, with its zone."""
    return datetime.now(UTC)  # noqa: TID251  the one clock of the server


def build(settings: Settings, clock: Clock = now, life: Life | None = None) -> FastAPI:
    """Put the server together; nothing runs, and no database is touched, before its lifespan.

    `life` is the process it runs in, if that is to be watched.
    """
    database = open_database(settings.store_url)
    hub = Hub(database, Writer(database, clock), hub_options(settings), clock)
    house = House(settings, database, hub, clock, guards(settings))
    admit = everyone if settings.open else by_invitation(house)
    app = FastAPI(
        title="Tafelkleed",
        summary="The tablecloth on which a group makes a network analysis together.",
        version=version("tafelkleed"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Journal),
            Middleware(BodyLimit, settings=settings),
            Middleware(GZipMiddleware, minimum_size=GZIP_FROM_BYTES, compresslevel=GZIP_LEVEL),
        ],
        routes=[WebSocketRoute(SYNC_PATH, endpoint(hub, admit))],
        lifespan=_lifespan(house, life),
    )
    app.state.house = house
    app.state.admit = admit
    problems.install(app)
    app.include_router(_routes(settings))
    refuse_open_doors(app)
    describe(app)
    return app


def hub_options(settings: Settings) -> Options:
    """Give what the settings say about live boards."""
    return Options(
        limits=Limits(
            update_bytes=settings.limit_update_bytes,
            board_bytes=settings.limit_board_bytes,
            updates_per_second=settings.limit_updates_per_second,
            peers=settings.limit_peers_per_board,
            presence_bytes=settings.limit_presence_bytes,
            presence_per_second=settings.limit_presence_per_second,
        ),
        grace_seconds=settings.limit_grace_seconds,
        outbox_bytes=settings.limit_outbox_bytes,
        stalled_seconds=settings.limit_stalled_seconds,
        open=settings.open,
    )


def _lifespan(
    house: House, life: Life | None
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    watchdog = life and Watchdog(house.settings.watchdog_seconds, life.is_up)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await migrate(house.settings.store_url)
        for board in await replay(house.database, house.settings.ledger_file, house.clock()):
            log.event(logger, "erased_again", board=board)
        after_crash = life is not None and life.after_crash
        await house.hub.start(house.settings.inflight_file, after_crash=after_crash)
        closing = asyncio.Event()
        sweeps = sweep_daily(house.database, house.clock, closing)
        sweeping = house.hub.spawn(sweeps, "retention")
        if watchdog:
            watchdog.start()
        log.event(logger, "started", open=house.settings.open)
        try:
            yield
        finally:
            closing.set()
            await asyncio.wait([sweeping])
            await house.hub.drain()
            await house.database.close()
            if watchdog:
                watchdog.stop()
            log.event(logger, "stopped")

    return lifespan


def _routes(settings: Settings) -> APIRouter:
    """Give all routes; before each door stands the one against other sites."""
    router = APIRouter(dependencies=[Depends(threshold)])
    for resource in RESOURCES:
        router.include_router(resource.router)
    router.include_router(pages.pages(settings.frontend))
    return router
