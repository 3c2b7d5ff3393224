"""The HTTP API: one file per resource; each route says at its door who may pass."""
