"""Small picture files made by hand, with everything in them that must not stay."""

SECRET = b"52.0907N 5.1214E"


def jpeg(width: int = 40, height: int = 20, secret: bytes = SECRET) -> bytes:
    """A JPEG as a phone makes it: place and maker in it, two scans, something behind its end."""
    size = b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\x00"
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
    return b"".join(
        [
            b"\xff\xd8",
            segment(0xE0, b"JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"),
            segment(0xE1, b"Exif\x00\x00" + secret),
            segment(0xFE, secret),
            segment(0xDB, b"\x00" * 65),
            segment(0xC2, size),
            scan + b"\x12\xff\x00\x34\xff\xd0\x56",
            segment(0xE1, secret),
            scan + b"\x78",
            b"\xff\xd9",
            secret,
        ]
    )


def png(width: int = 40, height: int = 20, secret: bytes = SECRET) -> bytes:
    """A PNG with a text chunk, and something behind its end."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    chunks = ((b"IHDR", head), (b"tEXt", secret), (b"IDAT", b"\x00"), (b"IEND", b""))
    made = (len(c).to_bytes(4, "big") + n + c + b"crc!" for n, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made) + secret


def webp(width: int = 40, height: int = 20, secret: bytes = SECRET) -> bytes:
    """An extended WebP that says it has a profile and metadata."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunks = ((b"VP8X", b"\x3c\0\0\0" + sides), (b"ICCP", secret), (b"VP8L", b"\x2f\0\0\0\0"))
    body = b"".join(riff(*chunk) for chunk in (*chunks, (b"EXIF", secret), (b"XMP ", secret)))
    return riff(b"RIFF", b"WEBP" + body) + secret


def segment(kind: int, body: bytes) -> bytes:
    """One segment of a JPEG."""
    return bytes([0xFF, kind]) + (len(body) + 2).to_bytes(2, "big") + body


def riff(name: bytes, body: bytes) -> bytes:
    """One chunk of a WebP."""
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
