"""What Prometheus may read: numbers about rooms and store, never a name, an id or a text."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.process_collector import ProcessCollector

SHORT = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
COMMIT_SECONDS = Histogram(
    "tafelkleed_commit_seconds", "Time one commit took.", registry=REGISTRY, buckets=SHORT
)
COMMIT_ROWS = Counter("tafelkleed_commit_rows", "Rows that were committed.", registry=REGISTRY)
LOAD_SECONDS = Histogram(
    "tafelkleed_load_seconds", "Time one board took to load.", registry=REGISTRY, buckets=SHORT
)
REVOKE_SECONDS = Histogram(
    "tafelkleed_revoke_seconds",
    "Time from a withdrawal to the closing of its sockets.",
    registry=REGISTRY,
    buckets=SHORT,
)
LOOP_LATE = Gauge(
    "tafelkleed_loop_late_seconds", "How late the loop was at its last beat.", registry=REGISTRY
)
COALESCED = Counter(
    "tafelkleed_coalesced_sends", "Times a slow device went over its budget.", registry=REGISTRY
)
EVENTS = Counter("tafelkleed_events", "Events of the log, by name.", ["event"], registry=REGISTRY)
