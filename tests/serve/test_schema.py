"""The server against its own description: what it allows is answered as it says, and nothing with a 5xx."""

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")
pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")

from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, checks

CHECKS = (
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)


@schemathesis.serializer("application/x-ndjson")
def lines(_, value):
    return str(value).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_all_that_can_be_sent_is_answered(address, mode):
    described = schemathesis.openapi.from_url(f"{address}/openapi.json")
    seen = set()
    for result in described.get_all_operations():
        operation = result.ok()
        seen.add(operation.label)
        if mode == GenerationMode.NEGATIVE and operation.method == "get":
            continue

        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def check(case):
            case.call_and_validate(checks=CHECKS)

        check()
    assert {"POST /clean", "POST /clean/batch", "GET /cleaners", "GET /ready", "GET /metrics"} <= seen
