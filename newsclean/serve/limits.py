"""What a client may ask of the server."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import gt


@frozen(kw_only=True)
class Limits:
    """What a client may ask of the server. Raises `ValueError` where one is not above zero."""

    body: int = field(default=5_000_000, validator=gt(0))
    """The most bytes of a document. A batch may have ten times as many."""
    timeout: float = field(default=10.0, validator=gt(0))
    """The seconds that cleaning one may take."""
    in_flight: int = field(default=32, validator=gt(0))
    """The most documents that are cleaned or wait for it."""
    batch: int = field(default=1000, validator=gt(0))
    """The most documents of a batch."""
    patience: float = field(default=30.0, validator=gt(0))
    """The seconds that a client may take to send its request, and to take a piece of the answer."""

    @property
    def batch_body(self) -> int:
        """The most bytes of a batch."""
        return 10 * self.body
