"""Examples may take their time on a machine that has more to do."""

from hypothesis import HealthCheck, settings

settings.register_profile("sync", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sync")
