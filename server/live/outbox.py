"""What one peer is sent, within its budget of unsent bytes."""

from typing import Protocol


class Transport(Protocol):
    """One peer's socket. Nothing here waits."""

    @property
    def unsent(self) -> int:
        """Give the bytes that the socket has not yet taken."""

    def send(self, message: bytes) -> None:
        """Send one binary message, or keep it until the socket takes it."""

    def close(self, code: int, reason: str) -> None:
        """Close the socket, behind what was sent before."""

    def abort(self, code: int, reason: str) -> None:
        """Close the socket and drop what it has not taken."""


class Outbox:
    """The way out to one peer. Spent means: it gets nothing big until half of that is gone."""

    __slots__ = ("_budget", "_given", "spent", "transport")

    def __init__(self, transport: Transport, budget_bytes: int) -> None:
        self.transport = transport
        self.spent = False
        self._budget = budget_bytes
        self._given = 0

    @property
    def taken(self) -> int:
        """Give how many bytes the socket has taken since the beginning."""
        return self._given - self.transport.unsent

    def send(self, message: bytes) -> bool:
        """Send a message; say whether the budget is spent by this one."""
        transport = self.transport
        transport.send(message)
        self._given += len(message)
        if transport.unsent <= self._budget or self.spent:
            return False
        self.spent = True
        return True

    def offer(self, message: bytes) -> None:
        """Send a message that is worth nothing later, unless much is waiting already."""
        waiting = self.transport.unsent
        if waiting <= self._budget // 4:
            self.transport.send(message)
            self._given += len(message)

    def is_spent_indeed(self) -> bool:
        """Say whether the budget is still spent, now that the socket had a chance to send."""
        self.spent = self.transport.unsent > self._budget
        return self.spent

    def recovers(self) -> bool:
        """Say whether a spent budget is free again by now."""
        if not self.spent or self.transport.unsent > self._budget // 2:
            return False
        self.spent = False
        return True
