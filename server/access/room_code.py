"""Room codes: six characters to say aloud or copy from a screen.

No vowels, so that no words arise, and none of a pair that looks alike (0 O, 1 I L, 2 Z, 5 S,
8 B, U V): 21 characters, 86 million codes. That is little for a secret, so a code opens only
while the door of its board is open, and guessing is slowed down (see `bucket`).
"""

import secrets

ALPHABET = "CDFGHJKMNPQRTWXY34679"
LENGTH = 6


def new_code() -> str:
    """Give a fresh code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normal(text: str) -> str | None:
    """Give a code as it is kept, however it was typed, or None if it cannot be one."""
    plain = "".join(character for character in text.upper() if character not in " -–.\t")
    fits = len(plain) == LENGTH and all(character in ALPHABET for character in plain)
    return plain if fits else None


def shown(code: str) -> str:
    """Give a code as people read it: two groups of three."""
    return f"{code[:3]} {code[3:]}"
