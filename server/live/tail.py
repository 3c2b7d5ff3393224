"""Where a board's log stands, and how much of it no checkpoint holds yet."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tail:
    """The last `seq` of a board's log, and the rows and bytes since its checkpoint."""

    epoch: int
    seq: int
    rows: int = 0
    size: int = 0
    checkpoint_size: int = 0
    is_folding: bool = False

    def grow(self, seq: int, size: int) -> None:
        """One more row is stored."""
        self.seq = seq
        self.rows += 1
        self.size += size

    def fold(self, seq: int, size: int, checkpoint_size: int) -> None:
        """The rows up to `seq`, of `size` bytes together, went into a checkpoint."""
        self.rows = self.seq - seq
        self.size -= size
        self.checkpoint_size = checkpoint_size
