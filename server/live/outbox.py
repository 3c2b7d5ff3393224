"""What a peer is sent, within its budget of unsent bytes."""

from typing import Protocol


class Transport(Protocol):
    """One peer's socket. Nothing here waits; `unsent` says what it has not yet let go."""

    @property
    def unsent(self) -> int:
        """Give the bytes that wait to be sent."""

    def send(self, message: bytes) -> None:
        """Send one binary message, or keep it until the socket takes it."""

    def close(self, code: int, reason: str) -> None:
        """Close the socket, behind what was sent before."""
