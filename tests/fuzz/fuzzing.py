"""How much is fuzzed: ten inputs a target in the tests, the same ones every time; as many as `make fuzz` says there."""

import os

from hypothesis import HealthCheck, settings

LONG = int(os.environ.get("CLAIMKB_FUZZ", "0"))
FUZZED = settings(
    max_examples=LONG or 10,
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=list(HealthCheck),
)
MORE = settings(FUZZED, max_examples=LONG or 100)  # where an input takes less than a millisecond
