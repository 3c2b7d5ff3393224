"""The bounds of one room, as plain numbers that the settings fill in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one peer, participant, update or board may take (LI1)."""

    update_bytes: int = 256 * 1024
    """Of what an update brings; a whole message may be twice as long (it repeats deletes)."""
    board_bytes: int = 16 * 1024 * 1024
    pending_bytes: int = 8 * 1024 * 1024
    updates_per_second: float = 60
    """Averaged over five seconds, per participant; 0 means no bound."""
    peers: int = 200
    structs: int = 2_000
    client_ids: int = 5_000
    """Per participant: every page load takes one."""
    text_characters: int = 2_000
    stroke_points: int = 600
    delete_objects: int = 30
    delete_share: float = 0.2
    presence_bytes: int = 4096
    presence_per_second: float = 20
    """Per peer; 0 means no bound."""
