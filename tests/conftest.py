"""Settings of all tests: properties are about answers, never about time on a busy machine."""

import os

from hypothesis import HealthCheck, settings

from tests import chromium

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("steady"), derandomize=True)
settings.load_profile("ci" if chromium.is_required() else "steady")

# What commands print is as wide as the documents show it, whatever terminal the tests run in.
os.environ.pop("COLUMNS", None)
