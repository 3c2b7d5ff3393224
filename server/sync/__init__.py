"""The protocol, without input or output: bytes in, effects out. See SPEC.md."""
