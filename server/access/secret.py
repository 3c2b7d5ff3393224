"""Secrets of invitations, devices and tickets: long, random, kept only as a hash.

A random secret of 256 bits needs no slow hash: nobody can try them all.
"""

import hmac
import secrets
from hashlib import sha256

SECRET_BYTES = 32
ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
ID_LENGTH = 16


def new_secret() -> str:
    """Give a fresh secret of 256 bits, fit for a web address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def new_id() -> str:
    """Give a fresh id of the kind all records have: 16 characters of 0-9a-z, 82 bits."""
    return "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_LENGTH))


def digest(secret: str) -> str:
    """Give the hash under which a secret is kept."""
    return sha256(secret.encode()).hexdigest()


def pin_digest(board: str, pin: str) -> str:
    """Give the hash under which the PIN of a board is kept: not the same for two boards."""
    return digest(f"{board}:{pin}")


def same(given: str, wanted: str) -> bool:
    """Compare two secrets in a time that tells nothing about where they differ."""
    return hmac.compare_digest(given.encode(), wanted.encode())
