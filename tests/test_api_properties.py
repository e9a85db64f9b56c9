"""The data API under generated requests: whatever is asked, no answer is a server error, and each is as described."""

from collections import Counter

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette

from server.api import routes

schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", Starlette(routes=list(routes)))
# The description names its server by a path relative to itself, which Schemathesis takes as it stands.
schema.config.update(base_url="http://testserver/api/v1")
CASES = 120
LEAST = 500


@pytest.mark.slow
def test_every_answer_is_as_described_and_none_is_a_server_error() -> None:
    asked: Counter[str] = Counter()
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=operation.as_strategy())
        def ask(case) -> None:
            asked[case.path] += 1
            # A day outside the span of the dataset is a valid date that OpenAPI cannot exclude; the API answers 400.
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        ask()
    # Schemathesis leaves out the address it read the description from.
    assert len(asked) == len(schema.raw_schema["paths"]) - 1
    assert asked.total() >= LEAST, asked
