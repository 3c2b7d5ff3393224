"""Every setting of the server, each said in plain words; `TAFELKLEED_…` in the environment.

`python -m server.settings` prints the page docs/settings.md that lists them all.
"""

import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "TAFELKLEED_"
HERE = Path(__file__).resolve().parent
KIB = 1024
MIB = 1024 * KIB
SQLITE_SUFFIXES = {".db", ".sqlite", ".sqlite3"}
INTRODUCTION = (
    "# Settings",
    "",
    "All settings are environment variables. Sizes are in bytes. This page is made by",
    "`make generate`; change a description in `server/settings.py`.",
    "",
    "| Variable | Default | Meaning |",
    "|---|---|---|",
)


class Settings(BaseSettings):
    """What the one who runs the server may choose."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    data: Path = Field(
        Path("data"),
        description=(
            "Folder for everything the server keeps; a name that ends in `.db` is taken as the "
            "SQLite file itself."
        ),
    )
    database_url: str = Field(
        "",
        description=(
            "Address of the database, for instance "
            "`postgresql+asyncpg://user:password@host/tafelkleed`. Empty: a SQLite file "
            "`tafelkleed.db` in the data folder."
        ),
    )
    host: str = Field(
        "127.0.0.1",
        description="Address to listen on; `0.0.0.0` lets other devices in.",
    )
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    public_url: Annotated[str, AfterValidator(lambda url: url.rstrip("/"))] = Field(
        "",
        description=(
            "Address under which people reach the server, for instance "
            "`https://kleed.example.org`; used in links and to recognise requests from other "
            "sites. Empty: the address each request was made to."
        ),
    )
    trusted_proxies: str = Field(
        "127.0.0.1",
        description=(
            "Addresses, parted by commas, of proxies whose `X-Forwarded-For` and "
            "`X-Forwarded-Proto` are believed."
        ),
    )
    creation_key: SecretStr | None = Field(
        None,
        description=(
            "Word that is needed to make a new board (header `Tafelkleed-Creation-Key`). "
            "Empty: everyone who reaches the server may make one."
        ),
    )
    keep_days: int = Field(
        90,
        ge=1,
        le=3650,
        description="Days a board is kept after its last use, unless its maker chose otherwise.",
    )
    zone: str = Field(
        "Europe/Amsterdam",
        description=(
            "Time zone in which a snapshot has its date: in files, in pictures, and to tell "
            "whether somebody holds a position on that day."
        ),
    )
    frontend: Path = Field(
        HERE.parent / "frontend" / "dist",
        description="Folder with the built frontend.",
    )
    log_level: str = Field(
        "info", description="How much is logged: `debug`, `info`, `warning` or `error`."
    )
    log_json: bool = Field(default=False, description="Log each event as a JSON object.")
    open: bool = Field(
        default=False,
        description=(
            "Admit every websocket to every board as a participant, and make a board at its "
            "first use. Only on loopback addresses: for measurements, stock Yjs clients and a "
            "kiosk on one machine."
        ),
    )
    metrics_token: SecretStr | None = Field(
        None,
        description=(
            "Word with which Prometheus may read `/metrics` (as a bearer token). Empty: nobody may."
        ),
    )
    alone: bool = Field(
        default=False,
        description=(
            "Serve in the process that was started, with no second one that starts it again "
            "when it dies; for a system that does so itself."
        ),
    )
    watchdog_seconds: float = Field(
        10,
        ge=0,
        description=(
            "Processor time the server may use up while native code leaves it no turn, before it "
            "is ended and started again; 0: for ever."
        ),
    )
    limit_update_bytes: int = Field(
        256 * KIB, ge=1, description="Largest single change a client may send."
    )
    limit_board_bytes: int = Field(
        16 * MIB,
        ge=1,
        description=(
            "Size of a board from which growth is refused; a notice comes at 80 %. "
            "Deleting and moving go on."
        ),
    )
    limit_updates_per_second: float = Field(
        60,
        ge=0,
        description="Changes per second and participant, averaged over five seconds; 0: no limit.",
    )
    limit_peers_per_board: int = Field(
        200, ge=1, description="Devices that may be at one board at the same time."
    )
    limit_outbox_bytes: int = Field(
        MIB,
        ge=1,
        description="Unsent bytes per device from which it gets coarser updates.",
    )
    limit_stalled_seconds: float = Field(
        20, gt=0, description="Time after which a device that takes nothing in is let go."
    )
    limit_grace_seconds: float = Field(60, ge=0, description="Time an empty board stays in memory.")
    limit_presence_per_second: float = Field(
        20,
        ge=0,
        description="Presence messages (cursors, wet ink) per second and device; 0: no limit.",
    )
    limit_presence_bytes: int = Field(4 * KIB, ge=1, description="Largest presence message.")
    limit_body_bytes: int = Field(
        64 * KIB, ge=1, description="Largest ordinary request to the HTTP API."
    )
    limit_import_bytes: int = Field(
        8 * MIB, ge=1, description="Largest file to import, or photo to lay under a cloth."
    )
    limit_snapshots_per_board: int = Field(200, ge=1, description="Snapshots one board may have.")
    limit_invitations_per_board: int = Field(
        200, ge=1, description="Invitations one board may have."
    )
    limit_wrong_codes: int = Field(
        20,
        ge=1,
        description=(
            "Wrong codes or links one address may try in a row; after that one more every "
            "three seconds."
        ),
    )
    limit_new_boards_per_hour: int = Field(
        120, ge=1, description="New boards per hour from one address."
    )

    @field_validator("zone")
    @classmethod
    def zone_is_known(cls, name: str) -> str:
        """Refuse a time zone that this machine does not know."""
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, OSError, ValueError) as error:
            raise ValueError("a time zone such as Europe/Amsterdam") from error

    @model_validator(mode="after")
    def open_only_at_home(self) -> Self:
        """Refuse an open server that others could reach."""
        if self.open and not is_loopback(self.host):
            raise ValueError("an open server listens on a loopback address only, 127.0.0.1 or ::1")
        return self

    @property
    def sqlite_file(self) -> Path:
        """Give the SQLite file, which is used when no database address is set."""
        is_file = self.data.is_file() or self.data.suffix in SQLITE_SUFFIXES
        return self.data if is_file else self.data / "tafelkleed.db"

    @property
    def inflight_file(self) -> Path:
        """Give the file that tells, after a crash, what the server was at."""
        return self.sqlite_file.with_name("in-flight")

    @property
    def ledger_file(self) -> Path:
        """Give the file that says, by ids, who was erased; it is no part of a backup."""
        return self.sqlite_file.with_name("erasures.jsonl")

    @property
    def store_url(self) -> str:
        """Give the SQLAlchemy address of the database."""
        return self.database_url or f"sqlite+aiosqlite:///{self.sqlite_file}"


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def documentation() -> str:
    """Give the page that lists every setting with its default and meaning, as Markdown."""
    return "\n".join([*INTRODUCTION, *_rows(), ""])


def _rows() -> Iterator[str]:
    for name, field in Settings.model_fields.items():
        yield f"| `{PREFIX}{name.upper()}` | {_shown(field.default)} | {field.description} |"


def _shown(default: object) -> str:
    if default in (None, ""):
        return "–"
    if isinstance(default, Path) and default.is_absolute():
        return f"`{default.relative_to(HERE.parent)}`"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


if __name__ == "__main__":
    sys.stdout.write(documentation())
