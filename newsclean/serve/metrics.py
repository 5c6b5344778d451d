"""What is counted, for Prometheus."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """What one server counts."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "newsclean_requests", "Requests answered.", ("path", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "newsclean_request_seconds",
            "Until the last byte is sent.",
            ("path",),
            buckets=_BOUNDS,
            registry=self._registry,
        )
        self._documents = Counter(
            "newsclean_documents", "Documents, by what became of them.", ("outcome",), registry=self._registry
        )
        self._in_flight = Gauge(
            "newsclean_documents_in_flight", "Documents that are cleaned or wait for it.", registry=self._registry
        )
        self._ended = Counter(
            "newsclean_processes_ended", "Processes that were ended, by reason.", ("reason",), registry=self._registry
        )

    def answered(self, path: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(path, status).inc()
        self._seconds.labels(path).observe(seconds)

    def cleaned(self, outcome: str) -> None:
        """Count a document."""
        self._documents.labels(outcome).inc()

    def in_flight(self, documents: int) -> None:
        """Tell how many documents are in flight."""
        self._in_flight.set(documents)

    def ended(self, reason: str) -> None:
        """Count a process that was ended."""
        self._ended.labels(reason).inc()

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)
