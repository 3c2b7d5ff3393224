"""What can be refused, each with its code and HTTP status; the words stand in api/texts."""

from collections.abc import Mapping, Sequence
from enum import Enum


class Refusal(Enum):
    """A reason to refuse a request: (code, HTTP status)."""

    MALFORMED = "malformed", 400
    NOT_JOINED = "not_joined", 401
    WRONG_SECRET = "wrong_secret", 403
    WRONG_CREATION_KEY = "wrong_creation_key", 403
    EXPIRED = "expired", 403
    REVOKED = "revoked", 403
    REMOVED = "removed", 403
    DOOR_SHUT = "door_shut", 403
    WAITING = "waiting", 403
    PIN_WANTED = "pin_wanted", 403
    WRONG_PIN = "wrong_pin", 403
    FORBIDDEN = "forbidden", 403
    CROSS_ORIGIN = "cross_origin", 403
    UNKNOWN_ROUTE = "unknown_route", 404
    UNKNOWN_BOARD = "unknown_board", 404
    UNKNOWN_SNAPSHOT = "unknown_snapshot", 404
    UNKNOWN_SHARE = "unknown_share", 404
    UNKNOWN_INVITATION = "unknown_invitation", 404
    NOBODY = "nobody", 404
    UNKNOWN_PARTICIPANT = "unknown_participant", 404
    UNKNOWN_PROJECTOR = "unknown_projector", 404
    UNKNOWN_PHOTO = "unknown_photo", 404
    UNKNOWN_FORMAT = "unknown_format", 404
    UNKNOWN_LANGUAGE = "unknown_language", 404
    WRONG_METHOD = "wrong_method", 405
    NOT_THE_SAME = "not_the_same", 409
    SEAT_TAKEN = "seat_taken", 409
    TOO_MANY_SNAPSHOTS = "too_many_snapshots", 409
    TOO_MANY_INVITATIONS = "too_many_invitations", 409
    WRONG_MOMENT = "wrong_moment", 409
    SERVER_RUNS = "server_runs", 409
    BOARD_BROKEN = "board_broken", 409
    TOO_BIG = "too_big", 413
    INVALID = "invalid", 422
    INVALID_FILE = "invalid_file", 422
    INVALID_PHOTO = "invalid_photo", 422
    IN_THE_PAST = "in_the_past", 422
    UNKNOWN_SEAT = "unknown_seat", 422
    UNKNOWN_ACTOR = "unknown_actor", 422
    TOO_MANY_TRIES = "too_many_tries", 429
    OURS = "ours", 500
    STORE_AWAY = "store_away", 503

    @property
    def code(self) -> str:
        """Give the word by which programs recognise this refusal."""
        return self.value[0]

    @property
    def status(self) -> int:
        """Give the HTTP status."""
        return self.value[1]


class AppError(Exception):
    """A request is refused; one handler turns this into problem details (RFC 9457).

    `faults` lists places in what was sent, as {"path", "message"}; `words` fill the text;
    `headers` go with the answer.
    """

    def __init__(
        self,
        refusal: Refusal,
        *,
        faults: Sequence[Mapping[str, str]] = (),
        words: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.faults = tuple(faults)
        self.words = dict(words or {})
        self.headers = dict(headers or {})
