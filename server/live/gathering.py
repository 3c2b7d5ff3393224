"""Who is gathered around a board, and the JSON in which each of them is told the session."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from server.live.leading import Leading, Projector, Round
from server.live.session import Session, settled

FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at the board, as the others see them."""

    id: str
    name: str
    seat: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone before the door; `returns`: who says to have been at the table before."""

    id: str
    name: str
    role: str
    returns: bool


@dataclass(frozen=True, slots=True)
class Gathering:
    """All that message 81 tells but who is here: the session, everyone, and which board.

    `own_of`: it is somebody's own cloth, beside that board.
    """

    board: str
    title: str
    session: Session
    people: tuple[Person, ...]
    epoch: int = 1
    waiting: tuple[Waiting, ...] = ()
    own_of: str | None = None

    def person(self, participant: str) -> Person | None:
        """Give one of the people."""
        return next((one for one in self.people if one.id == participant), None)


def to_json(gathering: Gathering, here: Collection[str], now: datetime) -> dict[str, object]:
    """Give what everyone sees alike at `now`; `here` are the participants with a socket."""
    session = settled(gathering.session, now)
    clock, leading = session.clock, session.leading
    return {
        "phase": session.phase.value,
        "silence": session.silence.value,
        "turned": session.turned,
        "turnsAt": session.turns_at and session.turns_at.isoformat(),
        "door": session.door.value,
        "namesCovered": session.names_covered,
        "writing": session.writing,
        "allFree": session.all_free,
        "cloths": session.cloths.value,
        "underlay": session.underlay and asdict(session.underlay),
        "readyCount": len(session.ready),
        "clock": {
            "state": clock.state(now).value,
            "total": clock.total,
            "left": clock.seconds_left(now),
            "endsAt": clock.ends_at and clock.ends_at.isoformat(),
        },
        "attention": _attention(leading),
        "walk": _round(leading.walk),
        "projector": _projector(leading.projector),
        "now": now.isoformat(),
        "people": [{**asdict(one), "here": one.id in here} for one in gathering.people],
        "board": _board(gathering),
    }


def _board(gathering: Gathering) -> dict[str, object]:
    own = {} if gathering.own_of is None else {"ownOf": gathering.own_of}
    return {"id": gathering.board, "title": gathering.title, "epoch": gathering.epoch, **own}


def _attention(leading: Leading) -> dict[str, object] | None:
    call = leading.attention
    if call is None:
        return None
    return {
        "number": call.number,
        "grade": call.grade.value,
        "target": call.target,
        "at": call.at.isoformat(),
    }


def _round(walk: Round | None) -> dict[str, object] | None:
    if walk is None:
        return None
    return {
        "seats": list(walk.seats),
        "seconds": walk.seconds,
        "beganAt": walk.began_at.isoformat(),
    }


def _projector(projector: Projector) -> dict[str, object]:
    return {**asdict(projector), "tour": _round(projector.tour)}


def _yours(gathering: Gathering, you: Person) -> dict[str, object]:
    """Give who one is, what holds for oneself, and for a facilitator what only those see."""
    session = gathering.session
    own: dict[str, object] = {
        "you": {
            **asdict(you),
            "ready": you.id in session.ready,
            "paused": you.id in session.paused,
            "free": session.all_free or you.id in session.free,
        }
    }
    return {**own, "regie": _regie(gathering)} if you.role == FACILITATOR else own


def _regie(gathering: Gathering) -> dict[str, object]:
    session = gathering.session
    return {
        "ready": list(session.ready),
        "paused": list(session.paused),
        "free": list(session.free),
        "waiting": [asdict(one) for one in gathering.waiting],
        "script": [asdict(plan) for plan in session.leading.script],
        "log": [
            {**asdict(entry), "at": entry.at.isoformat()} for entry in session.leading.log[::-1]
        ],
    }


def for_each(
    gathering: Gathering, shared: dict[str, object], people: Iterable[Person]
) -> Iterator[str]:
    """Give the JSON text for each of `people`: what all see, and what is theirs alone."""
    # the shared part is long where many are at the table: it is written out once
    text = json.dumps(shared, ensure_ascii=False, separators=(",", ":"))[:-1]
    for you in people:
        yield f"{text},{json.dumps(_yours(gathering, you), ensure_ascii=False)[1:]}"


def for_one(gathering: Gathering, shared: dict[str, object], you: Person) -> dict[str, object]:
    """Give what all see, and what is one person's alone."""
    return {**shared, **_yours(gathering, you)}
